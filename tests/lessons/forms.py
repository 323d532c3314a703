"""Right answers as other people write them: the same functions in other words, other algebra, other libraries."""

FORMS = {
    ("01", "slope"): [
        "lambda f, w, h: (f(w) - f(w + h)) / -h",
        "lambda f, w, h: 1 / h * (f(w + h) - f(w))",
        "lambda f, w, h: f(w + h) / h - f(w) / h",
        "lambda f, w, h: (f(w + h) - f(w - h)) / (2 * h)",
        "lambda f, w, h: np.diff([f(w), f(w + h)])[0] / h",
        "lambda f, w, h: np.divide(f(w + h) - f(w), h)",
    ],
    ("02", "slope_4x3"): [
        "lambda x: 4 * 3 * x ** 2",
        "lambda x: 12 * x * x",
        "lambda x: 12 * pow(x, 2)",
        "lambda x: 12 * np.square(x)",
        "lambda x: (4 * (x + 1e-5) ** 3 - 4 * (x - 1e-5) ** 3) / 2e-5",
    ],
    ("02", "slope_x"): ["lambda x: 1", "lambda x: x ** 0", "lambda x: x / x", "lambda x: np.ones_like(x)"],
    ("02", "slope_5"): ["lambda x: 0", "lambda x: 0 * x", "lambda x: x - x", "lambda x: np.zeros_like(x)"],
    ("02", "slope_sum"): ["lambda x: 2 * 3 * x - 4", "lambda x: 2 * (3 * x - 2)", "lambda x: -4 + x * 6"],
    ("02", "slope_1_over_x"): [
        "lambda x: -1 * x ** -2",
        "lambda x: -(1 / x) ** 2",
        "lambda x: -x ** -2",
        "lambda x: -1 / (x * x)",
        "lambda x: -np.reciprocal(x) ** 2",
    ],
    ("02", "slope_sqrt_x"): [
        "lambda x: 1 / (2 * x ** 0.5)",
        "lambda x: 1 / 2 / np.sqrt(x)",
        "lambda x: 0.5 * x ** (-1 / 2)",
        "lambda x: x ** 0.5 / (2 * x)",
        "lambda x: 0.5 / __import__('math').sqrt(x)",
    ],
    ("02", "slope_inside"): ["lambda w: 8 * w - 12", "lambda w: 2 * (2 * w - 3) * 2", "lambda w: 4 * (2 * w - 3) ** 1"],
    ("02", "slope_mirror"): ["lambda w: 8 * w - 20", "lambda w: 2 * (5 - 2 * w) * (-2)", "lambda w: -20 + 8 * w"],
    ("03", "step"): [
        "lambda w, learning_rate: w - learning_rate * 2 * (w - 3)",
        "lambda w, learning_rate: w + learning_rate * 2 * (3 - w)",
        "lambda w, learning_rate: w - 2 * learning_rate * w + 6 * learning_rate",
        "lambda w, learning_rate: 3 + (w - 3) * (1 - 2 * learning_rate)",
        "lambda w, learning_rate: w - learning_rate * Parabola(minimum=3).gradient(w)",
        "lambda w, eta: np.subtract(w, eta * np.array(2 * w - 6))",
    ],
    ("03", "roll"): [
        "lambda w, learning_rate, steps: 3 + (w - 3) * (1 - 2 * learning_rate) ** steps",
        "lambda w, learning_rate, steps: gradient_descent(Parabola(minimum=3), w, learning_rate, steps).parameters[-1]",
        "lambda w, r, steps: __import__('functools').reduce(lambda v, _: v - r * 2 * (v - 3), range(steps), w)",
        "lambda w, r, n: w if n == 0 else 3 + (1 - 2 * r) * (3 + (1 - 2 * r) ** (n - 1) * (w - 3) - 3)",
    ],
    ("04", "fate"): [
        "lambda r: 'crawl' if r < .05 else 'converge' if r < .5 else 'one-step' if r == .5 else 'overshoot' if r < 1"
        " else 'bounce' if r == 1 else 'diverge'",
        "lambda r: 'diverge' if r > 1 else 'bounce' if r >= 1 else 'overshoot' if r > .5 else 'One step' if r >= .5"
        " else 'converge' if r >= .05 else 'crawl'",
        "lambda r: np.select([r < .05, r < .5, r == .5, r < 1, r == 1], "
        "['crawl', 'converge', 'one-step', 'overshoot', 'bounce'], 'diverge')",
    ],
    ("04", "schedule"): [
        "lambda t: 0.3 / 2 ** (t // 10)",
        "lambda t: 0.3 * 0.5 ** int(t / 10)",
        "lambda t: 0.3 * np.power(0.5, np.floor(t / 10))",
        "lambda t: 0.3 * 2.0 ** -(t // 10)",
    ],
    ("05", "kind"): [
        "lambda C, w: {2: 'minimum', 0: 'maximum'}.get((C(w - .01) > C(w)) + (C(w + .01) > C(w)), 'neither')",
        "lambda C, w: 'neither' if (C(w + .001) - C(w)) * (C(w - .001) - C(w)) < 0 else "
        "'minimum' if C(w + .001) > C(w) else 'maximum'",
        "lambda C, w: 'minimum' if min(C(w - .05), C(w + .05)) > C(w) else "
        "'maximum' if max(C(w - .05), C(w + .05)) < C(w) else 'neither'",
    ],
    ("06", "loss"): [
        "lambda a, y: np.sum((a - y) ** 2) / 2",
        "lambda a, y: 0.5 * ((y - a) ** 2).sum() if np.ndim(a) else 0.5 * (y - a) ** 2",
        "lambda a, y: 0.5 * np.dot(a - y, a - y)",
        "lambda a, y: 0.5 * np.linalg.norm(a - y) ** 2",
        "lambda a, y: sum(0.5 * (p - q) ** 2 for p, q in zip(np.ravel(a), np.ravel(y)))",
    ],
    ("06", "cost"): [
        "lambda outputs, targets: 0.5 * np.sum((outputs - targets) ** 2) / len(outputs)",
        "lambda o, t: sum(0.5 * np.sum((a - y) ** 2) for a, y in zip(o, t)) / len(t)",
        "lambda o, t: np.mean([np.sum((a - y) ** 2) for a, y in zip(o, t)]) / 2",
    ],
    ("06", "sigmoid"): [
        "lambda z: 1 / (1 + np.exp(-np.clip(z, -700, 700)))",
        "lambda z: 0.5 * (1 + np.tanh(np.asarray(z) / 2))",
        "lambda z: np.exp(-np.logaddexp(0, -np.asarray(z, float)))",
        "helpers.sigmoid",
    ],
    ("06", "sigmoid_slope"): [
        "lambda z: helpers.sigmoid(z) * helpers.sigmoid(-z)",
        "lambda z: helpers.sigmoid(z) - helpers.sigmoid(z) ** 2",
        "lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2",
        "lambda z: 0.25 / np.cosh(z / 2) ** 2",
    ],
    ("07", "dE_dw"): [
        "lambda w, x, y: x * (sigmoid(w * x) - y) * sigmoid(w * x) * sigmoid(-w * x)",
        "lambda w, x, y: -(y - sigmoid(w * x)) * (1 - sigmoid(w * x)) * sigmoid(w * x) * x",
        "lambda w, x, y: (0.5 * (sigmoid((w + 1e-6) * x) - y) ** 2 - 0.5 * (sigmoid((w - 1e-6) * x) - y) ** 2) / 2e-6",
    ],
    ("07", "train"): [
        "lambda w, r, n: __import__('functools').reduce("
        "lambda v, _: v + r * (1 - sigmoid(v)) ** 2 * sigmoid(v), range(n), w)",
        "lambda w, r, n: [w := w + r * (1 - sigmoid(w)) ** 2 * sigmoid(w) for _ in range(n)][-1] if n else w",
    ],
    ("07", "boxed_step"): [
        "lambda w, r: np.clip(w - r * (sigmoid(w) - 1) * sigmoid(w) * (1 - sigmoid(w)), 0, 1)",
        "lambda w, r: max(0, min(1, w + r * (1 - sigmoid(w)) ** 2 * sigmoid(w)))",
        "lambda w, r: sorted([0, w + r * sigmoid(w) * (1 - sigmoid(w)) ** 2, 1])[1]",
    ],
    ("08", "grad"): [
        "lambda w, b: cost.gradient([w, b])",
        "lambda w, b: list(cost.gradient([w, b]))",
        "lambda w, b: (lambda p: np.array([p @ x, p.sum()]) / 2)"
        "((sigmoid(w * x + b) - y) * sigmoid(w * x + b) * sigmoid(-w * x - b))",
    ],
    ("08", "contest"): [
        "lambda d: int(np.sum([cost.value(np.array([0, 1]) + .001 * v) < cost.value(np.array([0, 1]) - .001 * "
        "cost.gradient([0, 1.]) / np.linalg.norm(cost.gradient([0, 1.]))) for v in d]))",
    ],
    ("08", "step"): [
        "lambda w, b, r: np.array([w, b]) - r * cost.gradient([w, b])",
        "lambda w, b, r: tuple(np.array([w, b]) - r * np.array(cost.gradient([w, b])))",
        "lambda w, b, r: [w - r * cost.gradient([w, b])[0], b - r * cost.gradient([w, b])[1]]",
    ],
    ("08", "with_ones"): [
        "lambda x: np.stack([x, np.ones_like(x)], axis=1)",
        "lambda x: np.array([[value, 1] for value in x])",
        "lambda x: [(value, 1) for value in x]",
        "lambda x: np.c_[x, np.ones(x.shape)]",
        "lambda x: np.vander(x, 2)",
    ],
    ("09", "count_parameters"): [
        "lambda s: sum((a + 1) * b for a, b in zip(s, s[1:]))",
        "lambda s: int(np.dot(s[:-1], s[1:])) + sum(s[1:])",
        "lambda s: sum(s[i] * s[i + 1] + s[i + 1] for i in range(len(s) - 1))",
        "lambda s: Network(s).parameters.size",
    ],
    ("09", "one_hot"): [
        "lambda label: np.eye(10)[label]",
        "lambda label: [int(d == label) for d in range(10)]",
        "lambda label: np.arange(10) == label",
        "lambda label: tuple([0] * label + [1] + [0] * (9 - label))",
    ],
    ("09", "cost"): [
        "lambda outputs, targets: 0.5 * np.sum((outputs - targets) ** 2) / len(outputs)",
        "lambda o, t: 0.5 * ((o - t) ** 2).sum(axis=1).mean()",
        "lambda o, t: np.mean([0.5 * np.dot(a - y, a - y) for a, y in zip(o, t)])",
        "lambda o, t: np.einsum('ij,ij->', o - t, o - t) / 2 / o.shape[0]",
    ],
    ("09", "update"): [
        "lambda p, g, r: p + r * -g",
        "lambda p, g, r: np.subtract(p, np.multiply(g, r))",
        "lambda p, g, r: [a - r * b for a, b in zip(p, g)]",
    ],
    ("09", "accuracy"): [
        "lambda o, t: (np.argmax(o, axis=1) == np.argmax(t, axis=1)).sum() / len(o)",
        "lambda o, t: sum(t[i, row.argmax()] for i, row in enumerate(o)) / len(t)",
        "lambda o, t: float(np.mean([a.argmax() == y.argmax() for a, y in zip(o, t)]))",
    ],
}
