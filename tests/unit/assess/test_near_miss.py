"""Sections that would reach part of a gap but for one element, and sections that nobody mapped."""

from __future__ import annotations

from dataclasses import replace

from gapcheck.assess.lexicon import Lexicon
from gapcheck.assess.near_miss import NearMiss, near_misses, reaches_in_force, unmapped_reaches
from gapcheck.assess.paragraph import Bench
from gapcheck.model.laws import Nature, Section
from gapcheck.model.mappings import Mapping as LawMapping
from gapcheck.model.provisions import OptionType, Paragraph
from tests.small_law import (
    LEXICON,
    VOCABULARY,
    assessed,
    bench,
    law_that_reaches,
    mapping,
    option,
    paragraph,
    period,
    spelled,
    statutes,
    words,
)

PRODUCE_OR_POSSESS = paragraph(words(conduct=["produce", "possess"], victim_age="under 18"))
NOBODY_MAPPED = mapping(searched=("code",))


def bench_with(
    sections: dict[str, Section],
    one: Paragraph = PRODUCE_OR_POSSESS,
    claim: LawMapping = NOBODY_MAPPED,
    lexicon: Lexicon = LEXICON,
) -> Bench:
    book = statutes({f"code/{name}": law for name, law in sections.items()}, [claim])
    return bench(one, of=book, lexicon=lexicon)


def misses(on: Bench) -> tuple[NearMiss, ...]:
    return near_misses(on, assessed(on), reaches_in_force(on))


def said(on: Bench) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    """Return section, element, what it has and what it lacks."""
    axes = on.lexicon.space.axes
    return [
        (one.section.section, axes[one.axis].name, axes[one.axis].spell(one.has), axes[one.axis].spell(one.lacks))
        for one in misses(on)
    ]


def ranked(on: Bench) -> list[tuple[str, str]]:
    return [(section, name) for section, name, _, _ in said(on)]


def test_a_section_that_protects_younger_persons_only_is_a_near_miss_on_age() -> None:
    on = bench_with(
        {"1": law_that_reaches(words(conduct=["produce", "possess"], victim_age="under 16"))},
        claim=mapping(sections=("code/1",)),
    )
    assert said(on) == [("1", "victim_age", tuple(map(str, range(16))), ("16", "17"))]


def test_a_near_miss_says_what_it_would_close_and_what_would_be_left() -> None:
    on = bench_with({"1": law_that_reaches(words(conduct="produce", victim_age="16"))}, claim=NOBODY_MAPPED)
    on = replace(on, treaty=bench_with({}, paragraph(words(conduct=["produce", "possess"], victim_age="17"))).treaty)
    [miss] = misses(on)
    offence = {"mental": ("intent",), "nature": ("criminal",), "victim_age": ("17",)}
    assert spelled(miss.closes) == [{"conduct": ("produce",), **offence}]
    assert spelled(miss.leaves) == [{"conduct": ("possess",), **offence}]


def test_an_administrative_section_is_a_near_miss_on_its_nature() -> None:
    on = bench_with(
        {"1": law_that_reaches(words(conduct=["produce", "possess"]), nature=Nature.ADMINISTRATIVE)},
        claim=mapping(sections=("code/1",)),
    )
    assert said(on) == [("1", "nature", ("administrative",), ("criminal",))]


def test_a_section_that_is_two_changes_away_is_none() -> None:
    law = law_that_reaches(words(conduct="produce", victim_age="adult"), nature=Nature.ADMINISTRATIVE)
    assert misses(bench_with({"1": law})) == ()


def test_without_a_gap_there_is_no_near_miss() -> None:
    everything = law_that_reaches(words(conduct=["produce", "possess"]))
    near = law_that_reaches(words(conduct="produce", victim_age="adult"))
    claim = mapping(sections=("code/1",))
    assert misses(bench_with({"1": everything, "2": near}, claim=claim)) == ()


def test_a_paragraph_that_is_not_assessed_has_no_near_miss() -> None:
    near = law_that_reaches(words(conduct="produce", victim_age="adult"))
    assert misses(bench_with({"1": near}, claim=mapping())) == ()


def test_a_section_that_does_not_speak_of_the_acts_is_no_near_miss() -> None:
    assert misses(bench_with({"1": law_that_reaches(words(victim_age="adult"))})) == ()


def test_a_section_that_nobody_mapped_but_that_reaches_the_gap_is_no_near_miss() -> None:
    law = law_that_reaches(words(conduct="produce"))
    on = bench_with({"1": law})
    assert misses(on) == ()
    assert [str(section) for section in unmapped_reaches(assessed(on), reaches_in_force(on))] == ["zz:code/1"]


def test_a_change_of_the_acts_counts_only_where_the_section_reaches_part_of_the_requirement_already() -> None:
    reaching = law_that_reaches(words(conduct="produce"))
    elsewhere = law_that_reaches(words(conduct="publish"))
    on = bench_with({"1": reaching, "2": elsewhere}, claim=mapping(sections=("code/1", "code/2")))
    assert said(on) == [("1", "conduct", ("produce",), ("possess",))]


def test_an_element_that_is_essential_to_a_rule_is_never_changed() -> None:
    material = replace(VOCABULARY.elements["material"], essential=True)
    lexicon = Lexicon(replace(VOCABULARY, elements={**VOCABULARY.elements, "material": material}))
    laws = {"1": law_that_reaches(words(conduct="produce", material="virtual"))}
    one = paragraph(words(conduct="produce", material="real"))
    assert ranked(bench_with(laws, one)) == [("1", "material")]
    assert ranked(bench_with(laws, one, lexicon=lexicon)) == []


