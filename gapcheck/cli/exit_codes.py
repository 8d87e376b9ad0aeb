"""What an exit code means."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from gapcheck.cli.options import FailOn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gapcheck.source.diagnostics import Diagnostic


class ExitCode(IntEnum):
    """The exit codes of every command."""

    CLEAN = 0
    FINDINGS = 1
    """Findings at or above --fail-on."""
    USAGE = 2
    """Something was asked for that is not there."""
    DATA = 3
    """The files have errors."""
    INTERRUPTED = 130
    BUG = 70
    """Our own mistake."""


def for_diagnostics(diagnostics: Iterable[Diagnostic]) -> ExitCode:
    """Return the exit code of lint: errors in the data end with 3; warnings and hints are for the reader."""
    has_errors = any(diagnostic.code.severity == "error" for diagnostic in diagnostics)
    return ExitCode.DATA if has_errors else ExitCode.CLEAN


def for_reading(*, data_has_errors: bool) -> ExitCode:
    """Return the exit code of a command that only shows something."""
    return ExitCode.DATA if data_has_errors else ExitCode.CLEAN


def for_expectations(failed: int, *, data_has_errors: bool) -> ExitCode:
    """Return the exit code of a test of expectations."""
    if data_has_errors:
        return ExitCode.DATA
    return ExitCode.FINDINGS if failed else ExitCode.CLEAN


def for_verdicts(gaps: Iterable[str], fail_on: FailOn, *, data_has_errors: bool) -> ExitCode:
    """Return the exit code of a check whose mandatory gaps have these verdicts."""
    if data_has_errors:
        return ExitCode.DATA
    counted = {FailOn.NEVER: set(), FailOn.MISSING: {"missing"}, FailOn.PARTIAL: {"missing", "partial"}}[fail_on]
    return ExitCode.FINDINGS if any(verdict in counted for verdict in gaps) else ExitCode.CLEAN
