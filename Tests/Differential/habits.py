"""Random programs of two kinds that `differential.py` does not write, compared with Python and NumPy.

    python3 Tests/Differential/habits.py --convlab .build/release/convlab --count 400 --seed 0 [--kind styles]

*Styles* are what students write: loops, functions, comprehensions, slices, `append`, dicts, f-strings. Their text is
Python as well, so Python itself runs it. *Trees* do arithmetic on tuples and dicts of numbers and tensors; their twin is
written here, leaf by leaf in NumPy. `--record FILE` writes programs and what they must print, which HabitTests.swift
checks without Python.
"""
import argparse
import contextlib
import io
import math
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import numpy as np


# -- styles

class Style:
    """A program that grows block by block; each block runs in Python at once, so that the next one knows what there is."""

    def __init__(self, seed):
        self.dice = random.Random(seed)
        self.lines = []
        self.names = {}
        self.printed = io.StringIO()
        self.counter = 0

    def run(self, text):
        """Adds a block, unless Python refuses it or its numbers grow beyond what both write in the same way."""
        kept = dict(self.names)
        heard = io.StringIO()
        try:
            with contextlib.redirect_stdout(heard):
                exec(text, kept)
        except Exception:
            return False
        numbers = [abs(float(x)) for x in re.findall(r"-?\d+\.?\d*(?:e[-+]\d+)?", heard.getvalue())]
        if any(x > 1e12 for x in numbers) or "nan" in heard.getvalue() or "inf" in heard.getvalue():
            return False
        self.names = kept
        self.printed.write(heard.getvalue())
        self.lines.append(text)
        return True

    def fresh(self, stem):
        self.counter += 1
        return f"{stem}{self.counter}"

    def number(self):
        return self.dice.choice([self.dice.randint(-9, 20), self.dice.randint(1, 5), self.dice.randint(-20, 20) / 2])

    def some(self, kind):
        found = [n for n, v in self.names.items() if not n.startswith("__") and kind(v)]
        return self.dice.choice(found) if found else None

    def vector(self):
        return self.some(lambda v: isinstance(v, list) and v and all(isinstance(x, (int, float)) for x in v))

    def matrix(self):
        return self.some(lambda v: isinstance(v, list) and v and all(isinstance(x, list) for x in v))

    def text(self):
        return self.some(lambda v: isinstance(v, str))

    def function(self):
        return self.some(callable)

    def condition(self, name):
        c = self.number()
        return self.dice.choice([
            f"{name} > {c}", f"{name} % 2 == 0", f"{name} <= {c} or {name} == {self.number()}", f"not {name} < {c}",
            f"{min(c, 3)} <= {name} < {max(c, 9)}", f"{name} != {c} and {name} > {self.number()}"])

    def expression(self, *names):
        name = self.dice.choice(names)
        other = self.dice.choice(names)
        return self.dice.choice([
            f"{name} + {self.number()}", f"{name} * {other}", f"2 * {name} - {other}", f"{name} ** 2", f"abs({name}) // 3",
            f"({name} + {other}) / 2", f"-{name} % 7", f"{name} if {self.condition(name)} else {self.number()}",
            f"max({name}, {other}, 1)", f"round({name} / 3, 2)"])

    # -- blocks

    def make_list(self):
        items = [self.number() for _ in range(self.dice.randint(1, 7))]
        return f"{self.fresh('xs')} = {items}"

    def make_matrix(self):
        columns = self.dice.randint(1, 4)
        rows = [[self.dice.randint(-5, 9) for _ in range(columns)] for _ in range(self.dice.randint(2, 4))]
        return f"{self.fresh('m')} = {rows}"

    def make_text(self):
        words = ["filter", "kernel", "image", "edge", "blur", "pool", "layer"]
        return f"{self.fresh('s')} = \"{' '.join(self.dice.choices(words, k=self.dice.randint(1, 4)))}\""

    def accumulate(self):
        xs, total = self.vector(), self.fresh("total")
        if self.dice.random() < 0.5:
            return (f"{total} = 0\nfor x in {xs}:\n    if {self.condition('x')}:\n        {total} += {self.expression('x')}\n"
                    f"    else:\n        {total} -= 1\nprint(\"total\", {total})")
        return (f"{total} = 1\nfor i in range(len({xs})):\n    {total} = {total} * 0.5 + {xs}[i] * i\n"
                f"print(f\"{{{total}:.4f}}\")")

    def growing(self):
        xs, ys = self.vector(), self.fresh("ys")
        if self.dice.random() < 0.3:
            return (f"{ys} = []\nwhile len({ys}) < {self.dice.randint(1, 6)}:\n    {ys}.append(len({ys}) * {self.number()})\n"
                    f"print({ys})")
        return (f"{ys} = []\nfor i, x in enumerate({xs}):\n    if {self.condition('x')}: continue\n"
                f"    {ys}.append({self.expression('x', 'i')})\nprint(len({ys}), sum({ys}))")

    def comprehension(self):
        xs, ys = self.vector(), self.fresh("ys")
        other = self.vector()
        return self.dice.choice([
            f"{ys} = [{self.expression('x')} for x in {xs} if {self.condition('x')}]\nprint(len({ys}), sum({ys}))",
            f"{ys} = [{self.expression('x')} for x in {xs}]\nprint({ys})",
            f"{ys} = [a * b for a, b in zip({xs}, {other})]\nprint({ys}, max({ys}))",
            f"{ys} = [[i * j + 1 for j in range(3)] for i in range({self.dice.randint(1, 3)})]\nprint({ys})",
            f"{ys} = {{i: {self.expression('i')} for i in range({self.dice.randint(1, 5)})}}\nprint({ys})",
            f"print(any({self.condition('x')} for x in {xs}), all({self.condition('x')} for x in {xs}))"])

    def slices(self):
        xs = self.vector()
        n = len(self.names[xs])
        # not empty: brackets without items are shown as what they are, `tensor (0,)`
        start = self.dice.randrange(n)
        stop = self.dice.randint(start + 1, n)
        step = self.dice.choice([1, 1, 2, -1])
        return self.dice.choice([
            f"print({xs}[{start}:{stop}], {xs}[::-1], {xs}[-1])",
            f"print({xs}[::{step}])",
            f"{xs}[{start}:{stop}] = [{', '.join(str(self.number()) for _ in range(stop - start))}]\nprint({xs})",
            f"{xs}[0], {xs}[-1] = {xs}[-1], {xs}[0]\nprint({xs})",
            f"{xs}[{self.dice.randint(-n, n - 1)}] += {self.number()}\nprint({xs})"])

    def define(self):
        f = self.fresh("f")
        return self.dice.choice([
            f"def {f}(x, y={self.number()}):\n    z = {self.expression('x', 'y')}\n    if {self.condition('z')}:\n        return z\n"
            f"    return {self.expression('z', 'x')}",
            f"def {f}(n):\n    if n <= 1: return {self.dice.randint(0, 3)}\n    return {f}(n - 1) + {f}(n - 2) % 5",
            f"def {f}(n):\n    count = 0\n    while n > 1 and count < 50:\n        n = n / 2 if n % 2 == 0 else 3 * n + 1\n"
            f"        count += 1\n    return count",
            f"def {f}(n, scale=2):\n    def inner(k): return k * scale\n    return sum([inner(k) for k in range(int(abs(n)) % 9)])"])

    def call(self):
        f = self.function()
        arguments = [str(self.dice.randint(0, 9)) for _ in range(3)]
        return self.dice.choice([
            f"print({f}({arguments[0]}), {f}({arguments[1]}))",
            f"print([{f}(k) for k in range({self.dice.randint(1, 6)})])",
            f"{self.fresh('r')} = {f}({arguments[2]})\nprint({f}({arguments[0]}) + {f}({arguments[1]}))"])

    def rows(self):
        m = self.matrix()
        height, width = len(self.names[m]), len(self.names[m][0])
        i, j = self.dice.randrange(height), self.dice.randrange(width)
        return self.dice.choice([
            f"{m}[{i}][{j}] += {self.number()}\nprint({m}[{i}], {m}[-1][{j}])",
            f"for row in {m}:\n    print(sum(row), min(row), [x * 2 for x in row])",
            f"t = 0\nfor i in range({height}):\n    for j in range({width}):\n        if i == j: t += {m}[i][j]\n"
            f"        elif i > j: t -= 1\nprint(\"trace\", t)",
            f"{self.fresh('t')} = [[{m}[i][j] for i in range({height})] for j in range({width})]\nprint({m}[0])",
            f"print([sum(row) for row in {m}], len({m}), len({m}[0]))"])

    def strings(self):
        s = self.text()
        return self.dice.choice([
            f"print({s}.upper(), len({s}), {s}[::-1], {s}[1:4])",
            f"words = {s}.split()\nprint(len(words), \"-\".join(words), words[0].capitalize())",
            f"counts = {{}}\nfor c in {s}:\n    counts[c] = counts.get(c, 0) + 1\n"
            f"for c in sorted(counts):\n    if counts[c] > 1: print(c, counts[c])",
            f"print({s}.replace(\"e\", \"_\"), \"er\" in {s}, {s}.find(\"l\"))",
            f"print(len([c for c in {s} if c in \"aeiou\"]))",
            f"out = \"\"\nfor c in {s}:\n    if c != \" \": out = c + out\nprint(out)"])

    def formats(self):
        xs = self.vector()
        spec = self.dice.choice([".2f", ".3e", "8.3f", "<9.1f", "+.2f", ".1%"])
        return self.dice.choice([
            f"for i, x in enumerate({xs}):\n    print(f\"{{i:>3d}}|{{x:{spec}}}|\")",
            f"print(f\"{{len({xs})}} items, mean {{sum({xs}) / len({xs}):{spec}}}\")",
            f"print(f\"{{{xs}[0] > 2!r:>6}} {{'a':^5}}|{{12:03d}}|{{255:x}}\")"])

    def orders(self):
        xs = self.vector()
        return self.dice.choice([
            f"print(sorted({xs}), sorted({xs}, reverse=True)[0])",
            f"low, high = min({xs}), max({xs})\nprint(low, high, high - low)",
            f"best = {xs}[0]\nfor x in {xs}:\n    if x > best: best = x\nprint(best, best in {xs})",
            f"a, b = {self.number()}, {self.number()}\na, b = b, a + b\nprint(a, b)",
            f"n = {self.dice.randint(1, 60)}\nsteps = 0\nwhile True:\n    if n < 3: break\n    n = n // 2\n    steps += 1\nprint(n, steps)"])

    def grow(self):
        self.run(self.make_list())
        blocks = [self.make_list, self.make_matrix, self.make_text, self.accumulate, self.growing, self.comprehension, self.slices,
                  self.define, self.call, self.rows, self.strings, self.formats, self.orders]
        wanted = self.dice.randint(5, 12)
        for _ in range(200):
            if len(self.lines) >= wanted:
                break
            block = self.dice.choice(blocks)
            needs = {self.call: self.function, self.rows: self.matrix, self.strings: self.text}.get(block)
            if needs is None or needs():
                self.run(block())
        return "\n".join(self.lines), self.printed.getvalue().splitlines()


