"""Writes vectors.txt: what NumPy and SciPy give for each operation of the registry.

    swift test -c release --filter ExpressionsTests      # refreshes expressions.txt (run again with RECORD=1)
    python3 Tests/TensorEngineTests/Vectors/make_vectors.py

expressions.txt lists the operations: name, parameters with their defaults, Python expression. A line of vectors.txt is
one call: name, arguments, `=>`, results, separated by tabs. Cases are given below by the parameters' names.
"""

import itertools
import pathlib
import warnings

import numpy as np
import scipy.special

warnings.filterwarnings("ignore")
HERE = pathlib.Path(__file__).parent
NAN, INF = float("nan"), float("inf")
RANDOM = np.random.default_rng(5)


class Whole(int):
    """A whole number, where a parameter is one."""


class Index(list):
    """The items of an index."""


def floats(*shape):
    # Three decimals keep the file short.
    return np.round(RANDOM.uniform(-2, 2, shape), 3)


def f32(x):
    return np.asarray(x, dtype=np.float32)


# --- Writing -------------------------------------------------------------------------------------------------------


def number(x):
    return repr(float(x))


def tensor(x):
    x = np.asarray(x)
    name = {"bool": "bool", "float32": "float32"}.get(x.dtype.name, "float64")
    return f"{name}({','.join(map(str, x.shape))})" + " ".join(number(v) for v in x.ravel())


def item(x):
    if x is None:
        return "new"
    if x is Ellipsis:
        return "..."
    if isinstance(x, slice):
        return "slice " + " ".join("_" if v is None else str(v) for v in (x.start, x.stop, x.step))
    if isinstance(x, np.ndarray):
        return "list " + tensor(x)
    return f"at {x}"


def argument(x):
    if isinstance(x, Index):
        return "i:" + ";".join(map(item, x))
    if isinstance(x, np.ndarray):
        return "t:" + tensor(x)
    if isinstance(x, list):
        return "T:" + ";".join(map(tensor, x))
    if isinstance(x, tuple):
        return "ws:" + ",".join(map(str, x))
    if isinstance(x, bool):
        return f"f:{x}"
    if isinstance(x, Whole):
        return f"w:{x}"
    if isinstance(x, str):
        return "c:" + x
    return "none" if x is None else "n:" + number(x)


# --- Evaluating ----------------------------------------------------------------------------------------------------


def index_update(x, items, value):
    y = x.copy()
    y[items] = value
    return y


def read_expressions():
    for line in (HERE / "expressions.txt").read_text().splitlines():
        name, parameters, expression = line.split("\t")
        defaults = dict(p.split("=", 1) for p in parameters.split("; ") if "=" in p)
        yield name, {k: eval(v) for k, v in defaults.items()}, expression


def value(x):
    """An argument as NumPy takes it."""
    if isinstance(x, Index):
        return tuple(v.astype(int) if isinstance(v, np.ndarray) and v.dtype != bool else v for v in x)
    if isinstance(x, np.ndarray) and x.ndim == 0:
        return x.item()
    if isinstance(x, tuple) and len(x) == 1:
        return x[0]
    return x


def evaluate(expression, arguments):
    names = {k: value(v) for k, v in arguments.items()}
    result = eval(expression, {"np": np, "scipy": scipy, "index_update": index_update}, names)
    return list(result) if isinstance(result, (list, tuple)) else [result]


# --- Cases ---------------------------------------------------------------------------------------------------------

SPECIAL = np.array([0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, -0.5, 700.0, -700.0, 1e-300, 1e300, INF, -INF, NAN])
UNARY = """abs sign sqrt exp log ln log2 log10 sin cos tan arctan sinh cosh tanh sigmoid relu leaky_relu softplus step
floor ceil round isnan isinf isfinite negative""".split()
BINARY = """add subtract multiply divide floor_divide remainder power minimum maximum equal not_equal less less_equal
greater greater_equal""".split()
REDUCTIONS = "sum mean prod max min argmax argmin var std any all count_nonzero median norm logsumexp".split()
WITH_EMPTY = "sum mean prod var std any all count_nonzero".split()
TRUTHS = np.array([[True, False, True], [False, False, True]])


