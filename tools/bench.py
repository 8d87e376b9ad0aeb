"""Hold what a person waits for against programs of the same kind, on the law of Viet Nam and on 1,000 and 10,000 items.

Whole processes, run in turn, each once in a round: what else the machine does then weighs on all of them alike. What
counts is the median over the rounds of the ratio in processor time, user and system. Cold is without a parse cache, but
with what Python compiles. Figures are no test: whatever they are, it ends with 0.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

TOOLS = Path(__file__).parent
DATA = TOOLS.parent
GAPCHECK = str(Path(sys.executable).with_name("gapcheck"))
SHORT_ROUNDS, LONG_ROUNDS, REPORT_ROUNDS = 15, 3, 5


class Run(NamedTuple):
    """What one run of a program took: seconds of the processor, seconds on the wall, megabytes at most."""

    cpu: float
    wall: float
    peak: float


@dataclass
class Program:
    """A command line, where its parse cache is, and whether that is emptied before every run."""

    name: str
    command: list[str]
    cache: Path
    cold: bool = False

    def run(self) -> Run:
        """Run it once; a command that fails ends the benchmark."""
        if self.cold:
            shutil.rmtree(self.cache, ignore_errors=True)
        ours = {"GAPCHECK_CACHE_DIR": str(self.cache), "GAPCHECK_LANG": "en"}
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | ours
        with tempfile.TemporaryFile() as complaints:
            start = time.perf_counter()
            process = subprocess.Popen(self.command, env=environment, stdout=subprocess.DEVNULL, stderr=complaints)
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode not in {0, 1} or complaints.tell():
                complaints.seek(0)
                sys.exit(f"{' '.join(self.command)}\n{complaints.read().decode()}")
        return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


class Target(NamedTuple):
    """What is held against what, and the ratio that is allowed; None where it is only good to know."""

    program: str
    against: str
    most: float | None


TARGETS = (
    Target("gapcheck --help", "import typer", 1.6),
    Target("check vn, again", "import typer", 3.5),
    Target("check vn, cold", "import typer", 8),
    Target("check vn, cold", "read vn", None),
    Target("report vn", "check vn as JSON", 3),
    Target("check 10,000, cold", "read 10,000", 2.5),
    Target("check 10,000, again", "check 10,000, cold", 1 / 3),
    Target("check 10,000, again", "read 10,000", 1 / 3),
    Target("check 10,000, cold", "check 1,000, cold", 11),
    Target("check 10,000, again", "check 1,000, again", 11),
)


class Limit(NamedTuple):
    """What a program may take: seconds of the processor, or on the wall."""

    program: str
    measure: str
    most: float


LIMITS = (
    Limit("HTML, 10,000", "cpu", 8),
    Limit("site", "wall", 10),
)
MOST_MEMORY = ("check 10,000, cold", 250)
"""In megabytes."""


def main() -> None:
    """Measure, and write what was found."""
    with tempfile.TemporaryDirectory() as folder:
        runs = _rounds(_short(Path(folder)), SHORT_ROUNDS) | _rounds(_long(Path(folder)), LONG_ROUNDS)
        runs |= _rounds(_reports(Path(folder)), REPORT_ROUNDS)
    lines = [f"{'medians':22}{'runs':>6}{'CPU s':>9}{'wall s':>9}{'peak MB':>9}"]
    for name, found in runs.items():
        cpu, wall, peak = (statistics.median(values) for values in zip(*found, strict=True))
        lines.append(f"{name:22}{len(found):6}{cpu:9.3f}{wall:9.3f}{peak:9.0f}")
    lines += ["", f"{'ratios':44}{'CPU':>7}{'wall':>7}{'most':>7}"]
    for name, against, most in TARGETS:
        pairs = list(zip(runs[name], runs[against], strict=True))
        cpu = statistics.median(one.cpu / other.cpu for one, other in pairs)
        wall = statistics.median(one.wall / other.wall for one, other in pairs)
        lines.append(f"{name:20} / {against:21}{cpu:7.2f}{wall:7.2f}{_judged(cpu, most)}")
    for name, measure, most in LIMITS:
        found = statistics.median(getattr(run, measure) for run in runs[name])
        lines.append(f"{f'{name}, {measure} s':44}{found:7.2f}{'':7}{_judged(found, most)}")
    name, most_memory = MOST_MEMORY
    peak = max(run.peak for run in runs[name])
    lines.append(f"{name + ', peak MB':44}{peak:7.0f}{'':7}{_judged(peak, most_memory)}")
    sys.stdout.write("\n".join(lines) + "\n")


def _judged(found: float, most: float | None) -> str:
    return "" if most is None else f"{most:7.2f}  {'MET' if found <= most else 'NOT MET'}"


def _short(folder: Path) -> list[Program]:
    kept, fresh = folder / "cache-vn", folder / "cache"
    return [
        Program("import typer", [sys.executable, "-c", "import typer"], fresh),
        Program("gapcheck --help", [GAPCHECK, "--help"], fresh),
        Program("check vn, again", [GAPCHECK, "check", "vn"], kept),
        Program("check vn, cold", [GAPCHECK, "check", "vn"], fresh, cold=True),
        _reader("vn", DATA, "provisions/hanoi", "national_laws/vn"),
    ]


def _long(folder: Path) -> list[Program]:
    programs = []
    for items in (1000, 10_000):
        workspace, cache, name = folder / str(items), folder / f"cache-{items}", f"{items:,}"
        subprocess.run([sys.executable, TOOLS / "corpus.py", workspace, str(items)], check=True)
        check = [GAPCHECK, "check", "zz", "pact", "--workspace", str(workspace), "--format", "plain"]
        programs += [
            _reader(name, workspace, "provisions/pact", "national_laws/zz"),
            Program(f"check {name}, cold", check, cache, cold=True),
            Program(f"check {name}, again", check, cache),
        ]
    return programs


def _reports(folder: Path) -> list[Program]:
    """Return what makes reports; the page of 10,000 paragraphs counts with the assessment of the 300 it repeats."""
    cache, corpus = folder / "cache-reports", folder / "600"
    subprocess.run([sys.executable, TOOLS / "corpus.py", corpus, "600"], check=True)
    made = ["--output", str(folder / "made")]
    return [
        Program("check vn as JSON", [GAPCHECK, "check", "vn", "--format", "json"], cache),
        Program("report vn", [GAPCHECK, "report", "vn", *made], cache),
        Program("HTML, 10,000", [sys.executable, str(TOOLS / "render.py"), str(corpus), "10000"], cache),
        Program("site", [GAPCHECK, "site", str(folder / "site")], cache),
    ]


def _reader(name: str, root: Path, *folders: str) -> Program:
    """Return the reader that checks are held against; it reads the vocabulary as well, as a check does."""
    paths = [str(DATA / "provisions/vocabulary"), *(str(root / folder) for folder in folders)]
    return Program(f"read {name}", [sys.executable, str(TOOLS / "reference.py"), *paths], root)


def _rounds(programs: list[Program], rounds: int) -> dict[str, list[Run]]:
    """Run the programs in turn, once more than counts: the first round compiles what Python compiles."""
    runs = [[program.run() for program in programs] for _ in range(rounds + 1)][1:]
    return {program.name: [one[place] for one in runs] for place, program in enumerate(programs)}


if __name__ == "__main__":
    main()
