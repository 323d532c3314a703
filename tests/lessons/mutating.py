"""Wrong answers made by chance: a right one with one change of the kind that typing errors and misconceptions make."""

import ast
import copy
import random

OPERATORS = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add, ast.Mult),
    ast.Mult: (ast.Add, ast.Div, ast.Pow),
    ast.Div: (ast.Mult, ast.FloorDiv, ast.Sub),
    ast.FloorDiv: (ast.Div, ast.Mod, ast.Mult),
    ast.Pow: (ast.Mult, ast.Add, ast.Div),
}
COMPARISONS = {
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
    "sigmoid": ("tanh",),
}
RESULTS = ["-({})", "({}) + 1", "({}) - 0.1", "2 * ({})", "({}) / 2", "({}) ** 2", "1 / ({})", "abs({}) + 0.01", "[{}]"]
RESULTS += ["({}) * 1.001", "1 - ({})", "({}) ** 0.5", "str({})", "({}) + {first}", "({}) * {first}", "{first}", "None"]
RESULTS += ["0", "1", "0.5", "{first} ** 2", "3 * ({})", "10 * ({})", "({}) / 10", "-{first}"]
RESULTS += ["5", "4", "-1", "5 * {first}", "{first} ** 3", "({}) + 0.001"]


def mutants(source: str, number: int, seed: int = 0) -> list:
    """Return so many wrong copies of a function's source, each with one change, or as many as there are."""
    tree = ast.parse(source)
    changed = {}
    for at, node in enumerate(ast.walk(tree)):
        for change in _changes(node, tree):
            mutant = copy.deepcopy(tree)
            where = list(ast.walk(mutant))
            _replace(mutant, where[at], change)
            changed[ast.unparse(ast.fix_missing_locations(mutant))] = None
    changed.pop(ast.unparse(tree), None)
    found = list(changed)
    random.Random(seed).shuffle(found)
    return found[:number]


def _replace(tree, old, new):
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, name, new)
            elif isinstance(value, list) and any(one is old for one in value):
                value[[one is old for one in value].index(True)] = new


def _changes(node, tree):
    """Yield what could stand in a node's place."""
    if isinstance(node, ast.BinOp):
        for operator in OPERATORS.get(type(node.op), ()):
            yield ast.BinOp(node.left, operator(), node.right)
        yield from (node.left, node.right)
    elif isinstance(node, ast.UnaryOp):
        yield node.operand
    elif isinstance(node, ast.Compare):
        for comparison in COMPARISONS.get(type(node.ops[0]), ()):
            yield ast.Compare(node.left, [comparison()], node.comparators)
    elif isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.And() if isinstance(node.op, ast.Or) else ast.Or(), node.values)
        yield from node.values
    elif isinstance(node, ast.Constant):
        yield from (ast.Constant(value) for value in _constants(node.value, tree))
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        own = {arg.arg for arg in ast.walk(tree) if isinstance(arg, ast.arg)}
        own |= {name.id for name in ast.walk(tree) if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)}
        if node.id in own:
            yield from (ast.Name(other, node.ctx) for other in sorted(own - {node.id}))
    elif isinstance(node, ast.Call):
        yield from _calls(node)
    elif isinstance(node, ast.Return):
        first = next(function.args.args[0].arg for function in ast.walk(tree) if isinstance(function, ast.FunctionDef))
        for form in RESULTS:
            yield ast.parse(f"return {form.format(ast.unparse(node.value), first=first)}").body[0]
    elif isinstance(node, (ast.Assign, ast.If)):
        yield ast.Pass()


def _constants(value, tree):
    if isinstance(value, str):
        words = {
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        yield from sorted(words - {value})
    else:
        yield from (value + 1, value - 1, 2 * value, value / 2, -value, 1.1 * value, 0.9 * value)


def _calls(node):
    name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
    for other in FUNCTIONS.get(name, ()):
        module = node.func.value if isinstance(node.func, ast.Attribute) else ast.Name("np", ast.Load())
        callee = ast.Name(other, ast.Load()) if name in ("min", "max") else ast.Attribute(module, other, ast.Load())
        yield ast.Call(callee, node.args, node.keywords)
    if node.args:
        yield node.args[0]
    if node.keywords:
        yield ast.Call(node.func, node.args, [])
    if name == "range":
        for form in ("range(1, {})", "range({} + 1)", "range({} - 1)"):
            yield ast.parse(form.format(ast.unparse(node.args[0])), mode="eval").body