def unary_cases():
    for name in UNARY:
        for x in (SPECIAL, floats(3, 4), f32(floats(3, 4)), floats(0, 3), floats(2, 1, 2), np.array(0.3)):
            yield name, dict(x=x)


def binary_cases():
    left = np.repeat(SPECIAL, len(SPECIAL))
    right = np.tile(SPECIAL, len(SPECIAL))
    shapes = [((3, 4), (4,)), ((3, 1), (1, 4)), ((2, 3, 4), (3, 1)), ((0, 3), (3,)), ((5,), (5,)), ((2, 1, 3), (1, 4, 1))]
    for name in BINARY:
        yield name, dict(a=left, b=right)
        for a, b in shapes:
            yield name, dict(a=floats(*a), b=floats(*b))
        yield name, dict(a=f32(floats(3)), b=np.array(0.1))
        yield name, dict(a=np.array(0.1), b=f32(floats(3)))
        yield name, dict(a=f32(floats(3)), b=floats(3))
        yield name, dict(a=f32(floats(2, 3)), b=f32(floats(3)))
        yield name, dict(a=floats(2, 3), b=TRUTHS)
    for name in ("add", "multiply", "minimum", "maximum", "equal", "less", "logical_and", "logical_or"):
        yield name, dict(a=TRUTHS, b=TRUTHS[:, ::-1].copy())
        yield name, dict(a=TRUTHS, b=np.array(True))
    yield "logical_not", dict(x=TRUTHS)
    for decimals in (0, 1, -1, 400):
        yield "round", dict(x=np.array([0.25, 0.35, -2.675, 15.0, 25.0, 1234.5678, INF, NAN]), decimals=Whole(decimals))
    yield "round", dict(x=f32(floats(5)), decimals=Whole(2))
    yield "divide", dict(a=TRUTHS, b=TRUTHS)


def selecting_cases():
    yield "clip", dict(x=SPECIAL, low=np.array(-1.0), high=np.array(1.0))
    yield "clip", dict(x=floats(3, 4), low=floats(4), high=None)
    yield "clip", dict(x=f32(floats(3)), low=None, high=np.array(0.1))
    yield "where", dict(condition=TRUTHS, x=floats(2, 3), y=np.array(0.0))
    yield "where", dict(condition=TRUTHS, x=f32(floats(2, 3)), y=np.array(0.5))
    yield "where", dict(condition=floats(2, 1) > 0, x=floats(2, 3), y=floats(3))
    yield "where", dict(condition=TRUTHS, x=TRUTHS, y=~TRUTHS)


def reduction_cases():
    whole = RANDOM.integers(-2, 3, (3, 4)).astype(float)
    with_nan = np.array([[1.0, NAN, 3.0], [4.0, 5.0, 6.0]])
    for name in REDUCTIONS:
        for x in (floats(2, 3, 4), f32(floats(2, 3, 4))):
            for axis, keepdims in itertools.product(((0,), (1,), (-1,)), (False, True)):
                yield name, dict(x=x, axis=axis, keepdims=keepdims)
        yield name, dict(x=floats(5))
        yield name, dict(x=with_nan, axis=(1,))
        if name not in ("argmax", "argmin"):
            for axis in ((0, 2), (2, 1), (-1, 0)):
                if name != "norm":
                    yield name, dict(x=floats(2, 3, 4), axis=axis)
                    yield name, dict(x=floats(2, 3, 4), axis=axis, keepdims=True)
        if name not in ("logsumexp", "norm"):
            yield name, dict(x=whole)
            yield name, dict(x=TRUTHS)
            yield name, dict(x=TRUTHS, axis=(0,))
            yield name, dict(x=np.array(2.5))
    for name in WITH_EMPTY:
        for axis in (None, (0,), (1,)):
            yield name, dict(x=floats(0, 3), axis=axis)
    for name in ("var", "std"):
        yield name, dict(x=floats(3, 4), axis=(0,), ddof=1.0)
    yield "max", dict(x=floats(0, 3), axis=(1,))
    yield "logsumexp", dict(x=np.array([1000.0, 1000.0, -INF]))
    yield "logsumexp", dict(x=np.array([INF, 0.0]))
    yield "logsumexp", dict(x=np.array([-INF, -INF]))
    yield "sum", dict(x=floats(2, 3, 4, 2), axis=(0, 2))
    yield "sum", dict(x=floats(3, 4), axis=())


