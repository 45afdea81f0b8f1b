"""Programs of the language, measured from outside."""
import pathlib
import resource
import subprocess
import tempfile

PROGRAMS = pathlib.Path(__file__).resolve().parent / "programs"


class Language:
    """Programs run by `convlab`: three times as many rounds less as many rounds, so that starting up does not count."""
    def __init__(self, folder):
        self.program = folder / "convlab"

    def measure(self, name, operations, rounds, tries=3):
        """The best CPU time of some tries, in nanoseconds for each operation."""
        text = (PROGRAMS / f"{name}.cl").read_text()
        many, few = self.best(text, 3 * rounds, tries), self.best(text, rounds, tries)
        return (many - few) / (2 * rounds) / operations * 1e9

    def best(self, text, rounds, tries):
        with tempfile.NamedTemporaryFile("w", suffix=".cl") as file:
            file.write(text.replace("ROUNDS", str(rounds)))
            file.flush()
            return min(self.seconds(file.name) for _ in range(tries))

    def seconds(self, path):
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        subprocess.run([self.program, "run", path], check=True, stdout=subprocess.DEVNULL)
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
