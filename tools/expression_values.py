"""What the expressions in a lesson's text give. The builder sends this file's source to the notebook's kernel."""


class Names:
    """The names that expressions may use: those of the cells above them, then those of the lesson's front matter."""

    def __init__(self, source: str, cells: dict):
        """Run the front matter's Python in a copy of the cells' names, so that no cell finds a name of it."""
        names = dict(cells)
        exec(source, names)
        self.own = {name: made for name, made in names.items() if name not in cells or cells[name] is not made}

    def value(self, expression: str, cells: dict) -> float:
        """Return the number that an expression gives. Raises what the expression raises, or TypeError."""
        result = eval(expression, {**cells, **self.own})
        if isinstance(result, (bool, str)) or getattr(result, "shape", ()) or not hasattr(result, "__float__"):
            raise TypeError(f"this is not one number: {result!r}")
        return float(result)