# -- trees

def leafwise(operation, *trees):
    """The operation on leaves that stand in the same place; a number stands in every place."""
    shape = next((t for t in trees if isinstance(t, (tuple, dict))), None)
    if shape is None:
        return operation(*trees)
    pick = lambda key: [t[key] if isinstance(t, (tuple, dict)) else t for t in trees]
    if isinstance(shape, dict):
        return {key: leafwise(operation, *pick(key)) for key in shape}
    return tuple(leafwise(operation, *pick(place)) for place in range(len(shape)))


def leaves(tree):
    if isinstance(tree, (tuple, dict)):
        return [x for part in (tree.values() if isinstance(tree, dict) else tree) for x in leaves(part)]
    return [np.asarray(tree, dtype=float)]


OPERATIONS = {"+": np.add, "-": np.subtract, "*": np.multiply, "/": np.divide}
FUNCTIONS = {"exp": np.exp, "sin": np.sin, "tanh": np.tanh, "abs": np.abs,
             "relu": lambda x: np.maximum(x, 0)}
REDUCTIONS = {
    "sum": lambda t: sum(x.sum() for x in leaves(t)), "max": lambda t: max(x.max() for x in leaves(t)),
    "min": lambda t: min(x.min() for x in leaves(t)),
    "norm": lambda t: math.sqrt(sum((x * x).sum() for x in leaves(t)))}


