"""GC318 relation-asserted: a relation between two paragraphs is asserted although their scopes can say it.

What two paragraphs have in common is computed from their scopes. A relation that somebody wrote by hand is for
paragraphs without scopes; beside scopes that overlap it says the same once more, or contradicts them.

PASS
    # provisions/pact/art-2.yaml
    article: "2"
    heading: {en: Attempt, vi: Phạm tội chưa đạt}
    paragraphs:
      - id: "2"
        kind: offence
        duty: shall
        related: [{paragraph: "pact:1", relation: subset-of, reason: {en: It limits it., vi: Giới hạn khoản đó.}}]

FAIL
    # provisions/pact/art-2.yaml
    article: "2"
    heading: {en: Attempt, vi: Phạm tội chưa đạt}
    paragraphs:
      - id: "2"
        kind: offence
        duty: shall
        requires: {conduct: publish}
        related: [{paragraph: "pact:1", relation: equal, reason: {en: They are alike., vi: Giống nhau.}}]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lint.rule import Hit, Rule
from gapcheck.model.ids import ParagraphId
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.lint.setting import Setting


def check(setting: Setting) -> Iterator[Hit]:
    """Yield the asserted relations between paragraphs whose scopes overlap."""
    for path, at, treaty, paragraph in setting.paragraphs():
        for place, related in enumerate(paragraph.related):
            other = ParagraphId.parse(related.paragraph, treaty.name)
            if setting.overlap(treaty.id_of(paragraph), other):
                yield Hit(path, (*at, "related", place), {"paragraph": paragraph.id, "other": str(other)})


RULE = Rule("GC318", "relation-asserted", Severity.WARNING, check)
