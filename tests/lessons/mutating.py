"""Wrong answers made by chance: a right one with one change of the kind that typing errors and misconceptions make."""

import ast
import random

OPERATORS = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add, ast.Mult),
    ast.Mult: (ast.Add, ast.Div, ast.Pow),
    ast.Div: (ast.Mult, ast.FloorDiv, ast.Sub),
    ast.FloorDiv: (ast.Div, ast.Mod, ast.Mult),
    ast.Pow: (ast.Mult, ast.Add, ast.Div),
    ast.Lt: (ast.LtE, ast.Gt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt, ast.LtE),
    ast.Eq: (ast.NotEq, ast.LtE, ast.GtE),
}
FUNCTIONS = {
    "sum": ("mean", "max", "prod"),
    "mean": ("sum", "median", "max"),
    "min": ("max",),
    "max": ("min",),
    "minimum": ("maximum",),
    "argmax": ("argmin", "max"),
    "exp": ("log1p", "tanh", "abs"),
    "ones": ("zeros",),
    "column_stack": ("vstack", "hstack"),
    "gradient": ("value",),
}
RESULTS = ["-({})", "({}) + 1", "({}) - 0.1", "2 * ({})", "({}) / 2", "({}) ** 2", "1 / ({})", "abs({}) + 0.01", "[{}]"]
RESULTS += ["({}) * 1.001", "1 - ({})", "({}) ** 0.5", "str({})", "({}) + {first}", "({}) * {first}", "{first}", "None"]
RESULTS += ["0", "1", "0.5", "{first} ** 2", "3 * ({})", "10 * ({})", "({}) / 10", "-{first}"]
RESULTS += ["5", "4", "-1", "5 * {first}", "{first} ** 3", "({}) + 0.001"]


class Replace(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, old, new):
        self.old, self.new = old, new

    def visit(self, node):
        return self.new if node is self.old else self.generic_visit(node)


def mutants(source: str, number: int, seed: int = 0) -> list:
    """Return so many wrong copies of a function's source, each with one change, or as many as there are."""
    changed = {}
    for at, node in enumerate(ast.walk(ast.parse(source))):
        for change in _changes(node, source):
            tree = ast.parse(source)
            old = list(ast.walk(tree))[at]
            changed[ast.unparse(ast.fix_missing_locations(Replace(old, change).visit(tree)))] = None
    changed.pop(ast.unparse(ast.parse(source)), None)
    found = list(changed)
    random.Random(seed).shuffle(found)
    return found[:number]


def _changes(node, source):
    """Yield what could stand in a node's place."""
    if isinstance(node, ast.BinOp):
        for operator in OPERATORS.get(type(node.op), ()):
            yield ast.BinOp(node.left, operator(), node.right)
        yield from (node.left, node.right)
    elif isinstance(node, ast.UnaryOp):
        yield node.operand
    elif isinstance(node, ast.Compare):
        for comparison in OPERATORS.get(type(node.ops[0]), ()):
            yield ast.Compare(node.left, [comparison()], node.comparators)
    elif isinstance(node, ast.Constant) and not isinstance(node.value, str):
        value = node.value
        for other in (value + 1, value - 1, 2 * value, value / 2, -value, 1.1 * value, 0.9 * value):
            yield ast.Constant(other)
    elif isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute):
            for other in FUNCTIONS.get(node.func.attr, ()):
                yield ast.Call(ast.Attribute(node.func.value, other, ast.Load()), node.args, node.keywords)
        if node.args:
            yield node.args[0]
        if node.keywords:
            yield ast.Call(node.func, node.args, [])
    elif isinstance(node, ast.Return):
        first = next(one.args.args[0].arg for one in ast.parse(source).body if isinstance(one, ast.FunctionDef))
        for form in RESULTS:
            yield ast.parse(f"return {form.format(ast.unparse(node.value), first=first)}").body[0]
    elif isinstance(node, (ast.Assign, ast.If)):
        yield ast.Pass()
