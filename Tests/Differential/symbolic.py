"""Differentiates random expressions here and in SymPy, and compares values at random points.

    python3 Tests/Differential/symbolic.py --convlab .build/release/convlab --count 500 --seed 0

First, second and third derivatives, mixed ones too. `--record FILE` writes the expressions with SymPy's values, which
SymbolicTests.swift checks without Python.
"""

import argparse
import math
import pathlib
import random
import subprocess
import sys
import tempfile

import sympy

X, Y = sympy.symbols("x y", positive=True)

# name, argument's range that keeps the function smooth and small, SymPy's function
FUNCTIONS = {
    "sin": sympy.sin, "cos": sympy.cos, "exp": sympy.exp, "tanh": sympy.tanh, "arctan": sympy.atan,
    "sigmoid": lambda u: 1 / (1 + sympy.exp(-u)), "softplus": lambda u: sympy.log(1 + sympy.exp(u)),
    "sinh": sympy.sinh, "cosh": sympy.cosh, "tan": lambda u: sympy.tan(u),
    "sqrt": sympy.sqrt, "ln": sympy.log, "log": sympy.log, "log2": lambda u: sympy.log(u, 2),
    "log10": lambda u: sympy.log(u, 10), "abs": None, "relu": None,
}
POSITIVE = {"sqrt", "ln", "log", "log2", "log10"}


def expression(dice, depth):
    """A random expression: its text in the language, and the same in SymPy."""
    if depth == 0 or dice.random() < 0.15:
        kind = dice.random()
        if kind < 0.45:
            return "x", X
        if kind < 0.75:
            return "y", Y
        number = dice.choice([1, 2, 3, 0.5, -1, 4])
        return (f"({number})" if number < 0 else f"{number}"), sympy.nsimplify(number)
    kind = dice.random()
    if kind < 0.45:
        (a, p), (b, q) = expression(dice, depth - 1), expression(dice, depth - 1)
        sign = dice.choice("+-**/")
        if sign == "/":
            return f"(({a}) / (({b})**2 + 1))", p / (q**2 + 1)
        return f"(({a}) {sign} ({b}))", p + q if sign == "+" else p - q if sign == "-" else p * q
    a, p = expression(dice, depth - 1)
    if kind < 0.6:
        exponent = dice.choice([2, 3, -1, -2, 0.5])
        if exponent in (2, 3):
            return f"(({a})**{exponent})", p**exponent
        return f"((({a})**2 + 1)**({exponent}))", (p**2 + 1) ** sympy.nsimplify(exponent)
    if kind < 0.65:
        return f"(-({a}))", -p
    if kind < 0.7:
        (b, q) = expression(dice, 1)
        return f"((({a})**2 + 1)**({b}))", (p**2 + 1) ** q
    name = dice.choice([name for name, twin in FUNCTIONS.items() if twin])
    if name in POSITIVE:
        return f"{name}(({a})**2 + 1)", FUNCTIONS[name](p**2 + 1)
    return f"{name}({a})", FUNCTIONS[name](p)


def cases(seed, count):
    dice = random.Random(seed)
    while count > 0:
        text, twin = expression(dice, dice.choice([2, 3, 3, 4]))
        if not (twin.has(X) or twin.has(Y)):
            continue
        by = "".join(dice.choice("xy") for _ in range(dice.choice([1, 1, 2, 3])))
        if by.count("x") != len(by) and dice.random() < 0.3:
            by = "x" * len(by)
        derivative = twin
        for name in by:
            derivative = sympy.diff(derivative, X if name == "x" else Y)
        points = [(round(dice.uniform(0.2, 1.6), 2), round(dice.uniform(0.2, 1.6), 2)) for _ in range(2)]
        values = [value(derivative, *point) for point in points]
        if any(v is None for v in values):
            continue
        count -= 1
        yield text, by, points, values


def value(derivative, x, y):
    found = derivative.subs({X: sympy.Rational(str(x)), Y: sympy.Rational(str(y))})
    found = sympy.N(found, 30)
    if not found.is_real or not found.is_finite or abs(found) > 1e8:
        return None
    return float(found)


def program(text, by, points):
    f = f"(x, y) -> {text}"
    for name in by:
        f = f'symbolic({f}, "{name}")'
    return [f"f = {f}"] + [f"print(f({x}, {y}))" for x, y in points]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--convlab", type=pathlib.Path)
    options.add_argument("--count", type=int, default=500)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--record", type=pathlib.Path)
    options = options.parse_args()
    found = list(cases(options.seed, options.count))
    if options.record:
        lines = []
        for text, by, points, values in found:
            for point, expected in zip(points, values):
                lines.append(f"{text}; {by}; {point[0]} {point[1]}; {expected!r}\n")
        options.record.write_text("".join(lines))
    if options.convlab:
        sys.exit(1 if compare(options.convlab.resolve(), found) else 0)


def compare(convlab, found):
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for place, (text, by, points, _) in enumerate(found):
            names.append(f"p{place:05}.cl")
            lines = [f'print("@@ {place}")'] + program(text, by, points)
            (pathlib.Path(folder) / names[-1]).write_text("\n".join(lines) + "\n")
        done = subprocess.run(
            [convlab, "run", "--digits", "17", *names], cwd=folder, capture_output=True, text=True, timeout=900)
    printed = {}
    for part in done.stdout.split("@@ ")[1:]:
        head, *rest = part.split()
        printed[int(head)] = [float(word) for word in rest]
    wrong = 0
    for place, (text, by, points, values) in enumerate(found):
        ours = printed.get(place, [])
        if len(ours) == len(values) and all(math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9) for a, b in zip(ours, values)):
            continue
        wrong += 1
        print("\n".join(program(text, by, points)), "\ngave", ours, "and SymPy", values)
    print(f"{len(found) - wrong} of {len(found)} agree")
    if wrong and done.stderr:
        print(done.stderr[:3000])
    return wrong


main()
