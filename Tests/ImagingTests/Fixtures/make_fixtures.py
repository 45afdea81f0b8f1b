#!/usr/bin/env python3
"""Writes the PNG files beside it, what they must decode to, and hashes of assets/*.png.

It follows the PNG specification with zlib and struct alone, so that libpng is held against another reading of it.

    python3 Tests/ImagingTests/Fixtures/make_fixtures.py
"""

import random
import struct
import zlib
from pathlib import Path

HERE = Path(__file__).parent
ASSETS = HERE.parents[2] / "assets"
SIGNATURE = b"\x89PNG\r\n\x1a\n"
GRAY, RGB, PALETTE, GRAY_ALPHA, RGBA = 0, 2, 3, 4, 6
STORED_CHANNELS = {GRAY: 1, RGB: 3, PALETTE: 1, GRAY_ALPHA: 2, RGBA: 4}
DEPTHS = {GRAY: [1, 2, 4, 8, 16], RGB: [8, 16], PALETTE: [1, 2, 4, 8], GRAY_ALPHA: [8, 16], RGBA: [8, 16]}
NAMES = {GRAY: "gray", RGB: "rgb", PALETTE: "palette", GRAY_ALPHA: "gray-alpha", RGBA: "rgba"}
KINDS = {1: "gray", 2: "gray+alpha", 3: "rgb", 4: "rgba"}
# start and step of each pass: x, y, dx, dy
ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


# Writing


def chunk(name, data=b""):
    body = name + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def header(width, height, depth, color, interlace=0, filters=0):
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, color, 0, filters, interlace))


def pack_row(samples, depth):
    if depth == 16:
        return struct.pack(f">{len(samples)}H", *samples)
    bits = "".join(format(s, f"0{depth}b") for s in samples)
    bits += "1" * (-len(bits) % 8)  # padding that a reader must not look at
    return bytes(int(bits[i : i + 8], 2) for i in range(0, len(bits), 8))


def paeth(a, b, c):
    p = a + b - c
    pa, pb, pc = abs(p - a), abs(p - b), abs(p - c)
    return a if pa <= pb and pa <= pc else b if pb <= pc else c


