"""The sentences about findings, on laws small enough to see through."""

from __future__ import annotations

import pytest

from gapcheck.assess.findings import Finding
from gapcheck.assess.lexicon import Lexicon
from gapcheck.model.laws import Quantity, Section, TreatyRecord, TreatyStatus
from gapcheck.model.mappings import Mapping
from gapcheck.model.provisions import Comparator, Duty, Formality, OptionType, Paragraph, Threshold
from gapcheck.model.quantity import Unit
from gapcheck.report.messages import messages_in
from gapcheck.report.sentences import Sentences
from gapcheck.report.view import tone, verdict_text
from gapcheck.report.words import Wording
from tests.small_law import (
    DAY,
    LEXICON,
    VOCABULARY,
    Words,
    assessed,
    bench,
    contested,
    element,
    held_against,
    law_that_reaches,
    mapping,
    option,
    paragraph,
    statutes,
    vocabulary,
    words,
)

SENTENCES = Sentences(Wording(LEXICON, messages_in("en")))
ENGLISH = messages_in("en")


def said(finding: Finding) -> list[str]:
    return SENTENCES.in_short(finding)


def with_mapping(one: Paragraph, claim: Mapping, **sections: Section) -> Finding:
    return assessed(bench(one, of=statutes({f"code/{name}": law for name, law in sections.items()}, [claim])))


EXAMPLE = paragraph(words(conduct=["produce", "publish", "possess"], victim_age="under 18"))
"""The requirement of the first worked example of the design."""


def test_the_first_worked_example_is_said_act_by_act() -> None:
    finding = held_against(
        EXAMPLE,
        **{
            "1": law_that_reaches(words(conduct=["produce", "publish"])),
            "2": law_that_reaches(words(conduct=["produce", "possess"], victim_age="under 16")),
        },
    )
    assert said(finding) == [
        "Reached only in part: possess (left out: victim_age: aged 16 or 17).",
        "Reached: produce; publish.",
    ]


def test_acts_that_nothing_reaches_come_first() -> None:
    finding = held_against(EXAMPLE, **{"1": law_that_reaches(words(conduct="publish", victim_age="under 16"))})
    assert said(finding) == [
        "Not reached at all: produce; possess.",
        "Reached only in part: publish (left out: victim_age: aged 16 or 17).",
    ]


def test_acts_of_which_the_same_is_left_out_stay_together() -> None:
    finding = held_against(
        EXAMPLE, **{"1": law_that_reaches(words(conduct=["produce", "publish", "possess"], condition="for-gain"))}
    )
    assert said(finding) == ["Reached only in part: produce, possess, publish (left out: unless for-gain)."]


def test_law_made_for_other_things_is_said_beside_what_it_leaves() -> None:
    claim = mapping(incidental=("code/1", "code/2"))
    finding = with_mapping(
        EXAMPLE,
        claim,
        **{
            "1": law_that_reaches(words(conduct="publish", victim_age="under 16")),
            "2": law_that_reaches(words(conduct="distribute")),
        },
    )
    assert verdict_text(finding, ENGLISH) == "missing"
    assert said(finding)[-1] == "No offence of its own; caught in part by code/1."


def test_law_made_for_other_things_that_reaches_everything_is_said_as_such() -> None:
    finding = with_mapping(EXAMPLE, mapping(incidental=("code/1",)), **{"1": law_that_reaches(words(mental="intent"))})
    assert verdict_text(finding, ENGLISH) == "aligned"
    assert said(finding) == ["Reached by general law only: code/1."]


def test_an_option_is_said_only_where_the_verdict_rests_on_it() -> None:
    child = option(OptionType.EXCLUSION, scope=words(victim_age="16 to 17"))
    leaning = paragraph(words(conduct="possess", victim_age="under 18"), options=(child,))
    by_option = held_against(leaning, **{"1": law_that_reaches(words(conduct="possess", victim_age="under 16"))})
    assert said(by_option) == ["May be left out (1.2): victim_age: aged 16 or 17."]
    partial = held_against(leaning, **{"1": law_that_reaches(words(conduct="possess", victim_age="under 13"))})
    assert said(partial) == ["Reached only in part: possess (left out: victim_age: aged 13 to 17)."]


def test_an_option_that_must_be_declared_says_so() -> None:
    reserved = option(OptionType.RESERVATION, scope=words(victim_age="16 to 17"), needs=Formality.RESERVATION)
    finding = held_against(
        paragraph(words(conduct="possess", victim_age="under 18"), options=(reserved,)),
        **{"1": law_that_reaches(words(conduct="possess", victim_age="under 16"))},
    )
    assert said(finding) == ["May be left out (1.2, needs a reservation on deposit): victim_age: aged 16 or 17."]


