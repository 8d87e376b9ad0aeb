"""How the property tests run: the same way each time in `make test`, at great length in `make fuzz`.

And what a run says at its end of the tests that no program of this machine could run.
"""

from __future__ import annotations

import pytest
from hypothesis import settings

from tests.real.programs import PROGRAM_IS_MISSING

settings.register_profile("test", deadline=None, derandomize=True)
settings.register_profile("fuzz", deadline=None, max_examples=20_000)
settings.load_profile("test")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List by name what was not run; here, since the process that sums up for xdist reads no conftest further down."""
    skipped = [(test.nodeid, test.longrepr[2]) for test in terminalreporter.stats.get("skipped", [])]
    reasons = {name: reason.removeprefix("Skipped: ") for name, reason in skipped}
    not_run = {name: reason for name, reason in sorted(reasons.items()) if reason.startswith(PROGRAM_IS_MISSING)}
    if not_run:
        terminalreporter.section("NOT RUN, programs are missing:", yellow=True)
        for name, reason in not_run.items():
            terminalreporter.write_line(f"{name}: {reason.removeprefix(PROGRAM_IS_MISSING)}")
