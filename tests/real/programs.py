"""The programs that open what gapcheck writes: found, run, and missed by name."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

PROGRAM_IS_MISSING = "This machine has no "
"""How the reason begins for which a test is skipped; the program comes after it."""
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OFFICE = ("soffice", "libreoffice")
TIMEOUT = 180
"""Seconds: a first start of LibreOffice on a busy machine takes twenty."""

OfficePdf = Callable[[Path], Path]
PdfText = Callable[[Path], str]
PdfInfo = Callable[[Path], dict[str, str]]


class PdfPagesAsPng(Protocol):
    """Draws the pages of a PDF, in their order."""

    def __call__(self, path: Path, dpi: int = 100) -> list[Path]: ...


def program(*names: str) -> str:
    """Return where the first of these programs is that this machine has.

    If it has none, the test is skipped and listed at the end of the run; GAPCHECK_REAL_PROGRAMS=required makes it fail.
    """
    for name in names:
        if found := shutil.which(name):
            return found
    if os.environ.get("GAPCHECK_REAL_PROGRAMS") == "required":
        pytest.fail(f"{PROGRAM_IS_MISSING}{names[0]}", pytrace=False)
    pytest.skip(f"{PROGRAM_IS_MISSING}{names[0]}")


def output_of(*command: str | Path) -> str:
    """Return what a program writes; what it complains of when it fails is in the message."""
    name = Path(command[0]).name
    with subprocess.Popen(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
        start_new_session=True,  # LibreOffice is several processes, and they end together
    ) as process:
        try:
            out, complaint = process.communicate(timeout=TIMEOUT)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            pytest.fail(f"{name} does not end within {TIMEOUT} seconds.")
    assert process.returncode == 0, f"{name} ends with {process.returncode}:\n{complaint.decode('utf-8', 'replace')}"
    return out.decode("utf-8")


def pdf_by_office(soffice: str, path: Path, profile: Path, into: Path) -> Path:
    """Return what LibreOffice prints of a file, with a profile of its own: two of them cannot share one."""
    into.mkdir(parents=True, exist_ok=True)
    said = output_of(
        *(soffice, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"),
        *("--convert-to", "pdf", "--outdir", into, path),
    )
    made = into / f"{path.stem}.pdf"
    assert made.is_file(), f"LibreOffice makes no PDF of {path.name}; it says: {said}"
    return made


def fields_of_pdf(pdfinfo: str, path: Path) -> dict[str, str]:
    """Return what a PDF says of itself: Title, Pages, Tagged, Page size and so on."""
    lines = output_of(pdfinfo, path).splitlines()
    return {name.strip(): value.strip() for name, colon, value in (line.partition(":") for line in lines) if colon}