def norm_cases():
    for ord in (1.0, 2.0, 3.0, 0.5, 0.0, INF, -INF):
        yield "norm", dict(x=floats(6), ord=ord)
        yield "norm", dict(x=floats(3, 4), ord=ord, axis=(1,), keepdims=True)
    for ord in (1.0, -1.0, INF, -INF, "fro"):
        yield "norm", dict(x=floats(3, 4), ord=ord)
        yield "norm", dict(x=floats(2, 3, 4), ord=ord, axis=(2, 0))
    yield "norm", dict(x=floats(2, 3, 4))
    yield "norm", dict(x=floats(2, 3, 4), axis=(0, 2))
    yield "norm", dict(x=floats(2, 3, 4), keepdims=True)


def scan_cases():
    for axis in (None, Whole(0), Whole(1), Whole(-1)):
        yield "cumsum", dict(x=floats(3, 4), axis=axis)
    yield "cumsum", dict(x=TRUTHS)
    yield "cumsum", dict(x=floats(0, 3), axis=Whole(0))
    for name in ("softmax", "log_softmax"):
        yield name, dict(x=np.array([1.0, 2.0, 3.0]))
        yield name, dict(x=np.array([1000.0, -1000.0, 0.0]))
        yield name, dict(x=f32(floats(4)))
        for axis in ((0,), (-1,), (1, 2), (0, 2)):
            yield name, dict(x=floats(2, 3, 4), axis=axis)


def ordering_cases():
    ties = np.array([[3.0, 1.0, 3.0, 2.0], [0.0, NAN, -1.0, 0.0]])
    for name in ("sort", "argsort"):
        for axis in (Whole(-1), Whole(0), None):
            yield name, dict(x=ties, axis=axis)
            yield name, dict(x=floats(2, 3, 4), axis=axis)
        yield name, dict(x=f32(floats(7)))
        yield name, dict(x=TRUTHS)
        yield name, dict(x=floats(0))
    for x in (ties, TRUTHS, floats(0), np.array([NAN, 1.0, NAN]), np.array(3.0)):
        yield "unique", dict(x=x)
    for x in (np.array([0.0, 3.0, 0.0, NAN]), TRUTHS, floats(0, 2)):
        yield "nonzero", dict(x=x)


def making_cases():
    for name in ("zeros", "ones"):
        for shape in ((2, 3), (), (0, 2)):
            yield name, dict(shape=shape)
    yield "full", dict(shape=(2, 3), value=np.array(7.0))
    yield "full", dict(shape=(2, 3), value=floats(3))
    for name in ("zeros_like", "ones_like"):
        for x in (floats(2, 3), f32(floats(2)), TRUTHS):
            yield name, dict(x=x)
    for n, m in ((3, None), (2, 4), (4, 2), (0, 0)):
        yield "eye", dict(n=Whole(n), m=None if m is None else Whole(m))
    for start, stop, step in ((5.0, None, 1.0), (1.0, 2.0, 0.1), (5.0, 0.0, -2.0), (0.0, 1.0, 0.3), (3.0, 1.0, 1.0)):
        yield "arange", dict(start=start, stop=stop, step=step)
    for start, stop, num in ((0.0, 1.0, 11), (2.0, -1.0, 7), (1.0, 1.0, 3), (0.0, 1.0, 1), (0.0, 1.0, 0)):
        yield "linspace", dict(start=start, stop=stop, num=Whole(num))
    yield "one_hot", dict(labels=np.array([0.0, 2.0, 1.0]), classes=Whole(3))
    yield "one_hot", dict(labels=np.array([[0.0, 2.0], [1.0, 1.0]]), classes=Whole(4))
    for name, k in itertools.product(("tril", "triu"), (-1, 0, 2)):
        yield name, dict(x=floats(3, 4), k=Whole(k))
        yield name, dict(x=floats(2, 3, 3), k=Whole(k))
    for indexing in ("xy", "ij"):
        yield "meshgrid", dict(vectors=[floats(2), floats(3)], indexing=indexing)
        yield "meshgrid", dict(vectors=[floats(2), floats(3), floats(4)], indexing=indexing)
        yield "meshgrid", dict(vectors=[floats(2)], indexing=indexing)


