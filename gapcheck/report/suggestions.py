"""What there is instead of what was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.report.spelling import alike

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gapcheck.report.messages import Messages

MOST_LISTED = 40


def what_is_there(
    kind: str, found: str, known: Sequence[str], facts: Mapping[str, str], messages: Messages
) -> list[str]:
    """Return the sentences for somebody who asked for something that is not there."""
    said = [messages.say("usage", kind, found=found, known=", ".join(known[:MOST_LISTED]), **facts)]
    close = alike(found, known) if kind != "several" else []
    if close:
        said.append(messages.say("usage", "nearest", nearest=messages.join(close, "or")))
    elif known and kind != "several" and len(known) <= MOST_LISTED:
        said.append(messages.say("usage", "known", known=", ".join(known)))
    return said
