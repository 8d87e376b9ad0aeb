"""GC322 summary-offence: an offence that is only tried summarily is mapped as answering a convention.

In some legal systems an attempt at a summary offence is no crime, and such offences fall outside powers that ask for a
serious offence. A paragraph that looks aligned may leave attempt and evidence unanswered.

PASS
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01}
        reaches: {conduct: [publish, possess]}
        sanction: {imprisonment: {max: 2 years}, trial: either-way}
        verification: {level: dated, source: Official gazette 2017 no. 3, consulted: 2025-11-21}

FAIL
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01}
        reaches: {conduct: [publish, possess]}
        sanction: {imprisonment: {max: 6 months}, trial: summary}
        verification: {level: dated, source: Official gazette 2017 no. 3, consulted: 2025-11-21}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lint.rule import Hit, Rule
from gapcheck.model.laws import Trial
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.lint.setting import Setting


def check(setting: Setting) -> Iterator[Hit]:
    """Yield the mapped sections whose version on the day is a summary offence, at the mapping."""
    for path, statutes, mapping in setting.mappings():
        for number, local in enumerate(mapping.sections):
            section = statutes.sections.get(local)
            version = section.in_force(setting.as_of) if section else None
            if version and version.sanction and version.sanction.trial is Trial.SUMMARY:
                yield Hit(path, (mapping.paragraph, "sections", number), {"section": local})


RULE = Rule("GC322", "summary-offence", Severity.HINT, check)
