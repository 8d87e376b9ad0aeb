"""What files say of each other: figures, deposits, related paragraphs, mappings by way of others, what happened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from gapcheck.assess.explanation import explained
from gapcheck.assess.paragraph import Bench, assess_paragraph
from gapcheck.source.diagnostics import Diagnostic
from gapcheck.workspace.workspace import names_below
from tests.unit.workspace.tiny import (
    ARTICLE,
    EVIDENCE,
    FILES,
    INSTRUMENT,
    JURISDICTION,
    MAPPINGS,
    NEXT_MAPPINGS,
    SECTION,
    Tiny,
    paths_in_use,
)

MEASURE = "provisions/vocabulary/measure.yaml"
WORLD = "national_laws/world/evidence.yaml"
BUDAPEST = "provisions/budapest/art-9.yaml"


def marked(diagnostics: Sequence[Diagnostic]) -> list[tuple[str, str, str]]:
    """Return the name of each diagnostic with its file and the text that is marked in it."""
    return [
        (one.code.name, one.path, one.excerpt[one.span.column - 1 : one.span.end_column - 1] if one.span else "")
        for one in diagnostics
    ]


PARAGRAPHS = ("hanoi:14", "hanoi:15", "hanoi:14.1", "hanoi:14.2", "hanoi:15.1")
"""What a reference to the tiny instrument can name: its articles, then its paragraphs."""


@pytest.fixture
def wider(tiny: Tiny) -> Tiny:
    """Return the tiny workspace with a figure on both sides, a deposit, a second instrument and mappings via others."""
    tiny.write(
        MEASURE,
        "element: measure\nkind: terms\nlabel: {en: Measure}\nterms: {preservation: {label: {en: preservation}}}\n",
    )
    tiny.replace(
        ARTICLE,
        "    options:\n",
        "    measures: [{measure: preservation, comparator: at-least, value: 90, unit: days}]\n"
        "    related: [{paragraph: 'budapest:9.1', relation: equal, reason: {en: The same.}}]\n"
        "    options:\n",
    )
    tiny.replace(
        SECTION, "    unknown:", "    measures: [{measure: preservation, value: 90, unit: days}]\n    unknown:"
    )
    tiny.write(INSTRUMENT.replace("hanoi", "budapest"), FILES[INSTRUMENT].replace("hanoi", "budapest"))
    tiny.write(
        BUDAPEST,
        'article: "9"\nheading: {en: x}\nparagraphs: [{id: "9.1", kind: offence, duty: shall, requires: {}}]\n',
    )
    tiny.write(
        JURISDICTION,
        FILES[JURISDICTION] + "treaties:\n"
        "  - instrument: hanoi\n    status: ratified\n    as_of: 2026-01-01\n    deposits:\n"
        '      - {option: "14.3", made: 2026-01-01, scope: {conduct: possess}}\n',
    )
    tiny.replace(NEXT_MAPPINGS, "  searched: [penal-code-2015]\n", '  via: ["hanoi:14.1", "hanoi:14.2"]\n')
    tiny.write(MAPPINGS.replace("hanoi/art-14", "budapest/art-9"), '- paragraph: "9.1"\n  via: "hanoi:14.1"\n')
    tiny.write(WORLD, 'evidence:\n  - {id: world-2024, figure: {en: Very many.}, paragraphs: ["hanoi:14"]}\n')
    return tiny


def test_nothing_is_wrong_with_it(wider: Tiny) -> None:
    assert wider.diagnostics() == []


# Names of figures


@pytest.mark.parametrize(
    ("path", "written"),
    [
        (ARTICLE, "measures: [{measure: preservation, comparator"),
        (SECTION, "measures: [{measure: preservation, value"),
    ],
)
def test_a_figure_that_is_no_measure_is_said_and_the_file_left_out(wider: Tiny, path: str, written: str) -> None:
    wider.replace(path, written, written.replace("preservation", "preservatino"))
    workspace = wider.open()
    assert marked(workspace.diagnostics) == [("unknown-term", path, "preservatino")]
    assert workspace.diagnostics[0].facts == {
        "found": "preservatino",
        "allowed": ("preservation",),
        "element": "measure",
    }
    assert path not in paths_in_use(workspace)


def test_without_the_element_measure_no_figure_has_a_name(wider: Tiny) -> None:
    wider.remove(MEASURE)
    diagnostics = wider.diagnostics()
    assert marked(diagnostics) == [("unknown-term", SECTION, "preservation"), ("unknown-term", ARTICLE, "preservation")]
    assert {one.facts["allowed"] for one in diagnostics} == {()}


def test_where_the_element_measure_cannot_be_read_figures_are_not_complained_about(wider: Tiny) -> None:
    wider.write(MEASURE, "element: [")
    workspace = wider.open()
    assert {one.path for one in workspace.diagnostics} == {MEASURE}
    assert {ARTICLE, SECTION} & paths_in_use(workspace) == set()


# Deposits


@pytest.mark.parametrize(
    ("scope", "code", "found", "element"),
    [
        ("conduct: posess", "unknown-term", "posess", "conduct"),
        ("conducts: possess", "unknown-element", "conducts", "conducts"),
        ("victim_age: minor", "age-not-readable", "minor", "victim_age"),
    ],
)
def test_a_word_of_a_deposit_that_means_nothing_is_marked(
    wider: Tiny, scope: str, code: str, found: str, element: str
) -> None:
    wider.replace(JURISDICTION, "conduct: possess", scope)
    diagnostics = wider.diagnostics()
    assert marked(diagnostics) == [(code, JURISDICTION, found)]
    assert diagnostics[0].facts.items() >= {"found": found, "element": element}.items()


def test_a_deposit_without_a_scope_says_no_words(wider: Tiny) -> None:
    wider.replace(JURISDICTION, ", scope: {conduct: possess}", "")
    assert wider.diagnostics() == []


# Related paragraphs, and figures about paragraphs


@pytest.mark.parametrize(
    ("written", "allowed"), [("budapest:9.2", ("budapest:9", "budapest:9.1")), ("budapst:9.1", ()), ("9.1", ())]
)
def test_a_related_paragraph_that_there_is_not_is_marked(wider: Tiny, written: str, allowed: tuple[str, ...]) -> None:
    wider.replace(ARTICLE, "'budapest:9.1'", f"'{written}'")
    diagnostics = wider.diagnostics()
    assert marked(diagnostics) == [("unknown-id", ARTICLE, f"'{written}'")]
    assert diagnostics[0].facts == {"found": written, "allowed": allowed}


@pytest.mark.parametrize("written", ["budapest:9.1", "budapest:9"])
def test_a_related_paragraph_may_be_a_whole_article(wider: Tiny, written: str) -> None:
    wider.replace(ARTICLE, "'budapest:9.1'", f"'{written}'")
    assert wider.diagnostics() == []


def test_paragraphs_of_an_instrument_that_is_not_read_are_not_held_against_anything(wider: Tiny) -> None:
    wider.replace(ARTICLE, "'budapest:9.1'", "'budapest:9.9'")
    assert wider.open(instruments=["hanoi"]).diagnostics == []


def test_paragraphs_of_an_instrument_with_errors_are_not_held_against_anything(wider: Tiny) -> None:
    wider.replace(BUDAPEST, "duty: shall", "duty: shal")
    assert marked(wider.diagnostics()) == [("unknown-value", BUDAPEST, "shal")]


@pytest.mark.parametrize("path", [EVIDENCE, WORLD])
@pytest.mark.parametrize("written", ["hanoi:14.9", "hanoi:1", "14.1", "hanoy:14.1"])
def test_a_figure_about_a_paragraph_that_there_is_not_is_marked(wider: Tiny, path: str, written: str) -> None:
    wider.write(path, f'evidence:\n  - {{id: a, figure: {{en: A}}, paragraphs: ["hanoi:15", "{written}"]}}\n')
    diagnostics = wider.diagnostics()
    assert marked(diagnostics) == [("unknown-id", path, f'"{written}"')]
    allowed = PARAGRAPHS if written.startswith("hanoi:") else ()
    assert diagnostics[0].facts == {"found": written, "allowed": allowed}


def test_a_figure_about_one_paragraph_without_its_list_is_marked_all_the_same(wider: Tiny) -> None:
    wider.write(EVIDENCE, 'evidence:\n  - {id: a, figure: {en: A}, paragraphs: "hanoi:9"}\n')
    assert marked(wider.diagnostics()) == [("unknown-id", EVIDENCE, '"hanoi:9"')]


# Mappings by way of others


@pytest.mark.parametrize("written", ["hanoi:14.3", "14.1", "lanzarote:14.1", "hanoi:14"])
def test_a_mapping_by_way_of_a_paragraph_that_nobody_mapped_is_marked(wider: Tiny, written: str) -> None:
    wider.replace(NEXT_MAPPINGS, '"hanoi:14.2"', f'"{written}"')
    diagnostics = wider.diagnostics()
    assert marked(diagnostics) == [("unknown-id", NEXT_MAPPINGS, f'"{written}"')]
    assert diagnostics[0].facts["found"] == written
    assert set(diagnostics[0].facts["allowed"]) == {"hanoi:14.1", "hanoi:14.2", "hanoi:15.1", "budapest:9.1"}


def test_a_mapping_by_way_of_one_that_goes_by_way_of_another_is_marked(wider: Tiny) -> None:
    wider.replace(NEXT_MAPPINGS, '"hanoi:14.2"', '"budapest:9.1"')
    diagnostics = wider.diagnostics()
    assert marked(diagnostics) == [("via-of-via", NEXT_MAPPINGS, '"budapest:9.1"')]
    assert diagnostics[0].facts == {"found": "budapest:9.1"}


def test_a_mapping_by_way_of_itself_is_marked(wider: Tiny) -> None:
    wider.replace(NEXT_MAPPINGS, '"hanoi:14.2"', '"hanoi:15.1"')
    assert marked(wider.diagnostics()) == [("via-of-via", NEXT_MAPPINGS, '"hanoi:15.1"')]


def test_a_mapping_by_way_of_a_file_with_errors_is_not_held_against_anything(wider: Tiny) -> None:
    wider.write(MAPPINGS, "- paragraph: [\n")
    assert {one.path for one in wider.diagnostics()} == {MAPPINGS}


def test_mappings_by_way_of_an_instrument_that_is_not_asked_for_are_read_with_it(wider: Tiny) -> None:
    workspace = wider.open(instruments=["budapest"])
    assert workspace.diagnostics == []
    treaty = workspace.treaties["budapest"]
    found = workspace.statutes["vn"].mapping_of(treaty.id_of(treaty.by_number["9.1"][1]))
    assert found is not None
    assert found.sections == ("penal-code-2015/147",)


# What happened in the world


def test_figures_that_are_about_no_jurisdiction_lie_in_a_folder_that_needs_not_say_what_it_is(wider: Tiny) -> None:
    workspace = wider.open()
    assert list(workspace.statutes) == ["vn"]
    assert [figure.id for figure in workspace.statutes["vn"].world_figures] == ["world-2024"]
    assert [figure.id for figure in workspace.statutes["vn"].figures] == ["calls-2024", "calls-2025"]


def test_every_jurisdiction_has_the_figures_about_the_world(wider: Tiny) -> None:
    wider.write("national_laws/la/jurisdiction.yaml", "jurisdiction: la\nname: {en: Laos}\n")
    workspace = wider.open()
    assert [figure.id for figure in workspace.statutes["la"].world_figures] == ["world-2024"]
    assert workspace.statutes["la"].figures == ()


def test_an_explanation_names_the_figures_about_the_world_that_bear_on_its_paragraph(wider: Tiny) -> None:
    workspace = wider.open(jurisdictions=["vn"])
    bench = Bench(workspace.treaties["hanoi"], workspace.statutes["vn"], workspace.lexicon, date(2026, 1, 1))
    for number, figures in (
        ("14.1", ["calls-2024", "calls-2025", "world-2024"]),
        ("14.2", ["world-2024"]),
        ("15.1", []),
    ):
        finding = assess_paragraph(bench, *bench.treaty.by_number[number])
        assert [figure.id for figure in explained(bench, finding).figures] == figures


def test_the_world_is_no_jurisdiction(wider: Tiny) -> None:
    assert names_below([wider.root], "national_laws") == ["vn"]