def test_what_is_uncovered_on_one_reading_only_is_arguable() -> None:
    disputed = paragraph(
        words(conduct="possess", victim_age="under 18"), contested=(contested(scope=words(victim_age="16 to 17")),)
    )
    finding = held_against(disputed, **{"1": law_that_reaches(words(conduct="possess", victim_age="under 16"))})
    assert verdict_text(finding, ENGLISH) == "arguable"
    assert said(finding) == ["Arguable: victim_age: aged 16 or 17."]


def test_acts_of_which_no_more_is_left_than_options_allow_are_said_as_such() -> None:
    virtual = option(OptionType.LIMITATION, scope=words(material="virtual"))
    finding = held_against(
        paragraph(words(conduct=["produce", "possess"]), options=(virtual,)),
        **{"1": law_that_reaches(words(conduct="produce", material="real"))},
    )
    assert said(finding) == ["Not reached at all: possess.", "Reached as far as the options require: produce."]


def test_facts_that_would_decide_are_named_first() -> None:
    finding = held_against(
        paragraph(words(conduct="possess")), **{"1": law_that_reaches(words(conduct="possess"), unknown=("material",))}
    )
    assert verdict_text(finding, ENGLISH) == "undetermined"
    assert said(finding)[0] == "Not known: material of code/1."


def test_a_section_whose_file_has_errors_is_not_known() -> None:
    book = statutes(mappings=[mapping(sections=("code/1",))], unreadable=["code/1"])
    finding = assessed(bench(EXAMPLE, of=book))
    assert verdict_text(finding, ENGLISH) == "undetermined"
    assert said(finding)[0] == "Not known: what code/1 reaches (its file has errors)."


# What is open names its cause first, and what would be uncovered at worst after it


def party_with(one: Paragraph, **sections: Section) -> Finding:
    """Return the finding on a paragraph in a State that is a party and whose deposits nobody recorded."""
    record = TreatyRecord(instrument="pact", status=TreatyStatus.RATIFIED, as_of=DAY)
    local = {f"code/{name}": law for name, law in sections.items()}
    claim = mapping(sections=tuple(local), searched=("code",))
    return assessed(bench(one, of=statutes(local, [claim], treaties=(record,))))


TO_17 = words(conduct="possess", victim_age="under 18")
BELOW_16 = law_that_reaches(words(conduct="possess", victim_age="under 16"))
RESERVED = option(OptionType.RESERVATION, scope=words(victim_age="16 to 17"), needs=Formality.RESERVATION)
NOT_RECORDED = "Not known: whether a reservation was made (1.2)."


def test_a_deposit_that_nobody_recorded_is_named_where_it_decides_about_a_gap() -> None:
    finding = party_with(paragraph(TO_17, options=(RESERVED,)), **{"1": BELOW_16})
    assert said(finding) == [
        NOT_RECORDED,
        "At worst:",
        "Reached only in part: possess (left out: victim_age: aged 16 or 17).",
    ]


def test_a_deposit_that_nobody_recorded_is_named_where_it_decides_about_a_disputed_reading() -> None:
    disputed = (contested(scope=words(victim_age="16 to 17")),)
    finding = party_with(paragraph(TO_17, options=(RESERVED,), contested=disputed), **{"1": BELOW_16})
    assert verdict_text(finding, ENGLISH) == "undetermined"
    assert said(finding) == [NOT_RECORDED, "At worst:", "Arguable: victim_age: aged 16 or 17."]


def test_a_fact_that_decides_nothing_is_not_named_beside_a_deposit_that_does() -> None:
    elsewhere = law_that_reaches(words(conduct="produce"), unknown=("material",))
    finding = party_with(paragraph(TO_17, options=(RESERVED,)), **{"1": BELOW_16, "2": elsewhere})
    assert verdict_text(finding, ENGLISH) == "undetermined"
    assert said(finding)[:2] == [NOT_RECORDED, "At worst:"]


def test_the_worst_that_can_be_is_said_where_options_let_it_be_left_out() -> None:
    free = option(OptionType.EXCLUSION, scope=words(victim_age="16 to 17"))
    unsure = law_that_reaches(words(conduct="possess"), unknown=("material",))
    finding = held_against(paragraph(TO_17, options=(free,)), **{"1": BELOW_16, "2": unsure})
    assert verdict_text(finding, ENGLISH) == "undetermined"
    assert said(finding) == [
        "Not known: material of code/2.",
        "At worst:",
        "May be left out (1.2): victim_age: aged 16 or 17.",
    ]


