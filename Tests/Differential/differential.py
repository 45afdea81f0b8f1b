"""Runs random programs here and in NumPy and SciPy, and compares.

    python3 Tests/Differential/differential.py --convlab .build/release/convlab --count 2000 --seed 0

A disagreement is printed as the smallest program that shows it. `--record FILE` writes the programs and what NumPy and
SciPy gave for them, which DifferentialTests.swift checks without Python.
"""

import argparse
import collections
import pathlib
import re
import subprocess
import sys
import tempfile

import numpy as np

import programs

PER_AREA = 16


def shown(name, value):
    """Prints shape, dtype and every element, with digits enough to keep all bits that count."""
    if isinstance(value, tuple):
        return [line for place, part in enumerate(value) for line in shown(f"{name}[{place}]", part)]
    elements = f"*flatten({name})" if isinstance(value, np.ndarray) else name
    return [f"print({name}.shape, {name}.dtype, {elements})"]


def expected(value):
    if isinstance(value, tuple):
        return [line for part in value for line in expected(part)]
    x = np.asarray(value)
    return [(str(x.shape), "bool" if x.dtype == bool else str(x.dtype), x.ravel())]


def run(convlab, texts):
    """What each program prints, or the code of its error; all in one process."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for place, text in enumerate(texts):
            name = f"p{place:05}.cl"
            (pathlib.Path(folder) / name).write_text(f'print("@@ {place}")\n{text}\n')
            names.append(name)
        done = subprocess.run(
            [convlab, "run", "--digits", "17", *names], cwd=folder, capture_output=True, text=True, timeout=600)
    printed = {}
    for part in done.stdout.split("@@ ")[1:]:
        head, _, rest = part.partition("\n")
        printed[int(head)] = rest.strip("\n").split("\n") if rest.strip("\n") else []
    errors = {}
    for match in re.finditer(r"error\[([a-z-]+)\]: ([^\n]*)\n\s*--> p(\d+)\.cl", done.stderr):
        errors.setdefault(int(match[3]), (match[1], match[2]))
    if done.returncode not in (0, 1):
        sys.exit(f"convlab ended with {done.returncode}: {done.stderr[-2000:]}")
    return [(printed.get(place, []), errors.get(place)) for place in range(len(texts))]


PRINTED = re.compile(r"(\([\d, ]*\)) (float64|float32|bool) ?(.*)")
WORDS = {"True": 1.0, "False": 0.0}


def disagreement(lines, wanted, tolerance):
    """None where they agree, else what differs."""
    if len(lines) != len(wanted):
        return f"{len(lines)} results, not {len(wanted)}"
    for line, (shape, dtype, elements) in zip(lines, wanted):
        match = PRINTED.fullmatch(line)
        if not match:
            return f"unreadable: {line}"
        if match[1] != shape:
            return f"shape {match[1]}, not {shape}"
        if match[2] != dtype:
            return f"{match[2]}, not {dtype}"
        ours = np.array([WORDS[w] if w in WORDS else float(w) for w in match[3].split()], dtype=float)
        theirs = elements.astype(float)
        if ours.shape != theirs.shape:
            return f"{ours.size} elements, not {theirs.size}"
        finite = np.isfinite(theirs)
        largest = np.max(np.abs(theirs[finite]), initial=1.0)
        identical = (ours == theirs) | (np.isnan(ours) & np.isnan(theirs))
        same = np.where(finite, np.abs(ours - theirs) <= tolerance * largest, identical)
        if not same.all():
            worst = int(np.argmin(same))
            return f"element {worst}: {ours[worst]!r}, not {theirs[worst]!r}"
    return None


def judge(outcome, value, refused, tolerance):
    lines, error = outcome
    if refused:
        if error is None:
            return f"gives {lines}, the list refuses: {refused}"
        return None if error[0].startswith(refused) else f"{error}, not {refused}"
    if error:
        return f"error[{error[0]}]: {error[1]}"
    return disagreement(lines, expected(value), tolerance)


def text_of(program, value):
    lines = [line[0] for line in program.lines]
    return "\n".join(lines + ([] if program.refused else shown("result", value)))


def smallest(convlab, program, tolerance):
    """The first statement that differs, with its operands written out; then the smallest expression in it."""
    env = {name: getattr(programs.twin, name) for name in dir(programs.twin)}
    known, definitions = {}, []
    for ours, twins, name, node in program.lines:
        before = dict(known)
        try:
            exec(twins, env)
        except Exception:
            return text_of(program, None), None
        value = env[name]
        if callable(value):
            definitions.append((ours, twins))
            continue
        known[name] = value
        inputs = [
            f"{n} = {programs.literal(v).ours if isinstance(v, np.ndarray) else programs.plain(v)}"
            for n, v in before.items()
            if re.search(rf"\b{n}\b", ours.partition("=")[2] if node else ours) and not isinstance(v, tuple)]
        start = [d for d, _ in definitions] + inputs
        candidates = [("\n".join(start + [ours] + shown(name, value)), value)]
        for part in (parts_of(node) if node else []):
            try:
                inner = programs.twin.value(eval(part.twins, {**env, **before}))
            except Exception:
                continue
            candidates.append(("\n".join(start + [f"result = {part.ours}"] + shown("result", inner)), inner))
        found = []
        for (text, inner), outcome in zip(candidates, run(convlab, [c[0] for c in candidates])):
            if judge(outcome, inner, None, tolerance):
                found.append((len(text), text, inner))
        if found:
            return min(found, key=lambda f: f[0])[1:]
    return text_of(program, env.get("result")), env.get("result")


def kind_of(problem, program):
    """The same for disagreements that differ in numbers only."""
    return re.sub(r"\(.*?\)|\d[\d.e+-]*", "#", f"{program.area}: {problem}")[:80]


def parts_of(node):
    for part in node.parts:
        yield part
        yield from parts_of(part)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--convlab", default=".build/release/convlab")
    options.add_argument("--count", type=int, default=2000)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--area", choices=list(programs.AREAS))
    options.add_argument("--most", type=int, default=12, help="disagreements to print")
    options.add_argument("--record", type=pathlib.Path)
    given = options.parse_args()
    convlab = str(pathlib.Path(given.convlab).resolve())

    made = [programs.make(seed, given.area) for seed in range(given.seed, given.seed + given.count)]
    if not given.area:
        made += programs.at_the_edges()
    values = [None if p.refused else p.env["result"] for p in made]
    outcomes = run(convlab, [text_of(p, v) for p, v in zip(made, values)])
    counts, failures = collections.Counter(), []
    for program, value, outcome in zip(made, values, outcomes):
        tolerance = 1e-5 if program.single else 1e-12
        problem = judge(outcome, value, program.refused, tolerance)
        counts["differ" if problem else "refused as listed" if program.refused else "agree"] += 1
        counts[f"area {program.area}"] += 1
        if problem:
            failures.append((problem, program, tolerance, value))
    kinds = collections.Counter(kind_of(problem, p) for problem, p, _, _ in failures)
    for kind, count in kinds.most_common():
        print(f"{count:5} {kind}")
    shown_kinds = set()
    for problem, program, tolerance, value in failures:
        kind = kind_of(problem, program)
        if kind in shown_kinds or len(shown_kinds) >= given.most:
            continue
        shown_kinds.add(kind)
        print(f"\n--- seed {program.number}, {program.area}: {problem}")
        if program.refused:
            print(text_of(program, value))
        else:
            text, want = smallest(convlab, program, tolerance)
            print(text, "\nNumPy: ", repr(want), sep="")
    print("\n" + ", ".join(f"{count} {what}" for what, count in sorted(counts.items()) if not what.startswith("area")))
    if given.record:
        record(given.record, made, values)
    sys.exit(1 if failures else 0)


def record(path, made, values):
    """The shortest programs of each area, up to 16, with what NumPy and SciPy gave for them."""
    areas = collections.defaultdict(list)
    for program, value in zip(made, values):
        areas[program.area].append((program, value))
    blocks = []
    for area in sorted(areas):
        # not the very shortest, which all do the same; a call at an edge has no second
        by_length = sorted(areas[area], key=lambda entry: len(block(*entry)))
        chosen = by_length if area == "edges" else by_length[: 4 * PER_AREA : 4]
        blocks += [block(program, value) for program, value in sorted(chosen, key=lambda entry: entry[0].number)]
    path.write_text("".join(blocks))


def block(program, value):
    heading = f"--- {program.number} {program.area}" + (" float32" if program.single else "")
    if program.refused:
        return "\n".join([heading, text_of(program, value), f"#! {program.refused}"]) + "\n"
    results = [" ".join(["#=", shape, dtype, *map(element, elements)]) for shape, dtype, elements in expected(value)]
    return "\n".join([heading, text_of(program, value), *results]) + "\n"


def element(x):
    return repr(x.item())


if __name__ == "__main__":
    main()
