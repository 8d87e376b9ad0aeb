"""The command line as a person meets it: in a process of its own, in this process, or at a terminal.

What was run once with the same words is not run again.
"""

from __future__ import annotations

import atexit
import fcntl
import io
import json
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

from gapcheck.cli.app import main

ROOT = Path(__file__).parents[3]
DAY = "2026-11-21"
"""The day on which the law is looked at, so that the tests say the same tomorrow."""
DAY_IN_WORDS = {"en": "21 November 2026", "vi": "ngày 21 tháng 11 năm 2026"}

_HOME = tempfile.mkdtemp(prefix="gapcheck-tests-")
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)

ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "HOME": _HOME,
    "GAPCHECK_CACHE_DIR": f"{_HOME}/cache",
    "LC_ALL": "C.UTF-8",
    "PYTHONWARNINGS": "error",
}
Json = Any
"""What JSON holds."""
GAPCHECK = (sys.executable, "-m", "gapcheck")

ESCAPE = "\x1b"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
"""What turns a colour or a style on or off: the only escape codes that gapcheck writes."""


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def json(self) -> Json:
        return json.loads(self.out)


@cache
def run(*words: str, encoding: str = "utf-8", cwd: Path = ROOT, **environment: str) -> Ran:
    """Run gapcheck in a process of its own, its output going into pipes."""
    done = subprocess.run(
        (*GAPCHECK, *words),
        check=False,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        cwd=cwd,
        env=ENVIRONMENT | environment,
        timeout=120,
    )
    return Ran(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))


class _Terminal(io.TextIOWrapper):
    """A stream that says that somebody looks at it."""

    def isatty(self) -> bool:
        return True


@cache
def run_here(*words: str, encoding: str = "utf-8", drawn: bool = False, **environment: str) -> Ran:
    """Run gapcheck in this process, as the program does: its own main, its own streams; `drawn` as at a terminal."""
    written = [io.BytesIO(), io.BytesIO()]
    out, err = ((_Terminal if drawn else io.TextIOWrapper)(into, encoding, newline="\n") for into in written)
    code = 0
    with (
        mock.patch.dict(os.environ, ENVIRONMENT | environment, clear=True),
        mock.patch.object(sys, "argv", ["gapcheck", *words]),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
    out.flush()
    err.flush()
    return Ran(code, *(into.getvalue().decode(encoding) for into in written))


def drawn_here(*words: str, columns: int, **environment: str) -> str:
    """Return what gapcheck draws at a terminal, in this process."""
    surroundings = {"TERM": "xterm-256color", "COLUMNS": str(columns), **environment}
    return run_here(*words, drawn=True, **surroundings).out


@cache
def at_a_terminal(*words: str, columns: int = 100, errors: bool = False, **environment: str) -> str:
    """Run gapcheck at a real terminal and return what it wrote there, on mistakes too if `errors` are wanted."""
    master, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    surroundings = {"TERM": "xterm-256color", **ENVIRONMENT, **environment}
    command = (*GAPCHECK, *words)
    beside = terminal if errors else subprocess.DEVNULL
    with subprocess.Popen(command, stdin=terminal, stdout=terminal, stderr=beside, cwd=ROOT, env=surroundings):
        os.close(terminal)
        written = b""
        while part := _read(master):
            written += part
    os.close(master)
    return written.decode("utf-8").replace("\r\n", "\n")


def _read(master: int) -> bytes:
    try:
        return os.read(master, 65536)
    except OSError:  # the other side was closed
        return b""


def words_of(text: str) -> list[str]:
    """Return the words of a text, whatever its lines and frames."""
    return re.findall(r"[^\s│┃┏┓┗┛┡┩├┤┼┬┴┳╇━─└┘┌┐|+]+", COLOUR.sub("", text))


def workspace(folder: Path, files: dict[str, str]) -> str:
    """Write the files of a workspace and return its folder as an argument."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return str(folder)
