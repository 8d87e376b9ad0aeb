"""GC309 reason-missing: a mapping does not say why.

The reason is what another lawyer reviews: why these sections answer the paragraph, or why nothing does. Without it a
report can only repeat the arithmetic.

PASS
    # national_laws/zz/mappings/pact/art-1.yaml
    - paragraph: "1"
      sections: [act/1]
      reason: {en: Section 1 covers both acts., vi: Điều 1 bao quát cả hai hành vi.}

FAIL
    # national_laws/zz/mappings/pact/art-1.yaml
    - paragraph: "1"
      sections: [act/1]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lint.rule import Hit, Rule
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.lint.setting import Setting


def check(setting: Setting) -> Iterator[Hit]:
    """Yield the mappings without a reason; why a paragraph does not apply is a reason too."""
    for path, _, mapping in setting.mappings():
        if mapping.reason is None and mapping.not_applicable is None:
            yield Hit(path, (mapping.paragraph, "paragraph"), {"paragraph": mapping.paragraph})


RULE = Rule("GC309", "reason-missing", Severity.WARNING, check)
