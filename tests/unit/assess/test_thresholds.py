"""Figures that a paragraph asks for, beside those that sections set."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gapcheck.assess.findings import Finding
from gapcheck.model.ids import SectionId
from gapcheck.model.laws import Quantity, Section
from gapcheck.model.provisions import Comparator, OptionType, Threshold
from gapcheck.model.quantity import Unit
from gapcheck.model.verdicts import Verdict
from tests.small_law import (
    EVERYTHING,
    PRODUCE_OR_POSSESS,
    PRODUCING,
    TO_16,
    assessed,
    bench,
    contested,
    held_against,
    law_that_reaches,
    mapping,
    option,
    period,
    statutes,
    version,
    words,
)
from tests.small_law import section as section_of

AT_LEAST_90_DAYS = Threshold(measure="preservation", comparator=Comparator.AT_LEAST, value=90, unit=Unit.DAYS)
AT_MOST_A_DAY = Threshold(measure="answer", comparator=Comparator.AT_MOST, value=1, unit=Unit.DAYS)
BOTH_ACTS = words(conduct=["produce", "possess"])


def figure(value: int, unit: Unit = Unit.DAYS, measure: str = "preservation") -> Quantity:
    return Quantity(measure=measure, value=value, unit=unit)


def setting(*figures: Quantity, law: Section = EVERYTHING) -> Section:
    """Return the law with these figures in it."""
    return replace(law, versions=(replace(law.versions[0], measures=figures),))


def held(*sections: Section, asks_for: tuple[Threshold, ...] = (AT_LEAST_90_DAYS,)) -> Finding:
    named = {f"s{number}": one for number, one in enumerate(sections, 1)}
    return held_against(replace(PRODUCE_OR_POSSESS, measures=asks_for), **named)


@pytest.mark.parametrize(
    "enough", [figure(90), figure(6, Unit.MONTHS), figure(1, Unit.YEARS), figure(2160, Unit.HOURS)]
)
def test_a_figure_that_goes_far_enough_changes_nothing(enough: Quantity) -> None:
    finding = held(setting(enough))
    assert finding.verdict is Verdict.ALIGNED
    assert [one.is_met for one in finding.figures] == [True]


@pytest.mark.parametrize("too_small", [figure(89), figure(2, Unit.MONTHS), figure(72, Unit.HOURS)])
def test_too_small_a_figure_is_a_gap(too_small: Quantity) -> None:
    finding = held(setting(too_small))
    assert finding.verdict is Verdict.PARTIAL
    assert finding.is_gap
    assert [one.is_met for one in finding.figures] == [False]
    assert not finding.residue


def test_a_figure_that_no_section_sets_leaves_the_verdict_open() -> None:
    finding = held(setting(figure(90, measure="answer")))
    assert finding.verdict is Verdict.UNDETERMINED
    assert [(one.figures, one.is_met) for one in finding.figures] == [((), None)]


def test_a_figure_that_must_not_be_exceeded_is_met_by_less() -> None:
    for hours, verdict in ((24, Verdict.ALIGNED), (12, Verdict.ALIGNED), (25, Verdict.PARTIAL)):
        law = setting(figure(hours, Unit.HOURS, "answer"))
        assert held(law, asks_for=(AT_MOST_A_DAY,)).verdict is verdict


def test_a_figure_too_small_weighs_more_than_one_that_nobody_set() -> None:
    finding = held(setting(figure(30)), asks_for=(AT_MOST_A_DAY, AT_LEAST_90_DAYS))
    assert finding.verdict is Verdict.PARTIAL
    assert [one.is_met for one in finding.figures] == [None, False]


def test_one_section_that_goes_far_enough_is_enough() -> None:
    finding = held(setting(figure(30)), setting(figure(90)))
    assert finding.verdict is Verdict.ALIGNED
    (one,) = finding.figures
    assert [(str(section), quantity.value) for section, quantity in one.figures] == [
        ("zz:code/s1", 30),
        ("zz:code/s2", 90),
    ]


def test_figures_do_not_mend_or_worsen_a_gap_that_is_there_anyway() -> None:
    for figures in ((), (figure(30),), (figure(90),)):
        assert held(setting(*figures, law=PRODUCING)).verdict is Verdict.PARTIAL
        assert held(setting(*figures, law=law_that_reaches(words(victim_age="adult")))).verdict is Verdict.MISSING


@pytest.mark.parametrize(("value", "verdict"), [(90, Verdict.ALIGNED_BY_OPTION), (30, Verdict.PARTIAL)])
def test_figures_count_where_an_option_permits_what_is_left_out(value: int, verdict: Verdict) -> None:
    of_16 = option(OptionType.LIMITATION, scope=words(victim_age="16 to 17"))
    one = replace(PRODUCE_OR_POSSESS, measures=(AT_LEAST_90_DAYS,), options=(of_16,))
    assert held_against(one, a=setting(figure(value), law=TO_16)).verdict is verdict


@pytest.mark.parametrize(
    ("figures", "verdict"),
    [((figure(90),), Verdict.ARGUABLE), ((figure(30),), Verdict.PARTIAL), ((), Verdict.UNDETERMINED)],
)
def test_figures_count_where_the_rest_is_arguable(figures: tuple[Quantity, ...], verdict: Verdict) -> None:
    disputed = contested(scope=words(victim_age="16 to 17"))
    one = replace(PRODUCE_OR_POSSESS, measures=(AT_LEAST_90_DAYS,), contested=(disputed,))
    assert held_against(one, a=setting(*figures, law=TO_16)).verdict is verdict


def test_a_verdict_that_is_open_for_other_reasons_stays_open() -> None:
    law = law_that_reaches(BOTH_ACTS, unknown=("victim_age",), measures=(figure(30),))
    assert held(law).verdict is Verdict.UNDETERMINED


def test_the_figures_of_the_version_in_force_count_and_no_others() -> None:
    before = version(BOTH_ACTS, in_force=period("2000-01-01", "2020-12-31"), measures=(figure(30),))
    after = version(BOTH_ACTS, in_force=period("2021-01-01"), measures=(figure(90),))
    repealed = section_of(version(BOTH_ACTS, in_force=period("2000-01-01", "2001-01-01"), measures=(figure(10),)))
    finding = held(section_of(before, after), repealed)
    assert finding.verdict is Verdict.ALIGNED
    assert [[quantity.value for _, quantity in one.figures] for one in finding.figures] == [[90]]


def test_incidental_sections_set_figures_too_and_unknown_sections_none() -> None:
    sections = {"code/1": EVERYTHING, "code/2": setting(figure(90), law=section_of(version()))}
    claim = mapping(sections=("code/1", "code/9"), incidental=("code/2",))
    one = replace(PRODUCE_OR_POSSESS, measures=(AT_LEAST_90_DAYS,))
    finding = assessed(bench(one, of=statutes(sections, [claim])))
    assert finding.verdict is Verdict.ALIGNED
    assert finding.figures[0].figures == ((SectionId("zz", "code", "2"), figure(90)),)


def test_a_paragraph_that_asks_for_no_figure_has_none() -> None:
    finding = held(setting(figure(1)), asks_for=())
    assert (finding.verdict, finding.figures) == (Verdict.ALIGNED, ())
