"""GC313 memory-level: a verdict rests on a section that was written from general knowledge.

A text that nobody has read cannot bear a conclusion. The verdict is shown as not checked until somebody reads the
section in an official text, corrects the encoding and raises its level of verification.

PASS
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01}
        reaches: {conduct: [publish, possess]}
        verification: {level: dated, source: Official gazette 2017 no. 3}
    # national_laws/zz/act/2.yaml
    section: "2"
    heading: {en: A section that nothing rests on, vi: Điều không làm căn cứ}
    versions:
      - in_force: {from: 2018-01-01}
        reaches: []
        verification: {level: memory, source: General knowledge}

FAIL
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01}
        reaches: {conduct: [publish, possess]}
        verification: {level: memory, source: General knowledge}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lint.rule import Hit, Rule
from gapcheck.lint.setting import section_file
from gapcheck.model.verification import Level
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.lint.setting import Setting
    from gapcheck.model.ids import SectionId


def check(setting: Setting) -> Iterator[Hit]:
    """Yield the versions of that level on which a verdict rests, each with the paragraphs concerned."""
    for bench, findings in setting.findings:
        resting: dict[SectionId, list[str]] = {}
        for finding in findings:
            for section in dict.fromkeys((*finding.sections, *finding.incidental)):
                resting.setdefault(section, []).append(str(finding.id))
        for section, paragraphs in resting.items():
            read = bench.statutes.sections.get(section.local)
            for number, version in enumerate(read.versions if read else ()):
                level = version.verification.level if version.verification else None
                if level is Level.MEMORY and version.counts_on(bench.as_of):
                    at = ("versions", number, "verification", "level")
                    yield Hit(section_file(bench.statutes, section.local), at, {"paragraphs": ", ".join(paragraphs)})


RULE = Rule("GC313", "memory-level", Severity.HINT, check)