class Trees:
    def __init__(self, seed):
        self.dice = random.Random(seed)

    def leaf(self):
        shape = self.dice.choice([(), (), (2,), (3,), (2, 2), (1, 3)])
        return np.array([self.dice.randint(-6, 8) / 2 for _ in range(int(np.prod(shape)))]).reshape(shape)

    def tree(self, depth=2):
        if depth == 0 or (depth < 2 and self.dice.random() < 0.4):
            return self.leaf()
        parts = [self.tree(depth - 1) for _ in range(self.dice.randint(1, 3))]
        return dict(zip("abc", parts)) if self.dice.random() < 0.5 else tuple(parts)

    def like(self, tree):
        """Another tree of the same form."""
        if isinstance(tree, dict):
            return {key: self.like(part) for key, part in tree.items()}
        if isinstance(tree, tuple):
            return tuple(self.like(part) for part in tree)
        return np.array([self.dice.randint(1, 9) / 2 for _ in range(tree.size)]).reshape(tree.shape)

    def written(self, tree):
        if isinstance(tree, dict):
            return "{" + ", ".join(f'"{key}": {self.written(part)}' for key, part in tree.items()) + "}"
        if isinstance(tree, tuple):
            return "(" + ", ".join(map(self.written, tree)) + ("," if len(tree) == 1 else "") + ")"
        return repr(tree.tolist())

    def shown(self, name, tree):
        if isinstance(tree, dict):
            return [line for key, part in tree.items() for line in self.shown(f'{name}["{key}"]', part)]
        if isinstance(tree, tuple):
            return [line for place, part in enumerate(tree) for line in self.shown(f"{name}[{place}]", part)]
        return [f"print({name})" if np.ndim(tree) == 0 else f"print(*flatten({name}))"]

    def expression(self, values, depth):
        """Text and value of something with the form of `values[0]`."""
        kind = self.dice.random()
        if depth == 0 or kind < 0.15:
            name = self.dice.choice(list(values))
            return name, values[name]
        a, x = self.expression(values, depth - 1)
        if kind < 0.3:
            name = self.dice.choice(list(FUNCTIONS))
            return f"{name}({a})", leafwise(FUNCTIONS[name], x)
        if kind < 0.4:
            return f"(-{a})", leafwise(np.negative, x)
        sign = self.dice.choice(list(OPERATIONS))
        if kind < 0.6:
            c = self.dice.choice([2, 0.5, 3, 10])
            return (f"({c} {sign} {a})", leafwise(OPERATIONS[sign], float(c), x)) if self.dice.random() < 0.5 else \
                (f"({a} {sign} {c})", leafwise(OPERATIONS[sign], x, float(c)))
        b, y = self.expression(values, depth - 1)
        return f"({a} {sign} {b})", leafwise(OPERATIONS[sign], x, y)

    def grow(self):
        first = self.tree()
        values = {"p": first, "q": self.like(first), "g": self.like(first)}
        lines = [f"{name} = {self.written(tree)}" for name, tree in values.items()]
        printed = []
        with np.errstate(all="ignore"):
            for number in range(self.dice.randint(1, 3)):
                text, value = self.expression(values, self.dice.randint(1, 3))
                if not all(np.isfinite(x).all() and np.abs(x).max() < 1e9 for x in leaves(value)):
                    continue
                name = f"r{number}"
                lines.append(f"{name} = {text}")
                lines += self.shown(name, value)
                printed += [" ".join(repr(float(v)) for v in x.ravel()) for x in leaves(value)]
                reduction = self.dice.choice(list(REDUCTIONS))
                lines.append(f"print({reduction}({name}))")
                printed.append(repr(float(REDUCTIONS[reduction](value))))
                values[name] = value
        return "\n".join(lines), printed


