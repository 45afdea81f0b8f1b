"""What NumPy and SciPy give for the names of the language: the side that we are compared with.

Everything goes through `value`, which holds the differences in kind: whole numbers are floats here, float16 does not
exist, a tensor without axes is a plain number. What the language refuses on purpose, `Listed` refuses here too.
"""

import types

import numpy as np
import scipy.ndimage
import scipy.signal
import scipy.special

array, s_ = np.array, np.s_
nan, inf, pi, e = np.nan, np.inf, np.pi, np.e


class Listed(Exception):
    """A refusal that language.md lists; its text is the code of our message."""


def value(x):
    if isinstance(x, (tuple, list)):
        return tuple(value(part) for part in x)
    x = np.asarray(x)
    if x.dtype.kind == "c":
        raise TypeError("no complex numbers here")
    if x.dtype.kind in "iu" or x.dtype == np.float16:
        x = x.astype(np.float64)
    if x.ndim == 0:
        return bool(x) if x.dtype == bool else float(x)
    return x


def number(x):
    """Masks in functions of numbers: 0 and 1, where NumPy would compute in float16."""
    x = np.asarray(x) if not isinstance(x, (float, int)) else float(x)
    return x.astype(np.float64) if getattr(x, "dtype", None) == bool else x


def is_plain(x):
    return isinstance(x, (bool, int, float))


# Operators


def check_broadcast(*operands):
    """Broadcasting with its two refusals."""
    shape = None
    for operand in operands:
        other = np.shape(operand)
        shape = other if shape is None else joined(shape, other)
    return shape


def joined(left, right):
    if left == right or not right or not left:
        return left or right
    wide = max(len(left), len(right))
    pairs = list(zip((None,) * (wide - len(left)) + left, (None,) * (wide - len(right)) + right))
    shape = np.broadcast_shapes(left, right)
    if any((a, b) in ((0, 1), (1, 0)) for a, b in pairs):
        raise Listed("shape-broadcast")
    stretches = [any((1 if side is None else side) != size for side, size in zip(sides, shape)) for sides in zip(*pairs)]
    if all(stretches) and len(left) != len(right):
        raise Listed("shape-outer")
    return shape


OPERATORS = {
    "+": np.add, "-": np.subtract, "*": np.multiply, "/": np.true_divide, "//": np.floor_divide, "%": np.remainder,
    "**": np.power, "==": np.equal, "!=": np.not_equal, "<": np.less, "<=": np.less_equal, ">": np.greater,
    ">=": np.greater_equal, "&": np.logical_and, "|": np.logical_or,
}


def binary(operator, a, b):
    if operator == "@":
        return value(np.matmul(a, b))
    if operator in "&|" and not all(np.asarray(x).dtype == bool for x in (a, b)):
        raise Listed("type-bits" if is_plain(a) and is_plain(b) else "type-logical")
    if is_plain(a) and is_plain(b) and operator not in "&|":
        a, b = np.float64(a), np.float64(b)
    elif operator in ("/", "//", "%", "**"):
        if all(np.asarray(x).dtype == bool for x in (a, b)):
            a, b = number(a), number(b)
    check_broadcast(a, b)
    return value(OPERATORS[operator](a, b))


def unary(operator, a):
    if operator == "~":
        if np.asarray(a).dtype != bool:
            raise Listed("type-bits")
        return value(np.logical_not(a))
    if is_plain(a):
        return -float(a) if operator == "-" else float(a)
    return value(np.negative(a) if operator == "-" else np.positive(a))


def truth(a):
    return bool(np.asarray(a).item())


# Places


def places(index):
    """Whole numbers are floats in the language; NumPy wants integers."""
    if isinstance(index, tuple):
        return tuple(places(item) for item in index)
    if isinstance(index, float):
        return int(index)
    if isinstance(index, (list, np.ndarray)):
        index = np.asarray(index)
        return index if index.dtype == bool else index.astype(int)
    return index


def index(x, where):
    return value(x[places(where)])


def set_index(x, where, new):
    x = x.copy()
    x[places(where)] = new
    return x


def items(x):
    return [value(row) for row in x]


