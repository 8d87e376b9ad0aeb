"""Text for cells of a spreadsheet: nothing in it may be taken for a formula."""

from __future__ import annotations

from gapcheck.report.messages import one_line

_BEGINS_FORMULA = ("=", "+", "-", "@")


def safe_cell(text: str) -> str:
    """Return a text that a spreadsheet shows as it stands.

    A cell that begins like a formula is opened with an apostrophe, as OWASP advises on CSV injection.

    >>> safe_cell("=HYPERLINK(1)"), safe_cell("Article 15")
    ("'=HYPERLINK(1)", 'Article 15')
    """
    shown = one_line(text)
    return f"'{shown}" if shown.lstrip().startswith(_BEGINS_FORMULA) else shown
