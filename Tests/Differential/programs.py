"""Random programs: one description of each, written out in our language and as its NumPy twin.

A node knows both texts, so the two cannot drift apart. Programs grow statement by statement, and each statement's twin
runs at once: what NumPy refuses is drawn again, and the next statement knows the shapes that it can use.
"""

import math
import random
import re
import warnings

import numpy as np

import edges
import twin

warnings.simplefilter("ignore")
np.seterr(all="ignore")


class Node:
    """An expression: our text, the twin's text, and the nodes in it (which shrinking tries alone)."""

    def __init__(self, ours, twins=None, parts=()):
        self.ours, self.twins, self.parts = ours, twins or ours, parts


def plain(x):
    if isinstance(x, bool):
        return str(x)
    if math.isnan(x) or math.isinf(x):
        return repr(x)
    return repr(int(x)) if x == int(x) and abs(x) < 1e6 and not (x == 0 and math.copysign(1, x) < 0) else repr(x)


def number(x):
    text = f"({plain(x)})" if x < 0 else plain(x)
    return Node(text, None if isinstance(x, bool) else f"float({text})")


def nested(x):
    return plain(x) if not isinstance(x, list) else "[" + ", ".join(map(nested, x)) + "]"


def literal(x):
    """A tensor written out; an empty one by its shape."""
    if x.size == 0:
        dtype = ", dtype=bool" if x.dtype == bool else ""
        text = f"zeros({tuple(x.shape)}{dtype})"
        node = Node(text, "f." + text)
    else:
        text = nested(x.tolist())
        node = Node(text, f"array({text}{'' if x.dtype == bool else ', dtype=float'})")
    return call("float32", node, method=True) if x.dtype == np.float32 else node


def binary(operator, a, b):
    return Node(f"({a.ours} {operator} {b.ours})", f"binary({operator!r}, {a.twins}, {b.twins})", (a, b))


def unary(operator, a):
    return Node(f"({operator}{a.ours})", f"unary({operator!r}, {a.twins})", (a,))


def written(argument):
    """An argument that is no node: a shape, an axis, a word."""
    return '"' + argument + '"' if isinstance(argument, str) else repr(argument)


def call(name, *arguments, method=False, **named):
    ours = [a.ours if isinstance(a, Node) else written(a) for a in arguments]
    twins = [a.twins if isinstance(a, Node) else written(a) for a in arguments]
    for key, value in named.items():
        ours.append(f"{key}={value.ours if isinstance(value, Node) else written(value)}")
        twins.append(f"{key}={value.twins if isinstance(value, Node) else written(value)}")
    text = f"{name}({', '.join(ours)})"
    if method:
        receiver = ours[0] if ours[0][0] in "[(" or ours[0].isidentifier() else f"({ours[0]})"
        text = f"{receiver}.{name}({', '.join(ours[1:])})"
    parts = tuple(a for a in (*arguments, *named.values()) if isinstance(a, Node))
    return Node(text, f"f.{name}({', '.join(twins)})", parts)


def group(nodes):
    """A tuple of tensors."""
    tail = "," if len(nodes) == 1 else ""
    return Node(
        "(" + ", ".join(n.ours for n in nodes) + tail + ")", "(" + ", ".join(n.twins for n in nodes) + tail + ")",
        tuple(nodes))


def index(base, where):
    return Node(f"{base.ours}[{where}]", f"index({base.twins}, s_[{where}])", (base,))


