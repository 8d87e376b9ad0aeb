"""GC315 paragraph-without-scope: a paragraph that a statute can answer does not say which situations it demands.

The kind of the paragraph says that national law can answer it (`answerable` in kinds.yaml). Without a scope nothing is
assessed, and the paragraph would be missing from every check without anybody noticing.

PASS
    # provisions/vocabulary/kinds.yaml
    kinds:
      offence:
        label: {en: Offence, vi: Tội phạm}
        definition: {en: Conduct that must be a crime., vi: Hành vi phải bị coi là tội phạm.}
        answerable: yes
      option:
        label: {en: Choice, vi: Lựa chọn}
        definition: {en: What a State may leave out., vi: Điều quốc gia được bớt.}
    # provisions/pact/art-2.yaml
    article: "2"
    heading: {en: Attempt, vi: Phạm tội chưa đạt}
    paragraphs:
      - {id: "2.1", kind: offence, duty: shall, requires: {conduct: publish}}
      - {id: "2.2", kind: offence, duty: may, extends: "2.1"}
      - {id: "2.3", kind: option, duty: may}
      - {id: "2.4", kind: offence, duty: interpretive}

FAIL
    # provisions/vocabulary/kinds.yaml
    kinds:
      offence:
        label: {en: Offence, vi: Tội phạm}
        definition: {en: Conduct that must be a crime., vi: Hành vi phải bị coi là tội phạm.}
        answerable: yes
    # provisions/pact/art-2.yaml
    article: "2"
    heading: {en: Attempt, vi: Phạm tội chưa đạt}
    paragraphs:
      - {id: "2.1", kind: offence, duty: shall}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lint.rule import Hit, Rule
from gapcheck.model.provisions import Duty
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.lint.setting import Setting


def check(setting: Setting) -> Iterator[Hit]:
    """Yield the answerable paragraphs without a scope."""
    kinds = setting.workspace.vocabulary.kinds
    for path, at, treaty, paragraph in setting.paragraphs():
        kind = kinds.get(paragraph.kind)
        if kind is None or not kind.answerable or paragraph.duty is Duty.INTERPRETIVE:
            continue
        if not treaty.is_assessed(paragraph):
            yield Hit(path, (*at, "id"), {"paragraph": paragraph.id, "kind": paragraph.kind})


RULE = Rule("GC315", "paragraph-without-scope", Severity.ERROR, check)
