"""The verdict on one paragraph, and what is said beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from gapcheck.assess.findings import Absent, Finding
from gapcheck.assess.reach import WHOLE_SECTION, Unknown
from gapcheck.model.ids import SectionId
from gapcheck.model.laws import Nature, Section, VersionStatus
from gapcheck.model.mappings import Mapping as LawMapping
from gapcheck.model.provisions import Contested, Duty, Formality, Option, OptionType
from gapcheck.model.verdicts import ResidueClass, Verdict
from tests.small_law import (
    DAY,
    EVERYTHING,
    PRODUCE_OR_POSSESS,
    PRODUCING,
    TO_16,
    assessed,
    bench,
    contested,
    english,
    held_against,
    law_that_reaches,
    mapping,
    option,
    paragraph,
    period,
    section,
    statutes,
    version,
    words,
)


def residue(finding: Finding) -> list[tuple[ResidueClass, dict[str, tuple[str, ...]]]]:
    """Return the residue without what every offence requires."""
    return [
        (
            piece.kind,
            {name: values for name, values in piece.scope.spelled().items() if name not in {"nature", "mental"}},
        )
        for piece in finding.residue
    ]


def with_mapping(one: LawMapping, unreadable: tuple[str, ...] = (), **sections: Section) -> Finding:
    book = statutes({f"code/{name}": law for name, law in sections.items()}, [one], unreadable=unreadable)
    return assessed(bench(PRODUCE_OR_POSSESS, of=book))


def offence_with(*options: Option) -> Finding:
    """Return the finding where persons aged 16 or 17 are left out."""
    return held_against(replace(PRODUCE_OR_POSSESS, options=options), a=TO_16)


def test_what_is_reached_whole_is_aligned() -> None:
    finding = held_against(PRODUCE_OR_POSSESS, a=EVERYTHING)
    assert (finding.verdict, finding.residue, finding.gap_statements) == (Verdict.ALIGNED, (), ())


def test_sections_reach_together_what_none_reaches_alone() -> None:
    finding = held_against(PRODUCE_OR_POSSESS, a=PRODUCING, b=law_that_reaches(words(conduct="possess")))
    assert finding.verdict is Verdict.ALIGNED


def test_a_section_that_reaches_some_of_the_requirement_makes_it_partial() -> None:
    finding = held_against(PRODUCE_OR_POSSESS, a=PRODUCING)
    assert finding.verdict is Verdict.PARTIAL
    assert residue(finding) == [(ResidueClass.GAP, {"conduct": ("possess",), "victim_age": tuple(map(str, range(18)))})]


def test_a_section_that_reaches_nothing_of_the_requirement_leaves_it_missing() -> None:
    assert held_against(PRODUCE_OR_POSSESS, a=law_that_reaches(words(victim_age="adult"))).verdict is Verdict.MISSING


def test_a_paragraph_that_nobody_mapped_is_not_assessed_and_no_gap() -> None:
    finding = assessed(bench(PRODUCE_OR_POSSESS))
    assert (finding.verdict, finding.outcome, finding.verification) == (Verdict.NOT_ASSESSED, None, None)
    assert not finding.is_gap


def test_a_mapping_that_names_nothing_that_was_read_says_that_nobody_looked() -> None:
    assert with_mapping(mapping(reason=english("To be done."))).verdict is Verdict.NOT_ASSESSED


def test_looking_and_finding_nothing_is_missing() -> None:
    assert with_mapping(mapping(searched=("code",))).verdict is Verdict.MISSING


def test_a_paragraph_that_does_not_concern_the_jurisdiction_is_not_applicable() -> None:
    finding = with_mapping(mapping(not_applicable=english("No sea."), sections=("code/a",)), a=EVERYTHING)
    assert (finding.verdict, finding.outcome) == (Verdict.NOT_APPLICABLE, None)
    assert not finding.is_gap


@pytest.mark.parametrize(
    ("of_type", "needs"),
    [
        (OptionType.NARROWING, Formality.NOTHING),
        (OptionType.LIMITATION, Formality.DECLARATION),
        (OptionType.EXCLUSION, Formality.NOTHING),
        (OptionType.RESERVATION, Formality.RESERVATION),
    ],
)
def test_what_an_option_lets_a_state_leave_out_is_permitted(of_type: OptionType, needs: Formality) -> None:
    used = option(of_type, scope=words(victim_age="16 to 17"), needs=needs)
    finding = offence_with(used)
    assert finding.verdict is Verdict.ALIGNED_BY_OPTION
    assert [(piece.kind, piece.option) for piece in finding.residue] == [(ResidueClass.PERMITTED, used)]


def test_an_option_for_part_of_the_residue_leaves_a_gap() -> None:
    finding = offence_with(option(OptionType.EXCLUSION, scope=words(victim_age="17")))
    assert finding.verdict is Verdict.PARTIAL
    both = ("possess", "produce")
    assert residue(finding) == [
        (ResidueClass.GAP, {"conduct": both, "victim_age": ("16",)}),
        (ResidueClass.PERMITTED, {"conduct": both, "victim_age": ("17",)}),
    ]


def test_what_two_options_permit_is_said_of_the_first_one_only() -> None:
    first = option(OptionType.EXCLUSION, "1.2", scope=words(victim_age="16 to 17"))
    finding = offence_with(first, option(OptionType.EXCLUSION, "1.3", scope=words(victim_age="17")))
    assert [piece.option for piece in finding.residue] == [first]


def test_a_condition_that_a_state_may_ask_for_permits_what_does_not_meet_it() -> None:
    gain_only = law_that_reaches(words(conduct=["produce", "possess"], condition="for-gain"))
    narrowing = option(OptionType.NARROWING, condition=("for-gain",))
    finding = held_against(replace(PRODUCE_OR_POSSESS, options=(narrowing,)), a=gain_only)
    assert finding.verdict is Verdict.ALIGNED_BY_OPTION


def test_an_extension_permits_nothing() -> None:
    assert offence_with(option(OptionType.EXTENSION, scope=words(victim_age="16 to 17"))).verdict is Verdict.PARTIAL


def test_alternative_means_permit_only_where_the_other_route_is_taken() -> None:
    other = option(
        OptionType.ALTERNATIVE_MEANS,
        scope=words(victim_age="16 to 17"),
        instead=words(nature="civil", victim_age="any"),
    )
    one = replace(PRODUCE_OR_POSSESS, options=(other,))
    assert held_against(one, a=TO_16).verdict is Verdict.PARTIAL
    half = law_that_reaches(words(conduct="produce"), nature=Nature.CIVIL)
    assert held_against(one, a=TO_16, b=half).verdict is Verdict.PARTIAL
    whole = law_that_reaches(words(conduct=["produce", "possess"]), nature=Nature.CIVIL)
    assert held_against(one, a=TO_16, b=whole).verdict is Verdict.ALIGNED_BY_OPTION


def test_alternative_means_without_another_route_always_permit() -> None:
    other = option(OptionType.ALTERNATIVE_MEANS, scope=words(victim_age="16 to 17"))
    assert offence_with(other).verdict is Verdict.ALIGNED_BY_OPTION


def test_where_the_form_is_free_another_form_leaves_no_residue() -> None:
    decree = law_that_reaches(words(conduct=["produce", "possess"]), nature=Nature.ADMINISTRATIVE)
    assert held_against(PRODUCE_OR_POSSESS, a=decree).verdict is Verdict.MISSING
    free = replace(PRODUCE_OR_POSSESS, options=(option(OptionType.FORM, element="nature"),))
    assert held_against(free, a=decree).verdict is Verdict.ALIGNED


def test_another_form_that_falls_short_leaves_what_the_required_form_would_leave() -> None:
    decree = law_that_reaches(words(conduct="produce"), nature=Nature.ADMINISTRATIVE)
    free = replace(PRODUCE_OR_POSSESS, options=(option(OptionType.FORM, element="nature"),))
    assert held_against(free, a=decree).residue == held_against(free, a=PRODUCING).residue


@pytest.mark.parametrize(
    ("reading", "law"),
    [
        (contested(scope=words(victim_age="16 to 17")), TO_16),
        (contested(condition=("for-gain",)), law_that_reaches(words(condition="for-gain"))),
    ],
)
def test_what_stands_only_on_a_contested_reading_is_arguable(reading: Contested, law: Section) -> None:
    finding = held_against(replace(PRODUCE_OR_POSSESS, contested=(reading,)), a=law)
    assert finding.verdict is Verdict.ARGUABLE
    assert [(piece.kind, piece.contested) for piece in finding.residue] == [(ResidueClass.ARGUABLE, reading)]


def test_what_may_be_left_out_need_not_be_argued_about() -> None:
    one = replace(
        PRODUCE_OR_POSSESS,
        options=(option(OptionType.EXCLUSION, scope=words(victim_age="16 to 17")),),
        contested=(contested(scope=words(victim_age="16 to 17")),),
    )
    assert held_against(one, a=TO_16).verdict is Verdict.ALIGNED_BY_OPTION


def test_a_gap_beside_a_contested_reading_stays_a_gap() -> None:
    finding = held_against(replace(PRODUCE_OR_POSSESS, contested=(contested(scope=words(victim_age="17")),)), a=TO_16)
    assert finding.verdict is Verdict.PARTIAL
    assert [kind for kind, _ in residue(finding)] == [ResidueClass.GAP, ResidueClass.ARGUABLE]


@pytest.mark.parametrize("duty", [Duty.MAY, Duty.MAY_CONSIDER, Duty.MAY_RESERVE, Duty.RECOMMENDS, Duty.SHALL_CONSIDER])
def test_what_a_paragraph_that_does_not_bind_leaves_is_a_recommendation_and_never_a_gap(duty: Duty) -> None:
    finding = held_against(replace(PRODUCE_OR_POSSESS, duty=duty), a=TO_16)
    assert finding.verdict is Verdict.PARTIAL
    assert not finding.is_gap
    assert {piece.kind for piece in finding.residue} == {ResidueClass.RECOMMENDATION}
    assert {statement.kind for statement in finding.gap_statements} == {ResidueClass.RECOMMENDATION}


@pytest.mark.parametrize(
    "duty", [duty for duty in Duty if duty.value.startswith("shall") and duty is not Duty.SHALL_CONSIDER]
)
def test_what_a_paragraph_that_binds_leaves_is_a_gap(duty: Duty) -> None:
    finding = held_against(replace(PRODUCE_OR_POSSESS, duty=duty), a=TO_16)
    assert finding.is_gap
    assert {piece.kind for piece in finding.residue} == {ResidueClass.GAP}


def test_a_section_made_for_something_else_does_not_make_a_paragraph_partial() -> None:
    finding = with_mapping(mapping(incidental=("code/a",)), a=PRODUCING)
    assert finding.verdict is Verdict.MISSING
    assert residue(finding)[0][1]["conduct"] == ("possess",)
    assert (finding.sections, finding.incidental) == ((), (SectionId("zz", "code", "a"),))


def test_what_other_law_reaches_alone_is_aligned_by_general_law_only() -> None:
    finding = with_mapping(mapping(incidental=("code/a",)), a=EVERYTHING)
    assert (finding.verdict, finding.by_general_law_only) == (Verdict.ALIGNED, True)


def test_a_section_of_its_own_is_no_general_law() -> None:
    finding = with_mapping(mapping(sections=("code/a",), incidental=("code/b",)), a=PRODUCING, b=EVERYTHING)
    assert (finding.verdict, finding.by_general_law_only) == (Verdict.ALIGNED, False)


def test_a_section_of_its_own_of_which_something_is_unknown_is_no_general_law_either() -> None:
    unknown = law_that_reaches(words(conduct="produce"), unknown=("victim_age",))
    finding = with_mapping(mapping(sections=("code/a",), incidental=("code/b",)), a=unknown, b=EVERYTHING)
    assert (finding.verdict, finding.by_general_law_only) == (Verdict.ALIGNED, False)


def test_general_law_that_reaches_nothing_is_not_what_makes_a_paragraph_aligned_by_option() -> None:
    everything = option(OptionType.EXCLUSION, scope={})
    book = statutes({"code/a": law_that_reaches(words(victim_age="adult"))}, [mapping(incidental=("code/a",))])
    finding = assessed(bench(replace(PRODUCE_OR_POSSESS, options=(everything,)), of=book))
    assert (finding.verdict, finding.by_general_law_only) == (Verdict.ALIGNED_BY_OPTION, False)


def test_where_an_unknown_element_decides_the_verdict_is_undetermined_and_the_fact_is_named() -> None:
    unknown = law_that_reaches(words(conduct=["produce", "possess"], victim_age="under 16"), unknown=("victim_age",))
    finding = held_against(PRODUCE_OR_POSSESS, a=unknown)
    assert finding.verdict is Verdict.UNDETERMINED
    assert finding.unknown == (Unknown(SectionId("zz", "code", "a"), "victim_age"),)


def test_only_the_facts_that_can_turn_the_verdict_are_named() -> None:
    deciding = law_that_reaches(words(conduct=["produce", "possess"]), unknown=("victim_age", "for-gain"))
    beside_the_point = law_that_reaches(words(conduct="publish"), unknown=("material",))
    finding = held_against(PRODUCE_OR_POSSESS, a=beside_the_point, b=deciding)
    assert finding.verdict is Verdict.UNDETERMINED
    section = SectionId("zz", "code", "b")
    assert finding.unknown == (Unknown(section, "victim_age"), Unknown(section, "for-gain"))


def test_facts_of_which_none_turns_the_verdict_alone_are_all_named() -> None:
    acts = {"a": ("produce", "possess"), "b": ("possess", "publish"), "c": ("publish", "produce")}
    any_two_suffice = {
        name: law_that_reaches(words(conduct=two), unknown=("victim_age",)) for name, two in acts.items()
    }
    some = law_that_reaches(words(conduct="produce", victim_age="17"))
    finding = held_against(paragraph(words(conduct=["produce", "possess", "publish"])), d=some, **any_two_suffice)
    assert finding.verdict is Verdict.UNDETERMINED
    assert [fact.section.section for fact in finding.unknown] == ["a", "b", "c"]


def test_a_fact_that_turns_the_verdict_only_with_another_is_named() -> None:
    halves = {
        name: law_that_reaches(words(conduct=conduct), unknown=("victim_age",))
        for name, conduct in (("a", "produce"), ("b", "possess"))
    }
    some = law_that_reaches(words(conduct="produce", victim_age="17"))
    finding = held_against(PRODUCE_OR_POSSESS, c=some, **halves)
    assert finding.verdict is Verdict.UNDETERMINED
    assert [fact.section.section for fact in finding.unknown] == ["a", "b"]


def test_where_an_unknown_element_decides_nothing_the_verdict_is_plain() -> None:
    unknown = law_that_reaches(words(conduct="produce"), unknown=("victim_age",))
    aligned = held_against(PRODUCE_OR_POSSESS, a=unknown, b=EVERYTHING)
    partial = held_against(PRODUCE_OR_POSSESS, a=unknown, b=TO_16)
    assert (aligned.verdict, aligned.unknown) == (Verdict.ALIGNED, ())
    assert (partial.verdict, partial.unknown) == (Verdict.PARTIAL, ())


def test_a_mapped_section_that_cannot_be_read_leaves_the_verdict_open() -> None:
    finding = with_mapping(mapping(sections=("code/a",)), unreadable=("code/a",))
    assert finding.verdict is Verdict.UNDETERMINED
    assert finding.unknown == (Unknown(SectionId("zz", "code", "a"), WHOLE_SECTION),)


def test_a_section_that_cannot_be_read_changes_nothing_where_the_others_reach_everything() -> None:
    finding = with_mapping(mapping(sections=("code/a", "code/b")), unreadable=("code/b",), a=EVERYTHING)
    assert finding.verdict is Verdict.ALIGNED


def test_a_section_that_is_named_twice_counts_once() -> None:
    finding = with_mapping(mapping(sections=("code/a", "code/a")), a=PRODUCING)
    assert finding.sections == (SectionId("zz", "code", "a"),)


@pytest.mark.parametrize(
    ("versions", "first", "status"),
    [
        ([version(words(), in_force=period("2000-01-01", "2025-12-31"))], "2000-01-01", VersionStatus.IN_FORCE),
        ([version(words(), in_force=period("2026-01-02"))], "2026-01-02", VersionStatus.IN_FORCE),
        ([version(words(), status=VersionStatus.VOID)], "2000-01-01", VersionStatus.VOID),
        (
            [
                version(words(), in_force=period("2010-01-01", "2019-12-31")),
                version(words(), in_force=period("2000-01-01", "2009-12-31")),
                version(words(), in_force=period("2030-01-01")),
            ],
            "2010-01-01",
            VersionStatus.IN_FORCE,
        ),
        (
            [version(words(), in_force=period("2035-01-01")), version(words(), in_force=period("2030-01-01"))],
            "2030-01-01",
            VersionStatus.IN_FORCE,
        ),
    ],
    ids=["over", "to come", "void", "between two versions", "two to come"],
)
def test_a_section_not_in_force_is_as_if_absent_and_the_version_that_says_why_is_noted(
    versions: list[object], first: str, status: VersionStatus
) -> None:
    finding = held_against(PRODUCE_OR_POSSESS, a=Section(section="1", heading=english(), versions=tuple(versions)))  # type: ignore[arg-type]
    assert finding.verdict is Verdict.MISSING
    assert finding.sections == ()
    [absent] = finding.absent
    assert absent.period is not None
    assert (absent.period.from_, absent.status) == (date.fromisoformat(first), status)


def test_a_mapped_section_that_nobody_knows_or_that_has_no_text_is_noted_as_absent() -> None:
    finding = with_mapping(mapping(sections=("code/a",), incidental=("code/b",)), a=section())
    known, unknown = SectionId("zz", "code", "a"), SectionId("zz", "code", "b")
    assert finding.absent == (Absent(known, None, None), Absent(unknown, None, None))
    assert finding.verdict is Verdict.MISSING


def test_the_day_of_the_assessment_decides_which_version_counts() -> None:
    changed = section(
        version(words(conduct="produce"), in_force=period("2000-01-01", "2025-12-31")),
        version(words(conduct=["produce", "possess"]), in_force=period("2026-01-01")),
    )
    book = statutes({"code/a": changed}, [mapping(sections=("code/a",))])
    before, after = (assessed(bench(PRODUCE_OR_POSSESS, of=book, as_of=day)) for day in (date(2025, 12, 31), DAY))
    assert (before.verdict, after.verdict) == (Verdict.PARTIAL, Verdict.ALIGNED)