class Program:
    """Statements and what their twins gave so far."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.seed = seed
        self.lines = []  # (ours, twins, name that it assigns, its node)
        self.env = {name: getattr(twin, name) for name in dir(twin) if not name.startswith("__")}
        self.names = 0
        self.single = False
        self.refused = None  # the code of the error that the last statement must end with

    # Statements

    def name(self):
        self.names += 1
        return "abcdghklmnopqrtuvwxyz"[self.names - 1]

    def evaluate(self, node):
        return eval(node.twins, self.env)

    def statement(self, ours, twins, assigns, node=None):
        self.lines.append((ours, twins, assigns, node))
        try:
            exec(twins, self.env)
        except twin.Listed as refusal:
            self.refused = str(refusal)
            raise

    def let(self, node):
        name = self.name()
        self.statement(f"{name} = {node.ours}", f"{name} = {node.twins}", name, node)
        return Node(name)

    def value(self, node):
        return self.env[node.ours]

    # Chance

    def chance(self, p):
        return self.random.random() < p

    def pick(self, *choices):
        return self.random.choice(choices)

    def whole(self, low, high):
        return self.random.randint(low, high)

    def shape(self, low=1, high=3, largest=4, empty=0.03):
        rank = self.whole(low, high)
        return tuple(0 if self.chance(empty) else self.whole(1, largest) for _ in range(rank))

    def element(self, special=0.0):
        if self.chance(special):
            return self.pick(float("nan"), float("inf"), float("-inf"), 0.0)
        if self.chance(0.4):
            return float(self.whole(-4, 6))
        return round(self.random.uniform(-3, 3), self.whole(1, 4))

    def data(self, shape, kind="float", special=0.0):
        size = int(np.prod(shape))
        if kind == "bool":
            return np.array([self.chance(0.5) for _ in range(size)], dtype=bool).reshape(shape)
        values = [self.element(special) for _ in range(size)]
        return np.array(values, dtype=float).reshape(shape).astype(np.float32 if self.single else float)

    def tensor(self, shape=None, kind="float", special=0.0, **shapes):
        shape = self.shape(**shapes) if shape is None else shape
        return self.let(literal(self.data(shape, kind, special)))

    def tensor_of(self, numbers):
        return self.let(literal(np.asarray(numbers, dtype=float)))

    def partner(self, shape):
        """A shape that broadcasts with this one."""
        other = [1 if self.chance(0.25) else size for size in shape]
        return tuple(other[self.whole(0, len(other)) if self.chance(0.4) else 0:])

    def axis(self, x, several=True):
        rank = np.ndim(x)
        if several and rank > 1 and self.chance(0.35):
            axes = self.random.sample(range(rank), self.whole(1, rank))
            return tuple(a - rank if self.chance(0.3) else a for a in axes)
        return self.whole(-rank, rank - 1)

    def slice(self, size):
        def bound():
            return "" if self.chance(0.35) else str(self.whole(-size - 2, size + 2))

        step = self.pick("", "", "", ":1", ":2", ":-1", ":-2", ":3", ":-3")
        return f"{bound()}:{bound()}{step}"

    def where(self, shape, advanced=True):
        """What stands between brackets for a tensor of this shape."""
        parts, axis, ellipsis = [], 0, False
        until = self.whole(0, len(shape)) if self.chance(0.4) else len(shape)
        length = self.whole(1, 4)  # of all lists, so that they go together
        while axis < until:
            size = shape[axis]
            kind = self.random.random()
            if kind < 0.3 and size:
                parts.append(str(self.whole(-size, size - 1)))
            elif kind < 0.6:
                parts.append(self.slice(size))
            elif kind < 0.68 and not ellipsis:
                ellipsis = True
                parts.append("...")
                axis = max(axis, axis + self.whole(0, until - axis) - 1)
                until, skip = len(shape), len(shape) - axis
                rest = self.whole(0, skip)
                axis = len(shape) - rest
                continue
            elif kind < 0.76:
                parts.append("None")
                continue
            elif advanced and kind < 0.9 and size:
                entries = [self.whole(-size, size - 1) for _ in range(length)]
                parts.append(repr(entries))
            elif advanced and size:
                mask = [self.chance(0.5) for _ in range(size)]
                parts.append(repr(mask))
            else:
                parts.append(":")
            axis += 1
        return ", ".join(parts) or "..."


# Areas: each writes one program and gives the node of its result


UNARY = "abs sign sqrt exp log ln log2 log10 sin cos tan arctan sinh cosh tanh sigmoid relu softplus step".split()
ROUNDING = "floor ceil round".split()


def operators(p):
    kind = p.pick("float", "float", "float", "bool")
    special = p.pick(0, 0, 0.15)
    a = p.tensor(kind=kind, special=special)
    # now and then an outer product that only broadcasting would make, which is refused
    other = p.partner(p.value(a).shape) if p.chance(0.95) else (p.whole(2, 3), 1)
    b = p.tensor(other, kind=p.pick("float", kind), special=special)
    c = number(p.pick(p.element(), p.whole(1, 3) * 1.0, True))
    sides = p.pick((a, b), (b, a), (a, c), (c, a), (a, b))
    operator = p.pick("+", "-", "*", "/", "//", "%", "**", "<", "<=", ">", ">=", "==", "!=", "&", "|")
    result = p.let(binary(operator, *sides))
    if p.chance(0.5) and isinstance(p.value(result), np.ndarray):
        follow = p.pick("~", "-", "+") if p.value(result).dtype == bool else p.pick("-", "+")
        return unary(follow, result)
    return binary(p.pick("+", "*"), result, p.pick(a, c)) if p.chance(0.5) else result


def scalars(p):
    a, b = number(p.element()), number(p.pick(p.element(), p.element(), 0.0, 0.1, -0.5, True))
    result = binary(p.pick("+", "-", "*", "/", "//", "%", "**", "<", "==", ">="), a, b)
    name = p.let(result)
    return p.pick(name, call(p.pick(*UNARY, *ROUNDING), name), unary("-", name), binary("%", name, number(p.element())))


def functions(p):
    a = p.tensor(kind=p.pick("float", "float", "float", "bool"), special=p.pick(0, 0.2))
    choice = p.whole(0, 8)
    if choice == 0:
        return call("round", a, p.whole(-1, 3))
    if choice == 1:
        return call("leaky_relu", a, 0.1) if p.chance(0.5) else call("leaky_relu", a, negative_slope=0.25)
    if choice == 2:
        return call("clip", a, p.pick(-1, 0), p.pick(1, 2.5)) if p.chance(0.7) else call("clip", a, low=-1)
    if choice == 3:
        b = p.tensor(p.partner(p.value(a).shape), special=p.pick(0, 0.2))
        return call(p.pick("minimum", "maximum"), a, p.pick(b, number(p.element())))
    if choice == 4:
        b = p.tensor(p.partner(p.value(a).shape))
        return call("where", binary(p.pick("<", ">"), a, number(0.5)), p.pick(a, number(1.0)), p.pick(b, number(0.0)))
    name = p.pick(*UNARY, *ROUNDING, "isnan", "isinf", "isfinite")
    result = call(name, a, method=p.chance(0.3))
    return binary(p.pick("+", "*", "-"), p.let(result), a) if p.chance(0.4) else result


def indexing(p):
    a = p.tensor(high=4, kind=p.pick("float", "float", "bool"))
    shape = p.value(a).shape
    choice = p.whole(0, 9)
    if choice == 0:
        return index(a, p.tensor(shape, kind="bool").ours)
    if choice == 1 and p.value(a).dtype != bool:
        return Node(
            f"{a.ours}[{a.ours} > 0.5]", f"index({a.ours}, binary('>', {a.ours}, 0.5))", (a,))
    if choice == 2 and len(shape) > 1 and 0 not in shape:
        rows = p.tensor_of(np.array([[p.whole(-shape[0], shape[0] - 1) for _ in range(2)] for _ in range(2)]))
        return index(a, rows.ours + p.pick("", ", ...", ", 0", ", :, None", ", 0:1"))
    result = p.let(index(a, p.where(shape)))
    value = p.value(result)
    if isinstance(value, np.ndarray) and p.chance(0.4):
        return index(result, p.where(value.shape))
    return result


def assignment(p):
    a = p.tensor(high=3)
    for _ in range(p.whole(1, 2)):
        shape = p.value(a).shape
        if p.chance(0.25):
            mask = p.tensor(shape if p.chance(0.6) else shape[:1], kind="bool")
            where, place = mask.ours, p.value(a)[p.value(mask)]
        elif p.chance(0.2):
            where, place = f"{a.ours} > 0", p.value(a)[p.value(a) > 0]
        else:
            where = p.where(shape)
            place = eval(f"index({a.ours}, s_[{where}])", p.env)
        fits = np.shape(place)
        options = [number(p.element()), number(p.element())]
        if fits:
            options += [p.tensor(fits), p.tensor(p.partner(fits) or fits[-1:])]
        new = p.pick(*options)
        operator = p.pick("", "", "+", "-", "*", "/")
        text = f"{a.ours}[{where}] {operator}= {new.ours}"
        key = f"binary('>', {a.ours}, 0.0)" if where.endswith("> 0") else f"s_[{where}]"
        written = f"binary({operator!r}, index({a.ours}, {key}), {new.twins})" if operator else new.twins
        p.statement(text, f"{a.ours} = set_index({a.ours}, {key}, {written})", a.ours)
    return a


REDUCTIONS = "sum mean max min prod any all count_nonzero argmax argmin var std median norm".split()


def reductions(p):
    a = p.tensor(high=4, largest=4, special=p.pick(0, 0, 0, 0.1), kind=p.pick("float", "float", "float", "bool"))
    x = p.value(a)
    name = p.pick(*REDUCTIONS)
    if x.dtype == bool and name in ("median", "norm"):
        name = "sum"
    named = {}
    if p.chance(0.75):
        named["axis"] = p.axis(x, several=name not in ("argmax", "argmin") and not (name == "norm"))
    elif name == "norm" and x.ndim > 1 and p.chance(0.5):
        named["axis"] = tuple(p.random.sample(range(x.ndim), 2))
    if p.chance(0.3):
        named["keepdims"] = True
    if name in ("var", "std") and p.chance(0.5):
        named["ddof"] = 1
    if name == "norm" and p.chance(0.6):
        vectors = isinstance(named.get("axis"), int) or x.ndim == 1 and "axis" not in named
        if vectors:
            named["ord"] = p.pick(1, 2, 3, 0, 0.5, Node("inf"), Node("-inf"))
        elif "axis" in named or x.ndim == 2:
            named["ord"] = p.pick(1, -1, "fro", Node("inf"), Node("-inf"))
    result = p.let(call(name, a, method=p.chance(0.3), **named))
    if p.chance(0.3) and x.dtype != bool and np.ndim(p.value(result)):
        return binary(p.pick("-", "+"), a, result)
    return result


def scans(p):
    a = p.tensor(special=p.pick(0, 0, 0.1))
    x = p.value(a)
    name = p.pick("softmax", "log_softmax", "logsumexp", "cumsum", "softmax")
    if name == "cumsum":
        return call(name, a) if p.chance(0.3) else call(name, a, axis=p.axis(x, several=False))
    if x.ndim == 1 and p.chance(0.5):
        return call(name, a)
    return call(name, a, axis=p.axis(x), **({"keepdims": True} if name == "logsumexp" and p.chance(0.4) else {}))


def ordering(p):
    a = p.tensor(special=p.pick(0, 0.2), largest=5)
    name = p.pick("sort", "argsort", "unique", "nonzero", "sort", "argsort")
    if name in ("unique", "nonzero"):
        return call(name, a, method=p.chance(0.3))
    axis = {} if p.chance(0.3) else {"axis": p.pick(None, p.axis(p.value(a), several=False))}
    result = p.let(call(name, a, **axis))
    if name == "argsort" and p.value(a).ndim == 1:
        return index(a, result.ours)
    return result


def shaping(p):
    a = p.tensor(high=4, largest=3, kind=p.pick("float", "float", "bool"))
    for _ in range(p.whole(1, 2)):
        a = p.let(p.pick(reshaped, reordered, squeezed, turned, padded, repeated)(p, a))
        if not isinstance(p.value(a), np.ndarray) or p.value(a).size > 400:
            return a
    return a


def reshaped(p, a):
    x = p.value(a)
    if p.chance(0.2) or x.size == 0:
        return call("flatten", a, method=p.chance(0.5))
    sizes, rest = [], x.size
    while rest > 1 and len(sizes) < 3:
        d = p.pick(*[d for d in range(1, rest + 1) if rest % d == 0])
        sizes.append(d)
        rest //= d
    if rest > 1 or not sizes:
        sizes.append(rest)
    if p.chance(0.4):
        sizes[p.whole(0, len(sizes) - 1)] = -1
    return call("reshape", a, tuple(sizes)) if p.chance(0.5) else call("reshape", a, *sizes, method=True)


def reordered(p, a):
    rank = p.value(a).ndim
    if p.chance(0.3):
        return Node(f"{a.ours}.T", f"f.transpose({a.ours})", (a,)) if p.chance(0.5) else call("transpose", a)
    if p.chance(0.5):
        order = p.random.sample(range(rank), rank)
        return call("transpose", a, tuple(order)) if p.chance(0.5) else call("transpose", a, *order, method=True)
    return call("swap_axes", a, p.whole(-rank, rank - 1), p.whole(-rank, rank - 1))


def squeezed(p, a):
    rank = p.value(a).ndim
    if p.chance(0.5) or 1 not in p.value(a).shape:
        return call("expand_dims", a, p.pick(p.whole(-rank - 1, rank), p.whole(0, rank), (0, rank + 1)))
    return call("squeeze", a) if p.chance(0.5) else call("squeeze", a, axis=p.value(a).shape.index(1))


def turned(p, a):
    x = p.value(a)
    choice = p.whole(0, 4)
    if choice == 0:
        return call("flip", a) if p.chance(0.4) else call("flip", a, axis=p.axis(x))
    if choice == 1 and x.ndim > 1:
        return call("rot90", a, p.whole(-5, 5)) if p.chance(0.7) else call("rot180", a)
    if choice == 2 and x.ndim > 1:
        return call(p.pick("tril", "triu"), a, p.whole(-2, 2))
    name = p.pick("roll", "shift")
    axis = p.axis(x)
    if p.chance(0.4):
        axis = twin.image_axes(x, None)
        amounts = tuple(p.whole(-5, 5) for _ in axis)
        return call(name, a, amounts if len(amounts) > 1 else amounts[0])
    amounts = tuple(p.whole(-5, 5) for _ in axis) if isinstance(axis, tuple) else p.whole(-5, 5)
    return call(name, a, amounts, axis=axis)


def padded(p, a):
    x = p.value(a)
    mode = p.pick("constant", "reflect", "replicate", "circular", "symmetric")
    named = {} if mode == "constant" and p.chance(0.5) else {"mode": mode}
    if mode == "constant" and p.chance(0.4):
        named["value"] = p.pick(1, -2.5)
    chosen = twin.image_axes(x, None)
    if p.chance(0.3):
        named["axis"] = p.axis(x)
        chosen = twin.image_axes(x, named["axis"])
    pairs = tuple((p.whole(0, 2), p.whole(0, 2)) for _ in chosen)
    return call("pad", a, p.pick(p.whole(0, 2), pairs, pairs), **named)


def repeated(p, a):
    x = p.value(a)
    if p.chance(0.5):
        return call("tile", a, p.pick(2, (2, 1), (1, 2), (2, 1, 2), (3,), 0 if p.chance(0.2) else 1))
    if p.chance(0.3):
        return call("repeat", a, p.whole(0, 3))
    axis = p.axis(x, several=False)
    counts = p.pick(p.whole(0, 3), Node(repr([p.whole(0, 2) for _ in range(x.shape[axis])])))
    return call("repeat", a, counts, axis=axis)


def joining(p):
    kind = p.pick("float", "float", "bool")
    shape = p.shape(high=3, largest=3)
    choice = p.whole(0, 3)
    if choice == 0:
        parts = [p.tensor(shape, kind) for _ in range(p.whole(1, 3))]
        rank = len(shape)
        return call("stack", group(parts), **({"axis": p.whole(-rank - 1, rank)} if p.chance(0.7) else {}))
    axis = p.whole(-len(shape), len(shape) - 1)
    if choice == 1:
        parts = []
        for _ in range(p.whole(1, 3)):
            own = list(shape)
            own[axis] = p.whole(0 if p.chance(0.2) else 1, 3)
            parts.append(p.tensor(tuple(own), p.pick(kind, "float")))
        return call("concat", group(parts), **({"axis": axis} if p.chance(0.8) or axis % len(shape) else {}))
    a = p.tensor(shape, kind)
    size = shape[axis]
    divisors = [d for d in range(1, size + 1) if size % d == 0] or [1]
    named = p.pick({"sections": p.pick(*divisors)}, {"size": p.whole(1, 3)}, {"sections": (1, 2)})
    parts = p.let(call("split", a, **named, axis=axis))
    if p.chance(0.5):
        return parts
    return call("concat", parts, axis=axis)


def making(p):
    choice = p.whole(0, 7)
    if choice == 0:
        shape = p.shape()
        return binary("+", call(p.pick("zeros", "ones"), *p.pick((shape,), shape)), number(p.element()))
    if choice == 1:
        return call("full", p.shape(), p.element())
    if choice == 2:
        return call("eye", p.whole(1, 4)) if p.chance(0.5) else call("eye", p.whole(1, 4), p.whole(1, 4))
    if choice == 3:
        step = p.pick(0.1, 0.25, 0.3, -0.7, 1, 2)
        start = p.pick(0, 1, -1.5, 0.1)
        return call("arange", start, start + step * p.whole(0, 9) + p.pick(0, step / 2), step)
    if choice == 4:
        return call("linspace", p.element(), p.element(), p.whole(1, 9))
    if choice == 5:
        a = p.tensor(kind=p.pick("float", "bool"))
        return call(p.pick("zeros_like", "ones_like"), a)
    if choice == 6:
        n = p.whole(2, 5)
        labels = p.tensor_of(np.array([p.whole(0, n - 1) for _ in range(p.whole(1, 5))]))
        return call("one_hot", labels, n)
    parts = [p.tensor(p.shape(high=1)) for _ in range(p.whole(1, 3))]
    return call("meshgrid", *parts, **p.pick({}, {"indexing": "ij"}))


def products(p):
    n, k, m = p.whole(1, 4), p.whole(1, 4), p.whole(1, 4)
    stack = p.shape(0, 2, 3, empty=0)
    choice = p.whole(0, 4)
    if choice == 0:
        return binary("@", p.tensor((k,)), p.tensor((k,)))
    if choice == 1:
        return binary("@", *p.pick((p.tensor((n, k)), p.tensor((k,))), (p.tensor((k,)), p.tensor(stack + (k, m)))))
    kind = p.pick("float", "float", "bool")
    if choice == 2:
        other = tuple(1 if p.chance(0.3) else s for s in stack) if p.chance(0.6) else ()
        return binary("@", p.tensor(stack + (n, k), kind), p.tensor(other + (k, m), p.pick(kind, "float")))
    if choice == 3:
        return call("dot", p.tensor(stack + (k,)), p.tensor(p.pick((k,), (k, m), (2, k, m))))
    return call("outer", p.tensor(p.shape(high=2), kind), p.tensor(p.shape(high=2), kind))


def einsums(p):
    sizes = {letter: p.whole(1, 4) for letter in "ijkb"}
    text = p.pick(
        "ij,jk->ik", "ij,jk", "ii", "ii->i", "ij->ji", "ij->", "ij", "ji", "i,j->ij", "bij,bjk->bik", "ij,ij->i", "i,i",
        "ij,j->i", "b...,b...->...", "...ij,...jk->...ik", "ij,jk,kb->ib", "bi,bj->ij", "ijk->k", "i,i,i->i")
    inputs = text.split("->")[0].split(",")
    parts = [p.tensor(tuple(sizes[c] for c in part.replace("...", "j" if part[0] == "b" else ""))) for part in inputs]
    return call("einsum", text, *parts)


def matrices(p):
    n = p.whole(1, 4)
    a = p.tensor(p.pick((n, n), (n, n), (2, n, n)))
    good = p.let(binary("+", a, binary("*", number(9.0), call("eye", n))))
    square = p.value(good).ndim == 2
    choice = p.whole(0, 6)
    if choice == 0:
        return call("inv", good, method=p.chance(0.3))
    if choice == 1:
        return call("det", good)
    if choice == 2 and square:
        return call("solve", good, p.tensor(p.pick((n,), (n, 2))))
    if choice == 3:
        return call("diag", p.tensor(p.shape(high=2)), p.whole(-2, 2))
    if choice == 4:
        return call("trace_of", p.tensor((p.whole(1, 4), p.whole(1, 4))))
    if choice == 5:
        return call("rank", p.tensor((p.whole(1, 4), p.whole(1, 4))))
    return call("norm", good, axis=(-2, -1))


def filters(p):
    if p.chance(0.35):
        x, k = p.tensor((p.whole(1, 7),)), p.tensor((p.whole(1, 4),))
    else:
        channels = p.pick((), (), (2,), (2, 2))
        x, k = p.tensor(channels + (p.whole(1, 5), p.whole(1, 5))), p.tensor((p.whole(1, 3), p.whole(1, 3)))
    two = p.value(x).ndim >= 2 and (p.chance(0.7) or p.value(x).ndim > 2)
    name = p.pick("convolve2d", "correlate2d") if two else p.pick("convolve", "correlate")
    named = {} if p.chance(0.2) else {"mode": p.pick("full", "same", "valid")}
    if two and p.chance(0.6):
        named["boundary"] = p.pick("fill", "wrap", "symm")
        if named["boundary"] == "fill" and p.chance(0.4):
            named["fillvalue"] = p.pick(1, -0.5)
    return call(name, *p.pick((x, k), (x, k), (k, x)) if p.value(x).ndim == p.value(k).ndim else (x, k), **named)


def images(p):
    x = p.tensor(p.pick((), (2,), (2, 2)) + (p.whole(3, 6), p.whole(3, 6)))
    k = p.pick(2, 3, 1, (2, 1), (1, 3))
    named = {}
    choice = p.whole(0, 6)
    if choice == 0:
        named = p.pick({}, {"stride": p.pick(1, 2, (1, 2))}, {"padding": 1}, {"dilation": 2})
        return call("im2col", x, p.pick(1, 2, (2, 1)), **named)
    if choice == 1:
        k = p.pick(2, 3, (2, 3))
        named = p.pick({}, {"stride": p.pick(1, 2, (1, 2))}, {"padding": 1})
        return call("max_pool2d", x, k, **named)
    if choice == 2:
        return call("avg_pool2d", x, p.pick(2, 3), **p.pick({}, {"stride": 1}, {"padding": 1}))
    if choice == 3:
        return call("lp_pool2d", x, p.pick(1, 2, 3), p.pick(2, (1, 2)))
    if choice == 4:
        return call("decimate2d", x, p.pick(1, 2, 3, (1, 2)))
    if choice == 5:
        n = p.whole(2, 7)
        return call("max_pool1d", p.tensor(p.pick((n,), (2, n))), 2, **p.pick({}, {"stride": 1}, {"padding": 1}))
    return p.pick(convolved, convolved, signal, enlarged)(p, x)


def enlarged(p, x):
    """What makes images from smaller ones, and the gradient's size."""
    shape = p.value(x).shape
    choice = p.whole(0, 3)
    if choice == 0:
        return call("resize", x, (p.whole(1, 7), p.whole(1, 7)), **p.pick({}, {"mode": "nearest"}))
    if choice == 1:
        return call("sobel", x)
    if choice == 2:
        named = p.pick({}, {"stride": 2}, {"padding": 1})
        cols = p.value(p.let(call("im2col", x, 2, **named)))
        return call("col2im", p.tensor(cols.shape), shape, 2, **named)
    named = p.pick({}, {"stride": p.pick(2, (1, 2))}, {"padding": 1})
    size = (p.whole(1, 3), p.whole(1, 3))
    if len(shape) == 2 or p.chance(0.3):
        return call("conv_transpose2d", x, p.tensor(size), **named)
    return call("conv_transpose2d", x, p.tensor((2, p.whole(1, 3)) + size), **named)


