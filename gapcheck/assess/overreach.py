"""Overreach: sections that reach into what the instrument would rather see left out. An observation, never a gap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gapcheck.assess.requirement import protected_scopes
from gapcheck.model.laws import Nature

if TYPE_CHECKING:
    from gapcheck.assess.findings import Finding
    from gapcheck.assess.paragraph import Bench
    from gapcheck.model.ids import SectionId
    from gapcheck.model.provisions import Option


@dataclass(frozen=True)
class Overreach:
    """A section that punishes what an option protects."""

    section: SectionId
    option: Option


def overreaches(bench: Bench, finding: Finding) -> tuple[Overreach, ...]:
    """Return the mapped criminal sections that reach into a protected scope without excluding it."""
    found = []
    for option, scopes in protected_scopes(finding.requirement, bench.lexicon):
        for reach in finding.reaches:
            section = bench.statutes.sections.get(reach.section.local)
            version = section and section.in_force(bench.as_of)
            if not version or version.nature is not Nature.CRIMINAL:
                continue
            if any(limb.meets(scope) for limb in reach.least for scope in scopes):
                found.append(Overreach(reach.section, option))
    return tuple(found)
