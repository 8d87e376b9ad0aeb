"""GC307 mapping-says-nothing: a mapping names no section and no law that was searched.

Nothing in it shows that somebody looked, so the paragraph stays not assessed and is counted neither as a gap nor as
aligned. To say that the law has nothing, write the laws that were read through under `searched`.

PASS
    # national_laws/zz/mappings/pact/art-1.yaml
    - paragraph: "1"
      sections: []
      searched: [act]
      reason: {en: The act was read through and has nothing., vi: Đã rà soát văn bản và không có quy định.}

PASS
    # national_laws/zz/mappings/pact/art-1.yaml
    - paragraph: "1"
      not_applicable: {en: The State has no network., vi: Quốc gia không có mạng.}

FAIL
    # national_laws/zz/mappings/pact/art-1.yaml
    - paragraph: "1"
      sections: []
      reason: {en: Probably nothing., vi: Có lẽ không có quy định.}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lint.rule import Hit, Rule
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.lint.setting import Setting


def check(setting: Setting) -> Iterator[Hit]:
    """Yield the mappings from which nobody can tell that somebody looked."""
    for path, _, mapping in setting.mappings():
        if not (mapping.somebody_looked or mapping.via) and mapping.not_applicable is None:
            yield Hit(path, (mapping.paragraph, "paragraph"), {"paragraph": mapping.paragraph})


RULE = Rule("GC307", "mapping-says-nothing", Severity.WARNING, check)