def convolved(p, x):
    shape = p.value(x).shape
    size = (p.whole(1, 3), p.whole(1, 3))
    named = p.pick(
        {}, {"stride": p.pick(2, (1, 2))}, {"padding": p.pick(1, (1, 0), "same", "valid")},
        {"padding": 1, "padding_mode": p.pick("reflect", "replicate", "circular")}, {"dilation": p.pick(1, 2)})
    if p.chance(0.4) or len(shape) == 2 and p.chance(0.5):
        return call("conv2d", x, p.tensor(size), **named)
    channels = 1 if len(shape) == 2 else shape[-3]
    if channels == 2 and p.chance(0.3):
        return call("conv2d", x, p.tensor((4, 1) + size), groups=2, **named)
    outs = p.whole(1, 3)
    if p.chance(0.4):
        named["b"] = p.tensor((outs,))
    return call("conv2d", x, p.tensor((outs, channels) + size), **named)


def signal(p, x):
    n = p.whole(3, 7)
    named = p.pick({}, {"stride": 2}, {"padding": 1}, {"dilation": 2})
    if p.chance(0.5):
        return call("conv1d", p.tensor((n,)), p.tensor((p.whole(1, 2),)), **named)
    return call("conv1d", p.tensor((2, 2, n)), p.tensor((3, 2, p.whole(1, 2))), **named)


