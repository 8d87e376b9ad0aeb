"""Sentences about findings: what is uncovered, what is permitted, what is arguable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.assess.reach import WHOLE_SECTION
from gapcheck.assess.requirement import Standing
from gapcheck.model.verdicts import Reached, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gapcheck.assess.findings import Finding, Statement
    from gapcheck.assess.requirement import Leeway
    from gapcheck.coverage.scope import Scope
    from gapcheck.model.ids import SectionId
    from gapcheck.model.laws import Jurisdiction, Quantity
    from gapcheck.model.provisions import Threshold
    from gapcheck.model.quantity import Unit
    from gapcheck.report.messages import Messages
    from gapcheck.report.words import Wording

MEASURE = "measure"
"""The element whose terms say what a figure is about."""


class Sentences:
    """Says findings in one language."""

    def __init__(self, wording: Wording, jurisdiction: Jurisdiction | None = None) -> None:
        """Take the words of the language, and the jurisdiction whose law is spoken of."""
        self.wording = wording
        self.jurisdiction = jurisdiction
        self.messages: Messages = wording.messages

    def in_short(self, finding: Finding) -> list[str]:
        """Return what is not covered, and options only where the verdict rests on them."""
        said = self.uncovered(finding)
        rests_on_options = finding.verdict is Verdict.ALIGNED_BY_OPTION or finding.requirement.forgone
        return said + self.about_options(finding) if rests_on_options else said

    def uncovered(self, finding: Finding) -> list[str]:
        """Return what is not covered, organised by the leading element, and what law made for other things catches."""
        say = self.messages.say
        if finding.verdict is Verdict.NOT_ASSESSED:
            return [say("gap", "not-assessed")]
        if finding.verdict is Verdict.NOT_APPLICABLE:
            return [self.messages.text(finding.mapping.not_applicable if finding.mapping else None)]
        sentences = [*self.about_gap(finding), *self.about_small_figures(finding)]
        caught = self.incidental_catching(finding)
        if finding.verdict is Verdict.MISSING and caught:
            sentences.append(say("gap", "incidental", sections=self.sections(caught)))
        if finding.by_general_law_only:
            sentences.append(say("gap", "general-law-only", sections=self.sections(finding.incidental)))
        sentences += self.about_readings(finding)
        if finding.left_to:
            return [self._left_to(finding.left_to), *sentences]
        if finding.verdict is Verdict.UNDETERMINED:
            return [*self.about_unknown(finding), *self._at_worst(finding, sentences)]
        return sentences

    def _at_worst(self, finding: Finding, sentences: list[str]) -> list[str]:
        """Return what is so if the facts that are not known turn out badly; nothing where there is no more to say."""
        worst = sentences
        if finding.outcome and finding.outcome.verdict is Verdict.ALIGNED_BY_OPTION:
            worst = [*sentences, *self.about_options(finding)]
        return [self.messages.say("gap", "at-worst"), *worst] if worst else []

    def _left_to(self, other: str) -> str:
        """Return that the law of another level of government is not encoded."""
        levels = (*(self.jurisdiction.levels if self.jurisdiction else ()), other)
        names = self.jurisdiction.level_names if self.jurisdiction else {}
        here, there = (self.messages.text(names.get(level)) or level for level in (levels[0], other))
        return self.messages.say("gap", "left-to", level=here, other=there)

    def about_gap(self, finding: Finding) -> list[str]:
        """Return the sentences on acts that are not reached, and on acts that are reached in part."""
        lead = finding.requirement.lead
        whole = 0
        parts: dict[int, list[Statement]] = {}
        for statement in finding.gap_statements:
            if statement.reached is Reached.NOT_AT_ALL:
                whole |= statement.lead
            else:
                parts.setdefault(statement.lead, []).append(statement)
        say = self.messages.say
        said = []
        if whole:
            said.append(say("gap", "not-at-all", acts="; ".join(self.wording.terms(lead, whole))))
        if parts:
            said.append(say("gap", "in-part", acts="; ".join(self._acts_in_part(finding, parts))))
        if not said:
            return said
        if finding.spared:
            key = "spared-arguable" if finding.outcome and finding.outcome.arguable else "spared"
            said.append(say("gap", key, acts="; ".join(self.wording.terms(lead, finding.spared))))
        if finding.wholly_reached:
            said.append(say("gap", "reached", acts="; ".join(self.wording.terms(lead, finding.wholly_reached))))
        return said

    def about_small_figures(self, finding: Finding) -> list[str]:
        """Return which figures are too small."""
        said = []
        for figure in finding.figures:
            if figure.is_met is False:
                named = ((section, each) for section, each in figure.figures if section)
                found = (f"{section.local}: {self._length(each.value, each.unit)}" for section, each in named)
                asked = self.threshold(figure.threshold)
                said.append(self.messages.say("gap", "figure-too-small", asked=asked, found="; ".join(found)))
        return said

    def threshold(self, asked: Threshold) -> str:
        """Return a figure that a paragraph asks for."""
        facts = {"measure": self.wording.term(MEASURE, asked.measure), "asked": self._length(asked.value, asked.unit)}
        comparator = self.messages.say("comparator", asked.comparator.value)
        return self.messages.say("gap", "figure", comparator=comparator, **facts)

    def quantity(self, quantity: Quantity) -> str:
        """Return a figure that a section sets."""
        measure = self.wording.term(MEASURE, quantity.measure)
        return f"{measure}: {self._length(quantity.value, quantity.unit)}"

    def _length(self, value: int, unit: Unit) -> str:
        return self.messages.count("unit", unit.value.removesuffix("s"), value)

    def _acts_in_part(self, finding: Finding, parts: dict[int, list[Statement]]) -> list[str]:
        """Return what is left out of acts that are reached in part; acts that share it stay together."""
        lead = finding.requirement.lead
        alike: dict[str, int] = {}
        for values in sorted(parts):
            scopes = [statement.scope for statement in parts[values]]
            left_out = "; ".join(self.wording.left_out(scopes, self.required(finding), lead))
            alike[left_out] = alike.get(left_out, 0) | values
        return [
            self.messages.say("gap", "act-in-part", acts=self.wording.acts(lead, values), left_out=left_out)
            for left_out, values in alike.items()
        ]

    def about_options(self, finding: Finding) -> list[str]:
        """Return what options let the State leave out of what is uncovered, one sentence an option."""
        said = []
        for leeway, _ in finding.outcome.permitted if finding.outcome else ():
            option = leeway.option
            facts = {"option": option.id, "what": "; ".join(self.narrow(finding, leeway.scopes))}
            if leeway.standing is Standing.FREE:
                said.append(self.messages.say("gap", "permitted", **facts))
            else:
                said.append(self.messages.say("gap", "permitted-needs", needs=self.needs(leeway), **facts))
        for leeway in finding.requirement.forgone:
            if finding.outcome and finding.outcome.gap.meet(leeway.scopes):
                needs = self.messages.say("deposit", f"{leeway.option.needs.value}-not-made")
                said.append(self.messages.say("gap", "forgone", option=leeway.option.id, needs=needs))
        return said

    def needs(self, leeway: Leeway) -> str:
        """Return what an option needs, and whether the State deposited it."""
        formality = leeway.option.needs.value
        if leeway.deposit:
            return self.messages.say("deposit", f"{formality}-made", date=leeway.deposit.made)
        return self.messages.say("needs", formality)

    def unrecorded(self, leeway: Leeway) -> str:
        """Return what is not recorded of an option."""
        return self.messages.say("deposit", f"{leeway.option.needs.value}-not-recorded")

    def about_readings(self, finding: Finding) -> list[str]:
        """Return what is uncovered on one of two readings only."""
        return [
            self.messages.say("gap", "arguable", what="; ".join(self.narrow(finding, dispute.scopes)))
            for dispute, _ in (finding.outcome.arguable if finding.outcome else ())
        ]

    def about_unknown(self, finding: Finding) -> list[str]:
        """Return the facts that would decide the verdict."""
        said = [
            self.messages.say("gap", "unknown-deposit", needs=self.unrecorded(leeway), option=leeway.option.id)
            for leeway in finding.unrecorded
        ]
        said += [
            self.messages.say("gap", "figure-unknown", asked=self.threshold(figure.threshold))
            for figure in finding.figures
            if figure.is_met is None and not figure.is_open
        ]
        for fact in finding.unknown:
            if fact.element == WHOLE_SECTION:
                said.append(self.messages.say("gap", "unknown-section", section=fact.section.local))
            else:
                element = self._element(fact.element)
                said.append(self.messages.say("gap", "unknown", element=element, section=fact.section.local))
        return said

    def _element(self, name: str) -> str:
        lexicon = self.wording.lexicon
        axis = f"condition:{name}" if name in lexicon.conditions else name
        return self.wording.element(lexicon.axis(axis))

    def statement(self, finding: Finding, statement: Statement) -> str:
        """Return one statement: the acts, and what is left out of them."""
        lead = finding.requirement.lead
        acts = self.wording.acts(lead, statement.lead)
        narrower = self.wording.scope(statement.scope, self.required(finding), (lead,))
        return f"{acts}: {narrower}" if narrower else acts

    def narrow(self, finding: Finding, scopes: Iterable[Scope]) -> list[str]:
        """Return what the scopes are besides what the paragraph requires anyway."""
        besides = self.required(finding)
        return [self.wording.scope(scope, besides) or self.messages.say("gap", "everything") for scope in scopes]

    def required(self, finding: Finding) -> dict[int, int]:
        """Return the masks that every scope of the requirement shares: they go without saying."""
        first, *others = finding.requirement.scopes
        return {
            axis: mask for axis, mask in first.masks.items() if all(other.masks.get(axis) == mask for other in others)
        }

    def sections(self, sections: Iterable[SectionId]) -> str:
        """Return sections as a list."""
        return ", ".join(section.local for section in sections)

    def incidental_catching(self, finding: Finding) -> tuple[SectionId, ...]:
        """Return the incidental sections that catch some of the requirement, or may where it is open."""
        return tuple(
            reach.section
            for reach in finding.reaches
            if reach.section in finding.incidental
            and any(
                limb.meets(scope)
                for limb in (reach.most if finding.verdict is Verdict.UNDETERMINED else reach.least)
                for scope in finding.requirement.scopes
            )
        )
