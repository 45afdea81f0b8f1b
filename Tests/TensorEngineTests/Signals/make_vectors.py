"""Writes vectors.json: arguments and results of the signal operations, computed without ConvLab.

SciPy and NumPy where they have the operation; else loops that state PyTorch's definition as plainly as possible.
Run: python3 make_vectors.py   (NumPy 2, SciPy 1.17)
"""

import itertools
import json
import pathlib

import numpy as np
import scipy.ndimage
import scipy.signal

random = np.random.default_rng(5)
vectors = []


def tensor(*shape, dtype=np.float64):
    """Multiples of 1/4 between -2 and 2: short in the file, exact in float32."""
    return (random.integers(-8, 9, size=shape) / 4).astype(dtype)


def number(value):
    value = float(value)
    if not np.isfinite(value):
        return str(value)
    return int(value) if value == int(value) else float(f"{value:.15g}")


def encode(value):
    if isinstance(value, np.ndarray):
        return {"shape": list(value.shape), "dtype": str(value.dtype), "values": [number(v) for v in value.ravel()]}
    return value


def vector(op, result, **arguments):
    result = np.asarray(result)
    vectors.append({"op": op, "arguments": {k: encode(v) for k, v in arguments.items()}, "result": encode(result)})


def pair(value):
    return tuple(value) if isinstance(value, (tuple, list)) else (value, value)


# ---------------------------------------------------------------- PyTorch's definitions

NUMPY_MODE = {"zeros": "constant", "reflect": "reflect", "replicate": "edge", "circular": "wrap"}


