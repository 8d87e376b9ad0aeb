"""GC319 via-without-relation: a mapping takes over the sections of a paragraph that has nothing to do with it.

With `via` a lawyer says that the sections found for one paragraph answer another one too. That is worth saying where
the crosswalk relates the two. Where it does not, the number is often wrong.

PASS
    # provisions/pact/art-2.yaml
    article: "2"
    heading: {en: Attempt, vi: Phạm tội chưa đạt}
    paragraphs:
      - {id: "2", kind: offence, duty: shall, requires: {conduct: publish}}
    # national_laws/zz/mappings/pact/art-2.yaml
    - paragraph: "2"
      via: "pact:1"
      reason: {en: The same section., vi: Cùng một điều.}

FAIL
    # provisions/pact/art-2.yaml
    article: "2"
    heading: {en: Protection, vi: Bảo vệ}
    paragraphs:
      - {id: "2", kind: offence, duty: shall, requires: {conduct: publish, nature: administrative}}
    # national_laws/zz/mappings/pact/art-2.yaml
    - paragraph: "2"
      via: "pact:1"
      reason: {en: The same section., vi: Cùng một điều.}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lint.rule import Hit, Rule
from gapcheck.lint.setting import mapping_file
from gapcheck.model.ids import ParagraphId
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.lint.setting import Setting


def check(setting: Setting) -> Iterator[Hit]:
    """Yield the paragraphs that are named in vain."""
    for statutes in setting.workspace.statutes.values():
        for instrument, mappings in statutes.mappings.items():
            for mapping in mappings.values():
                one = ParagraphId(instrument, mapping.paragraph)
                for place, written in enumerate(mapping.via):
                    other = ParagraphId.parse(written, instrument)
                    if not setting.overlap(one, other) and not setting.is_asserted(one, other):
                        path = mapping_file(statutes, instrument, mapping.paragraph)
                        yield Hit(path, (mapping.paragraph, "via", place), {"paragraph": str(one), "other": str(other)})


RULE = Rule("GC319", "via-without-relation", Severity.WARNING, check)
