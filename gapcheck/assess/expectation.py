"""Whether an expectation holds: pure arithmetic, on the instruments alone or on a law, real or imagined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gapcheck.assess.outcome import weigh
from gapcheck.assess.paragraph import Bench, assess_paragraph
from gapcheck.assess.reach import imagined_reach, opened
from gapcheck.assess.requirement import requirement_of
from gapcheck.assess.thresholds import measured, with_figures
from gapcheck.coverage.region import Region
from gapcheck.coverage.relation import Relation, relation
from gapcheck.model.ids import ParagraphId

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from gapcheck.assess.lexicon import Lexicon
    from gapcheck.assess.requirement import Requirement
    from gapcheck.coverage.scope import Scope
    from gapcheck.model.books import StatuteBook, TreatyBook
    from gapcheck.model.expectations import Expectation, ExpectedCounterpart
    from gapcheck.model.provisions import Paragraph
    from gapcheck.model.verdicts import Verdict

    ScopeInWords = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Failure:
    """Something that was expected and is not so: the field of the expectation, what it says, what is found."""

    field: str
    expected: str
    found: str


@dataclass(frozen=True)
class Grounds:
    """What expectations are held against."""

    treaties: Mapping[str, TreatyBook]
    statutes: Mapping[str, StatuteBook]
    lexicon: Lexicon


def failures(expectation: Expectation, grounds: Grounds) -> tuple[Failure, ...]:
    """Return what of an expectation does not hold. The paragraph and the jurisdiction it names must be known."""
    return tuple(_Judge(expectation, grounds).failures())


class _Judge:
    def __init__(self, expectation: Expectation, grounds: Grounds) -> None:
        self.expectation = expectation
        self.grounds = grounds
        self.lexicon = grounds.lexicon
        self.id = ParagraphId.parse(expectation.paragraph, "")
        self.treaty = grounds.treaties[self.id.instrument]
        self.article, self.paragraph = self.treaty.by_number[self.id.number]

    def failures(self) -> Iterator[Failure]:
        yield from self._of_paragraph()
        if self.treaty.is_assessed(self.paragraph):
            requirement = requirement_of(self.paragraph, self.treaty, self.lexicon)
            yield from self._of_requirement(requirement)
            yield from self._of_law(requirement)
        elif self._asks_for_scopes():
            yield Failure("paragraph", self.expectation.paragraph, "no scope")
        if self.expectation.counterpart:
            yield from self._of_counterpart(self.expectation.counterpart)

    def _asks_for_scopes(self) -> bool:
        """Whether anything is expected that only a paragraph with a scope can answer."""
        asked = self.expectation
        of_requirement = asked.demands or asked.does_not_demand or asked.open_on or asked.options is not None
        of_law = asked.jurisdiction or asked.law or asked.law_limited_to is not None or asked.verdict or asked.in_gap
        return bool(of_requirement or of_law)

    def _of_paragraph(self) -> Iterator[Failure]:
        asked, paragraph = self.expectation, self.paragraph
        if asked.kind is not None and asked.kind != paragraph.kind:
            yield Failure("kind", asked.kind, paragraph.kind)
        if asked.duty is not None and asked.duty is not paragraph.duty:
            yield Failure("duty", asked.duty.value, paragraph.duty.value)

    def _of_requirement(self, requirement: Requirement) -> Iterator[Failure]:
        asked = self.expectation
        required = Region.of(self.lexicon.space, requirement.scopes)
        yield from self._all_in("demands", asked.demands, required)
        yield from self._none_in("does_not_demand", asked.does_not_demand, required)
        for element in asked.open_on:
            axis = self.lexicon.axis(element)
            if any(axis in scope.masks for scope in requirement.scopes):
                yield Failure("open_on", element, _spelled(requirement.scopes[0]))
        if asked.options is not None:
            found = sorted({option.id for option in requirement.options})
            if sorted(asked.options) != found:
                yield Failure("options", ", ".join(sorted(asked.options)), ", ".join(found))

    def _of_law(self, requirement: Requirement) -> Iterator[Failure]:
        asked = self.expectation
        if asked.jurisdiction is not None and asked.as_of is not None:
            bench = Bench(self.treaty, self.grounds.statutes[asked.jurisdiction], self.lexicon, asked.as_of)
            finding = assess_paragraph(bench, self.article, self.paragraph)
            sections = sorted(section.local for section in finding.sections)
            if asked.sections is not None and sorted(asked.sections) != sections:
                yield Failure("sections", ", ".join(sorted(asked.sections)), ", ".join(sections))
            gap = finding.outcome.gap if finding.outcome else Region.of(self.lexicon.space, ())
            yield from self._of_verdict(finding.verdict, gap)
        elif asked.law or asked.law_limited_to is not None:
            outcome = weigh(self.lexicon.space, requirement, self._imagined(requirement), ())
            figures = measured(self.paragraph.measures, [(None, quantity) for quantity in asked.figures])
            yield from self._of_verdict(with_figures(outcome.verdict, figures), outcome.gap)

    def _imagined(self, requirement: Requirement) -> tuple[Scope, ...]:
        """Return what an imagined law reaches: the scopes it names, or what is demanded within the limit."""
        if self.expectation.law_limited_to is None:
            reached = imagined_reach(self.expectation.law, self.lexicon)
        else:
            limit = self.lexicon.scope(self.expectation.law_limited_to)
            reached = tuple(both for scope in requirement.scopes if (both := scope.meet(limit)) is not None)
        return opened(reached, requirement.free)

    def _of_verdict(self, verdict: Verdict, gap: Region) -> Iterator[Failure]:
        asked = self.expectation
        if asked.verdict is not None and asked.verdict is not verdict:
            yield Failure("verdict", asked.verdict.value, verdict.value)
        yield from self._all_in("in_gap", asked.in_gap, gap)
        yield from self._none_in("not_in_gap", asked.not_in_gap, gap)

    def _of_counterpart(self, asked: ExpectedCounterpart) -> Iterator[Failure]:
        other_id = ParagraphId.parse(asked.paragraph, self.id.instrument)
        other = self.grounds.treaties[other_id.instrument]
        one = self._region(self.treaty, self.paragraph)
        there = self._region(other, other.by_number[other_id.number][1])
        found = relation(one, there) if one else Relation.NO_RELATIONSHIP
        expected = Relation(asked.relation.value) if asked.relation else Relation.NO_RELATIONSHIP
        if found is not expected:
            yield Failure("counterpart", f"{expected.value} {asked.paragraph}", found.value)

    def _region(self, treaty: TreatyBook, paragraph: Paragraph) -> Region:
        asked = treaty.is_assessed(paragraph)
        scopes = requirement_of(paragraph, treaty, self.lexicon).scopes if asked else ()
        return Region.of(self.lexicon.space, scopes)

    def _all_in(self, field: str, wanted: Iterable[ScopeInWords], region: Region) -> Iterator[Failure]:
        """Yield the scopes of which some value on some named element does not occur in the region."""
        for words in wanted:
            scope = self.lexicon.scope(words)
            inside = region.meet((scope,))
            if any(inside.values(axis) & mask != mask for axis, mask in scope.masks.items()) or not inside:
                yield Failure(field, _written(words), _pieces(inside or region))

    def _none_in(self, field: str, unwanted: Iterable[ScopeInWords], region: Region) -> Iterator[Failure]:
        for words in unwanted:
            if inside := region.meet((self.lexicon.scope(words),)):
                yield Failure(field, _written(words), _pieces(inside))


def _written(words: ScopeInWords) -> str:
    return ", ".join(f"{element}: {' | '.join(terms)}" for element, terms in words.items())


def _spelled(scope: Scope) -> str:
    return _written(scope.spelled())


def _pieces(region: Region) -> str:
    return "; ".join(_spelled(scope) for scope in region) or "-"
