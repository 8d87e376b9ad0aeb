"""GC305 unmapped-reach: a criminal section would narrow a gap, but no mapping speaks of it.

Somebody looked for sections and named some, and this one reaches acts that they leave uncovered. Map it if it belongs
there; if it does not, say why in the reason of the mapping: a section whose number stands in a reason or note counts
as considered.

PASS
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01}
        reaches: {conduct: publish}
        verification: {level: dated, source: Official gazette 2017 no. 3}
    # national_laws/zz/act/2.yaml
    section: "2"
    heading: {en: Possession, vi: Tàng trữ}
    versions:
      - in_force: {from: 2018-01-01}
        reaches: {conduct: possess}
        verification: {level: dated, source: Official gazette 2017 no. 3}
    # national_laws/zz/mappings/pact/art-1.yaml
    - paragraph: "1"
      sections: [act/1]
      searched: [act]
      reason: {en: Section 2 is about stolen goods., vi: Điều 2 về tài sản trộm cắp.}

FAIL
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01}
        reaches: {conduct: publish}
        verification: {level: dated, source: Official gazette 2017 no. 3}
    # national_laws/zz/act/2.yaml
    section: "2"
    heading: {en: Possession, vi: Tàng trữ}
    versions:
      - in_force: {from: 2018-01-01}
        reaches: {conduct: possess}
        verification: {level: dated, source: Official gazette 2017 no. 3}
    # national_laws/zz/mappings/pact/art-1.yaml
    - paragraph: "1"
      sections: [act/1]
      reason: {en: Only publication is punished., vi: Chỉ xử lý hành vi phổ biến.}
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from gapcheck.assess.near_miss import Reaches, reaches_in_force, unmapped_reaches
from gapcheck.assess.reach import reach_of
from gapcheck.lint.rule import Hit, Rule
from gapcheck.lint.setting import section_file
from gapcheck.model.laws import Nature
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.assess.findings import Finding
    from gapcheck.assess.paragraph import Bench
    from gapcheck.assess.reach import Reach
    from gapcheck.coverage.region import Region
    from gapcheck.lint.setting import At, Setting
    from gapcheck.model.ids import SectionId
    from gapcheck.model.mappings import Mapping


def check(setting: Setting) -> Iterator[Hit]:
    """Yield each such section once, with the paragraphs whose gap it would narrow."""
    for bench, findings in setting.findings:
        reaches = [reach for reach in reaches_in_force(bench).each if _is_criminal(bench, reach.section)]
        narrowed: dict[SectionId, list[tuple[str, Region]]] = {}
        for finding in findings:
            if finding.outcome and finding.mapping:
                for section in _narrowing(finding, finding.outcome.gap, reaches):
                    if not _speaks_of(finding.mapping, section):
                        narrowed.setdefault(section, []).append((str(finding.id), finding.outcome.gap))
        for section, concerned in narrowed.items():
            facts = {"section": section.local, "paragraphs": ", ".join(paragraph for paragraph, _ in concerned)}
            yield Hit(section_file(bench.statutes, section.local), _first_scope(bench, section, concerned[0][1]), facts)


def _narrowing(finding: Finding, gap: Region, reaches: list[Reach]) -> tuple[SectionId, ...]:
    """Return the sections that reach into the gap and are not mapped."""
    return unmapped_reaches(finding, Reaches(tuple(reach for reach in reaches if _touches(gap, reach))))


def _touches(gap: Region, reach: Reach) -> bool:
    return any(gap.touches(limb) for limb in reach.least)


def _speaks_of(mapping: Mapping, section: SectionId) -> bool:
    """Whether the number of the section stands in a reason or note."""
    texts = [text for words in (mapping.reason, mapping.note) if words for text in words.values()]
    number = re.compile(rf"(?<![\w.]){re.escape(section.section)}(?!\w)")
    return any(number.search(text) for text in texts)


def _is_criminal(bench: Bench, section: SectionId) -> bool:
    version = bench.statutes.sections[section.local].in_force(bench.as_of)
    return version is not None and version.nature is Nature.CRIMINAL


def _first_scope(bench: Bench, section: SectionId, gap: Region) -> At:
    """Return the place of the first scope of the section that reaches into the gap."""
    versions = bench.statutes.sections[section.local].versions
    number, version = next((place, one) for place, one in enumerate(versions) if one.counts_on(bench.as_of))
    alone = (reach_of(section, replace(version, reaches=(scope,)), bench.lexicon) for scope in version.reaches)
    return ("versions", number, "reaches", next(place for place, reach in enumerate(alone) if _touches(gap, reach)))


RULE = Rule("GC305", "unmapped-reach", Severity.HINT, check)
