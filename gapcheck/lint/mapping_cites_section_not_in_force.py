"""GC302 mapping-cites-section-not-in-force: a mapping cites a section that is no law on the day.

A section that was repealed, has ended or has not begun reaches nothing on the day, and the mapping is assessed as if
it did not cite it. Either the law has moved on and the mapping must follow, or a date in the section is wrong. A
section that has ended may be cited for earlier days beside one that is in force.

PASS
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01}
        reaches: {conduct: [publish, possess]}
        verification: {level: dated, source: Official gazette 2017 no. 3}

FAIL 2
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01, to: 2024-12-31}
        reaches: {conduct: [publish, possess]}
        verification: {level: dated, source: Official gazette 2017 no. 3}
    # national_laws/zz/act/2.yaml
    section: "2"
    heading: {en: Possession, vi: Tàng trữ}
    versions:
      - in_force: {from: 2030-01-01}
        reaches: {conduct: possess}
        verification: {level: dated, source: Official gazette 2025 no. 9}
    # national_laws/zz/mappings/pact/art-1.yaml
    - paragraph: "1"
      sections: [act/1, act/2]
      reason: {en: Both sections together., vi: Cả hai điều cộng lại.}

PASS
    # national_laws/zz/act/2.yaml
    section: "2"
    heading: {en: Publication in the old law, vi: Phổ biến theo luật cũ}
    versions:
      - in_force: {from: 2010-01-01, to: 2017-12-31}
        reaches: {conduct: publish}
        verification: {level: dated, source: Official gazette 2009 no. 3}
    # national_laws/zz/mappings/pact/art-1.yaml
    - paragraph: "1"
      sections: [act/1, act/2]
      reason: {en: "Since 2018 section 1, before it section 2.", vi: "Từ năm 2018 là Điều 1, trước đó là Điều 2."}

FAIL
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01}
        status: void
        reaches: {conduct: [publish, possess]}
        verification: {level: dated, source: Official gazette 2017 no. 3}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lint.rule import Hit, Rule
from gapcheck.model.laws import VersionStatus
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from gapcheck.lint.setting import Setting
    from gapcheck.model.books import StatuteBook
    from gapcheck.model.laws import Section
    from gapcheck.model.mappings import Mapping


def check(setting: Setting) -> Iterator[Hit]:
    """Yield the cited sections of which no version counts on the day."""
    for path, statutes, mapping in setting.mappings():
        for name in ("sections", "incidental"):
            for number, local in enumerate(getattr(mapping, name)):
                section = statutes.sections.get(local)
                if section and section.versions and section.in_force(setting.as_of) is None:
                    facts = _why(section, setting.as_of)
                    if facts["form"] != "until" or not _has_law_today(setting, statutes, mapping):
                        yield Hit(path, (mapping.paragraph, name, number), {"section": local, **facts})


def _has_law_today(setting: Setting, statutes: StatuteBook, mapping: Mapping) -> bool:
    """Whether one of the cited sections counts on the day."""
    cited = (statutes.sections.get(local) for local in (*mapping.sections, *mapping.incidental))
    return any(section and section.in_force(setting.as_of) for section in cited)


def _why(section: Section, day: date) -> dict[str, str]:
    """Return since or until when the section is law, or the status that keeps it from being law."""
    begun = [version for version in section.versions if version.in_force.from_ <= day]
    if not begun:
        first = min(section.versions, key=lambda version: version.in_force.from_)
        return {"form": "since", "since": first.in_force.from_.isoformat()}
    last = max(begun, key=lambda version: version.in_force.from_)
    if last.status is VersionStatus.IN_FORCE and last.in_force.to:
        return {"form": "until", "until": last.in_force.to.isoformat()}
    return {"form": "status", "status": last.status.value}


RULE = Rule("GC302", "mapping-cites-section-not-in-force", Severity.WARNING, check)