def comprehensions(p):
    a = p.tensor(high=3, empty=0)
    x, v, rows = p.value(a), Node("v"), f"items({a.ours})"
    scalar = x.ndim == 1
    body = p.pick(
        binary("*", v, number(p.element())), call(p.pick("sum", "max", "mean"), v) if not scalar else binary("+", v, v),
        call("relu", v), binary(">", v, number(0.5)) if scalar else index(v, "::-1"), binary("**", v, number(2.0)))
    keep = p.chance(0.25) and scalar
    tail = f" if v > -1" if keep else ""
    twin_tail = " if truth(binary('>', v, -1.0))" if keep else ""
    if p.chance(0.2):
        n = p.whole(1, 4)
        ours = f"[[i * {n} + j for j in range({n})] for i in range({p.whole(1, 3)})]"
        return Node(ours, f"bracket({ours.replace('[[', '[bracket([').replace('] for', ']) for', 1)})")
    if p.chance(0.25):
        return Node(
            f"[i * v for i, v in enumerate({a.ours})]",
            f"bracket([binary('*', float(i), v) for i, v in enumerate({rows})])")
    if p.chance(0.25):
        b = p.tensor(x.shape)
        return Node(
            f"[v - w for v, w in zip({a.ours}, {b.ours})]",
            f"bracket([binary('-', v, w) for v, w in zip({rows}, items({b.ours}))])")
    result = Node(f"[{body.ours} for v in {a.ours}{tail}]", f"bracket([{body.twins} for v in {rows}{twin_tail}])")
    return call("sum", result, axis=0) if p.chance(0.2) else result


