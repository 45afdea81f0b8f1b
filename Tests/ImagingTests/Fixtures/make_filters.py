"""Writes filters.txt: checksums of what SciPy makes of the photographs, rounded to the nearest level.

    python3 Tests/ImagingTests/Fixtures/make_filters.py > Tests/ImagingTests/Fixtures/filters.txt
    python3 Tests/ImagingTests/Fixtures/make_filters.py path/to/convlab    # compares every picture instead

Needs numpy, scipy and opencv-python. A checksum covers the four kinds of padding, one after the other.
"""

import itertools
import os
import subprocess
import sys
import tempfile

import cv2
import numpy as np
from scipy import signal

ASSETS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../assets")
PHOTOS = ["brick", "camera", "chelsea", "coffee"]
PADDINGS = {"zeros": "constant", "reflect": "reflect", "replicate": "edge", "circular": "wrap"}


def gaussian(n, sigma):
    a = np.arange(n) - (n - 1) / 2
    weights = np.exp(-a * a / (2 * sigma * sigma))
    return np.outer(weights, weights) / weights.sum() ** 2


SOBEL = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1.0]])
PREWITT = np.array([[-1, 0, 1], [-1, 0, 1], [-1, 0, 1.0]])
EDGE = np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0.0]])
FILTERS = {
    "blur": np.ones((3, 3)) / 9,
    "blur --size 7": np.ones((7, 7)) / 49,
    "gaussian": gaussian(9, 1),
    "gaussian --size 15 --sigma 4": gaussian(15, 4),
    "sharpen": np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0.0]]),
    "edge": EDGE,
    "laplacian": EDGE,
    "sobel-x": SOBEL,
    "sobel-y": SOBEL.T,
    "prewitt-x": PREWITT,
    "prewitt-y": PREWITT.T,
    "sobel": None,
}


def variant(name, kind, bits):
    """A photograph as another kind of picture, by whole numbers only: the tests make the same."""
    image = cv2.imread(os.path.join(ASSETS, name + ".png"), cv2.IMREAD_UNCHANGED)
    image = image if image.ndim == 2 else image[..., ::-1]
    y, x = np.indices(image.shape[:2])
    if kind == "gray":
        image = image if image.ndim == 2 else image[..., 1]
    elif image.ndim == 2:
        image = np.stack([image, np.roll(image, 3, 0), np.roll(image, 5, 1)], -1)
    if kind == "rgba":
        image = np.concatenate([image, ((7 * x + 13 * y) % 256).astype(np.uint8)[..., None]], -1)
    if bits == 8:
        return np.ascontiguousarray(image)
    noise = (31 * x + 17 * y) % 257
    noise = noise if image.ndim == 2 else noise[..., None]
    return (image.astype(np.int64) * 256 + np.minimum(noise, 255)).astype(np.uint16)


def correlate(x, kernel, mode):
    rows, columns = kernel.shape
    top, left = (rows - 1) // 2, (columns - 1) // 2
    x = np.pad(x, ((top, rows - 1 - top), (left, columns - 1 - left)), mode=PADDINGS[mode])
    return signal.correlate2d(x, kernel, "valid")


def filtered(image, kernel, mode):
    """Each colour filtered, rounded to the nearest level; no value may lie so near to a tie that rounding is chance."""
    top = np.iinfo(image.dtype).max
    planes = image.reshape(image.shape[0], image.shape[1], -1)
    result = planes.copy()
    for channel in range(min(planes.shape[2], 3)):
        x = planes[..., channel] / top
        if kernel is None:
            y = np.hypot(correlate(x, SOBEL, mode), correlate(x, SOBEL.T, mode))
        else:
            y = correlate(x, kernel, mode)
        levels = np.clip(y, 0, 1) * top
        assert np.abs(levels - np.floor(levels) - 0.5).min() > 1e-9
        result[..., channel] = np.round(levels)
    return result.reshape(image.shape)


def checksum(state, image):
    """FNV-1a, 64 bits, over the samples' bytes, the high one first."""
    data = np.ascontiguousarray(image).astype(image.dtype.newbyteorder(">")).tobytes()
    for byte in data:
        state = (state ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return state


def cases():
    return itertools.product(PHOTOS, ["gray", "rgb", "rgba"], [8, 16], FILTERS)


def record():
    for photo, kind, bits, name in cases():
        image = variant(photo, kind, bits)[:96, :128]
        state = 0xCBF29CE484222325
        for mode in PADDINGS:
            state = checksum(state, filtered(image, FILTERS[name], mode))
        print(photo, kind, bits, f"{state:016x}", name)


def bgr(image):
    if image.ndim == 2:
        return image
    return image[..., [2, 1, 0] + list(range(3, image.shape[2]))]


def compare(program):
    count = differing = 0
    with tempfile.TemporaryDirectory() as folder:
        before, after = os.path.join(folder, "before.png"), os.path.join(folder, "after.png")
        for photo, kind, bits, name in cases():
            image = variant(photo, kind, bits)
            cv2.imwrite(before, bgr(image))
            for mode in PADDINGS:
                command = [program, "filter", before, "-k", *name.split(), "--padding", mode, "-o", after]
                subprocess.run(command, check=True)
                result = bgr(cv2.imread(after, cv2.IMREAD_UNCHANGED))
                expected = filtered(image, FILTERS[name], mode)
                count += 1
                if result.dtype != expected.dtype or not np.array_equal(result, expected):
                    differing += 1
                    print("differs:", photo, kind, bits, name, mode)
    print(f"{count} pictures, {differing} differ")


if len(sys.argv) > 1:
    compare(sys.argv[1])
else:
    record()
