"""Published figures in words: what, about whom, said by whom and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.report.dates import written_date

if TYPE_CHECKING:
    from gapcheck.model.evidence import Figure
    from gapcheck.report.messages import Messages


def figure_line(figure: Figure, messages: Messages) -> str:
    """Return one figure with where it comes from."""
    about = f" ({messages.text(figure.about)})" if figure.about else ""
    said_by = messages.text(figure.said_by) or messages.text({"en": figure.source or ""})
    on = f", {written_date(figure.on, messages)}" if figure.on else ""
    return f"{messages.text(figure.figure)}{about} - {said_by}{on}"