def routines(p):
    """Functions, loops and conditions over tensors."""
    a = p.tensor(empty=0, high=2)
    choice = p.whole(0, 5)
    if choice == 0:
        body = binary(p.pick("+", "*", "-"), call(p.pick("relu", "tanh", "abs"), Node("s")), Node("bias"))
        default = plain(p.element())
        p.statement(
            f"def layer1(s, bias={default}):\n    return {body.ours}",
            f"def layer1(s, bias=float({default})):\n    return {body.twins}", "layer1")
        given = f"bias={plain(p.element())}" if p.chance(0.5) else ""
        return Node(f"layer1({a.ours}{', ' + given if given else ''})")
    if choice == 1:
        body = binary(p.pick("+", "*"), call("sum", Node("s"), axis=-1, keepdims=True), Node("s"))
        p.statement(f"fn = s -> {body.ours}", f"fn = lambda s: {body.twins}", "fn")
        return Node(f"fn({a.ours})")
    total = p.let(number(0.0))
    if choice == 2:
        new = binary(p.pick("+", "-"), total, call("sum", binary("*", Node("row"), Node("row"))))
        p.statement(
            f"for row in {a.ours}:\n    {total.ours} = {new.ours}",
            f"for row in items({a.ours}):\n    {total.ours} = {new.twins}", total.ours)
        return total
    if choice == 3:
        n = len(p.value(a))
        rule = binary("*", index(a, "i"), Node("i", "float(i)"))
        p.statement(
            f"for i in range({n}):\n    {a.ours}[i] = {rule.ours}",
            f"for i in range({n}):\n    {a.ours} = set_index({a.ours}, i, {rule.twins})", a.ours)
        return a
    if choice == 4:
        c = p.tensor((0,))
        step = binary("+", binary("*", Node("i", "float(i)"), number(p.element())), number(1.0))
        condition = binary(">", Node("i", "float(i)"), number(1.0))
        p.statement(
            f"for i in range(4):\n    if {condition.ours}:\n        {c.ours}.append({step.ours})\n"
            f"    else:\n        {c.ours}.append(i)",
            f"for i in range(4):\n"
            f"    {c.ours} = append({c.ours}, {step.twins} if truth({condition.twins}) else float(i))", c.ours)
        return c
    p.statement(
        f"while {total.ours} < 3:\n    {total.ours} += 1\n    {a.ours} = {a.ours} / 2 + {total.ours}",
        f"while {total.ours} < 3:\n    {total.ours} += 1\n"
        f"    {a.ours} = binary('+', binary('/', {a.ours}, 2.0), {total.ours})", a.ours)
    return a