def shaping_cases():
    for shape in ((4, 3), (-1,), (2, -1), (2, 1, 6)):
        yield "reshape", dict(x=floats(3, 4), shape=shape)
    yield "reshape", dict(x=floats(1), shape=())
    yield "reshape", dict(x=floats(0, 3), shape=(3, 0))
    yield "flatten", dict(x=floats(2, 3, 4))
    yield "flatten", dict(x=np.array(2.0))
    for axes in (None, (1, 2, 0), (-1, 0, 1)):
        yield "transpose", dict(x=floats(2, 3, 4), axes=axes)
    yield "transpose", dict(x=TRUTHS)
    yield "transpose", dict(x=f32(floats(2, 3)))
    yield "transpose", dict(x=floats(0, 3))
    yield "swap_axes", dict(x=floats(2, 3, 4), a=Whole(0), b=Whole(-1))
    for axis in (None, (0,), (-1,), (0, 2)):
        yield "squeeze", dict(x=floats(1, 3, 1), axis=axis)
    for axis in ((0,), (-1,), (0, 2), (1, -1)):
        yield "expand_dims", dict(x=floats(2, 3), axis=axis)
    for axis in (0, 1, -1):
        yield "concat", dict(tensors=[floats(2, 3), floats(2, 3)], axis=Whole(axis))
        yield "stack", dict(tensors=[floats(2, 3), floats(2, 3), floats(2, 3)], axis=Whole(axis))
    yield "concat", dict(tensors=[floats(2, 3), f32(floats(0, 3)), floats(1, 3)], axis=Whole(0))
    yield "concat", dict(tensors=[f32(floats(2)), f32(floats(3))], axis=Whole(0))
    yield "split", dict(x=floats(4, 6), sections=Whole(2), axis=Whole(1))
    yield "split", dict(x=floats(6), sections=(2, 4), axis=Whole(0))


def linear_cases():
    shapes = [((3, 4), (4, 5)), ((4,), (4,)), ((4,), (4, 5)), ((3, 4), (4,)), ((2, 3, 4), (4, 5)), ((2, 3, 4), (2, 4, 5)),
              ((2, 1, 3, 4), (1, 5, 4, 2)), ((2, 3, 4), (4,)), ((4,), (2, 4, 3)), ((0, 4), (4, 2)), ((2, 0), (0, 3))]
    for a, b in shapes:
        yield "matmul", dict(a=floats(*a), b=floats(*b))
    yield "matmul", dict(a=f32(floats(3, 4)), b=f32(floats(4, 2)))
    for a, b in (((4,), (4,)), ((3, 4), (4,)), ((3, 4), (4, 2)), ((2, 3, 4), (5, 4, 2)), ((4,), (5, 4, 2)), ((2, 3), ())):
        yield "dot", dict(a=floats(*a) if a else np.array(2.0), b=floats(*b) if b else np.array(2.0))
    for a, b in (((3,), (4,)), ((2, 2), (3,)), ((0,), (3,)), ((1,), (0,))):
        yield "outer", dict(a=floats(*a), b=floats(*b))
    for k in (-2, 0, 1, 7):
        yield "diag", dict(x=floats(3, 4), k=Whole(k))
        yield "diag", dict(x=floats(3), k=Whole(k))
    yield "trace_of", dict(x=floats(3, 4))
    for n in (1, 2, 5):
        yield "inv", dict(x=floats(n, n) + 4 * np.eye(n))
        yield "det", dict(x=floats(n, n))
        yield "solve", dict(a=floats(n, n) + 4 * np.eye(n), b=floats(n))
        yield "solve", dict(a=floats(n, n) + 4 * np.eye(n), b=floats(n, 3))
    yield "inv", dict(x=floats(2, 3, 3) + 4 * np.eye(3))
    yield "inv", dict(x=np.array([[0.0, 1.0], [1.0, 0.0]]))
    yield "det", dict(x=floats(2, 3, 3))
    yield "det", dict(x=np.array([[1.0, 2.0], [2.0, 4.0]]))
    yield "det", dict(x=floats(0, 0))
    for x in (floats(3, 4), floats(4, 3), np.ones((3, 3)), np.zeros((2, 2)), np.outer(floats(5), floats(4)), np.eye(4),
              floats(4), np.zeros(3), floats(5, 2) @ floats(2, 6)):
        yield "rank", dict(x=x)