KINDS = {"styles": Style, "trees": Trees}


# -- comparing

def tokens(lines):
    """Words and numbers. A zero loses its sign: Python's whole numbers have none there."""
    words = re.sub(r"[\[\](),{}:|]", " ", " ".join(lines)).split()
    return [word[1:] if re.fullmatch(r"-0[.0]*%?", word) else word for word in words]


def agree(ours, theirs):
    if len(ours) != len(theirs):
        return False
    for a, b in zip(ours, theirs):
        if a == b:
            continue
        try:
            x, y = float(a), float(b)
        except ValueError:
            return False
        if abs(x - y) > 1e-12 * max(1, abs(y)):
            return False
    return True


def run(convlab, texts):
    """What each program prints, all in one process, and what that said of errors."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for place, text in enumerate(texts):
            names.append(f"p{place:05}.cl")
            (pathlib.Path(folder) / names[-1]).write_text(f'print("@@ {place}")\n{text}\n')
        done = subprocess.run(
            [convlab, "run", "--digits", "17", *names], cwd=folder, capture_output=True, text=True, timeout=900)
    printed = {}
    for part in done.stdout.split("@@ ")[1:]:
        head, _, rest = part.partition("\n")
        printed[int(head)] = rest.splitlines()
    errors = {int(m[3]): m[1] + ": " + m[2] for m in re.finditer(
        r"error\[([a-z-]+)\]: ([^\n]*)\n\s*--> p(\d+)\.cl", done.stderr)}
    return [(printed.get(place, []), errors.get(place)) for place in range(len(texts))]


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--convlab", type=pathlib.Path)
    options.add_argument("--count", type=int, default=400)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--kind", choices=KINDS, action="append")
    options.add_argument("--record", type=pathlib.Path)
    options = options.parse_args()
    wrong, recorded = 0, []
    for kind in options.kind or KINDS:
        found = [KINDS[kind](f"{kind} {options.seed} {number}").grow() for number in range(options.count)]
        for number, (text, printed) in enumerate(found):
            recorded.append(f"--- {number} {kind}\n{text}\n" + "".join(f"#= {line}\n" for line in printed))
        if not options.convlab:
            continue
        bad = 0
        for (text, printed), (ours, error) in zip(found, run(options.convlab.resolve(), [text for text, _ in found])):
            if error is None and agree(tokens(ours), tokens(printed)):
                continue
            bad += 1
            if bad <= 8:
                print(f"-- {kind}\n{text}\n-- ours: {error or ''}\n" + "\n".join(ours) + "\n-- theirs\n" + "\n".join(printed) + "\n")
        print(f"{kind}: {len(found) - bad} of {len(found)} agree")
        wrong += bad
    if options.record:
        options.record.write_text("".join(recorded))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