def bracket(values):
    """What a bracket list is: a tensor if its items fit one."""
    values = list(values)
    if not values:
        return np.zeros(0)
    kinds = {bool if isinstance(v, bool) else float if is_plain(v) else (v.shape, v.dtype) for v in values}
    if len(kinds) != 1:
        raise TypeError("a list that is no tensor")
    return value(np.stack([np.asarray(v, dtype=bool if v is True or v is False else None) for v in values]))


def append(x, item):
    return bracket(items(x) + [item])


# Functions

f = types.SimpleNamespace()


def function(define):
    def checked(x, *args, **named):
        return value(define(value(np.asarray(x)) if isinstance(x, list) else x, *args, **named))

    setattr(f, define.__name__.rstrip("_"), checked)
    return checked


def elementwise(name, compute):
    setattr(f, name, lambda x: value(compute(number(x))))


for name in "abs sign sqrt exp log log2 log10 sin cos tan arctan sinh cosh tanh floor ceil isnan isinf isfinite".split():
    elementwise(name, getattr(np, name))
elementwise("ln", np.log)
elementwise("sigmoid", scipy.special.expit)
elementwise("relu", lambda x: np.maximum(x, 0.0))
elementwise("softplus", lambda x: np.logaddexp(0.0, x))
elementwise("step", lambda x: np.heaviside(x, 0.0))


@function
def round_(x, decimals=0):
    return np.round(number(x), int(decimals))


@function
def leaky_relu(x, negative_slope=0.01):
    x = number(x)
    return np.where(np.asarray(x) > 0, x, negative_slope * x)


@function
def clip(x, low=None, high=None):
    for bound in (low, high):
        if bound is not None:
            check_broadcast(x, bound)
    # bounds one after the other, as NumPy documents it
    x = x if low is None else np.maximum(x, low)
    return x if high is None else np.minimum(x, high)


@function
def minimum(a, b):
    check_broadcast(a, b)
    return np.minimum(a, b)


@function
def maximum(a, b):
    check_broadcast(a, b)
    return np.maximum(a, b)


@function
def where(condition, x, y):
    joined(np.shape(condition), joined(np.shape(x), np.shape(y)))
    return np.where(np.asarray(condition) != 0, x, y)


def axes(axis):
    return tuple(int(a) for a in axis) if isinstance(axis, tuple) else axis


def reduction(name, compute):
    def reduce(x, axis=None, keepdims=False, **named):
        # without its axes a plain number is left whatever keepdims says
        x = np.asarray(x) if not np.ndim(x) else x
        return value(compute(x, axis=axes(axis), keepdims=keepdims, **named))

    setattr(f, name, reduce)


for name in "sum mean max min argmax argmin prod any all median count_nonzero".split():
    reduction(name, getattr(np, name))
for name in ("var", "std"):
    reduction(name, lambda x, compute=getattr(np, name), **named: compute(number(x), **named))
reduction("norm", lambda x, **named: np.linalg.norm(number(x), **named))


def along(name, compute):
    def scan(x, axis=None, **named):
        if axis is None and np.ndim(x) > 1:
            raise Listed("shape-axis")
        return value(compute(number(x), axis=axes(axis), **named))

    setattr(f, name, scan)


along("softmax", scipy.special.softmax)
along("log_softmax", scipy.special.log_softmax)
along("logsumexp", scipy.special.logsumexp)


@function
def cumsum(x, axis=None):
    return np.cumsum(x, axis=axis)


@function
def sort(x, axis=-1):
    return np.sort(x, axis=axis)


@function
def argsort(x, axis=-1):
    return np.argsort(x, axis=axis, kind="stable")


@function
def unique(x):
    return np.unique(x)


@function
def nonzero(x):
    return np.nonzero(x)


# Shapes


@function
def reshape(x, *shape):
    return np.reshape(x, shape[0] if isinstance(shape[0], (tuple, list)) else shape)


@function
def flatten(x):
    return np.ravel(x)


@function
def transpose(x, *axes):
    if not axes:
        return np.transpose(x)
    return np.transpose(x, axes[0] if isinstance(axes[0], tuple) else axes)


@function
def swap_axes(x, a, b):
    return np.swapaxes(x, a, b)


@function
def squeeze(x, axis=None):
    return np.squeeze(x, axis)


@function
def expand_dims(x, axis):
    return np.expand_dims(x, axis)


@function
def concat(tensors, axis=0):
    return np.concatenate(tensors, axis=axis)