def einsum_cases():
    for text, *shapes in (("ij,jk->ik", (2, 3), (3, 4)), ("ij,jk", (2, 3), (3, 4)), ("ii", (3, 3)), ("ii->i", (3, 3)),
                          ("ij->ji", (2, 3)), ("ba", (2, 3)), ("ij->", (2, 3)), ("i,j->ij", (2,), (3,)),
                          ("i,i", (3,), (3,)), ("bij,bjk->bik", (2, 3, 4), (2, 4, 5)), ("ij,k->i", (2, 3), (4,)),
                          ("ij,jk,kl->il", (2, 3), (3, 4), (4, 2)), ("iij->ji", (3, 3, 2)), ("ij,ij->j", (2, 3), (2, 3)),
                          ("bhqd,bhkd->bhqk", (2, 2, 3, 4), (2, 2, 5, 4)), (" i j -> j ", (2, 3))):
        yield "einsum", dict(subscripts=text, tensors=[floats(*s) for s in shapes])


def indexing_cases():
    x = floats(3, 4, 5)
    mask = floats(3, 4) > 0
    places = [[1], [-1, 2], [slice(None), 1], [slice(None, None, -1)], [Ellipsis, 0], [None], [slice(1, None), None, 2],
              [slice(None), slice(3, 0, -2)], [slice(-2, None)], [slice(5, 9)], [slice(-9, 2)], [slice(2, 0)], [0, 1, 2],
              [np.array([2.0, 0.0, 0.0])], [slice(None), np.array([-1.0, 1.0])], [mask], [mask, 2], [mask, slice(1, 3)],
              [np.array([0.0, 1.0]), np.array([1.0, 2.0])], [np.array([0.0, 1.0]), slice(None), np.array([1.0, 2.0])],
              [np.array([[0.0], [1.0]]), np.array([1.0, 2.0])], [0, slice(None), np.array([1.0, 2.0])],
              [slice(None), 0, np.array([1.0, 2.0])], [np.array([0.0]), Ellipsis], [Ellipsis, np.array([[0.0, 1.0]])],
              [np.array([True, False, True])], [slice(None), np.array([True, False, True, True]), None],
              [slice(None), None, np.array([1.0, 0.0])], [np.array([])], [slice(None, None, 2), np.array([1.0, 2.0]), slice(4, None, -3)],
              [slice(None, None, -1), np.array([3.0, 0.0])], []]
    for items in places:
        yield "index", dict(x=x, items=Index(items))
        shape = x[value(Index(items))].shape
        yield "index_update", dict(x=x, items=Index(items), value=np.array(7.0))
        yield "index_update", dict(x=x, items=Index(items), value=floats(*shape) if shape else np.array(1.0))
        if shape and shape[-1] > 1:
            yield "index_update", dict(x=x, items=Index(items), value=floats(shape[-1]))
    yield "index_update", dict(x=f32(floats(4)), items=Index([1]), value=np.array(0.1))
    yield "index_update", dict(x=TRUTHS, items=Index([1]), value=np.array(2.0))
    yield "index_update", dict(x=floats(2, 2), items=Index([0]), value=floats(1, 2))
    yield "index_update", dict(x=floats(4), items=Index([np.array([0.0, 0.0, 1.0])]), value=np.array([1.0, 2.0, 3.0]))
    yield "scatter_add", dict(places=np.array([0.0, 2.0, 0.0, 4.0]), values=floats(4), size=Whole(5))
    yield "scatter_add", dict(places=np.array([[1.0, 1.0], [0.0, 1.0]]), values=floats(2, 2), size=Whole(2))


def main():
    table = {name: (defaults, expression) for name, defaults, expression in read_expressions()}
    families = (unary_cases, binary_cases, selecting_cases, reduction_cases, norm_cases, scan_cases, ordering_cases,
                making_cases, shaping_cases, linear_cases, einsum_cases, indexing_cases)
    with open(HERE / "vectors.txt", "w") as out:
        for name, given in itertools.chain.from_iterable(family() for family in families):
            defaults, expression = table[name]
            results = evaluate(expression, {**defaults, **given})
            call = [f"{k}={argument(v)}" for k, v in given.items()]
            print(name, *call, "=>", *map(tensor, results), sep="\t", file=out)


main()
