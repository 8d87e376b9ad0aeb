"""GC323 definition-asks-for-more: a definition asks for something that the section which uses it does not.

Where the definition is narrower than the section that rests on it (a written consent, a certain age), courts may read
the section down to the definition, and what looks covered is not. The encoding should say which reading it follows.

PASS
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01}
        reaches: {conduct: [publish, possess]}
        defined_by: [act/2]
        verification: {level: dated, source: Official gazette 2017 no. 3, consulted: 2025-11-21}
    # national_laws/zz/act/2.yaml
    section: "2"
    heading: {en: Definitions, vi: Giải thích từ ngữ}
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
        defined_by: [act/2]
        verification: {level: dated, source: Official gazette 2017 no. 3, consulted: 2025-11-21}
    # national_laws/zz/act/2.yaml
    section: "2"
    heading: {en: Definitions, vi: Giải thích từ ngữ}
    versions:
      - in_force: {from: 2018-01-01}
        reaches: {victim_age: under 18}
        verification: {level: dated, source: Official gazette 2017 no. 3, consulted: 2025-11-21}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lint.rule import Hit, Rule
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.lint.setting import Setting
    from gapcheck.model.laws import Version


def check(setting: Setting) -> Iterator[Hit]:
    """Yield the definitions that leave out part of what a section in force reaches."""
    for statutes in setting.workspace.statutes.values():
        for path, at, version in setting.versions_of(statutes):
            if not version.counts_on(setting.as_of):
                continue
            for number, local in enumerate(version.defined_by):
                section = statutes.sections.get(local)
                definition = section.in_force(setting.as_of) if section else None
                if definition and definition.reaches and _asks_for_more(setting, definition, version):
                    yield Hit(path, (*at, "defined_by", number), {"section": local})


def _asks_for_more(setting: Setting, definition: Version, version: Version) -> bool:
    """Whether some limb of the section is not inside the scopes of the definition."""
    lexicon = setting.workspace.lexicon
    defined = [lexicon.scope(limb) for limb in definition.reaches]
    limbs = (lexicon.scope(limb) for limb in version.reaches)
    return any(not any(scope.contains(limb) for scope in defined) for limb in limbs)


RULE = Rule("GC323", "definition-asks-for-more", Severity.HINT, check)