def predict(kind, left, up, corner):
    return [0, left, up, (left + up) // 2, paeth(left, up, corner)][kind]


def filter_rows(rows, step):
    """Filters row y with filter y % 5, so that every file uses all five."""
    out, above = b"", None
    for y, row in enumerate(rows):
        above = above or bytes(len(row))
        kind = y % 5
        out += bytes([kind])
        for i, value in enumerate(row):
            left, corner = (row[i - step], above[i - step]) if i >= step else (0, 0)
            out += bytes([(value - predict(kind, left, above[i], corner)) & 255])
        above = row
    return out


def image_data(pixels, depth, channels, interlace):
    """Filters the rows of each pass; `pixels` is a list of rows of tuples."""
    height, width = len(pixels), len(pixels[0])
    raw = b""
    for x0, y0, dx, dy in ADAM7 if interlace else [(0, 0, 1, 1)]:
        part = [[pixels[y][x] for x in range(x0, width, dx)] for y in range(y0, height, dy)]
        if part and part[0]:
            rows = [pack_row([s for pixel in row for s in pixel], depth) for row in part]
            raw += filter_rows(rows, max(1, depth * channels // 8))
    return raw


def data_chunks(raw, level=9):
    """Splits the compressed bytes over two chunks, as the format allows at any byte."""
    packed = zlib.compress(raw, level)
    middle = len(packed) // 2
    return chunk(b"IDAT", packed[:middle]) + chunk(b"IDAT", packed[middle:])


def png(*chunks):
    return SIGNATURE + b"".join(chunks) + chunk(b"IEND")


# Kinds: what each must decode to


def expand(pixel, depth, color, palette, transparent):
    """One stored pixel as it must be handed out."""
    if color == PALETTE:
        alphas = [] if transparent is None else [transparent[pixel[0]] if pixel[0] < len(transparent) else 255]
        return [*palette[pixel[0]], *alphas]
    top = 65535 if depth == 16 else 255
    alphas = [] if transparent is None else [0 if pixel == transparent else top]
    scale = 255 // (2**depth - 1) if depth < 8 else 1
    return [s * scale for s in pixel] + alphas


def kind(name, width, height, depth, color, interlace, with_trns=False, between=b"", after=b""):
    rng = random.Random(name)
    channels = STORED_CHANNELS[color]
    count = min(2**depth, 200) if color == PALETTE else 0
    palette = [tuple(rng.randrange(256) for _ in range(3)) for _ in range(count)]
    top = count or 2**depth
    pixels = [[tuple(rng.randrange(top) for _ in range(channels)) for _ in range(width)] for _ in range(height)]
    transparent, chunks = None, [header(width, height, depth, color, interlace)]
    if color == PALETTE:
        chunks.append(chunk(b"PLTE", bytes(s for c in palette for s in c)))
    if with_trns and color == PALETTE:
        transparent = [rng.randrange(256) for _ in range((count + 1) // 2)]
        chunks.append(chunk(b"tRNS", bytes(transparent)))
    elif with_trns:
        transparent = pixels[height // 2][width // 2]
        # equal in the low byte, or in all channels but one: must stay opaque
        near = [*transparent[:-1], transparent[-1] ^ (256 if depth == 16 else 1)]
        pixels[0][0] = tuple(near)
        chunks.append(chunk(b"tRNS", struct.pack(f">{channels}H", *transparent)))
    chunks += [between, data_chunks(image_data(pixels, depth, channels, interlace))]
    samples = [s for row in pixels for p in row for s in expand(p, depth, color, palette, transparent)]
    expect_samples(name, png(*chunks) + after, width, height, 16 if depth == 16 else 8, samples)


expected = []


def expect_samples(name, data, width, height, bits, samples):
    (HERE / f"{name}.png").write_bytes(data)
    digits = "".join(format(s, f"0{bits // 4}x") for s in samples)
    expected.append(f"{name} {height} {width} {KINDS[len(samples) // (width * height)]} {bits} {digits}")


def expect_code(name, data, code):
    (HERE / f"{name}.png").write_bytes(data)
    expected.append(f"{name} {code}")


def all_kinds():
    for color, depths in DEPTHS.items():
        for depth in depths:
            for interlace in (0, 1):
                suffix = f"{NAMES[color]}-{depth}{'-adam7' if interlace else ''}"
                kind(suffix, 11, 7, depth, color, interlace)
                if color in (GRAY, RGB, PALETTE):
                    kind(f"{suffix}-trns", 11, 7, depth, color, interlace, with_trns=True)
    sizes = [(n, n) for n in range(1, 10)] + [(1, 9), (9, 1), (5, 2), (2, 5), (3, 1), (1, 3)]
    for width, height in sizes:
        kind(f"size-{width}x{height}", width, height, 8, GRAY, 1)
        kind(f"size-{width}x{height}-bits", width, height, 1, GRAY, 1)


def harmless():
    """What must change nothing."""
    bomb = zlib.compress(bytes(50_000_000), 9)
    kind("after-end", 5, 4, 8, RGB, 0, after=b"more" * 10)
    kind("gamma", 5, 4, 8, GRAY, 0, between=chunk(b"gAMA", struct.pack(">I", 100000)) + chunk(b"sRGB", b"\0"))
    kind("text-bomb", 5, 4, 8, RGB, 0, between=chunk(b"zTXt", b"Comment\0\0" + bomb))
    kind("profile-bomb", 5, 4, 8, RGB, 0, between=chunk(b"iCCP", b"bomb\0\0" + bomb))
    kind("foreign-chunk", 5, 4, 8, RGB, 0, between=chunk(b"prVt", b"anything"))


# Lies and damage


def broken(data, at, mask=1):
    return data[:at] + bytes([data[at] ^ mask]) + data[at + 1 :]


def refused():
    tiny = chunk(b"IDAT", zlib.compress(b"\0\0"))

    def one(name, code, *chunks):
        expect_code(f"bad-{name}", png(*chunks), code)

    def head(name, code, *fields):
        one(name, code, header(*fields), tiny)

    head("huge", "limit-pixels", 2**31 - 1, 2**31 - 1, 8, GRAY)
    head("beyond-31-bits", "file-damaged", 2**32 - 1, 1, 8, GRAY)
    head("16000-square", "limit-pixels", 16000, 16000, 8, RGBA)
    head("9000-square", "file-damaged", 9000, 9000, 8, RGBA)
    head("long-side", "limit-side", 2_000_000, 1, 1, GRAY)
    head("width-0", "file-damaged", 0, 1, 8, GRAY)
    head("height-0", "file-damaged", 1, 0, 8, GRAY)
    head("depth-3", "file-damaged", 1, 1, 3, GRAY)
    head("rgb-depth-4", "file-damaged", 1, 1, 4, RGB)
    head("colour-type-5", "file-damaged", 1, 1, 8, 5)
    head("interlace-2", "file-damaged", 1, 1, 8, GRAY, 2)
    head("filters-1", "file-damaged", 1, 1, 8, GRAY, 0, 1)
    head("no-palette", "file-damaged", 1, 1, 8, PALETTE)
    gray = header(1, 1, 8, GRAY)
    one("no-header", "file-damaged", tiny)
    one("no-data", "file-damaged", gray)
    one("two-headers", "file-damaged", gray, gray, tiny)
    one("filter-5", "file-damaged", gray, chunk(b"IDAT", zlib.compress(b"\x05\0")))
    one("too-little-data", "file-damaged", header(4, 4, 8, GRAY), tiny)
    one("too-much-data", "file-damaged", gray, chunk(b"IDAT", zlib.compress(bytes(10_000))))
    one("data-bomb", "file-damaged", gray, chunk(b"IDAT", zlib.compress(bytes(50_000_000), 9)))
    one("data-bomb-adam7", "file-damaged", header(1, 1, 8, GRAY, 1), chunk(b"IDAT", zlib.compress(bytes(5_000_000), 9)))
    packed = zlib.compress(b"\0\0")
    one("adler", "file-damaged", gray, chunk(b"IDAT", broken(packed, len(packed) - 1)))
    one("trns-with-alpha", "file-damaged", header(1, 1, 8, RGBA), chunk(b"tRNS", bytes(6)), tiny)
    coloured, black = header(1, 1, 8, PALETTE), chunk(b"PLTE", bytes(3))
    one("trns-too-long", "file-damaged", coloured, black, chunk(b"tRNS", bytes(2)), tiny)
    one("palette-of-4-bytes", "file-damaged", coloured, chunk(b"PLTE", bytes(4)), tiny)
    two = chunk(b"PLTE", bytes(6))
    one("outside-palette", "file-damaged", coloured, two, chunk(b"IDAT", zlib.compress(b"\0\2")))
    third_of_2_bits = chunk(b"IDAT", zlib.compress(b"\0\xc0"))
    one("outside-palette-2-bits", "file-damaged", header(1, 1, 2, PALETTE), two, third_of_2_bits)
    one("critical-chunk", "file-damaged", gray, chunk(b"CgBI", bytes(4)), tiny)
    text = chunk(b"tEXt", b"Title\0a picture")
    whole = png(gray, text, tiny)
    for name in (b"IHDR", b"tEXt", b"IDAT", b"IEND"):
        at = whole.index(name)
        end = at + 4 + struct.unpack(">I", whole[at - 4 : at])[0]
        expect_code(f"bad-crc-{name.decode()}", broken(whole, end + 3), "file-damaged")
    expect_code("bad-no-end", whole[:-12], "file-cut")
    expect_code("bad-signature-only", SIGNATURE, "file-cut")
    expect_code("bad-empty", b"", "file-png")
    expect_code("bad-text", b"this is a lesson, not a picture\n", "file-png")
    expect_code("bad-jpeg", b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(30), "file-png")
    expect_code("bad-line-ends", whole.replace(b"\r\n", b"\n", 1), "file-png")


def bomb():
    """Honest, and a hundred megabytes: 10000 x 10000 of one bit in 12 KB. Its samples are not listed."""
    rows = bytes(1251 * 10_000)
    (HERE / "zeros-10000.png").write_bytes(png(header(10_000, 10_000, 1, GRAY), chunk(b"IDAT", zlib.compress(rows, 9))))


# Reading, for the hashes of the assets


def decode(data):
    """Samples of a plain 8-bit file: no interlace, no palette."""
    at, fields, packed = 8, None, b""
    while at < len(data):
        length, name = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + length]
        fields = struct.unpack(">IIBBBBB", body) if name == b"IHDR" else fields
        packed += body if name == b"IDAT" else b""
        at += 12 + length
    width, height, depth, color, _, _, interlace = fields
    assert depth == 8 and color != PALETTE and not interlace
    raw, step = zlib.decompress(packed), STORED_CHANNELS[color]
    stride, out, above = width * step, bytearray(), bytes(width * step)
    for y in range(height):
        line = raw[y * (stride + 1) : (y + 1) * (stride + 1)]
        row = bytearray(line[1:])
        for i in range(stride):
            left, corner = (row[i - step], above[i - step]) if i >= step else (0, 0)
            row[i] = (row[i] + predict(line[0], left, above[i], corner)) & 255
        out, above = out + row, row
    return height, width, step, bytes(out)


def fnv1a(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def asset_hashes():
    lines = []
    for path in sorted(ASSETS.glob("*.png")):
        height, width, channels, samples = decode(path.read_bytes())
        lines.append(f"{path.name} {height} {width} {KINDS[channels]} {fnv1a(samples):016x}")
    (HERE / "assets.txt").write_text("\n".join(lines) + "\n")


all_kinds()
harmless()
refused()
bomb()
asset_hashes()
(HERE / "expected.txt").write_text("\n".join(expected) + "\n")