def augmented(p):
    a = p.tensor()
    for _ in range(p.whole(1, 3)):
        fits = [s for s in (p.value(a).shape, p.value(a).shape[1:]) if s]
        b = p.pick(p.tensor(p.pick(*fits)), number(p.element()), number(p.element()))
        operator = p.pick("+", "-", "*", "/", "**", "//", "%")
        p.statement(
            f"{a.ours} {operator}= {b.ours}", f"{a.ours} = binary({operator!r}, {a.ours}, {b.twins})", a.ours)
    return a


def chains(p):
    """Several operations in a row, as programs have them."""
    a = p.let(p.pick(functions, shaping, reductions, products, comprehensions, filters, indexing)(p))
    for _ in range(p.whole(1, 3)):
        x = p.value(a)
        if not isinstance(x, np.ndarray) or x.size > 100 or x.size == 0:
            break
        other = p.tensor(p.partner(x.shape) or x.shape)
        a = p.let(p.pick(
            binary(p.pick("+", "-", "*"), a, other), call(p.pick("tanh", "sigmoid", "relu", "abs"), a),
            call(p.pick("sum", "mean"), a, axis=p.axis(x)), index(a, p.where(x.shape, advanced=False)), reordered(p, a)))
    return a


AREAS = {
    area.__name__: (area, weight) for area, weight in [
        (operators, 4), (scalars, 1), (functions, 3), (indexing, 5), (assignment, 4), (reductions, 4), (scans, 2),
        (ordering, 2), (shaping, 4), (joining, 2), (making, 2), (products, 3), (einsums, 1), (matrices, 2), (filters, 3),
        (images, 4), (comprehensions, 2), (routines, 2), (augmented, 1), (chains, 4)]
}