@function
def stack(tensors, axis=0):
    return np.stack(tensors, axis=axis)


@function
def split(x, sections=None, size=None, axis=0):
    if size is not None:
        sections = list(range(size, x.shape[axis], size))
    return np.split(x, sections, axis=axis)


@function
def tile(x, reps):
    return np.tile(x, reps)


@function
def repeat(x, n, axis=None):
    return np.repeat(x, n, axis=axis)


def image_axes(x, axis):
    if axis is None:
        return (0,) if x.ndim == 1 else (x.ndim - 2, x.ndim - 1)
    return axis if isinstance(axis, tuple) else (axis,)


@function
def flip(x, axis=None):
    return np.flip(x, image_axes(x, axis))


@function
def roll(x, amounts, axis=None):
    return np.roll(x, amounts, image_axes(x, axis) if isinstance(amounts, tuple) or axis is None else axis)


@function
def shift(x, amounts, axis=None):
    chosen = image_axes(x, axis)
    amounts = amounts if isinstance(amounts, tuple) else (amounts,)
    result, source, target = np.zeros_like(x), [slice(None)] * x.ndim, [slice(None)] * x.ndim
    for place, amount in zip(chosen, amounts):
        amount = max(-x.shape[place], min(x.shape[place], amount))
        source[place] = slice(max(-amount, 0), x.shape[place] - max(amount, 0))
        target[place] = slice(max(amount, 0), x.shape[place] - max(-amount, 0))
    result[tuple(target)] = x[tuple(source)]
    return result


@function
def rot90(x, k=1):
    return np.rot90(x, k, axes=(-2, -1))


@function
def rot180(x):
    return np.rot90(x, 2, axes=(-2, -1))


@function
def pad(x, n, mode="constant", value=0, axis=None):
    chosen = image_axes(x, axis)
    pairs = [n] * len(chosen) if isinstance(n, int) else list(n) * (len(chosen) if len(n) == 1 else 1)
    widths = [(0, 0)] * x.ndim
    for place, pair in zip(chosen, pairs):
        widths[place] = (pair, pair) if isinstance(pair, int) else pair
    limits = {"reflect": -1, "circular": 0, "symmetric": 0}
    for size, pair in zip(x.shape, widths):
        if mode in limits and max(pair) > max(size + limits[mode], 0):
            raise Listed("value-padding")
    numpys = {"replicate": "edge", "circular": "wrap"}.get(mode, mode)
    return np.pad(x, widths, mode=numpys, **({"constant_values": value} if mode == "constant" else {}))


# Making


@function
def zeros(*shape, dtype=None):
    return np.zeros(shape[0] if isinstance(shape[0], (tuple, list)) else shape, dtype or float)


@function
def ones(*shape, dtype=None):
    return np.ones(shape[0] if isinstance(shape[0], (tuple, list)) else shape, dtype or float)


@function
def full(shape, fill):
    return np.full(shape, fill)


@function
def eye(n, m=None):
    return np.eye(n, m)


@function
def arange(*bounds):
    return np.arange(*[float(b) for b in bounds])


@function
def linspace(start, stop, num=50):
    return np.linspace(start, stop, num)


for name in ("zeros_like", "ones_like"):
    setattr(f, name, lambda x, make=getattr(np, name): value(make(x)))


@function
def one_hot(labels, classes):
    return np.eye(classes)[np.asarray(labels).astype(int)]


@function
def tril(x, k=0):
    return np.tril(x, k)


@function
def triu(x, k=0):
    return np.triu(x, k)


@function
def meshgrid(*vectors, indexing="xy"):
    return np.meshgrid(*vectors, indexing=indexing)


def float32(x):
    return value(np.asarray(x, dtype=np.float32))


f.float32 = float32
f.float64 = lambda x: value(np.asarray(x, dtype=np.float64))

# Linear algebra


@function
def dot(a, b):
    return np.dot(a, b)


@function
def matmul(a, b):
    return np.matmul(a, b)


@function
def outer(a, b):
    return np.outer(a, b)


@function
def diag(x, k=0):
    return np.diag(x, k)


@function
def trace_of(x):
    return np.trace(x)


@function
def einsum(subscripts, *tensors):
    return np.einsum(subscripts, *tensors)


