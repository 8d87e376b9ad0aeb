"""What a lawyer should check first: texts by how far they were verified and by what rests on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gapcheck.model.verification import Level, level_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from gapcheck.assess.findings import Finding
    from gapcheck.model.books import StatuteBook
    from gapcheck.model.verification import Verification

VERIFIED = frozenset({Level.PRIMARY, Level.PRIMARY_OTHER_LANGUAGE})


@dataclass(frozen=True)
class Text:
    """A section, or a law that was searched, with the findings that rest on it."""

    name: str
    """Like penal-code-2015/147, or penal-code-2015 for a law that was searched as a whole."""
    is_law: bool
    level: Level
    verification: Verification | None
    findings: tuple[Finding, ...]

    @property
    def decides(self) -> int:
        """Count the binding findings that are no better verified than this text: what a check of it can raise."""
        return sum(finding.is_mandatory and finding.verification is self.level for finding in self.findings)

    @property
    def is_verified(self) -> bool:
        """Whether somebody read an authentic text."""
        return self.level in VERIFIED


def worklist(statutes: StatuteBook, findings: Iterable[Finding], day: date) -> tuple[Text, ...]:
    """Return every section that is in force, and every searched law on which a finding rests.

    First those that are not verified, by how many binding findings they hold down, then by how many rest on them at
    all, the weaker level before the better one.
    """
    by_section: dict[str, list[Finding]] = {}
    by_law: dict[str, list[Finding]] = {}
    for finding in findings:
        for section in (*finding.sections, *finding.incidental):
            by_section.setdefault(section.local, []).append(finding)
        if finding.mapping and not finding.sections and not finding.incidental:
            for law in finding.mapping.searched:
                by_law.setdefault(law, []).append(finding)
    texts = [*_sections(statutes, by_section, day), *_laws(statutes, by_law)]
    return tuple(sorted(texts, key=_most_consequential))


def _sections(statutes: StatuteBook, resting: dict[str, list[Finding]], day: date) -> Iterator[Text]:
    for section_id, section in statutes.in_reading_order():
        version = section.in_force(day)
        if version:
            found = tuple(resting.get(section_id.local, ()))
            level = level_of(version.verification)
            yield Text(section_id.local, is_law=False, level=level, verification=version.verification, findings=found)


def _laws(statutes: StatuteBook, resting: dict[str, list[Finding]]) -> Iterator[Text]:
    for name, found in sorted(resting.items()):
        law = statutes.laws.get(name)
        if law:
            level = level_of(law.verification)
            yield Text(name, is_law=True, level=level, verification=law.verification, findings=tuple(found))


def _most_consequential(text: Text) -> tuple[object, ...]:
    return (text.is_verified, -text.decides, -len(text.findings), -text.level.rank)
