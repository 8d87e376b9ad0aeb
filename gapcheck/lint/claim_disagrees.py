"""GC304 claim-disagrees: the lawyer's conclusion is not the one that follows from the encoding.

The verdict is computed from what the article requires and what the sections reach; the claim is what the lawyer
concluded by reading. Where they differ, one of them is wrong: a scope leaves something out or says too much, or the
claim is out of date.

PASS
    # national_laws/zz/mappings/pact/art-1.yaml
    - paragraph: "1"
      sections: [act/1]
      reason: {en: Section 1 covers both acts., vi: Điều 1 bao quát cả hai hành vi.}
      claim: full

FAIL
    # national_laws/zz/mappings/pact/art-1.yaml
    - paragraph: "1"
      sections: [act/1]
      reason: {en: Section 1 covers both acts., vi: Điều 1 bao quát cả hai hành vi.}
      claim: partial
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lint.rule import Hit, Rule
from gapcheck.lint.setting import mapping_file
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.lint.setting import Setting


def check(setting: Setting) -> Iterator[Hit]:
    """Yield the claims that the computed verdict contradicts."""
    for bench, findings in setting.findings:
        for finding in findings:
            if finding.claim and finding.claim.agrees is False:
                path = mapping_file(bench.statutes, bench.treaty.name, finding.paragraph.id)
                facts = {"claim": finding.claim.by_lawyer, "verdict": finding.verdict.value}
                yield Hit(path, (finding.paragraph.id, "claim"), {"paragraph": str(finding.id), **facts})


RULE = Rule("GC304", "claim-disagrees", Severity.WARNING, check)
