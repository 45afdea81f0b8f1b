"""Differentiates random programs here and in PyTorch, and compares.

    python3 Tests/Differential/gradients.py --convlab .build/release/convlab --count 400 --seed 0

A program is a function of two tensors and a number: loops, branches, slices that are written, comprehensions, append,
reductions, products, convolutions. Its twin is the same in PyTorch, in float64. `--record FILE` writes the programs with
PyTorch's derivatives, which GradientTests.swift checks without Python.
"""

import argparse
import pathlib
import random
import subprocess
import sys
import tempfile

import torch
import torch.nn.functional as F  # the twins use it

torch.set_default_dtype(torch.float64)

SMOOTH = [
    ("sin({x})", "torch.sin({x})"), ("cos({x})", "torch.cos({x})"), ("exp(0.3 * {x})", "torch.exp(0.3 * {x})"),
    ("tanh({x})", "torch.tanh({x})"), ("sigmoid({x})", "torch.sigmoid({x})"), ("softplus({x})", "F.softplus({x})"),
    ("sqrt({x}**2 + 1)", "torch.sqrt({x}**2 + 1)"), ("ln({x}**2 + 0.5)", "torch.log({x}**2 + 0.5)"),
    ("arctan({x})", "torch.arctan({x})"), ("{x}**3 / 4", "{x}**3 / 4"), ("-{x}", "-{x}"), ("2 - {x}", "2 - {x}"),
    ("1 / ({x}**2 + 2)", "1 / ({x}**2 + 2)"), ("({x} |> sin)", "torch.sin({x})"), ("{x}.tanh()", "torch.tanh({x})"),
    ("sinh({x} / 3)", "torch.sinh({x} / 3)"), ("log2({x}**2 + 1)", "torch.log2({x}**2 + 1)"),
    ("({x}**2 + 1)**0.3", "({x}**2 + 1)**0.3"), ("2**({x} / 4)", "2**({x} / 4)"),
]
BENT = [
    ("relu({x})", "F.relu({x})"), ("leaky_relu({x}, 0.2)", "F.leaky_relu({x}, 0.2)"), ("abs({x})", "torch.abs({x})"),
    ("clip({x}, -0.8, 0.9)", "torch.clip({x}, -0.8, 0.9)"), ("maximum({x}, 0.3)", "torch.maximum({x}, torch.tensor(0.3))"),
    ("where({x} > 0.1, {x}**2, sin({x}))", "torch.where({x} > 0.1, {x}**2, torch.sin({x}))"),
]
REDUCTIONS = [
    ("sum({x}, axis={k})", "torch.sum({x}, dim={k})"), ("mean({x}, axis={k})", "torch.mean({x}, dim={k})"),
    ("prod({x}, axis={k})", "torch.prod({x}, dim={k})"), ("logsumexp({x}, axis={k})", "torch.logsumexp({x}, dim={k})"),
    ("var({x}, axis={k})", "torch.var({x}, dim={k}, correction=0)"),
    ("std({x}, axis={k}, ddof=1)", "torch.std({x}, dim={k}, correction=1)"),
    ("norm({x}, axis={k})", "torch.linalg.vector_norm({x}, dim={k})"),
]
PICKS = [("max({x}, axis={k})", "torch.max({x}, dim={k}).values"), ("min({x}, axis={k})", "torch.min({x}, dim={k}).values")]


class Variable:
    def __init__(self, name, shape, is_generic=True):
        self.name, self.shape, self.is_generic = name, tuple(shape), is_generic