for name in ("inv", "det", "solve"):
    setattr(f, name, lambda *args, compute=getattr(np.linalg, name): value(compute(*args)))
f.rank = lambda x: value(np.linalg.matrix_rank(x))

# Signals


def per_channel(compute, x):
    """SciPy filters one image; here every channel of (C, H, W) and (N, C, H, W) alone."""
    x = np.asarray(x)
    if x.ndim <= 2:
        return compute(x)
    images = [compute(image) for image in x.reshape((-1,) + x.shape[-2:])]
    return np.stack(images).reshape(x.shape[:-2] + images[0].shape)


@function
def convolve(x, k, mode="full"):
    return scipy.signal.convolve(number(x), number(k), mode, method="direct")


@function
def correlate(x, k, mode="full"):
    return scipy.signal.correlate(number(x), number(k), mode, method="direct")


@function
def convolve2d(x, k, mode="full", boundary="fill", fillvalue=0):
    return per_channel(lambda image: scipy.signal.convolve2d(image, number(k), mode, boundary, fillvalue), number(x))


@function
def correlate2d(x, k, mode="full", boundary="fill", fillvalue=0):
    return per_channel(lambda image: scipy.signal.correlate2d(image, number(k), mode, boundary, fillvalue), number(x))


def pair(n):
    return (n, n) if isinstance(n, int) else tuple(n)


def as_batch(x):
    """(H, W) and (C, H, W) as (N, C, H, W)."""
    return x.reshape((1,) * (4 - x.ndim) + x.shape)


def windows(x, k, stride, padding=0, dilation=1, fill=0.0, mode="constant"):
    """Patches (N, C, rows, columns, kh, kw) of a batch."""
    (kh, kw), (sh, sw), (ph, pw), (dh, dw) = pair(k), pair(stride), pair(padding), pair(dilation)
    named = {"constant_values": fill} if mode == "constant" else {}
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)), mode=mode, **named)
    view = np.lib.stride_tricks.sliding_window_view(x, (dh * (kh - 1) + 1, dw * (kw - 1) + 1), axis=(2, 3))
    return view[:, :, ::sh, ::sw, ::dh, ::dw]


PAD_MODES = {"zeros": "constant", "replicate": "edge", "circular": "wrap", "reflect": "reflect"}


