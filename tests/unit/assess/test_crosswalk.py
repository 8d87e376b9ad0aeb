"""Two small instruments side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gapcheck.assess.crosswalk import Match, crosswalk, sides
from gapcheck.coverage.relation import INVERSE, Relation
from gapcheck.model.provisions import (
    AssertedRelation,
    Duty,
    Formality,
    Option,
    OptionType,
    Paragraph,
    Related,
)
from tests.small_law import LEXICON, Words, article, english, option, paragraph, treaty, words


def side_by_side(
    one: list[Paragraph] | Paragraph, other: list[Paragraph] | Paragraph, number: str | None = None
) -> tuple[Match, ...]:
    here, there = (list(side) if isinstance(side, list) else [side] for side in (one, other))
    return crosswalk(
        treaty(article(*here), name="hanoi"), treaty(article(*there), name="budapest"), LEXICON, number=number
    )


def pairs(matches: tuple[Match, ...]) -> list[tuple[str, str, str]]:
    return [
        (match.one.id.number, match.relation.value, match.other.id.number if match.other else "-") for match in matches
    ]


def demands(number: str = "1.1", **elements: str | list[str]) -> Paragraph:
    return paragraph(words(**elements), number=number)


def only(matches: tuple[Match, ...]) -> Match:
    (match,) = matches
    return match


def ages(match: Match, more: bool = True) -> list[tuple[str, ...]]:
    return [scope.spelled()["victim_age"] for scope in (match.more if more else match.less)]


# How scopes relate

UNDER_18, UNDER_16, OVER_15 = (demands(victim_age=said) for said in ("under 18", "under 16", "16 or over"))


def test_paragraphs_that_demand_the_same_are_equal_and_nothing_is_left_of_either() -> None:
    match = only(side_by_side(UNDER_18, replace(UNDER_18, id="9")))
    assert (match.relation, match.more, match.less) == (Relation.EQUAL, (), ())
    assert match.other is not None
    assert (str(match.one.id), str(match.other.id)) == ("hanoi:1.1", "budapest:9")


def test_a_paragraph_that_demands_less_is_a_subset_and_what_the_other_adds_is_said() -> None:
    match = only(side_by_side(UNDER_16, UNDER_18))
    assert (match.relation, match.more) == (Relation.SUBSET_OF, ())
    assert ages(match, more=False) == [("16", "17")]


def test_a_paragraph_that_demands_more_is_a_superset_and_what_it_adds_is_said() -> None:
    match = only(side_by_side(UNDER_18, UNDER_16))
    assert (match.relation, match.less) == (Relation.SUPERSET_OF, ())
    assert ages(match) == [("16", "17")]


def test_paragraphs_that_overlap_intersect_and_what_each_adds_is_said() -> None:
    match = only(side_by_side(UNDER_18, OVER_15))
    assert match.relation is Relation.INTERSECTS_WITH
    assert ages(match) == [tuple(str(year) for year in range(16))]
    assert ages(match, more=False) == [("adult",)]


def test_a_paragraph_without_a_counterpart_stands_alone() -> None:
    match = only(side_by_side(UNDER_16, OVER_15))
    assert (match.relation, match.other, match.more, match.less) == (Relation.NO_RELATIONSHIP, None, (), ())


def test_a_paragraph_of_the_other_instrument_without_a_counterpart_is_left_out() -> None:
    assert side_by_side([], UNDER_18) == ()


def test_what_a_paragraph_adds_is_said_in_the_fewest_largest_scopes() -> None:
    broad = demands(conduct=["produce", "possess"], victim_age="under 18")
    match = only(side_by_side(broad, demands(conduct="produce", victim_age="under 16")))
    assert [(scope.spelled().get("conduct"), scope.spelled()["victim_age"][0]) for scope in match.more] == [
        (("possess",), "0"),
        (("possess", "produce"), "16"),
    ]


def test_an_age_of_consent_stands_for_everybody_under_18() -> None:
    assert only(side_by_side(demands(victim_age="under the age of consent"), UNDER_18)).relation is Relation.EQUAL


def test_a_paragraph_that_demands_nothing_of_a_statute_has_no_match_unless_somebody_says_so() -> None:
    silent = paragraph(number="1.2")
    interpretive = replace(UNDER_18, id="1.3", duty=Duty.INTERPRETIVE)
    assert side_by_side([silent, interpretive], UNDER_18) == ()
    assert pairs(side_by_side([UNDER_18], [silent, interpretive])) == [("1.1", "no-relationship", "-")]
    assert sides(treaty(article(silent)), LEXICON)["1.2"].requirement is None


# Which overlaps are shown


def test_every_containment_is_shown() -> None:
    other = [demands("1", victim_age="under 18"), demands("2", victim_age="under 16"), demands("3", victim_age="any")]
    assert pairs(side_by_side(UNDER_16, other)) == [
        ("1.1", "subset-of", "1"),
        ("1.1", "equal", "2"),
        ("1.1", "subset-of", "3"),
    ]


def test_of_paragraphs_that_only_overlap_the_closest_is_shown() -> None:
    mine = [demands("1", victim_age="under 17"), demands("2", victim_age="1 to 17")]
    closest, loose = demands("8", victim_age="1 or over"), demands("9", victim_age="16 or over")
    assert pairs(side_by_side(mine[0], [closest, loose])) == [
        ("1", "intersects-with", "8"),
        ("1", "intersects-with", "9"),
    ]
    # The second paragraph overlaps more with both, so that the first is nobody's closest but its own.
    assert pairs(side_by_side(mine, [loose, closest])) == [
        ("1", "intersects-with", "8"),
        ("2", "subset-of", "8"),
        ("2", "intersects-with", "9"),
    ]


def test_an_overlap_is_shown_where_it_is_the_best_of_either_side() -> None:
    wide = demands("1", conduct=["produce", "possess", "publish"], victim_age="under 18")
    near = demands("8", conduct=["produce", "possess", "distribute"], victim_age="under 18")
    far = demands("9", conduct=["publish", "distribute"], victim_age="under 18")
    # For the first instrument 8 is closest; for 9, which overlaps with nothing else, the first paragraph is.
    assert pairs(side_by_side(wide, [near, far])) == [("1", "intersects-with", "8"), ("1", "intersects-with", "9")]
    competing = demands("2", conduct=["publish", "possess"], victim_age="under 18")
    assert ("1", "intersects-with", "9") not in pairs(side_by_side([wide, competing], [near, far]))


def test_overlaps_that_are_equally_close_are_all_shown() -> None:
    other = [demands("8", conduct=["produce", "publish"]), demands("9", conduct=["possess", "distribute"])]
    assert pairs(side_by_side(demands(conduct=["produce", "possess"]), other)) == [
        ("1.1", "intersects-with", "8"),
        ("1.1", "intersects-with", "9"),
    ]


# What an encoder says


def related(to: str, relation: AssertedRelation, reason: str = "The same in other words.") -> Related:
    return Related(paragraph=to, relation=relation, reason=english(reason))


SILENT, ALSO_SILENT = paragraph(number="1.5"), paragraph(number="7")


@pytest.mark.parametrize("said", AssertedRelation)
def test_what_an_encoder_says_of_two_paragraphs_is_shown_with_the_reason(said: AssertedRelation) -> None:
    assertion = related("budapest:7", said)
    match = only(side_by_side(replace(SILENT, related=(assertion,)), ALSO_SILENT))
    assert (match.relation.value, match.asserted) == (said.value, assertion)
    assert (match.more, match.less, match.only_here, match.only_there) == ((), (), (), ())


@pytest.mark.parametrize("said", AssertedRelation)
def test_what_the_other_instrument_says_is_turned_round(said: AssertedRelation) -> None:
    assertion = related("hanoi:1.5", said)
    match = only(side_by_side(SILENT, replace(ALSO_SILENT, related=(assertion,))))
    assert (match.relation, match.asserted) == (INVERSE[Relation(said.value)], assertion)


def test_what_an_encoder_says_takes_the_place_of_what_scopes_say() -> None:
    assertion = related("budapest:1.1", AssertedRelation.INTERSECTS_WITH)
    match = only(side_by_side(replace(UNDER_16, related=(assertion,)), UNDER_18))
    assert (match.relation, match.asserted) == (Relation.INTERSECTS_WITH, assertion)


def test_a_paragraph_that_somebody_relates_does_not_stand_alone() -> None:
    assertion = related("budapest:7", AssertedRelation.SUBSET_OF)
    assert pairs(side_by_side(replace(UNDER_18, related=(assertion,)), ALSO_SILENT)) == [("1.1", "subset-of", "7")]


@pytest.mark.parametrize("to", ["lanzarote:7", "budapest:8", "7"])
def test_what_is_said_of_a_third_instrument_or_an_unknown_paragraph_is_left_out(to: str) -> None:
    assertion = related(to, AssertedRelation.EQUAL)
    assert side_by_side(replace(SILENT, related=(assertion,)), ALSO_SILENT) == ()


# What is asked for, and in which order


def test_one_article_or_paragraph_of_the_first_instrument_can_be_asked_for() -> None:
    mine = [demands(number, victim_age="under 18") for number in ("2", "2.1", "2.1.a", "20", "3")]
    for number, shown in (("2", ["2", "2.1", "2.1.a"]), ("2.1", ["2.1", "2.1.a"]), ("20", ["20"]), ("4", [])):
        assert [one for one, _, _ in pairs(side_by_side(mine, demands("2.1", victim_age="17"), number))] == shown


def test_which_overlap_is_closest_does_not_depend_on_what_is_asked_for() -> None:
    mine = [demands("1", victim_age="under 17"), demands("2", victim_age="under 18")]
    other = [demands("8", victim_age="1 or over"), demands("9", victim_age="0 to 17")]
    everything = side_by_side(mine, other)
    for number in ("1", "2"):
        wanted = [pair for pair in pairs(everything) if pair[0] == number]
        assert pairs(side_by_side(mine, other, number)) == wanted


def test_pairs_stand_as_a_lawyer_reads_them_and_what_stands_alone_in_its_place() -> None:
    mine = [
        demands("10", victim_age="under 18"),
        demands("2.10", victim_age="under 18"),
        demands("2.9", victim_age="adult"),
        demands("2bis", victim_age="under 18"),
    ]
    other = [demands("11", victim_age="17"), demands("9", victim_age="16")]
    assert [(one, counterpart) for one, _, counterpart in pairs(side_by_side(mine, other))] == [
        ("2.9", "-"),
        ("2.10", "9"),
        ("2.10", "11"),
        ("2bis", "9"),
        ("2bis", "11"),
        ("10", "9"),
        ("10", "11"),
    ]


# Options


def with_option(of_type: OptionType, scope: Words, needs: Formality = Formality.NOTHING, number: str = "1.9") -> Option:
    return option(of_type, number, scope=scope, needs=needs)


OF_17 = words(victim_age="17")


def own_options(one: tuple[Option, ...], other: tuple[Option, ...]) -> tuple[list[str], list[str]]:
    match = only(side_by_side(replace(UNDER_18, options=one), replace(UNDER_18, options=other)))
    return [leeway.option.id for leeway in match.only_here], [leeway.option.id for leeway in match.only_there]


def test_an_option_that_only_one_of_two_paragraphs_leaves_is_its_own() -> None:
    used = with_option(OptionType.LIMITATION, OF_17)
    assert own_options((used,), ()) == (["1.9"], [])
    assert own_options((), (used,)) == ([], ["1.9"])


def test_an_option_that_both_leave_on_the_same_terms_is_nobodys_own() -> None:
    mine, theirs = with_option(OptionType.LIMITATION, OF_17), with_option(OptionType.NARROWING, OF_17, number="2.3")
    assert own_options((mine,), (theirs,)) == ([], [])


def test_options_on_different_terms_are_each_its_own() -> None:
    mine = with_option(OptionType.RESERVATION, OF_17, Formality.RESERVATION)
    theirs = with_option(OptionType.LIMITATION, OF_17, Formality.DECLARATION, "2.3")
    free = with_option(OptionType.EXCLUSION, OF_17, number="2.4")
    assert own_options((mine,), (theirs,)) == (["1.9"], ["2.3"])
    assert own_options((mine,), (free,)) == (["1.9"], ["2.4"])


def test_an_option_that_leaves_out_more_than_that_of_the_other_is_its_own() -> None:
    wider = with_option(OptionType.LIMITATION, words(victim_age="16 to 17"))
    narrower = with_option(OptionType.LIMITATION, OF_17, number="2.3")
    assert own_options((wider,), (narrower,)) == (["1.9"], [])
    rest = with_option(OptionType.LIMITATION, words(victim_age="16"), number="2.4")
    assert own_options((wider,), (narrower, rest)) == ([], [])


def test_an_option_about_what_the_other_paragraph_does_not_demand_is_nothing_of_its_own() -> None:
    one = replace(UNDER_18, options=(with_option(OptionType.LIMITATION, OF_17),))
    match = only(side_by_side(one, UNDER_16))
    assert (match.relation, match.only_here) == (Relation.SUPERSET_OF, ())


def test_an_option_of_form_leaves_nothing_out() -> None:
    form = option(OptionType.FORM, element="nature")
    assert own_options((form,), ()) == ([], [])
