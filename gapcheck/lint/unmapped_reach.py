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
from typing import TYPE_CHECKING

from gapcheck.assess.near_miss import reaches_in_force, unmapped_reaches
from gapcheck.lint.rule import Hit, Rule
from gapcheck.lint.setting import section_file
from gapcheck.model.laws import Nature
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.assess.findings import Finding
    from gapcheck.assess.paragraph import Bench
    from gapcheck.assess.reach import Reach
    from gapcheck.lint.setting import Setting
    from gapcheck.model.ids import SectionId
    from gapcheck.model.mappings import Mapping


def check(setting: Setting) -> Iterator[Hit]:
    """Yield each such section once, with the paragraphs whose gap it would narrow."""
    for bench, findings in setting.findings:
        reaches = [reach for reach in reaches_in_force(bench) if _is_criminal(bench, reach.section)]
        narrowed: dict[SectionId, list[str]] = {}
        for finding in findings:
            for section in _narrowing(finding, reaches):
                narrowed.setdefault(section, []).append(str(finding.id))
        for section, paragraphs in narrowed.items():
            at = ("versions", _current(bench, section), "reaches")
            facts = {"section": section.local, "paragraphs": ", ".join(paragraphs)}
            yield Hit(section_file(bench.statutes, section.local), at, facts)


def _narrowing(finding: Finding, reaches: list[Reach]) -> Iterator[SectionId]:
    """Yield the sections that reach into the gap of a finding and that its mapping does not speak of."""
    if finding.outcome is None or finding.mapping is None:
        return
    touching = [reach for reach in reaches if any(finding.outcome.gap.touches(limb) for limb in reach.least)]
    for section in unmapped_reaches(finding, touching):
        if not _speaks_of(finding.mapping, section):
            yield section


def _speaks_of(mapping: Mapping, section: SectionId) -> bool:
    """Whether the number of the section stands in a reason or note."""
    texts = [text for words in (mapping.reason, mapping.note) if words for text in words.values()]
    number = re.compile(rf"(?<![\w.]){re.escape(section.section)}(?!\w)")
    return any(number.search(text) for text in texts)


def _is_criminal(bench: Bench, section: SectionId) -> bool:
    version = bench.statutes.sections[section.local].in_force(bench.as_of)
    return version is not None and version.nature is Nature.CRIMINAL


def _current(bench: Bench, section: SectionId) -> int:
    versions = bench.statutes.sections[section.local].versions
    return next(number for number, version in enumerate(versions) if version.counts_on(bench.as_of))


RULE = Rule("GC305", "unmapped-reach", Severity.HINT, check)