class Program:
    """Statements of both languages, side by side; what a statement does not change keeps its name in both."""

    def __init__(self, seed):
        self.dice = random.Random(seed)
        self.count = 0
        self.ours, self.twins = [], []
        rows, columns = self.dice.choice([2, 3, 4]), self.dice.choice([2, 3, 4])
        self.variables = [Variable("a", (rows, columns)), Variable("b", (columns,))]
        self.inputs = [self.numbers(v.shape) for v in self.variables] + [round(self.dice.uniform(0.4, 1.6), 3)]
        for _ in range(self.dice.choice([2, 3, 4, 5])):
            self.dice.choice(STATEMENTS)(self)
        self.finish()

    def numbers(self, shape):
        size = 1
        for n in shape:
            size *= n
        values = [round(self.dice.uniform(-1.5, 1.5), 3) for _ in range(size)]
        for n in reversed(shape[1:]):
            values = [values[i:i + n] for i in range(0, len(values), n)]
        return values

    def pick(self, *ranks, generic=False):
        fitting = [v for v in self.variables if len(v.shape) in ranks and (v.is_generic or not generic)]
        return self.dice.choice(fitting[-3:]) if fitting else None

    def add(self, ours, twin, shape, generic=True):
        self.count += 1
        name = f"v{self.count}"
        self.ours.append(f"{name} = {ours}")
        self.twins.append(f"{name} = {twin}")
        self.variables.append(Variable(name, shape, generic))
        return name

    def block(self, ours, twins):
        self.ours += ours
        self.twins += twins

    def finish(self):
        v = self.variables[-1].name
        self.ours.append(f"return sum({v} * s) + sum(a) * 0.1 + sum(b**2)")
        self.twins.append(f"return torch.sum({v} * s) + torch.sum(a) * 0.1 + torch.sum(b**2)")

    # MARK: statements

    def elementwise(self):
        x = self.pick(1, 2)
        bent = self.dice.random() < 0.25
        ours, twin = self.dice.choice(BENT if bent else SMOOTH)
        self.add(ours.format(x=x.name), twin.format(x=x.name), x.shape, x.is_generic and not bent)

    def broadcast(self):
        x = self.pick(2)
        sign = self.dice.choice("+-*")
        y, shape = self.dice.choice([("s", ()), ("b", self.variables[1].shape), (x.name, x.shape)])
        if shape and shape[-1] != x.shape[-1]:
            y = "s"
        self.add(f"{x.name} {sign} {y} * 0.7", f"{x.name} {sign} {y} * 0.7", x.shape, x.is_generic)

    def quotient(self):
        x = self.pick(1, 2)
        self.add(f"{x.name} / (s + {x.name}**2)", f"{x.name} / (s + {x.name}**2)", x.shape, x.is_generic)

    def product(self):
        x, y = self.pick(2), self.pick(2)
        kind = self.dice.choice(["transpose", "vector", "gram", "outer", "einsum"])
        if kind == "vector":
            self.add(f"{x.name} @ ones({x.shape[1]})", f"{x.name} @ torch.ones({x.shape[1]})", x.shape[:1])
        elif kind == "outer":
            u, v = self.pick(1), self.pick(1)
            self.add(f"outer({u.name}, {v.name})", f"torch.outer({u.name}, {v.name})", u.shape + v.shape)
        elif kind == "einsum":
            self.add(f'einsum("ij,kj->ik", {x.name}, {x.name}) / 3', f'torch.einsum("ij,kj->ik", {x.name}, {x.name}) / 3', (x.shape[0],) * 2)
        elif x.shape[1] == y.shape[1]:
            self.add(f"{x.name} @ {y.name}.T / 2", f"{x.name} @ {y.name}.T / 2", (x.shape[0], y.shape[0]))
        else:
            self.add(f"{x.name} @ {x.name}.T / 2", f"{x.name} @ {x.name}.T / 2", (x.shape[0],) * 2)

    def reduction(self):
        x = self.pick(2, generic=True)
        if not x or x.shape[0] < 2 or x.shape[1] < 2:
            return self.elementwise()
        k = self.dice.choice([0, 1, -1])
        ours, twin = self.dice.choice(REDUCTIONS + PICKS)
        shape = tuple(n for axis, n in enumerate(x.shape) if axis != k % 2)
        ours, twin = ours.format(x=x.name, k=k), twin.format(x=x.name, k=k)
        if self.dice.random() < 0.3 and "max(" not in twin and "min(" not in twin:
            shape = tuple(1 if axis == k % 2 else n for axis, n in enumerate(x.shape))
            self.add(f"{x.name} * {ours[:-1]}, keepdims=True)", f"{x.name} * {twin[:-1]}, keepdim=True)", x.shape)
        else:
            self.add(ours, twin, shape)

    def normalised(self):
        x = self.pick(2)
        k = self.dice.choice([0, 1])
        name = self.dice.choice(["softmax", "log_softmax"])
        self.add(f"{name}({x.name}, axis={k})", f"torch.{name}({x.name}, dim={k})", x.shape, x.is_generic)

    def rearranged(self):
        x = self.pick(2)
        r, c = x.shape
        choices = [
            (f"{x.name}.T", f"{x.name}.T", (c, r)), (f"reshape({x.name}, ({c}, {r}))", f"{x.name}.reshape({c}, {r})", (c, r)),
            (f"{x.name}[::-1]", f"torch.flip({x.name}, (0,))", (r, c)), (f"roll({x.name}, (1, 0))", f"torch.roll({x.name}, 1, 0)", (r, c)),
            (f"{x.name}[1:]", f"{x.name}[1:]", (r - 1, c)), (f"{x.name}[:, 0]", f"{x.name}[:, 0]", (r,)),
            (f"{x.name}[[0, 1, 0]]", f"{x.name}[[0, 1, 0]]", (3, c)), (f"{x.name}[..., -1]", f"{x.name}[..., -1]", (r,)),
            (f"concat(({x.name}, {x.name}**2), axis=1)", f"torch.cat(({x.name}, {x.name}**2), 1)", (r, 2 * c)),
            (f"stack(({x.name}[0], {x.name}[1]))", f"torch.stack(({x.name}[0], {x.name}[1]))", (2, c)),
            (f"cumsum({x.name}, axis=1)", f"torch.cumsum({x.name}, 1)", (r, c)), (f"tile({x.name}, (2, 1))", f"torch.tile({x.name}, (2, 1))", (2 * r, c)),
            (f"repeat({x.name}, 2, axis=0)", f"torch.repeat_interleave({x.name}, 2, dim=0)", (2 * r, c)),
            (f"pad({x.name}, 1)", f"F.pad({x.name}, (1, 1, 1, 1))", (r + 2, c + 2)),
            (f'pad({x.name}, 1, mode="replicate")', f'F.pad({x.name}[None], (1, 1, 1, 1), mode="replicate")[0]', (r + 2, c + 2)),
            (f"tril({x.name})", f"torch.tril({x.name})", (r, c)), (f"{x.name} * eye({r}, {c}) + {x.name}", f"{x.name} * torch.eye({r}, {c}) + {x.name}", (r, c)),
        ]
        choices = [choice for choice in choices if 0 not in choice[2] and min(r, c) > 1]
        if not choices:
            return self.elementwise()
        ours, twin, shape = self.dice.choice(choices)
        self.add(ours, twin, shape, False)

    def image(self):
        x = self.pick(2, generic=True)
        if not x or min(x.shape) < 2:
            return self.elementwise()
        r, c = x.shape
        k = "[[1, -2], [0.5, 3]]"
        inner = f"{x.name}[None, None]"
        choices = [
            (f"conv2d({x.name}, {k})", f"F.conv2d({inner}, torch.tensor({k})[None, None])[0, 0]", (r - 1, c - 1)),
            (f"conv2d({x.name}, {k}, padding=1)", f"F.conv2d({inner}, torch.tensor({k})[None, None], padding=1)[0, 0]", (r + 1, c + 1)),
            (f"conv2d({x.name}, {x.name}[:2, :2])", f"F.conv2d({inner}, {x.name}[:2, :2][None, None])[0, 0]", (r - 1, c - 1)),
            (f"convolve2d({x.name}, {k})", f"F.conv2d({inner}, torch.flip(torch.tensor({k}), (0, 1))[None, None], padding=1)[0, 0]", (r + 1, c + 1)),
            (f"max_pool2d({x.name}, 2, stride=1)", f"F.max_pool2d({inner}, 2, stride=1)[0, 0]", (r - 1, c - 1)),
            (f"avg_pool2d({x.name}, 2, stride=1)", f"F.avg_pool2d({inner}, 2, stride=1)[0, 0]", (r - 1, c - 1)),
            (f"avg_pool2d({x.name}, 2, padding=1)", f"F.avg_pool2d({inner}, 2, padding=1)[0, 0]", (r // 2 + 1, c // 2 + 1)),
        ]
        ours, twin, shape = self.dice.choice(choices)
        self.add(ours, twin, shape, False)

    def loop(self):
        x = self.pick(1, 2)
        rounds = self.dice.choice([2, 3, 4])
        name = self.add(x.name, f"{x.name}.clone()", x.shape, x.is_generic)
        update, twin = self.dice.choice(SMOOTH)
        if "-{x}" not in update and "**3" not in update:
            self.block(
                [f"for i in range({rounds}):", f"    {name} = {update.format(x=name)} + 0.1 * i * s"],
                [f"for i in range({rounds}):", f"    {name} = {twin.format(x=name)} + 0.1 * i * s"])
        else:
            self.block(
                ["n = 0", f"while n < {rounds}:", f"    {name} *= 0.5 + s / 4", "    n += 1"],
                ["n = 0", f"while n < {rounds}:", f"    {name} = {name} * (0.5 + s / 4)", "    n += 1"])

    def branch(self):
        x = self.pick(1, 2)
        name = self.add(x.name, f"{x.name}.clone()", x.shape, x.is_generic)
        limit = round(self.dice.uniform(-1, 1), 2)
        self.block(
            [f"if sum({name}) > {limit}:", f"    {name} = {name} * s", "else:", f"    {name} = sin({name}) - s"],
            [f"if torch.sum({name}) > {limit}:", f"    {name} = {name} * s", "else:", f"    {name} = torch.sin({name}) - s"])

    def written(self):
        x = self.pick(2)
        name = self.add(x.name, f"{x.name}.clone()", x.shape, False)
        last = x.shape[0] - 1
        choices = [
            (f"{name}[0] = sin({name}[{last}])", f"{name}[0] = torch.sin({name}[{last}].clone())"),
            (f"{name}[:, 0] *= s", f"{name}[:, 0] = {name}[:, 0].clone() * s"),
            (f"{name}[{last}, 0] = s**2", f"{name}[{last}, 0] = s**2"),
            (f"{name}[{last}][0] += {name}[0, 0]", f"{name}[{last}, 0] = {name}[{last}, 0].clone() + {name}[0, 0].clone()"),
            (f"{name}[{name} > 0.2] *= 2", f"{name} = torch.where({name} > 0.2, {name} * 2, {name})"),
        ]
        for ours, twin in self.dice.sample(choices, 2):
            self.block([ours], [twin])

    def collected(self):
        x = self.pick(2)
        kind = self.dice.choice(["comprehension", "append", "map", "nested"])
        if kind == "comprehension":
            self.add(f"[sum(row**2) * s for row in {x.name}]", f"torch.stack([torch.sum(row**2) * s for row in {x.name}])", x.shape[:1])
        elif kind == "nested":
            self.add(
                f"[[{x.name}[i, j] * (i + j) for j in range({x.shape[1]})] for i in range({x.shape[0]})]",
                f"torch.stack([torch.stack([{x.name}[i, j] * (i + j) for j in range({x.shape[1]})]) for i in range({x.shape[0]})])", x.shape, False)
        elif kind == "map":
            self.add(f"map(row -> sin(row) * s, {x.name})", f"torch.stack([torch.sin(row) * s for row in {x.name}])", x.shape)
        else:
            self.count += 1
            name = f"v{self.count}"
            self.block(
                [f"{name} = []", f"for row in {x.name}:", f"    {name}.append(row * row[0])"],
                [f"{name} = []", f"for row in {x.name}:", f"    {name}.append(row * row[0])", f"{name} = torch.stack({name})"])
            self.variables.append(Variable(name, x.shape, False))

    def called(self):
        x = self.pick(1, 2)
        self.count += 1
        g = f"g{self.count}"
        ours, twin = self.dice.choice(SMOOTH)
        body = ours.format(x="u"), twin.format(x="u")
        kind = self.dice.choice(["lambda", "def", "recursion", "tuple", "dict"])
        if kind == "lambda":
            self.block([f"{g} = u -> {body[0]} * s"], [f"{g} = lambda u: {body[1]} * s"])
            self.add(f"{g}({g}({x.name}))", f"{g}({g}({x.name}))", x.shape, x.is_generic)
        elif kind == "def":
            self.block(
                [f"def {g}(u, k=2):", f"    w = {body[0]}", "    return w * k"], [f"def {g}(u, k=2):", f"    w = {body[1]}", "    return w * k"])
            self.add(f"{g}({x.name}, k=s) + {g}({x.name})", f"{g}({x.name}, k=s) + {g}({x.name})", x.shape, x.is_generic)
        elif kind == "recursion":
            self.block(
                [f"def {g}(u, n):", "    if n == 0: return u", f"    return {g}({body[0]}, n - 1) * s"],
                [f"def {g}(u, n):", "    if n == 0: return u", f"    return {g}({body[1]}, n - 1) * s"])
            self.add(f"{g}({x.name}, 2)", f"{g}({x.name}, 2)", x.shape, x.is_generic)
        elif kind == "tuple":
            self.block([f"({g}, rest) = ({x.name} * s, {x.name} - s)"], [f"({g}, rest) = ({x.name} * s, {x.name} - s)"])
            self.add(f"{g} * rest", f"{g} * rest", x.shape, x.is_generic)
        else:
            self.block([f'{g} = {{"p": {x.name}, "q": s}}'], [f'{g} = {{"p": {x.name}, "q": s}}'])
            self.add(f"{g}.p * {g}.q + {g}[\"p\"]**2", f"{g}[\"p\"] * {g}[\"q\"] + {g}[\"p\"]**2", x.shape, x.is_generic)

    # MARK: text

    def definition(self):
        return "\n".join(["def f(a, b, s):"] + ["    " + line for line in self.ours])

    def twin(self):
        return "\n".join(["def f(a, b, s):"] + ["    " + line for line in self.twins])


STATEMENTS = [
    Program.elementwise, Program.elementwise, Program.broadcast, Program.quotient, Program.product, Program.reduction,
    Program.reduction, Program.normalised, Program.rearranged, Program.image, Program.loop, Program.branch, Program.written,
    Program.collected, Program.called,
]


def case(seed):
    """A program in the language that prints derivatives, and what PyTorch gives for them; None where it is too large."""
    program = Program(seed)
    scope = {"torch": torch, "F": F}
    exec(program.twin(), scope)
    f = scope["f"]
    inputs = tuple(torch.tensor(x) for x in program.inputs)
    a, b, s = program.inputs
    call = f"({a}, {b}, {s})"
    transform = program.dice.choice(["grad", "grad", "grad", "value_and_grad", "vjp", "jvp", "hessian", "grad of grad"])
    lines, wanted = [program.definition()], []
    gradient = torch.autograd.functional.vjp(f, inputs)[1]
    if transform == "grad":
        lines.append(f'g = grad(f, wrt="all"){call}')
        lines += [f"print(*flatten(g[{place}]))" for place in range(3)]
        wanted = list(gradient)
    elif transform == "value_and_grad":
        lines += [f"(value, g) = value_and_grad(f){call}", "print(value)", "print(*flatten(g))"]
        wanted = [f(*inputs), gradient[0]]
    elif transform == "vjp":
        lines += [f"(value, g) = vjp(f, {call}, 2)", "print(value)", "print(*flatten(g[1]))"]
        wanted = [f(*inputs), 2 * gradient[1]]
    elif transform == "jvp":
        v = tuple(torch.tensor(program.numbers(x.shape)) for x in inputs[:2]) + (torch.tensor(0.5),)
        directions = ", ".join(str(d.tolist()) for d in v)
        lines += [f"(value, t) = jvp(f, {call}, ({directions}))", "print(value)", "print(t)"]
        wanted = [f(*inputs), sum(torch.sum(g * d) for g, d in zip(gradient, v))]
    elif transform == "hessian":
        lines += [f'print(*flatten(hessian(f, wrt="b"){call}))']
        wanted = [torch.autograd.functional.hessian(lambda y: f(inputs[0], y, inputs[2]), inputs[1])]
    else:
        lines += [f"h(a, b, s) = sum(grad(f)(a, b, s)**2)", f'print(*flatten(grad(h, wrt="b"){call}))']

        def h(y):
            (g,) = torch.autograd.grad(f(leaf, y, inputs[2]), leaf, create_graph=True)
            return torch.sum(g**2)

        leaf = inputs[0].clone().requires_grad_()
        point = inputs[1].clone().requires_grad_()
        value = h(point)
        (found,) = torch.autograd.grad(value, point, allow_unused=True) if value.requires_grad else (None,)
        wanted = [torch.zeros_like(point) if found is None else found]
    wanted = [x.detach().flatten().tolist() for x in wanted]
    if not all(abs(x) < 1e6 for part in wanted for x in part):
        return None
    return "\n".join(lines), wanted


def cases(seed, count):
    while count > 0:
        found = case(seed)
        if found:
            count -= 1
            yield (seed, *found)
        seed += 1


def differs(ours, theirs):
    if len(ours) != len(theirs) or any(len(p) != len(q) for p, q in zip(ours, theirs)):
        return True
    return any(
        not abs(x - y) <= 1e-9 * max([1.0] + [abs(z) for z in q]) for p, q in zip(ours, theirs) for x, y in zip(p, q))


def compare(convlab, found):
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for place, (_, text, _) in enumerate(found):
            names.append(f"p{place:05}.cl")
            (pathlib.Path(folder) / names[-1]).write_text(f'print("@@ {place}")\n{text}\n')
        done = subprocess.run(
            [convlab, "run", "--digits", "17", *names], cwd=folder, capture_output=True, text=True, timeout=900)
    printed = {}
    for part in done.stdout.split("@@ ")[1:]:
        head, *rest = part.strip("\n").split("\n")
        printed[int(head)] = [[float(word) for word in line.split()] for line in rest]
    wrong = 0
    for place, (seed, text, theirs) in enumerate(found):
        if differs(printed.get(place, []), theirs):
            wrong += 1
            error = [part for part in done.stderr.split("\n\n") if f"p{place:05}.cl" in part]
            print(f"--- seed {seed}\n{text}\ngave {printed.get(place)}\nand PyTorch {theirs}\n" + "\n".join(error)[:600])
    print(f"{len(found) - wrong} of {len(found)} agree")
    return wrong


def record(path, found):
    parts = []
    for seed, text, theirs in found:
        parts.append(f"--- {seed}\n{text}\n" + "".join("#= " + " ".join(map(repr, part)) + "\n" for part in theirs))
    path.write_text("".join(parts))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--convlab", type=pathlib.Path)
    options.add_argument("--count", type=int, default=400)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--record", type=pathlib.Path)
    options = options.parse_args()
    found = list(cases(options.seed, options.count))
    if options.record:
        record(options.record, found)
    if options.convlab:
        sys.exit(1 if compare(options.convlab.resolve(), found) else 0)


main()