def test_an_element_whose_form_is_free_is_never_changed() -> None:
    decree = law_that_reaches(words(conduct="produce", victim_age="adult"), nature=Nature.ADMINISTRATIVE)
    free = replace(PRODUCE_OR_POSSESS, options=(option(OptionType.FORM, element="nature"),))
    assert ranked(bench_with({"1": decree}, free)) == [("1", "victim_age")]


def test_changing_the_acts_ranks_after_anything_else_and_the_nature_after_both() -> None:
    laws = {
        "1": law_that_reaches(words(conduct=["produce", "possess"]), nature=Nature.ADMINISTRATIVE),
        "2": law_that_reaches(words(conduct="produce")),
        "3": law_that_reaches(words(conduct=["produce", "possess"], victim_age="under 2")),
    }
    on = bench_with(laws, claim=mapping(sections=("code/2", "code/3")))
    assert ranked(on) == [("3", "victim_age"), ("2", "conduct"), ("1", "nature")]


def test_the_fewest_further_values_rank_first() -> None:
    laws = {
        "1": law_that_reaches(words(conduct="produce", victim_age="under 3")),
        "2": law_that_reaches(words(conduct="possess", victim_age="under 17")),
        "3": law_that_reaches(words(conduct="possess", condition="for-gain")),
    }
    on = bench_with(laws, claim=mapping(sections=tuple(f"code/{name}" for name in laws)))
    assert ranked(on)[:3] == [("2", "victim_age"), ("3", "condition:for-gain"), ("1", "victim_age")]


def test_of_equal_changes_the_one_that_closes_more_ranks_first() -> None:
    laws = {
        "1": law_that_reaches(words(conduct="produce", material="real", condition="for-gain")),
        "2": law_that_reaches(words(conduct="produce", condition="for-gain")),
    }
    on = bench_with(laws, claim=mapping(sections=("code/1", "code/2")))
    assert ranked(on)[:2] == [("2", "condition:for-gain"), ("1", "condition:for-gain")]


def test_what_a_change_closes_is_measured_by_situations_and_not_by_pieces() -> None:
    narrow = law_that_reaches(words(conduct="produce", material="real", mental="intent", condition="for-gain"))
    wide = law_that_reaches(words(conduct=["produce", "possess"], condition="serious-harm"))
    one = paragraph(words(conduct=["produce", "possess"]))
    assert ranked(bench_with({"1": narrow, "2": wide}, one, mapping(sections=("code/1", "code/2"))))[0] == (
        "2",
        "condition:serious-harm",
    )


def test_equal_near_misses_stand_in_the_order_in_which_sections_are_read() -> None:
    near = law_that_reaches(words(conduct="produce", victim_age="adult"))
    assert ranked(bench_with({"10": near, "2": near, "2a": near})) == [
        ("2", "victim_age"),
        ("2a", "victim_age"),
        ("10", "victim_age"),
    ]


def test_each_element_of_a_section_is_named_once_with_the_scope_that_closes_most() -> None:
    law = law_that_reaches(
        words(conduct="produce", victim_age="under 16", material="real"),
        words(conduct="produce", victim_age="under 14"),
    )
    on = bench_with({"1": law}, claim=mapping(sections=("code/1",)))
    assert [one for one in said(on) if one[1] == "victim_age"] == [
        ("1", "victim_age", tuple(map(str, range(14))), ("14", "15", "16", "17"))
    ]


def test_a_section_not_in_force_is_no_near_miss() -> None:
    law = law_that_reaches(words(conduct="produce", victim_age="adult"), in_force=period("2030-01-01"))
    assert misses(bench_with({"1": law})) == ()


def test_what_is_only_unknown_is_not_counted_as_near() -> None:
    law = law_that_reaches(words(conduct="produce", victim_age="adult"), unknown=("material",))
    assert misses(bench_with({"1": law})) == ()


def unmapped(on: Bench) -> list[str]:
    return [section.section for section in unmapped_reaches(assessed(on), reaches_in_force(on))]


def test_a_section_that_reaches_into_a_requirement_and_is_mapped_nowhere_is_named() -> None:
    laws = {
        "1": law_that_reaches(words(conduct="produce")),
        "2": law_that_reaches(words(conduct="produce"), words(conduct="possess")),
        "3": law_that_reaches(words(victim_age="17")),
        "4": law_that_reaches(words(conduct="publish")),
    }
    claim = mapping(sections=("code/1",))
    assert unmapped(bench_with(laws, claim=claim)) == ["2"]


def test_a_mapped_section_that_is_not_in_force_is_not_unmapped() -> None:
    on = bench_with({}, claim=mapping(sections=("code/1",), incidental=("code/2",)))
    assert unmapped(on) == []


def test_where_the_form_is_free_a_section_of_another_form_is_unmapped_too() -> None:
    decree = law_that_reaches(words(conduct="produce"), nature=Nature.ADMINISTRATIVE)
    free = replace(PRODUCE_OR_POSSESS, options=(option(OptionType.FORM, element="nature"),))
    assert unmapped(bench_with({"1": decree}, free)) == ["1"]
    assert unmapped(bench_with({"1": decree})) == []


def test_what_an_unmapped_section_reaches_as_it_stands_needs_no_change_of_it() -> None:
    reaching, near = words(conduct="produce"), words(conduct=["produce", "possess"], victim_age="adult")
    on = bench_with({"1": law_that_reaches(reaching, near)})
    [miss] = misses(on)
    axes = on.lexicon.space.axes
    assert axes[miss.axis].name == "victim_age"
    assert [piece["conduct"] for piece in spelled(miss.closes)] == [("possess",)]
    assert spelled(miss.leaves) == []
