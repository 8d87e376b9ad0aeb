"""The worked examples of the model: small workspaces that a lawyer can read beside what is found in them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from gapcheck.assess.findings import Finding
from gapcheck.assess.near_miss import near_misses, reaches_in_force
from gapcheck.assess.paragraph import Bench, assess_paragraph
from gapcheck.assess.reach import Unknown
from gapcheck.coverage.region import Region
from gapcheck.model.ids import SectionId
from gapcheck.model.period import Period
from gapcheck.model.verdicts import ResidueClass, Verdict
from gapcheck.workspace.workspace import open_workspace

AS_OF = date(2026, 11, 21)
CHILDREN = tuple(str(year) for year in range(18))
Spelled = dict[str, tuple[str, ...]]


def bench(example: str, jurisdiction: str = "zz") -> Bench:
    workspace = open_workspace([Path(__file__).parent / example])
    assert workspace.diagnostics == []
    return Bench(workspace.treaties["pact"], workspace.statutes[jurisdiction], workspace.lexicon, AS_OF)


def finding(example: str, number: str = "1.1", jurisdiction: str = "zz") -> Finding:
    on = bench(example, jurisdiction)
    return assess_paragraph(on, *on.treaty.by_number[number])


def residue(found: Finding, kind: ResidueClass = ResidueClass.GAP) -> list[Spelled]:
    """Return the pieces of one class, without the criminal nature that every offence requires."""
    return [without_nature(piece.scope.spelled()) for piece in found.residue if piece.kind is kind]


def said(found: Finding) -> list[Spelled]:
    return [without_nature(statement.scope.spelled()) for statement in found.gap_statements]


def without_nature(spelled: Spelled) -> Spelled:
    return {element: values for element, values in spelled.items() if element != "nature"}


def first_near_miss(example: str) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    """Return section, element, what it has and what it lacks, of the smallest change."""
    on = bench(example)
    miss = near_misses(on, finding(example), reaches_in_force(on))[0]
    axis = on.lexicon.space.axes[miss.axis]
    return str(miss.section), axis.name, axis.spell(miss.has), axis.spell(miss.lacks)


def region(example: str, scopes: Iterable[Spelled]) -> Region:
    lexicon = bench(example).lexicon
    as_written = ({"nature": ("criminal",), **scope} for scope in scopes)
    return Region.of(lexicon.space, [lexicon.scope(scope) for scope in as_written])


def test_a_possessing_images_of_persons_aged_16_or_17_is_left_out() -> None:
    found = finding("a")
    assert found.verdict is Verdict.PARTIAL
    assert residue(found) == [{"conduct": ("possess",), "depicted_age": ("16", "17")}]
    assert said(found) == [{"conduct": ("possess",), "depicted_age": ("16", "17")}]


def test_a_the_section_that_protects_persons_under_16_comes_closest() -> None:
    assert first_near_miss("a") == ("zz:code/2", "depicted_age", CHILDREN[:16], ("16", "17"))


def test_b_a_section_for_gain_only_leaves_out_what_is_done_for_nothing() -> None:
    found = finding("b")
    assert found.verdict is Verdict.PARTIAL
    outcome = found.outcome
    assert outcome is not None
    left_out = region(
        "b",
        [
            {"conduct": ("distribute",), "depicted_age": ("under 18",), "condition_not_met": ("for-gain",)},
            {"conduct": ("produce",), "depicted_age": ("16 to 17",), "condition_not_met": ("for-gain",)},
            {"conduct": ("possess",), "depicted_age": ("16 to 17",)},
        ],
    )
    assert list(outcome.gap) == list(left_out)
    assert said(found) == [
        {"conduct": ("distribute",), "depicted_age": CHILDREN, "condition:for-gain": ("not-met",)},
        {"conduct": ("possess",), "depicted_age": ("16", "17")},
        {
            "conduct": ("distribute", "possess", "produce"),
            "depicted_age": ("16", "17"),
            "condition:for-gain": ("not-met",),
        },
    ]


def test_c_what_is_virtual_is_permitted_and_the_rest_is_left_out_as_before() -> None:
    found = finding("c")
    assert found.verdict is Verdict.PARTIAL
    assert residue(found) == [{"conduct": ("possess",), "depicted_age": ("16", "17"), "depiction": ("real",)}]
    assert residue(found, ResidueClass.PERMITTED) == [
        {"conduct": ("distribute", "possess", "produce"), "depicted_age": CHILDREN, "depiction": ("virtual",)}
    ]
    assert {piece.option.id for piece in found.residue if piece.option} == {"1.2"}


def test_d_an_administrative_fine_leaves_the_offence_missing() -> None:
    found = finding("d")
    assert found.verdict is Verdict.MISSING
    assert residue(found) == [{"conduct": ("distribute", "possess", "produce"), "depicted_age": CHILDREN}]


def test_d_the_administrative_fine_would_do_if_it_were_a_crime() -> None:
    assert first_near_miss("d") == ("zz:code/1", "nature", ("administrative",), ("criminal",))


def test_e_a_law_on_recklessness_reaches_intent() -> None:
    assert finding("e", jurisdiction="zz").verdict is Verdict.ALIGNED


def test_e_a_law_on_acts_for_gain_does_not_reach_acts_for_another_purpose() -> None:
    found = finding("e", jurisdiction="yy")
    assert found.verdict is Verdict.PARTIAL
    assert residue(found) == [
        {"conduct": ("distribute", "produce"), "mental": ("intent",), "purpose": ("other-purpose",)}
    ]


def test_f_a_law_on_obscenity_leaves_the_offence_missing_less_what_it_catches() -> None:
    found = finding("f", "16.1")
    assert found.verdict is Verdict.MISSING
    assert residue(found) == [{"conduct": ("possess",), "content": ("intimate",)}]
    assert (found.sections, found.incidental) == ((), (SectionId("zz", "code", "1"),))
    assert found.outcome is not None
    assert found.outcome.reaches_some
    assert not found.by_general_law_only


def test_f_the_same_section_made_for_the_paragraph_would_make_it_partial() -> None:
    found = finding("f", "16.1", "yy")
    assert found.verdict is Verdict.PARTIAL
    assert residue(found) == [{"conduct": ("possess",), "content": ("intimate",)}]


def test_f_what_other_laws_reach_whole_is_aligned_by_general_law_only() -> None:
    found = finding("f", "16.1", "xx")
    assert (found.verdict, found.by_general_law_only) == (Verdict.ALIGNED, True)


def test_g_a_paragraph_without_a_mapping_is_not_assessed() -> None:
    found = finding("g", "1.1")
    assert (found.verdict, found.residue) == (Verdict.NOT_ASSESSED, ())


def test_g_a_paragraph_for_which_nothing_was_found_is_missing() -> None:
    assert finding("g", "1.2").verdict is Verdict.MISSING


@pytest.mark.parametrize(
    ("number", "section", "period"),
    [
        ("1.3", "1", Period(from_=date(2000, 1, 1), to=date(2019, 12, 31))),
        ("1.4", "2", Period(from_=date(2030, 1, 1))),
    ],
    ids=["until 2019", "since 2030"],
)
def test_g_a_section_not_in_force_is_as_if_absent_and_it_is_noted_since_or_until_when(
    number: str, section: str, period: Period
) -> None:
    found = finding("g", number)
    assert found.verdict is Verdict.MISSING
    assert residue(found) == [{"conduct": ("produce",)}]
    assert [(absent.section, absent.period) for absent in found.absent] == [(SectionId("zz", "code", section), period)]


def test_h_where_the_unknown_age_decides_the_verdict_is_open_and_the_fact_is_named() -> None:
    found = finding("h", "1.1")
    assert found.verdict is Verdict.UNDETERMINED
    assert found.unknown == (Unknown(SectionId("zz", "code", "1"), "victim_age"),)


@pytest.mark.parametrize(("number", "verdict"), [("1.2", Verdict.PARTIAL), ("1.3", Verdict.ALIGNED)])
def test_h_where_the_unknown_age_does_not_decide_the_verdict_is_plain(number: str, verdict: Verdict) -> None:
    found = finding("h", number)
    assert (found.verdict, found.unknown) == (verdict, ())
