"""Two instruments side by side agree with counting situations one by one, whichever of them comes first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from hypothesis import event, given
from hypothesis import strategies as st

from gapcheck.assess.crosswalk import Match, crosswalk
from gapcheck.assess.lexicon import Lexicon
from gapcheck.coverage.relation import INVERSE, Relation
from gapcheck.model.books import TreatyBook, Vocabulary
from gapcheck.model.provisions import Duty, Paragraph
from tests import small_law
from tests.properties.counting import NOTHING, Counting, Situations
from tests.properties.worlds import paragraphs, vocabularies


@dataclass(frozen=True)
class Beside:
    """Two instruments with the words of both."""

    vocabulary: Vocabulary
    one: TreatyBook
    other: TreatyBook

    def matches(self) -> tuple[Match, ...]:
        return crosswalk(self.one, self.other, Lexicon(self.vocabulary))

    def turned(self) -> tuple[Match, ...]:
        return crosswalk(self.other, self.one, Lexicon(self.vocabulary))

    def demanded(self, counting: Counting, treaty: TreatyBook, number: str) -> Situations:
        """Return the situations that a paragraph demands, by what the files say."""
        _, paragraph = treaty.by_number[number]
        if paragraph.duty is Duty.INTERPRETIVE:
            return NOTHING
        line = [paragraph, *([treaty.by_number[paragraph.extends][1]] if paragraph.extends else [])][::-1]
        limbs = [dict(self.vocabulary.kinds[paragraph.kind].requires)]
        for member in line:
            limbs = [{**limb, **restated} for limb in limbs for restated in member.requires or ({},)]
        return counting.meant_by_any(limbs)


@st.composite
def instruments(draw: st.DrawFn, vocabulary: Vocabulary, name: str) -> TreatyBook:
    """Draw an instrument of one to four paragraphs."""
    articles = []
    for number in range(1, draw(st.integers(1, 2)) + 1):
        drawn = [_renumbered(one, str(number)) for one in draw(paragraphs(vocabulary.elements))]
        duty = draw(st.sampled_from([Duty.SHALL, Duty.SHALL, Duty.SHALL, Duty.INTERPRETIVE]))
        drawn[-1] = replace(drawn[-1], duty=duty)
        articles.append(small_law.article(*drawn, number=str(number)))
    return small_law.treaty(*articles, name=name)


def _renumbered(paragraph: Paragraph, article: str) -> Paragraph:
    extends = paragraph.extends and f"{article}{paragraph.extends[1:]}"
    return replace(paragraph, id=f"{article}{paragraph.id[1:]}", extends=extends)


@st.composite
def instruments_beside(draw: st.DrawFn) -> Beside:
    vocabulary = draw(vocabularies())
    return Beside(vocabulary, draw(instruments(vocabulary, "one")), draw(instruments(vocabulary, "other")))


Pair = tuple[str, str]


def by_pair(matches: Iterable[Match]) -> dict[Pair, Match]:
    return {(match.one.id.number, match.other.id.number): match for match in matches if match.other}


@given(instruments_beside())
def test_the_relation_is_turned_round_when_the_instruments_change_places(beside: Beside) -> None:
    forth, back = by_pair(beside.matches()), by_pair(beside.turned())
    assert {(theirs, mine) for mine, theirs in forth} == back.keys()
    for (mine, theirs), match in forth.items():
        other = back[theirs, mine]
        event(f"relation {match.relation}")
        assert other.relation is INVERSE[match.relation]
        assert (other.more, other.less) == (match.less, match.more)
        assert _ids(other) == _ids(match)[::-1]


def _ids(match: Match) -> list[list[str]]:
    return [[leeway.option.id for leeway in leeways] for leeways in (match.only_here, match.only_there)]


@given(instruments_beside())
def test_what_each_adds_and_what_both_share_are_together_exactly_what_both_demand(beside: Beside) -> None:
    counting = Counting(beside.vocabulary.elements)
    for (mine, theirs), match in by_pair(beside.matches()).items():
        here, there = beside.demanded(counting, beside.one, mine), beside.demanded(counting, beside.other, theirs)
        more, less = counting.in_scopes(match.more), counting.in_scopes(match.less)
        assert more | (here & there) == here
        assert less | (here & there) == there
        assert not more & there
        assert not less & here


@given(instruments_beside())
def test_the_relation_is_the_one_that_counting_finds(beside: Beside) -> None:
    counting = Counting(beside.vocabulary.elements)
    for (mine, theirs), match in by_pair(beside.matches()).items():
        here, there = beside.demanded(counting, beside.one, mine), beside.demanded(counting, beside.other, theirs)
        assert here & there
        found = {
            (True, True): Relation.EQUAL,
            (True, False): Relation.SUBSET_OF,
            (False, True): Relation.SUPERSET_OF,
            (False, False): Relation.INTERSECTS_WITH,
        }[here <= there, there <= here]
        assert match.relation is found


@given(instruments_beside())
def test_containments_and_the_closest_overlaps_of_either_side_are_shown_and_no_others(beside: Beside) -> None:
    counting = Counting(beside.vocabulary.elements)
    here, there = (
        {number: beside.demanded(counting, treaty, number) for number in treaty.by_number}
        for treaty in (beside.one, beside.other)
    )
    shared = {
        (mine, theirs): len(here[mine] & there[theirs]) / len(here[mine] | there[theirs])
        for mine in here
        for theirs in there
        if here[mine] & there[theirs]
    }
    best_here = {mine: max(size for pair, size in shared.items() if pair[0] == mine) for mine, _ in shared}
    best_there = {theirs: max(size for pair, size in shared.items() if pair[1] == theirs) for _, theirs in shared}
    wanted = {
        (mine, theirs)
        for (mine, theirs), size in shared.items()
        if here[mine] <= there[theirs] or there[theirs] <= here[mine] or size in {best_here[mine], best_there[theirs]}
    }
    matches = beside.matches()
    assert by_pair(matches).keys() == wanted
    alone = {match.one.id.number for match in matches if match.other is None}
    assert alone == {number for number, held in here.items() if held} - {mine for mine, _ in shared}
