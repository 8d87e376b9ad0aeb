"""The lawyer's claim beside the computed verdict, and how far both can be trusted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gapcheck.assess.findings import ClaimCheck, Finding
from gapcheck.model.laws import Law, Section
from gapcheck.model.mappings import Claim
from gapcheck.model.provisions import OptionType
from gapcheck.model.verification import Level
from tests.small_law import (
    EVERYTHING,
    PRODUCE_OR_POSSESS,
    PRODUCING,
    TO_16,
    article,
    assessed,
    bench,
    checked,
    contested,
    english,
    law_that_reaches,
    mapping,
    option,
    period,
    section,
    statutes,
    treaty,
    words,
)


def claimed(claim: Claim | None, law: Section) -> Finding:
    book = statutes({"code/a": law}, [mapping(sections=("code/a",), claim=claim)])
    return assessed(bench(PRODUCE_OR_POSSESS, of=book))


@pytest.mark.parametrize(
    ("claim", "law", "agrees"),
    [
        (Claim.FULL, EVERYTHING, True),
        (Claim.PARTIAL, EVERYTHING, False),
        (Claim.NONE, EVERYTHING, False),
        (Claim.FULL, PRODUCING, False),
        (Claim.PARTIAL, PRODUCING, True),
        (Claim.NONE, PRODUCING, False),
        (Claim.FULL, section(), False),
        (Claim.PARTIAL, section(), False),
        (Claim.NONE, section(), True),
    ],
)
def test_the_lawyers_claim_is_held_against_the_computed_verdict(claim: Claim, law: Section, agrees: bool) -> None:
    finding = claimed(claim, law)
    assert finding.claim == ClaimCheck(claim.value, agrees)


def test_without_a_claim_there_is_nothing_to_hold_against() -> None:
    assert claimed(None, EVERYTHING).claim is None


@pytest.mark.parametrize(("claim", "agrees"), [(Claim.FULL, True), (Claim.PARTIAL, True), (Claim.NONE, False)])
def test_an_arguable_verdict_agrees_with_a_claim_of_full_and_of_partial(claim: Claim, agrees: bool) -> None:
    one = replace(PRODUCE_OR_POSSESS, contested=(contested(scope=words(victim_age="16 to 17")),))
    book = statutes({"code/a": TO_16}, [mapping(sections=("code/a",), claim=claim)])
    assert assessed(bench(one, of=book)).claim == ClaimCheck(claim.value, agrees)


@pytest.mark.parametrize(("claim", "agrees"), [(Claim.FULL, True), (Claim.PARTIAL, False), (Claim.NONE, True)])
def test_where_options_permit_to_reach_nothing_a_claim_of_none_is_right_too(claim: Claim, agrees: bool) -> None:
    one = replace(PRODUCE_OR_POSSESS, options=(option(OptionType.EXCLUSION, scope={}),))
    book = statutes({}, [mapping(searched=("code",), claim=claim)])
    assert assessed(bench(one, of=book)).claim == ClaimCheck(claim.value, agrees)


def test_an_undetermined_verdict_neither_agrees_nor_disagrees() -> None:
    unknown = law_that_reaches(words(conduct="produce"), unknown=("victim_age",))
    finding = claimed(Claim.FULL, unknown)
    assert finding.claim == ClaimCheck("full", None)


def trusted(
    of_paragraph: Level | None = Level.PRIMARY,
    of_article: Level | None = None,
    of_mapping: Level | None = None,
    laws: dict[str, Level | None] | None = None,
    **sections: Section,
) -> Level | None:
    """Return the level on which the verdict rests."""
    one = replace(PRODUCE_OR_POSSESS, verification=checked(of_paragraph))
    known = {name: Law(law=name, title=english(), verification=checked(level)) for name, level in (laws or {}).items()}
    claim = mapping(
        sections=tuple(f"code/{name}" for name in sections),
        searched=("code", "decree"),
        verification=checked(of_mapping),
    )
    book = statutes({f"code/{name}": law for name, law in sections.items()}, [claim], known)
    on = bench(one, of=book)
    of = article(one, verification=checked(of_article))
    return assessed(replace(on, treaty=treaty(of))).verification


def law_read_at(level: Level | None, **more: object) -> Section:
    return law_that_reaches(words(conduct="produce"), verification=checked(level), **more)


def test_a_verdict_rests_on_its_weakest_link() -> None:
    primary = law_read_at(Level.PRIMARY)
    assert trusted(a=primary) is Level.PRIMARY
    assert trusted(a=primary, b=law_read_at(Level.DATED)) is Level.DATED
    assert trusted(Level.SECONDARY, a=primary) is Level.SECONDARY
    assert trusted(of_mapping=Level.MEMORY, a=primary) is Level.MEMORY


def test_a_text_without_verification_counts_as_drawn_from_memory() -> None:
    assert trusted(a=law_read_at(None)) is Level.MEMORY
    assert trusted(None, a=law_read_at(Level.PRIMARY)) is Level.MEMORY


def test_a_paragraph_without_its_own_verification_rests_on_its_article() -> None:
    assert trusted(None, Level.DATED, a=law_read_at(Level.PRIMARY)) is Level.DATED
    assert trusted(Level.PRIMARY, Level.MEMORY, a=law_read_at(Level.PRIMARY)) is Level.PRIMARY


def test_where_nothing_was_found_the_laws_that_were_searched_decide() -> None:
    assert trusted(laws={"code": Level.PRIMARY, "decree": Level.DATED}) is Level.DATED
    assert trusted(laws={"code": None}) is Level.MEMORY


def test_where_a_section_is_in_force_the_searched_laws_decide_nothing() -> None:
    assert trusted(laws={"code": Level.MEMORY}, a=law_read_at(Level.DATED)) is Level.DATED


def test_that_a_section_is_not_in_force_rests_on_the_text_that_says_so() -> None:
    over = law_read_at(Level.SECONDARY, in_force=period("2000-01-01", "2001-01-01"))
    assert trusted(laws={"code": Level.PRIMARY}, a=over) is Level.SECONDARY
    assert trusted(laws={"code": Level.MEMORY}, a=over) is Level.MEMORY


def test_a_section_without_any_text_says_nothing_of_the_level() -> None:
    assert trusted(laws={"code": Level.PRIMARY}, a=section()) is Level.PRIMARY


def test_that_a_paragraph_does_not_apply_rests_on_the_paragraph_and_the_mapping() -> None:
    claim = mapping(not_applicable=english("No sea."), verification=checked(Level.DATED))
    one = replace(PRODUCE_OR_POSSESS, verification=checked(Level.PRIMARY))
    assert assessed(bench(one, of=statutes({}, [claim]))).verification is Level.DATED
