"""Loops and calls in the language beside CPython running the same program, in pairs: ours, the peer, ours again.

    swift build -c release --product convlab
    python3 Tests/Benchmarks/loops.py [--rounds 5] [--bin .build/release]

Run it with the CPython that is to be the peer: 3.11 is what the bars are for. CPU time of one core on both sides, the
best of several tries. A ratio may fall short of its bar by a fifth before the run fails: the machine may be busy.
"""
import argparse
import pathlib
import platform
import random
import statistics
import sys
import time

from language import Language

HERE = pathlib.Path(__file__).resolve().parent


# -- the peer: the same programs, images in lists, which are faster there than NumPy's arrays

def fib(n):
    if n < 2: return n
    return fib(n - 1) + fib(n - 2)


def loop(n):
    s = 0
    for i in range(n):
        s += i * 2
    return s


def conv(x, k, n, m):
    y = [[0.0] * (n - m + 1) for _ in range(n - m + 1)]
    for i in range(n - m + 1):
        for j in range(n - m + 1):
            s = 0
            for a in range(m):
                for b in range(m):
                    s += x[i + a][j + b] * k[a][b]
            y[i][j] = s
    return y


def image(size):
    return [[random.random() for _ in range(size)] for _ in range(size)]


def nanoseconds(call, tries=3):
    best = float("inf")
    for _ in range(tries):
        start = time.process_time()
        call()
        best = min(best, time.process_time() - start)
    return best * 1e9


def rows():
    """The program, the same in Python, rounds of ours in a sample, and how many times faster it has to be."""
    x, k = image(256), image(5)
    yield "fib", lambda: fib(27), 10, 3
    yield "loop", lambda: loop(10_000_000), 1, 6
    yield "naive_convolution", lambda: conv(x, k, 256, 5), 2, 3.5


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--bin", type=pathlib.Path, default=HERE.parent.parent / ".build" / "release")
    parser.add_argument("--only", default="", help="rows whose name has this in it")
    options = parser.parse_args()
    language = Language(options.bin)
    missed = []
    print(f"{'':<20} {'ours':>10} {'CPython ' + platform.python_version():>15}  {'times faster':>12}  (bar)")
    for name, peer, rounds, bar in rows():
        if options.only not in name:
            continue
        ours = lambda: language.measure(name, 1, rounds)
        pairs = [(ours(), nanoseconds(peer), ours()) for _ in range(options.rounds)]
        ratio = statistics.median(theirs / min(before, after) for before, theirs, after in pairs)
        best = min(min(before, after) for before, _, after in pairs)
        theirs = min(theirs for _, theirs, _ in pairs)
        print(f"{name:<20} {best / 1e6:>7.1f} ms {theirs / 1e6:>12.1f} ms  {ratio:>12.1f}  ({bar})", flush=True)
        if ratio < bar / 1.25:
            missed.append(name)
    sys.exit(f"too slow: {', '.join(missed)}" if missed else 0)


if __name__ == "__main__":
    main()
