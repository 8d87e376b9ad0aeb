"""GC316 summary-incomplete: a paragraph of an instrument has no summary, or not in both languages.

Readers of both languages rely on the summary: the text of the instrument itself is not in the data. A paragraph without
one is a number that nobody can judge.

PASS
    # provisions/pact/art-2.yaml
    article: "2"
    heading: {en: Attempt, vi: Phạm tội chưa đạt}
    paragraphs:
      - id: "2"
        kind: offence
        duty: shall
        summary: {en: Attempts are punished., vi: Phạm tội chưa đạt bị xử lý.}
        requires: {conduct: publish}

FAIL 2
    # provisions/pact/art-2.yaml
    article: "2"
    heading: {en: Attempt, vi: Phạm tội chưa đạt}
    paragraphs:
      - {id: "2.1", kind: offence, duty: shall, requires: {conduct: publish}}
      - {id: "2.2", kind: offence, duty: may, summary: {en: Attempts may be punished.}, requires: {conduct: possess}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lint.rule import Hit, Rule
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.lint.setting import Setting

_LANGUAGES = ("en", "vi")


def check(setting: Setting) -> Iterator[Hit]:
    """Yield the paragraphs whose summary is missing in a language."""
    for path, at, _, paragraph in setting.paragraphs():
        missing = [language for language in _LANGUAGES if language not in (paragraph.summary or {})]
        if missing:
            yield Hit(path, (*at, "summary"), {"paragraph": paragraph.id, "languages": ", ".join(missing)})


RULE = Rule("GC316", "summary-incomplete", Severity.ERROR, check)