def make(seed, area=None):
    """The program of a seed: what NumPy cannot do is drawn again, what the language refuses by its list stays."""
    choose = random.Random(seed)
    names = list(AREAS)
    area = area or choose.choices(names, [AREAS[name][1] for name in names])[0]
    for attempt in range(200):
        p = Program(f"{seed}.{attempt}")
        p.area, p.number = area, seed
        p.single = choose.random() < 0.12
        try:
            node = AREAS[area][0](p)
            p.statement(f"result = {node.ours}", f"result = {node.twins}", "result", node)
            return p
        except twin.Listed:
            if p.refused:
                return p
        except (ValueError, IndexError, TypeError, ZeroDivisionError, np.linalg.LinAlgError):
            continue
    raise RuntimeError(f"seed {seed}: no program in 200 attempts")


def at_the_edges():
    """A program for each call of edges.py."""
    for number, text in enumerate([*edges.CALLS, *edges.REFUSED]):
        p = Program(f"edge {number}")
        p.area, p.number = "edges", number
        node = Node(text, re.sub(r"\b([a-z_0-9]+)\(", r"f.\1(", text))
        try:
            p.statement(f"result = {text}", f"result = {node.twins}", "result", node)
        except twin.Listed:
            pass
        p.refused = p.refused or edges.REFUSED.get(text)
        yield p