def conv2d(x, w, b=None, stride=1, padding=0, padding_mode="zeros", dilation=1, groups=1):
    """x (N, C, H, W), w (O, C/groups, h, w)."""
    (sr, sc), (dr, dc) = pair(stride), pair(dilation)
    if padding == "valid":
        padding = 0
    if padding == "same":
        margins = []
        for k, d in ((w.shape[2], dr), (w.shape[3], dc)):
            total = d * (k - 1)
            margins.append((total // 2, total - total // 2))
    else:
        margins = [(p, p) for p in pair(padding)]
    x = np.pad(x, [(0, 0), (0, 0), *margins], mode=NUMPY_MODE[padding_mode])
    n, c, height, width = x.shape
    filters, per_group, kh, kw = w.shape
    rows = (height - dr * (kh - 1) - 1) // sr + 1
    columns = (width - dc * (kw - 1) - 1) // sc + 1
    y = np.zeros((n, filters, rows, columns), dtype=np.result_type(x, w))
    for image, f, i, j in np.ndindex(*y.shape):
        first = f // (filters // groups) * per_group
        window = x[image, first:first + per_group, i * sr:i * sr + dr * (kh - 1) + 1:dr, j * sc:j * sc + dc * (kw - 1) + 1:dc]
        y[image, f, i, j] = (window * w[f]).sum() + (0 if b is None else b[f])
    return y


def conv_transpose2d(x, w, b=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1):
    """x (N, C, H, W), w (C, O/groups, h, w)."""
    (sr, sc), (pr, pc), (er, ec), (dr, dc) = map(pair, (stride, padding, output_padding, dilation))
    n, c, height, width = x.shape
    _, per_group, kh, kw = w.shape
    rows = (height - 1) * sr - 2 * pr + dr * (kh - 1) + er + 1
    columns = (width - 1) * sc - 2 * pc + dc * (kw - 1) + ec + 1
    y = np.zeros((n, per_group * groups, rows, columns))
    for image, ci, i, j, o, a, bb in np.ndindex(n, c, height, width, per_group, kh, kw):
        r, s = i * sr + a * dr - pr, j * sc + bb * dc - pc
        if 0 <= r < rows and 0 <= s < columns:
            y[image, ci // (c // groups) * per_group + o, r, s] += x[image, ci, i, j] * w[ci, o, a, bb]
    return y if b is None else y + np.asarray(b)[None, :, None, None]


def pooled_size(n, k, s, p, d, ceil_mode):
    room = n + 2 * p - d * (k - 1) - 1
    size = (-(-room // s) if ceil_mode else room // s) + 1
    return size - 1 if ceil_mode and (size - 1) * s >= n + p else size


def pool2d(reduce, x, k, stride=None, padding=0, dilation=1, ceil_mode=False):
    """`reduce(values inside, elements with padding)` of each window of x (N, C, H, W)."""
    (kr, kc), (sr, sc) = pair(k), pair(k if stride is None else stride)
    (pr, pc), (dr, dc) = pair(padding), pair(dilation)
    n, c, height, width = x.shape
    y = np.zeros((n, c, pooled_size(height, kr, sr, pr, dr, ceil_mode), pooled_size(width, kc, sc, pc, dc, ceil_mode)))
    for image, channel, i, j in np.ndindex(*y.shape):
        inside, count = [], 0
        for a, b in itertools.product(range(kr), range(kc)):
            r, s = i * sr + a * dr - pr, j * sc + b * dc - pc
            count += r < height + pr and s < width + pc
            if 0 <= r < height and 0 <= s < width:
                inside.append(x[image, channel, r, s])
        y[image, channel, i, j] = reduce(np.array(inside), count)
    return y


def maximum(values, count):
    return values.max() if len(values) else -np.inf


def interpolate(x, height, width):
    def weights(n, out):
        matrix = np.zeros((out, n))
        for i in range(out):
            place = max((i + 0.5) * n / out - 0.5, 0)
            low = min(int(place), n - 1)
            matrix[i, low] += 1 - (place - low)
            matrix[i, min(low + 1, n - 1)] += place - low
        return matrix
    return weights(x.shape[-2], height) @ x @ weights(x.shape[-1], width).T


# ---------------------------------------------------------------- convolution

for options in (
    {}, {"stride": 2}, {"stride": [1, 3]}, {"padding": 1}, {"padding": [2, 0]}, {"padding": "same"},
    {"padding": "valid"}, {"dilation": 2}, {"dilation": [1, 2], "padding": 2, "stride": [2, 1]},
    {"padding": 2, "padding_mode": "reflect"}, {"padding": [1, 3], "padding_mode": "replicate"},
    {"padding": 2, "padding_mode": "circular"}, {"padding": "same", "padding_mode": "reflect", "dilation": [2, 1]},
):
    for kernel in ((3, 3), (2, 3), (1, 4)):
        x, w, b = tensor(2, 2, 6, 7), tensor(3, 2, *kernel), tensor(3)
        plain = {k: v for k, v in options.items()}
        vector("conv2d", conv2d(x, w, b, **plain), x=x, w=w, b=b, **options)
x, w = tensor(1, 4, 4, 5), tensor(6, 2, 2, 2)
vector("conv2d", conv2d(x, w, groups=2), x=x, w=w, groups=2)
x, w = tensor(2, 3, 4, 5), tensor(3, 1, 3, 2)
vector("conv2d", conv2d(x, w, groups=3, padding=1), x=x, w=w, groups=3, padding=1)
x, w = tensor(3, 4, 5), tensor(2, 3, 2, 2)
vector("conv2d", conv2d(x[None], w)[0], x=x, w=w)
x, w = tensor(4, 5), tensor(2, 1, 2, 2)
vector("conv2d", conv2d(x[None, None], w)[0], x=x, w=w)
for shape in ((4, 5), (3, 4, 5), (2, 3, 4, 5)):
    x, w = tensor(*shape), tensor(2, 3)
    single = conv2d(x.reshape(-1, 1, 4, 5), w[None, None], padding=1)
    vector("conv2d", single.reshape(*shape[:-2], *single.shape[-2:]), x=x, w=w, padding=1)
for dtype in (np.float32, np.bool_):
    x = tensor(2, 5, 5).astype(dtype) if dtype is np.float32 else tensor(2, 5, 5) > 0
    w = tensor(3, 2, 3, 3).astype(dtype) if dtype is np.float32 else tensor(3, 2, 3, 3) > 0
    result = conv2d(np.asarray(x, np.float64)[None], np.asarray(w, np.float64))[0]
    vector("conv2d", result.astype(np.float32 if dtype is np.float32 else np.float64), x=x, w=w)
x, w = tensor(2, 5, 5).astype(np.float32), tensor(1, 2, 3, 3)
vector("conv2d", conv2d(x[None].astype(float), w)[0], x=x, w=w)
vector("conv2d", np.zeros((0, 2, 3, 3)), x=tensor(0, 1, 5, 5), w=tensor(2, 1, 3, 3))
x, w = tensor(1, 1, 2, 2), tensor(1, 1, 5, 4)   # larger than the image
vector("conv2d", conv2d(x, w, padding=2), x=x, w=w, padding=2)

for options in ({}, {"stride": 2}, {"padding": 2}, {"padding": 1, "padding_mode": "circular"}, {"dilation": 2, "stride": 2}):
    x, w, b = tensor(2, 2, 7), tensor(3, 2, 3), tensor(3)
    wide = {k: ([0, v] if k == "padding" else [1, v]) if isinstance(v, int) else v for k, v in options.items()}
    vector("conv1d", conv2d(x[:, :, None], w[:, :, None], b, **wide)[:, :, 0], x=x, w=w, b=b, **options)
x, w = tensor(2, 7), tensor(3)
vector("conv1d", conv2d(x[:, None, None], w[None, None, None])[:, 0, 0], x=x, w=w)
vector("conv1d", np.correlate(x[0], w, "valid"), x=x[0], w=w)

for options in (
    {}, {"stride": 2}, {"stride": [2, 3], "padding": 1}, {"stride": 2, "output_padding": 1}, {"dilation": 2},
    {"stride": [3, 2], "padding": [1, 2], "output_padding": [2, 1], "dilation": [1, 3]},
):
    x, w, b = tensor(2, 2, 3, 4), tensor(2, 3, 3, 2), tensor(3)
    vector("conv_transpose2d", conv_transpose2d(x, w, b, **options), x=x, w=w, b=b, **options)
x, w = tensor(4, 3, 3), tensor(4, 3, 2, 2)
vector("conv_transpose2d", conv_transpose2d(x[None], w, groups=2, stride=2)[0], x=x, w=w, groups=2, stride=2)
x, w = tensor(3, 3), tensor(2, 2)
vector("conv_transpose2d", conv_transpose2d(x[None, None], w[None, None])[0, 0], x=x, w=w)

for mode in ("full", "same", "valid"):
    for n, k in ((7, 3), (7, 4), (3, 7), (4, 6), (5, 5), (1, 1), (5, 8)):
        x, h = tensor(n), tensor(k)
        vector("convolve", scipy.signal.convolve(x, h, mode, method="direct"), x=x, k=h, mode=mode)
        vector("correlate", scipy.signal.correlate(x, h, mode, method="direct"), x=x, k=h, mode=mode)
    for n, k in (((4, 5), (2, 3)), ((2, 3), (4, 5)), ((3, 4, 5), (2, 2, 3)), ((2, 3, 2, 4), (2, 1, 2, 3))):
        x, h = tensor(*n), tensor(*k)
        vector("convolve", scipy.signal.convolve(x, h, mode, method="direct"), x=x, k=h, mode=mode)
        vector("correlate", scipy.signal.correlate(x, h, mode, method="direct"), x=x, k=h, mode=mode)
    for boundary in ("fill", "wrap", "symm"):
        for n, k in (((5, 6), (3, 3)), ((5, 6), (2, 4)), ((3, 2), (5, 6)), ((4, 4), (1, 4))):
            x, h = tensor(*n), tensor(*k)
            for op in ("convolve2d", "correlate2d"):
                result = getattr(scipy.signal, op)(x, h, mode, boundary, fillvalue=1.5)
                vector(op, result, x=x, k=h, mode=mode, boundary=boundary, fillvalue=1.5)
    for shape in ((2, 4, 5), (2, 3, 4, 5)):
        for k in ((3, 2), (6, 6)):
            x, h = tensor(*shape), tensor(*k)
            for op in ("convolve2d", "correlate2d"):
                planes = np.array([getattr(scipy.signal, op)(plane, h, mode) for plane in x.reshape(-1, 4, 5)])
                vector(op, planes.reshape(*shape[:-2], *planes.shape[-2:]), x=x, k=h, mode=mode)
x, h = tensor(4, 4, dtype=np.float32), tensor(3, 3, dtype=np.float32)
vector("convolve2d", scipy.signal.convolve2d(x, h), x=x, k=h)

# ---------------------------------------------------------------- patches

for options in ({}, {"stride": 2}, {"padding": 1}, {"stride": [1, 2], "padding": [0, 1], "dilation": [2, 1]}):
    for shape in ((4, 5), (2, 4, 5), (2, 2, 4, 5)):
        x = tensor(*shape)
        images = x.reshape(-1 if len(shape) == 4 else 1, shape[-3] if len(shape) > 2 else 1, 4, 5)
        (sr, sc), (pr, pc), (dr, dc) = (pair(options.get(k, v)) for k, v in (("stride", 1), ("padding", 0), ("dilation", 1)))
        numbers = np.arange(images[0].size).reshape(images[0].shape) + 1   # 0 is the padding
        padded = np.pad(numbers, ((0, 0), (pr, pr), (pc, pc)))
        kr, kc = 2, 3
        rows = (padded.shape[1] - dr * (kr - 1) - 1) // sr + 1
        columns = (padded.shape[2] - dc * (kc - 1) - 1) // sc + 1
        places = np.array([
            padded[:, i * sr:i * sr + dr * (kr - 1) + 1:dr, j * sc:j * sc + dc * (kc - 1) + 1:dc].ravel()
            for i in range(rows) for j in range(columns)])
        cols = np.array([np.append(0, image.ravel())[places] for image in images])
        vector("im2col", cols if len(shape) == 4 else cols[0], x=x, k=[kr, kc], **options)
        given = tensor(*cols.shape)
        back = np.zeros((len(images), numbers.size + 1))
        for image in range(len(images)):
            np.add.at(back[image], places, given[image])
        vector("col2im", back[:, 1:].reshape(shape), cols=given if len(shape) == 4 else given[0], shape=list(shape),
               k=[kr, kc], **options)

# ---------------------------------------------------------------- pooling

for options in (
    {"k": 2}, {"k": 3}, {"k": [2, 3]}, {"k": 3, "stride": 1}, {"k": 3, "stride": [1, 2], "padding": 1},
    {"k": [2, 3], "stride": 2, "padding": [1, 0]}, {"k": 3, "stride": 2, "ceil_mode": True},
    {"k": 3, "stride": 2, "padding": 1, "ceil_mode": True}, {"k": 2, "stride": 3, "padding": 1, "ceil_mode": True},
):
    for shape in ((2, 2, 6, 7), (2, 5, 8)):
        x = tensor(*shape)
        whole = x.reshape(-1, 1, *shape[-2:])
        def shaped(y):
            return y.reshape(*shape[:-2], *y.shape[-2:])
        vector("max_pool2d", shaped(pool2d(maximum, whole, **options)), x=x, **options)
        vector("avg_pool2d", shaped(pool2d(lambda v, count: v.sum() / count, whole, **options)), x=x, **options)
        vector("avg_pool2d", shaped(pool2d(lambda v, count: v.mean(), whole, **options)), x=x, count_include_pad=False,
               **options)
x = tensor(6, 7)
vector("max_pool2d", pool2d(maximum, x[None, None], 2, 1, 1, 2)[0, 0], x=x, k=2, stride=1, padding=1, dilation=2)
x = tensor(4, 4)
x[1, 2] = np.nan
vector("max_pool2d", pool2d(lambda v, _: v.max(), x[None, None], 3, 1)[0, 0], x=x, k=3, stride=1)
vector("max_pool2d", np.full((3, 3), -5.0), x=np.full((3, 3), -5.0), k=3, stride=1, padding=1)
vector("max_pool2d", np.zeros((0, 2, 2, 2)), x=np.zeros((0, 2, 4, 4)), k=2)
x = tensor(4, 4) > 0
vector("max_pool2d", pool2d(maximum, x[None, None].astype(float), 2)[0, 0], x=x, k=2)
x = tensor(2, 4, 4, dtype=np.float32)
vector("avg_pool2d", pool2d(lambda v, count: v.sum() / count, x[None].astype(float), 2)[0].astype(np.float32), x=x, k=2)
for p in (1, 2, 3, 2.5):
    x = np.abs(tensor(2, 4, 6))
    vector("lp_pool2d", pool2d(lambda v, _: (v ** p).sum() ** (1 / p), x[None], 2)[0], x=x, norm_type=p, k=2)
x = tensor(5, 6)
vector("lp_pool2d", pool2d(lambda v, _: np.sqrt((v ** 2).sum()), x[None, None], [2, 3], 1)[0, 0], x=x, norm_type=2,
       k=[2, 3], stride=1)
for shape in ((7,), (2, 7), (2, 2, 7)):
    x = tensor(*shape)
    y = pool2d(maximum, x.reshape(-1, 1, 1, 7), (1, 3), (1, 2), (0, 1))
    vector("max_pool1d", y.reshape(*shape[:-1], y.shape[-1]), x=x, k=3, stride=2, padding=1)
for shape in ((5, 7), (2, 5, 7), (2, 1, 5, 7)):
    x = tensor(*shape)
    vector("decimate2d", x[..., ::2, ::2], x=x, k=2)
    vector("decimate2d", x[..., ::3, ::9], x=x, k=[3, 9])

# ---------------------------------------------------------------- padding, moves, repeats, sizes

MODES = {"constant": "constant", "reflect": "reflect", "replicate": "edge", "circular": "wrap", "symmetric": "symmetric"}
for mode, numpy_mode in MODES.items():
    extra = {"constant_values": 1.5} if mode == "constant" else {}
    value = {"value": 1.5} if mode == "constant" else {}
    for shape in ((4,), (3, 4), (2, 3, 4), (2, 1, 3, 4)):
        x = tensor(*shape)
        spatial = min(len(shape), 2)
        leading = [(0, 0)] * (len(shape) - spatial)
        vector("pad", np.pad(x, leading + [(2, 2)] * spatial, numpy_mode, **extra), x=x, n=2, mode=mode, **value)
        pairs = [(1, 2), (0, 3)][-spatial:]
        vector("pad", np.pad(x, leading + pairs, numpy_mode, **extra), x=x, n=[list(p) for p in pairs], mode=mode, **value)
    x = tensor(3, 2, 2)
    vector("pad", np.pad(x, [(1, 1), (0, 0), (0, 0)], numpy_mode, **extra), x=x, n=1, mode=mode, axis=0, **value)
vector("pad", np.pad(x > 0, [(0, 0), (1, 1), (1, 1)]), x=x > 0, n=1)
vector("pad", np.pad(x.astype(np.float32), [(0, 0), (1, 1), (1, 1)]), x=x.astype(np.float32), n=1)
for shape in ((5,), (4, 5), (2, 4, 5)):
    x = tensor(*shape)
    axes = tuple(range(max(len(shape) - 2, 0), len(shape)))
    for amounts in ((1, 2), (-1, 0), (0, -4), (9, 1), (0, 0)):
        moved = amounts[-len(axes):]
        vector("roll", np.roll(x, moved, axes), x=x, amounts=list(moved))
        leading = [0] * (len(shape) - len(axes))
        shifted = scipy.ndimage.shift(x, leading + list(moved), order=0, mode="constant", cval=0)
        vector("shift", shifted, x=x, amounts=list(moved))
    vector("flip", np.flip(x, axes), x=x)
    vector("flip", np.flip(x, 0), x=x, axis=0)
    vector("roll", np.roll(x, 2, 0), x=x, amounts=2, axis=0)
    if len(shape) > 1:
        for k in range(-2, 6):
            vector("rot90", np.rot90(x, k, (-2, -1)), x=x, k=k)
        vector("rot180", np.rot90(x, 2, (-2, -1)), x=x)
for shape, reps in (((3,), 2), ((3,), [2, 2]), ((2, 3), [2, 1, 3]), ((2, 3), 2), ((2, 3), [0, 2]), ((2, 1, 2), [2, 2])):
    x = tensor(*shape)
    vector("tile", np.tile(x, reps), x=x, reps=reps)
x = tensor(2, 3)
for n, axis in ((2, None), (3, 0), (2, -1), ([1, 0, 2], 1), ([2, 1], 0), (0, 0), ([1, 0, 2, 1, 1, 3], None)):
    vector("repeat", np.repeat(x, n, axis), x=x, n=n, axis=axis)
for size in ((6, 8), (3, 4), (2, 2), (7, 5), (1, 9)):
    for shape in ((3, 4), (2, 3, 4), (1, 2, 3, 4)):
        x = tensor(*shape)
        vector("resize", interpolate(x, *size), x=x, size=list(size))
        rows, columns = (np.arange(out) * n // out for out, n in zip(size, (3, 4)))
        vector("resize", x[..., rows, :][..., columns], x=x, size=list(size), mode="nearest")

# ---------------------------------------------------------------- filters

for n in (1, 3, 4):
    vector("blur", np.ones((n, n)) / n**2, n=n)
for n, sigma in ((3, 1), (5, 1.4), (4, 0.8), (7, 0.5), (1, 3)):
    a = np.arange(n) - (n - 1) / 2
    g = np.exp(-(a[:, None] ** 2 + a**2) / (2 * sigma**2))
    vector("gaussian", g / g.sum(), n=n, sigma=sigma)
delta = np.zeros((5, 5))
delta[2, 2] = 1
vector("edge", scipy.ndimage.laplace(delta)[1:4, 1:4])
vector("laplacian", scipy.ndimage.laplace(delta)[1:4, 1:4])
vector("sharpen", (delta - scipy.ndimage.laplace(delta))[1:4, 1:4])
# SciPy correlates, so what an impulse gives is the kernel turned around
vector("sobel_x", scipy.ndimage.sobel(delta, 1)[3:0:-1, 3:0:-1])
vector("sobel_y", scipy.ndimage.sobel(delta, 0)[3:0:-1, 3:0:-1])
vector("prewitt_x", scipy.ndimage.prewitt(delta, 1)[3:0:-1, 3:0:-1])
vector("prewitt_y", scipy.ndimage.prewitt(delta, 0)[3:0:-1, 3:0:-1])
for shape in ((5, 6), (2, 3, 4), (1, 2, 3, 3)):
    x = tensor(*shape)
    planes = [np.hypot(scipy.ndimage.sobel(p, 0, mode="nearest"), scipy.ndimage.sobel(p, 1, mode="nearest"))
              for p in x.reshape(-1, *shape[-2:])]
    vector("sobel", np.array(planes).reshape(shape), x=x)
for n, k, s, p, d in ((28, 5, 1, 0, 1), (32, 5, 2, 2, 1), (7, 3, 2, 0, 1), (9, 3, 3, 0, 2)):
    vector("conv_output_size", np.array((n + 2 * p - d * (k - 1) - 1) // s + 1), n=n, k=k, stride=s, padding=p, dilation=d)
vector("conv_output_size", np.array([5.0, 5.0]), n=[7, 6], k=[3, 2])

lines = ",\n".join(json.dumps(v, separators=(",", ":")) for v in vectors)
pathlib.Path(__file__).with_name("vectors.json").write_text(f"[\n{lines}\n]\n")
print(len(vectors), "vectors")
