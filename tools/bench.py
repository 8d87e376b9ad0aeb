"""Time the commands that a person waits for, with and without the parse cache."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 15
GAPCHECK = Path(sys.executable).with_name("gapcheck")


def main() -> None:
    """Write the median and the best time of each command."""
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder, "cache")
        rows = [
            ("gapcheck --version", _times(["--version"], cache, cold=False)),
            ("gapcheck check vn, first time", _times(["check", "vn"], cache, cold=True)),
            ("gapcheck check vn, again", _times(["check", "vn"], cache, cold=False)),
            ("gapcheck explain vn 14.1.c", _times(["explain", "vn", "14.1.c"], cache, cold=False)),
            ("gapcheck lint", _times(["lint"], cache, cold=False)),
        ]
    for name, times in rows:
        sys.stdout.write(f"{name:32} median {statistics.median(times):4.0f} ms, best {min(times):4.0f} ms\n")


def _times(arguments: list[str], cache: Path, *, cold: bool) -> list[float]:
    """Return the milliseconds of each run, after one that does not count."""
    return [_milliseconds(arguments, cache, cold=cold) for _ in range(RUNS + 1)][1:]


def _milliseconds(arguments: list[str], cache: Path, *, cold: bool) -> float:
    if cold:
        shutil.rmtree(cache, ignore_errors=True)
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    start = time.perf_counter()
    ended = subprocess.run([GAPCHECK, *arguments], env=environment, capture_output=True, check=False)
    if ended.returncode not in {0, 1}:
        sys.exit(ended.stderr.decode())
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