@function
def conv2d(x, w, b=None, stride=1, padding=0, padding_mode="zeros", dilation=1, groups=1):
    x, w = number(x), number(w)
    if padding == "same":
        dilations = pair(dilation)
        spans = [(size - 1) * d for size, d in zip(w.shape[-2:], dilations)]
        batch = np.pad(as_batch(x), [(0, 0), (0, 0)] + [(s // 2, s - s // 2) for s in spans], mode=PAD_MODES[padding_mode])
        patches = windows(batch, w.shape[-2:], stride, 0, dilation)
    else:
        patches = windows(as_batch(x), w.shape[-2:], stride, padding, dilation, mode=PAD_MODES[padding_mode])
    if w.ndim == 2:
        result = np.einsum("ncrsab,ab->ncrs", patches, w) + (0 if b is None else b)
        return result.reshape(x.shape[:-2] + result.shape[-2:])
    per = patches.shape[1] // groups
    outs = w.shape[0] // groups
    parts = [np.einsum("ncrsab,ocab->nors", patches[:, g * per:(g + 1) * per], w[g * outs:(g + 1) * outs]) for g in range(groups)]
    result = np.concatenate(parts, axis=1) + (0 if b is None else np.reshape(b, (1, -1, 1, 1)))
    return result if x.ndim == 4 else result[0]


@function
def conv1d(x, w, b=None, stride=1, padding=0, dilation=1):
    x, w = np.expand_dims(x, -2), np.expand_dims(w, -2)
    patches = windows(as_batch(x), w.shape[-2:], (1, stride), (0, padding), (1, dilation))
    if w.ndim == 2:
        result = np.einsum("ncrsab,ab->ncrs", patches, w) + (0 if b is None else b)
        return result.reshape(x.shape[:-2] + (result.shape[-1],))
    result = np.einsum("ncrsab,ocab->nors", patches, np.expand_dims(w[..., 0, :], -2))
    result = result + (0 if b is None else np.reshape(b, (1, -1, 1, 1)))
    return result[:, :, 0] if x.ndim == 4 else result[0, :, 0]


def pooled(x, result):
    return result.reshape(x.shape[:-2] + result.shape[-2:])


@function
def max_pool2d(x, k, stride=None, padding=0, dilation=1):
    return pooled(x, windows(as_batch(number(x)), k, stride or k, padding, dilation, fill=-np.inf).max(axis=(-2, -1)))


@function
def avg_pool2d(x, k, stride=None, padding=0):
    return pooled(x, windows(as_batch(number(x)), k, stride or k, padding).mean(axis=(-2, -1)))


@function
def lp_pool2d(x, norm_type, k, stride=None):
    # as PyTorch has it: without sizes, so an odd norm adds signed numbers
    patches = windows(as_batch(number(x)), k, stride or k)
    return pooled(x, (patches**norm_type).sum(axis=(-2, -1)) ** (1 / norm_type))


@function
def max_pool1d(x, k, stride=None, padding=0):
    y = f.max_pool2d(np.expand_dims(x, -2), (1, k), stride=(1, stride or k), padding=(0, padding))
    return np.squeeze(y, -2)


@function
def decimate2d(x, k):
    kh, kw = pair(k)
    return x[..., ::kh, ::kw]


@function
def im2col(x, k, stride=1, padding=0, dilation=1):
    patches = windows(as_batch(number(x)), k, stride, padding, dilation)
    n, c, rows, columns, kh, kw = patches.shape
    result = patches.transpose(0, 2, 3, 1, 4, 5).reshape(n, rows * columns, c * kh * kw)
    return result if x.ndim == 4 else result[0]


@function
def col2im(cols, shape, k, stride=1, padding=0, dilation=1):
    (ph, pw), size = pair(padding), int(np.prod(shape))
    numbers = f.im2col(np.arange(1.0, size + 1).reshape(shape), k, stride, padding, dilation)
    result = np.zeros(size + 1, dtype=cols.dtype)
    # what lies in the padding adds to place 0
    np.add.at(result, numbers.astype(int).ravel(), cols.ravel())
    return result[1:].reshape(shape)


@function
def conv_transpose2d(x, w, b=None, stride=1, padding=0):
    (sh, sw), (ph, pw), batch = pair(stride), pair(padding), as_batch(x)
    if w.ndim == 2:
        spread = np.einsum("ncrs,ab->ncrsab", batch, w)
    else:
        spread = np.einsum("ncrs,coab->norsab", batch, w)
    n, c, rows, columns, kh, kw = spread.shape
    result = np.zeros((n, c, (rows - 1) * sh + kh, (columns - 1) * sw + kw), dtype=spread.dtype)
    for i in range(rows):
        for j in range(columns):
            result[:, :, i * sh:i * sh + kh, j * sw:j * sw + kw] += spread[:, :, i, j]
    result = result[:, :, ph:result.shape[2] - ph, pw:result.shape[3] - pw]
    result = result + (0 if b is None else np.reshape(b, (1, -1, 1, 1)))
    if w.ndim == 2:
        return pooled(x, result)
    return result if x.ndim == 4 else result[0]


@function
def resize(x, size, mode="bilinear"):
    """PyTorch's interpolate with align_corners=False."""
    for axis, count in zip((-2, -1), size):
        old = x.shape[axis]
        if mode == "nearest":
            x = np.take(x, np.arange(count) * old // count, axis=axis)
            continue
        place = np.maximum((np.arange(count) + 0.5) * old / count - 0.5, 0)
        first = place.astype(int)
        after = np.minimum(first + 1, old - 1)
        part = (place - first).reshape((-1, 1) if axis == -2 else (-1,)).astype(x.dtype)
        x = np.take(x, first, axis=axis) * (1 - part) + np.take(x, after, axis=axis) * part
    return x


@function
def sobel(x):
    kernel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], dtype=x.dtype)
    both = [per_channel(lambda image: scipy.ndimage.correlate(image, k, mode="nearest"), x) for k in (kernel, kernel.T)]
    return np.sqrt(both[0] ** 2 + both[1] ** 2)


@function
def allclose(a, b):
    return np.allclose(a, b)


@function
def len_(x):
    return len(x)


@function
def int_(x):
    return float(int(x))


def tensor(x):
    return value(np.asarray(x))


f.tensor = tensor
