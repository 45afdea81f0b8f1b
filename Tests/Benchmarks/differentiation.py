"""Differentiation beside its peers, in pairs: ours, the peer, ours again, in one run. Prints ratios and their bars.

    swift build -c release --product engine-benchmarks && swift build -c release --product convlab
    python3 Tests/Benchmarks/differentiation.py [--rounds 5] [--bin .build/release]

needs micrograd, torch and jax (`pip install micrograd torch jax`); a peer that is missing is skipped. One thread. Samples
are short and many, and the best counts: noise only ever adds, and a short sample often comes through undisturbed. A
ratio may fall short of its bar by a third before the run fails, because the machine may be busy.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import time

from language import Language

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
HERE = pathlib.Path(__file__).resolve().parent
ROUNDS_OF_A_GRAPH = 500     # two operations each


def nanoseconds(call, operations=1, samples=100, length=0.0005):
    """The best of many short samples, for each operation."""
    call()
    call()
    start = time.perf_counter()
    call()
    repeats = max(1, int(length / (time.perf_counter() - start)))
    best = float("inf")
    for _ in range(samples):
        start = time.perf_counter()
        for _ in range(repeats):
            call()
        best = min(best, time.perf_counter() - start)
    return best / repeats / operations * 1e9


# -- the peers: each gives nanoseconds for one operation

def micrograd_graph():
    from micrograd.engine import Value
    # its backward pass recurses, and 1,000 operations pass Python's limit
    rounds = ROUNDS_OF_A_GRAPH // 4

    def call():
        start = Value(1.0)
        x = start
        for _ in range(rounds):
            x = x * 0.999 + 0.001
        x.backward()
    return lambda: nanoseconds(call, 2 * rounds)


def torch_ten():
    import torch
    torch.set_num_threads(1)
    start = torch.ones(10, requires_grad=True)
    rounds = ROUNDS_OF_A_GRAPH // 4     # a short sample, as above

    def call():
        x = start
        for _ in range(rounds):
            x = x * 0.999 + 0.001
        x.sum().backward()
    return lambda: nanoseconds(call, 2 * rounds)


def numbers(n):
    return [i * 37 % 101 / 50 - 1 for i in range(n)]


def torch_jacobian(n):
    def prepare():
        import torch
        torch.set_num_threads(1)
        x = torch.tensor(numbers(n), dtype=torch.float64)
        f = torch.func.jacrev(lambda v: torch.softmax(v, 0))
        return lambda: nanoseconds(lambda: f(x))
    return prepare


def jax_jacobian(n):
    def prepare():
        import jax
        import jax.numpy as jnp
        jax.config.update("jax_enable_x64", True)
        x = jnp.asarray(numbers(n))
        f = jax.jit(jax.jacrev(jax.nn.softmax))
        return lambda: nanoseconds(lambda: f(x).block_until_ready())
    return prepare


# -- ours

class Engine:
    """The Swift side: a process that measures the cases it is asked for."""
    def __init__(self, folder):
        self.process = subprocess.Popen(
            [folder / "engine-benchmarks"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)

    def measure(self, case):
        self.process.stdin.write(case + "\n")
        return float(self.process.stdout.readline())


def rows(engine, language):
    """What is measured, ours and the peer's, and how many times faster ours has to be."""
    graph = 2 * ROUNDS_OF_A_GRAPH
    yield "scalar graph, Swift", lambda: engine.measure("scalar graph"), "micrograd", micrograd_graph, 50
    yield "scalar graph, language", lambda: language.measure("scalar_graph", graph, 100), "micrograd", \
        micrograd_graph, 15
    yield "ten elements, Swift", lambda: engine.measure("ten elements"), "torch", torch_ten, 15
    yield "ten elements, language", lambda: language.measure("ten_elements", graph, 50), "torch", torch_ten, 5
    for n in (4, 10, 100):
        swift = lambda n=n: engine.measure(f"softmax jacobian {n}")
        ours = lambda n=n: language.measure(f"softmax_jacobian_{n}", 1, 2000)
        yield f"softmax jacobian {n}, Swift", swift, "torch", torch_jacobian(n), 10 if n == 100 else 20
        yield f"softmax jacobian {n}, language", ours, "torch", torch_jacobian(n), 10 if n == 100 else 20
        if n < 100:
            yield f"softmax jacobian {n}, Swift", swift, "jax.jit", jax_jacobian(n), 1.5
            yield f"softmax jacobian {n}, language", ours, "jax.jit", jax_jacobian(n), 1.5


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--bin", type=pathlib.Path, default=HERE.parent.parent / ".build" / "release")
    parser.add_argument("--only", default="", help="rows whose name has this in it")
    options = parser.parse_args()
    engine, language = Engine(options.bin), Language(options.bin)
    missed = []
    print(f"{'':<30} {'ours':>10} {'peer':>10}  {'times faster':>12}  (bar)")
    for name, ours, peer, prepare, bar in rows(engine, language):
        if options.only not in name:
            continue
        try:
            measure_peer = prepare()
            pairs = [(ours(), measure_peer(), ours()) for _ in range(options.rounds)]
        except (ImportError, OSError, subprocess.CalledProcessError, ValueError) as problem:
            print(f"{name:<30} skipped: {problem}")
            continue
        ratio = statistics.median(theirs / min(before, after) for before, theirs, after in pairs)
        best = min(min(before, after) for before, _, after in pairs)
        theirs = min(theirs for _, theirs, _ in pairs)
        print(f"{name:<30} {best:>7.0f} ns {theirs:>7.0f} ns  {ratio:>12.1f}  ({bar} {peer})", flush=True)
        if ratio < bar / 1.5:
            missed.append(name)
    sys.exit(f"too slow: {', '.join(missed)}" if missed else 0)


if __name__ == "__main__":
    main()
