"""GC320 cites-section-not-in-force: the text of a section refers to a section that is no law any more.

A law that still points at a repealed law may have lost its meaning, or may be read as pointing at what came after it.
Whoever relies on the section has to know which, and a drafter will want to mend the reference.

PASS
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01}
        reaches: {conduct: [publish, possess]}
        verification: {level: dated, source: Official gazette 2017 no. 3, consulted: 2025-11-21}

FAIL
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01}
        reaches: {conduct: [publish, possess]}
        cites: [act/2]
        verification: {level: dated, source: Official gazette 2017 no. 3, consulted: 2025-11-21}
    # national_laws/zz/act/2.yaml
    section: "2"
    heading: {en: An older section, vi: Điều cũ}
    versions:
      - in_force: {from: 2010-01-01, to: 2017-12-31}
        reaches: []
        verification: {level: dated, source: Official gazette 2009 no. 3, consulted: 2025-11-21}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lint.rule import Hit, Rule
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.lint.setting import Setting


def check(setting: Setting) -> Iterator[Hit]:
    """Yield the references of versions that count on the day to sections of which none does."""
    for statutes in setting.workspace.statutes.values():
        for path, at, version in setting.versions_of(statutes):
            for number, local in enumerate(version.cites if version.counts_on(setting.as_of) else ()):
                section = statutes.sections.get(local)
                if section and section.in_force(setting.as_of) is None:
                    yield Hit(path, (*at, "cites", number), {"section": local})


RULE = Rule("GC320", "cites-section-not-in-force", Severity.HINT, check)
