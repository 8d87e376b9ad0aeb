"""Everything that stands behind one finding, as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.assess.derived import derived
from gapcheck.assess.reach import NATURE
from gapcheck.assess.requirement import Standing
from gapcheck.model.verdicts import Verdict
from gapcheck.model.verification import level_of
from gapcheck.report.citations import full_heading
from gapcheck.report.dates import in_brackets, written_number
from gapcheck.report.figures import figure_line
from gapcheck.report.heat_map import heat_map
from gapcheck.report.page import Page
from gapcheck.report.sanctions import length_text
from gapcheck.report.sentences import Sentences
from gapcheck.report.view import provision_name, tone, treaty_lines, verdict_text
from gapcheck.report.words import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gapcheck.assess.explanation import Explanation
    from gapcheck.assess.findings import Absent
    from gapcheck.assess.near_miss import NearMiss
    from gapcheck.assess.paragraph import Bench
    from gapcheck.coverage.region import Region
    from gapcheck.coverage.scope import Scope
    from gapcheck.model.ids import SectionId
    from gapcheck.model.provisions import Option
    from gapcheck.model.rules import Step
    from gapcheck.model.verification import Verification
    from gapcheck.report.messages import Messages

MOST_NEAR_MISSES = 5


class Explainer:
    """Lays out what stands behind one finding."""

    def __init__(self, bench: Bench, explanation: Explanation, wording: Wording, *, everything: bool) -> None:
        """Take what was found and its words; `everything` also lists what is usually cut off."""
        self.bench = bench
        self.explanation = explanation
        self.finding = explanation.finding
        self.messages: Messages = wording.messages
        self.everything = everything
        self.wording = wording
        self.sentences = Sentences(wording, bench.statutes.jurisdiction)

    def page(self) -> Page:
        """Return the page, the verdict and what is uncovered first, what it rests on last."""
        finding, say = self.finding, self.messages.say
        page = Page(f"{finding.id}  {provision_name(finding, self.messages)}", tone(finding))
        verdict = verdict_text(finding, self.messages)
        page.add(say("explain", "verdict", verdict=verdict), *self._uncovered())
        page.add(say("explain", "requirement"), *self._requirement())
        if finding.outcome:
            page.add(self.messages.say("explain", "cover"), heat=heat_map(self.explanation.cover, self.wording))
        page.add(say("explain", "residue"), *self._residue())
        page.add(say("explain", "options"), *self._options())
        page.add(say("explain", "contested"), *self._contested())
        page.add(say("explain", "near"), *self._near_misses())
        page.add(say("explain", "considered"), *self._considered())
        page.add(say("explain", "follows"), *self._follows())
        page.add(say("explain", "overreach"), *self._overreach())
        page.add(say("explain", "reason"), *self._reason())
        page.add(say("explain", "rests"), *self._rests())
        page.add(say("explain", "evidence"), *self._evidence())
        if self.everything:
            page.add(say("explain", "pieces"), *self._pieces())
        return page

    def _uncovered(self) -> Iterable[str]:
        finding = self.finding
        said = self.sentences.uncovered(finding)
        if not said and finding.outcome and not finding.outcome.residue:
            said = [self.messages.say("gap", "nothing-left")]
        if finding.gap_statements and not finding.is_mandatory:
            said.append(self.messages.say("explain", "recommendation"))
        if finding.is_gap:
            said += treaty_lines(self.bench.treaty, self.bench.statutes, self.messages)
        return said

    def _requirement(self) -> Iterable[str]:
        paragraph, say = self.finding.paragraph, self.messages.say
        yield self.messages.text(paragraph.summary)
        yield say("explain", "duty", duty=say("duty", paragraph.duty.value))
        kind = self.bench.lexicon.vocabulary.kinds[paragraph.kind]
        shared = self.bench.lexicon.scope(kind.requires).masks
        for scope in self.finding.requirement.scopes:
            yield from self.wording.lines(scope, shared)
        unsaid = [self.wording.value(axis, mask) for axis, mask in sorted(shared.items())]
        if unsaid:
            yield say("explain", "as-every", kind=self.messages.text(kind.label), what="; ".join(unsaid))
        yield from (self.sentences.threshold(threshold) for threshold in paragraph.measures)
        yield self._note(paragraph.note)

    def _has_terms(self, axis: int) -> bool:
        return self.bench.lexicon.space.axes[axis].name in self.bench.lexicon.elements

    def _residue(self) -> Iterable[str]:
        return (self.messages.say("explain", "piece", kind=kind, what=what) for kind, what in self.residue())

    def residue(self) -> Iterator[tuple[str, str]]:
        """Yield what is left, part by part, each with its class and the reason for it."""
        finding, say = self.finding, self.messages.say
        for statement in finding.gap_statements:
            yield say("class", statement.kind.value), self.sentences.statement(finding, statement)
        if finding.outcome is None:
            return
        for leeway, _ in finding.outcome.permitted:
            kind = f"{say('class', 'permitted')} ({leeway.option.id}, {say('option', leeway.option.type.value)})"
            yield kind, "; ".join(self.sentences.narrow(finding, leeway.scopes))
        for dispute, _ in finding.outcome.arguable:
            what = "; ".join(self.sentences.narrow(finding, dispute.scopes))
            yield say("class", "arguable"), f"{what}. {self.messages.text(dispute.contested.reason)}"

    def _options(self) -> Iterable[str]:
        used = {id(leeway.option) for leeway, _ in (self.finding.outcome.permitted if self.finding.outcome else ())}
        for option in self.finding.requirement.options:
            say = self.messages.say
            kind = say("option", option.type.value)
            needs = self._needs(option)
            state = say("explain", "option-used" if id(option) in used else "option-open")
            yield f"{option.id} ({kind}{needs}; {state}): {self.messages.text(option.summary)}".rstrip(": ")

    def _needs(self, option: Option) -> str:
        """Return what an option needs and whether the State deposited it, after a comma."""
        requirement = self.finding.requirement
        if any(leeway.option is option for leeway in requirement.forgone):
            return f", {self.messages.say('deposit', f'{option.needs.value}-not-made')}"
        for leeway in requirement.unrecorded:
            if leeway.option is option:
                return f", {self.messages.say('explain', 'not-known', what=self.sentences.unrecorded(leeway))}"
        for leeway in requirement.leeways:
            if leeway.option is option and leeway.standing is not Standing.FREE:
                return f", {self.sentences.needs(leeway)}"
        return ""

    def _contested(self) -> Iterable[str]:
        for dispute in self.finding.requirement.disputes:
            what = "; ".join(self.sentences.narrow(self.finding, dispute.scopes))
            yield f"{what}: {self.messages.text(dispute.contested.reason)}"

    def near_misses(self) -> tuple[NearMiss, ...]:
        """Return the near misses that are shown."""
        misses = self.explanation.near_misses
        return misses if self.everything else misses[:MOST_NEAR_MISSES]

    def _near_misses(self) -> Iterable[str]:
        misses, shown = self.explanation.near_misses, self.near_misses()
        if not misses and self.finding.outcome and self.finding.outcome.gap:
            yield self.messages.say("explain", "near-none")
        for miss in shown:
            yield self._near_miss(miss)
        if len(misses) > len(shown):
            question = f"{self.bench.statutes.name} {self.finding.id}"
            yield self.messages.say("explain", "near-more", count=len(misses) - len(shown), question=question)

    def _near_miss(self, miss: NearMiss) -> str:
        say = self.messages.say
        section = self.bench.statutes.sections[miss.section.local]
        line = say(
            "explain",
            "near-line",
            section=miss.section.local,
            heading=self.messages.text(section.heading),
            closes=self.region(miss.closes),
            change=self.change(miss),
        )
        return f"{line} {say('explain', 'near-all')}" if miss.closes_all else line

    def change(self, miss: NearMiss) -> str:
        """Return what of the section would have to be otherwise, after an "if"."""
        axis = self.bench.lexicon.space.axes[miss.axis]
        if not self._has_terms(miss.axis):
            return self.messages.say("explain", "change-condition", condition=self.wording.element(miss.axis))
        key = "change-nature" if axis.name == NATURE else "change-widen"
        has, lacks = (self.messages.join(self.wording.terms(miss.axis, mask), "or") for mask in (miss.has, miss.lacks))
        return self.messages.say("explain", key, has=has, lacks=lacks)

    def region(self, region: Region) -> str:
        """Return a part of the gap in words: its acts, and what narrows them."""
        lead = self.finding.requirement.lead
        acts = self.wording.acts(lead, region.values(lead))
        return self._act_and_limits(acts, region.pieces[0], lead) if len(region.pieces) == 1 else acts

    def _act_and_limits(self, acts: str, scope: Scope, lead: int) -> str:
        outcome = self.finding.outcome
        besides = {axis: outcome.gap.values(axis) for axis in scope.masks} if outcome else {}
        narrower = self.wording.scope(scope, besides, (lead,))
        return f"{acts} ({narrower})" if narrower else acts

    def _considered(self) -> Iterable[str]:
        finding, say = self.finding, self.messages.say
        for section_id, relation in self.explanation.relations:
            made_for = say("explain", "own" if section_id in finding.sections else "by-the-way")
            yield f"{self._section_line(section_id)} ({made_for}; {say('relation', relation.value)})"
        for absent in finding.absent:
            yield f"{self._section_line(absent.section)} ({self._absence(absent)})"
        if finding.mapping and finding.mapping.searched:
            laws = ", ".join(self._law(name) for name in finding.mapping.searched)
            yield say("explain", "searched", laws=laws)
        if self.explanation.unmapped and self.everything:
            yield say("explain", "unmapped", sections=self.sentences.sections(self.explanation.unmapped))

    def _section_line(self, section_id: SectionId) -> str:
        section = self.bench.statutes.sections.get(section_id.local)
        heading = f" {full_heading(self.bench.statutes, section, self.messages)}" if section else ""
        version = section.in_force(self.bench.as_of) if section else None
        nature = f", {self.messages.say('nature', version.nature.value)}" if version else ""
        return f"{section_id.local}{heading}{nature}"

    def _absence(self, absent: Absent) -> str:
        say = self.messages.say
        if absent.period is None:
            return say("explain", "absent-unknown")
        if absent.status and not absent.period.holds(self.bench.as_of):
            key = "absent-until" if absent.period.to else "absent-since"
            return say("explain", key, first=absent.period.from_, last=absent.period.to)
        return say("explain", "absent-status", status=say("status", absent.status.value if absent.status else "void"))

    def _law(self, name: str) -> str:
        law = self.bench.statutes.laws.get(name)
        return f"{self.messages.text(law.title)} ({law.citation})" if law and law.citation else name

    def _follows(self) -> Iterable[str]:
        """Yield what follows from the maximum penalties of the sections, and what a higher maximum would open."""
        jurisdiction, say = self.bench.statutes.jurisdiction, self.messages.say
        for section_id in (*self.finding.sections, *self.finding.incidental):
            section = self.bench.statutes.sections.get(section_id.local)
            version = section.in_force(self.bench.as_of) if section else None
            for fact in derived(jurisdiction, section_id, version, self.bench.as_of) if version else ():
                title = self.messages.text(fact.rule.title)
                if fact.fine is not None and fact.rule.fine:
                    currency = self.messages.text({"en": fact.rule.fine.currency})
                    what = f"{written_number(fact.fine, self.messages)} {currency}"
                else:
                    what = self.messages.text(fact.gives.gives) if fact.gives else say("check", "none")
                yield say("explain", "follows-line", section=section_id.local, rule=title, what=what)
                if fact.next:
                    yield say("explain", "would-open", **self._higher(fact.next))

    def _higher(self, step: Step) -> dict[str, str]:
        key = "at-least" if step.at_least else "more-than"
        length = length_text(step.at_least or step.more_than or "", self.messages)
        return {"maximum": self.messages.say("explain", key, length=length), "what": self.messages.text(step.gives)}

    def _overreach(self) -> Iterable[str]:
        for overreach in self.explanation.overreach:
            yield self.messages.say(
                "explain",
                "overreach-line",
                section=overreach.section.local,
                option=overreach.option.id,
                summary=self.messages.text(overreach.option.summary),
            )

    def _reason(self) -> Iterable[str]:
        finding = self.finding
        if finding.mapping is None:
            return
        if finding.mapping.via:
            yield self.messages.say("explain", "via", paragraphs=", ".join(finding.mapping.via))
        yield self.messages.text(finding.mapping.reason)
        if finding.claim:
            say = self.messages.say
            claim = say("claim", finding.claim.by_lawyer)
            key = {True: "claim-agrees", False: "claim-differs", None: "claim-open"}[finding.claim.agrees]
            yield say("explain", key, claim=claim, verdict=say("verdict", finding.verdict.value))
        yield self._note(finding.mapping.note)

    def _note(self, note: dict[str, str] | None) -> str:
        return f"{self.messages.say('explain', 'note')}: {self.messages.text(note)}" if note else ""

    def _rests(self) -> Iterable[str]:
        finding, say = self.finding, self.messages.say
        yield self._rests_on("rests-paragraph", finding.paragraph.verification or finding.article.verification)
        for section_id in (*finding.sections, *finding.incidental):
            section = self.bench.statutes.sections.get(section_id.local)
            version = section.in_force(self.bench.as_of) if section else None
            if version:
                yield self._rests_on("rests-section", version.verification, section=section_id.local)
        if not finding.sections and not finding.incidental and finding.mapping:
            for name in finding.mapping.searched:
                law = self.bench.statutes.laws.get(name)
                yield self._rests_on("rests-law", law.verification if law else None, law=self._law(name))
        if finding.mapping:
            yield self._mapping_line()
        if finding.verification and finding.verdict is not Verdict.NOT_ASSESSED:
            yield say("explain", "rests-weakest", level=say("level", finding.verification.value))

    def _rests_on(self, key: str, verification: Verification | None, **facts: str) -> str:
        level = self.messages.say("level", level_of(verification).value)
        source = self.messages.text({"en": verification.source}) if verification and verification.source else ""
        consulted = in_brackets(verification.consulted if verification else None, self.messages)
        return self.messages.say("explain", key, level=level, source=f"{source}{consulted}", **facts).rstrip()

    def _mapping_line(self) -> str:
        mapping, say = self.finding.mapping, self.messages.say
        if mapping is None:
            return ""
        review = say("review", mapping.review.state.value if mapping.review else "drafted")
        confidence = say("confidence", mapping.confidence.value) if mapping.confidence else "-"
        by = self.messages.text({"en": mapping.by or "-"})
        return say("explain", "rests-mapping", review=review, confidence=confidence, by=by, date=mapping.on or "-")

    def _evidence(self) -> Iterable[str]:
        yield from (figure_line(figure, self.messages) for figure in self.explanation.figures)

    def _pieces(self) -> Iterable[str]:
        besides = self.sentences.required(self.finding)
        for piece in self.finding.residue:
            kind = self.messages.say("class", piece.kind.value)
            what = self.wording.scope(piece.scope, besides) or self.messages.say("gap", "everything")
            origin = f" ({piece.option.id})" if piece.option else ""
            yield self.messages.say("explain", "piece", kind=f"{kind}{origin}", what=what)


def explain_page(bench: Bench, explanation: Explanation, messages: Messages, *, everything: bool = False) -> Page:
    """Return the page that explains a finding in one language."""
    return Explainer(bench, explanation, Wording(bench.lexicon, messages), everything=everything).page()