# Figures

PRESERVED = Lexicon(
    vocabulary(*VOCABULARY.elements.values(), element("measure", ("preservation-period",)), **VOCABULARY.kinds)
)
NINETY_DAYS = Threshold(measure="preservation-period", comparator=Comparator.AT_LEAST, value=90, unit=Unit.DAYS)
TOO_SMALL = "Too small a figure: preservation-period: at least 90 days is demanded; set: code/1: 30 days."


def measured_against(one: Paragraph, days: int | None, reaches: Words, unreadable: tuple[str, ...] = ()) -> list[str]:
    """Return the verdict, and what is said of a paragraph and a section that sets a figure or none."""
    figures = () if days is None else (Quantity(measure="preservation-period", value=days, unit=Unit.DAYS),)
    claim = mapping(sections=("code/1", *unreadable))
    book = statutes({"code/1": law_that_reaches(reaches, measures=figures)}, [claim], unreadable=unreadable)
    finding = assessed(bench(one, of=book, lexicon=PRESERVED))
    return [verdict_text(finding, ENGLISH), *Sentences(Wording(PRESERVED, ENGLISH)).in_short(finding)]


MEASURED = paragraph(TO_17, measures=(NINETY_DAYS,))
NOT_SET = "Not known, since no mapped section sets it: preservation-period: at least 90 days."


@pytest.mark.parametrize(
    ("days", "age", "result"),
    [
        (90, "under 18", ["aligned"]),
        (30, "under 18", ["partial", TOO_SMALL]),
        (None, "under 18", ["undetermined", NOT_SET]),
        (
            30,
            "under 16",
            ["partial", "Reached only in part: possess (left out: victim_age: aged 16 or 17).", TOO_SMALL],
        ),
        (90, "under 16", ["partial", "Reached only in part: possess (left out: victim_age: aged 16 or 17)."]),
    ],
)
def test_a_figure_is_said_beside_what_is_uncovered(days: int | None, age: str, result: list[str]) -> None:
    assert measured_against(MEASURED, days, words(conduct="possess", victim_age=age)) == result


def test_no_figure_is_asked_for_where_everything_may_be_left_out_or_it_is_named_as_the_cause() -> None:
    everything = option(OptionType.EXCLUSION, scope=TO_17)
    one = paragraph(TO_17, measures=(NINETY_DAYS,), options=(everything,))
    verdict, *sentences = measured_against(one, None, words(conduct="produce"))
    assert (verdict == "undetermined") is (NOT_SET in sentences)
    assert sentences[-1:] != ["At worst:"]


def test_a_section_whose_file_has_errors_may_set_the_figure() -> None:
    verdict, *sentences = measured_against(MEASURED, 30, words(conduct="possess"), unreadable=("code/2",))
    assert verdict == "undetermined"
    assert sentences[0] == "Not known: what code/2 reaches (its file has errors)."


def test_nobody_looked_is_all_that_is_said_of_a_paragraph_that_is_mapped_nowhere() -> None:
    assert said(assessed(bench(EXAMPLE))) == ["Nobody has looked."]


def test_why_a_paragraph_does_not_concern_the_state_is_said_in_its_own_words() -> None:
    finding = with_mapping(EXAMPLE, mapping(not_applicable={"en": "It has no sea."}))
    assert said(finding) == ["It has no sea."]


def test_nothing_is_said_where_nothing_is_left() -> None:
    assert said(held_against(EXAMPLE, **{"1": law_that_reaches(words(mental="negligence"))})) == []


def test_required_restrictions_are_not_repeated_in_what_is_left_out() -> None:
    finding = held_against(
        paragraph(words(conduct="possess", victim_age="under 18", material="real")),
        **{"1": law_that_reaches(words(conduct="possess", victim_age="under 16", material="real"))},
    )
    assert said(finding) == ["Reached only in part: possess (left out: victim_age: aged 16 or 17)."]


@pytest.mark.parametrize(
    ("duty", "verdict", "feels"),
    [
        (Duty.SHALL, "missing", "bad"),
        (Duty.MAY, "missing (optional)", "quiet"),
        (Duty.SHALL_CONSIDER, "missing (optional)", "quiet"),
        (Duty.SHALL_ENDEAVOUR, "missing", "bad"),
    ],
)
def test_what_a_state_may_leave_undone_is_optional_and_never_alarming(duty: Duty, verdict: str, feels: str) -> None:
    finding = with_mapping(paragraph(words(conduct="possess"), duty=duty), mapping(searched=("code",)))
    assert verdict_text(finding, ENGLISH) == verdict
    assert tone(finding) == feels
