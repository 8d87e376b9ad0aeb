"""What is said of expectations: those that do not hold, each with its place, what was expected and what is so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.report.messages import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gapcheck.assess.expectation import Failure
    from gapcheck.report.messages import Messages
    from gapcheck.workspace.expectations import Asked


def failure_lines(asked: Asked, failures: Iterable[Failure], messages: Messages) -> Iterator[str]:
    """Yield what of one expectation does not hold."""
    expectation = asked.expectation
    for failure in failures:
        where = one_line(f"{asked.path}:{asked.line}")
        about = " ".join(part for part in (expectation.jurisdiction, expectation.paragraph) if part)
        yield messages.say("test", "failed", where=where, about=one_line(about), field=failure.field)
        yield "  " + messages.say("test", "expected", what=one_line(failure.expected))
        yield "  " + messages.say("test", "found", what=one_line(failure.found))
        yield "  " + messages.say("test", "because", what=messages.text(expectation.because))


def verdict_line(total: int, failed: int, messages: Messages) -> str:
    """Return how many expectations hold."""
    key = "all-hold" if not failed else "some-fail"
    return messages.count("test", key, total, failed=failed)
