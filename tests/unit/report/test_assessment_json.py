"""The assessment as JSON: its published shape, and scopes with which another program comes to the same result."""

from __future__ import annotations

import random
from collections import Counter
from functools import cache
from itertools import combinations

import pytest
from jsonschema import Draft202012Validator

from gapcheck.model.verdicts import Verdict
from tests.unit.cli.running import DAY, ROOT, Json, run_here
from tests.unit.report.naive import Law, Scales, holds, meet, verdict

LEAVES_CHOICE = {"may", "may-consider", "may-reserve", "recommends", "shall-consider"}
DAYS = (DAY, "2017-06-01", "2026-06-30")
FIRST = ("format", "version", "jurisdiction", "instrument", "as_of", "paragraphs", "summary")
OF_A_PARAGRAPH = (
    "id", "article", "kind", "duty", "verdict", "verification", "confidence", "sections", "incidental", "residue",
    "statements", "near_misses", "claim",
)  # fmt: skip
"""The keys of docs/model.md and the design, in their order."""


@cache
def assessment(day: str = DAY, *words: str) -> Json:
    return run_here("check", "vn", *words, "--as-of", day, "--format", "json").json


def paragraphs(day: str = DAY) -> dict[str, Json]:
    return {one["id"].partition(":")[2]: one for one in assessment(day)["paragraphs"]}


@cache
def law(day: str) -> Law:
    return Law(ROOT, "hanoi", "vn", day)


def of_gaps(paragraph: Json) -> str:
    """Return the class of what nothing excuses."""
    return "recommendation" if paragraph["duty"] in LEAVES_CHOICE else "gap"


NUMBERS = tuple(paragraphs())
MAPPED = tuple(number for number in NUMBERS if number in law(DAY).mappings)
WEIGHED = tuple(number for number in MAPPED if "not_applicable" not in law(DAY).mappings[number])
BOOKS = sorted(
    (path.parent.parent.name, path.name) for path in (ROOT / "national_laws").glob("*/mappings/*") if path.is_dir()
)
"""Every jurisdiction with every instrument that it is mapped to."""


@pytest.mark.parametrize("day", DAYS)
def test_it_has_the_shape_that_is_published(day: str) -> None:
    schema = run_here("schema", "assessment").json
    Draft202012Validator.check_schema(schema)
    found = [error.message for error in Draft202012Validator(schema).iter_errors(assessment(day))]
    assert found == []


def test_the_schema_refuses_another_shape() -> None:
    validator = Draft202012Validator(run_here("schema", "assessment").json)
    good = assessment(DAY, "14.1.c")
    wrong: list[dict[str, Json]] = [
        {**good, "version": 2},
        {**good, "more": 1},
        {**good, "paragraphs": [{"id": "hanoi:1"}]},
    ]
    wrong.append({key: value for key, value in good.items() if key != "as_of"})
    wrong.append({**good, "paragraphs": [{**good["paragraphs"][0], "verdict": "bad"}]})
    assert all(not validator.is_valid(one) for one in wrong)


def test_the_keys_are_those_of_the_design_in_their_order() -> None:
    whole = assessment()
    assert tuple(whole) == FIRST
    for paragraph in whole["paragraphs"]:
        assert tuple(key for key in paragraph if key in OF_A_PARAGRAPH) == OF_A_PARAGRAPH
    assert (whole["format"], whole["version"]) == ("gapcheck.assessment", 1)
    assert (whole["jurisdiction"], whole["instrument"], whole["as_of"]) == ("vn", "hanoi", DAY)


def test_several_instruments_come_as_a_list(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("pact")
    (folder / "provisions/pact").mkdir(parents=True)
    (folder / "provisions/pact/instrument.yaml").write_text("instrument: pact\ntitle: {en: Pact}\n", encoding="utf-8")
    ran = run_here("check", "vn", "14.1.c", "pact", "--as-of", DAY, "--format", "json", "--workspace", str(folder))
    assert [one["instrument"] for one in ran.json] == ["hanoi", "pact"]


def test_the_summary_counts_the_paragraphs() -> None:
    whole = assessment()
    counted = Counter((one["duty"] in LEAVES_CHOICE, one["verdict"]) for one in whole["paragraphs"])
    for optional, key in ((False, "mandatory"), (True, "optional")):
        assert whole["summary"][key] == {verdict: count for (is_, verdict), count in counted.items() if is_ is optional}


def test_an_article_is_as_good_as_its_worst_binding_paragraph() -> None:
    worst: dict[str, str] = {}
    for one in assessment()["paragraphs"]:
        if one["duty"] not in LEAVES_CHOICE:
            verdicts = (worst.get(one["article"], one["verdict"]), one["verdict"])
            worst[one["article"]] = max(verdicts, key=lambda verdict: Verdict(verdict).severity)
    assert assessment()["summary"]["articles"] == worst


@pytest.mark.parametrize("day", DAYS)
def test_the_pieces_of_a_residue_do_not_overlap(day: str) -> None:
    overlapping = [
        (number, one, other)
        for number, paragraph in paragraphs(day).items()
        for one, other in combinations([piece["scope"] for piece in paragraph["residue"]], 2)
        if meet(one, other)
    ]
    assert overlapping == []


@pytest.mark.parametrize("number", NUMBERS)
def test_the_requirement_is_what_the_files_say(number: str) -> None:
    assert paragraphs()[number]["requires"] == law(DAY).demand(number).limbs


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("number", WEIGHED)
def test_the_residue_is_what_is_required_and_not_reached_situation_by_situation(number: str, day: str) -> None:
    scales, pieces = Scales(law(day), number), paragraphs(day)[number]["residue"]
    gap = of_gaps(paragraphs(day)[number])
    chance = random.Random(f"{number} {day}")  # noqa: S311 - the same situations each time
    within = [({}, 300), *((limb, 1500) for limb in scales.demand.limbs), *((piece["scope"], 25) for piece in pieces)]
    for scope, most in within:
        for situation in scales.situations(chance, scope, most):
            found = [
                (piece["class"], piece.get("option", "").partition(":")[2])
                for piece in pieces
                if holds(piece["scope"], situation)
            ]
            weighed = scales.weighed(situation, gap)
            assert found == ([weighed] if weighed else []), situation


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("number", WEIGHED)
def test_the_verdict_follows_from_the_residue(number: str, day: str) -> None:
    paragraph, scales = paragraphs(day)[number], Scales(law(day), number)
    classes = {piece["class"] for piece in paragraph["residue"]}
    if classes & {"gap", "recommendation"}:
        expected = {"partial", "missing"}
    else:
        expected = {"arguable" if "arguable" in classes else "aligned-by-option" if classes else "aligned"}
    assert scales.by_scopes() in expected
    if paragraph["unknown"] or paragraph["unknown_deposits"]:
        assert paragraph["verdict"] == "undetermined"
    else:
        assert paragraph["verdict"] == scales.by_scopes()


@pytest.mark.parametrize("day", [DAY, "2017-06-01"])
@pytest.mark.parametrize(("jurisdiction", "instrument"), BOOKS)
def test_every_verdict_on_every_law_comes_out_again(jurisdiction: str, instrument: str, day: str) -> None:
    book = Law(ROOT, instrument, jurisdiction, day)
    ran = run_here("check", jurisdiction, instrument, "--as-of", day, "--format", "json")
    found = {one["id"].partition(":")[2]: one for one in ran.json["paragraphs"]}
    assert {number: one["verdict"] for number, one in found.items()} == {
        number: verdict(book, number) for number in found
    }
    assert {number: one["requires"] for number, one in found.items()} == {
        number: book.demand(number).limbs for number in found
    }


@pytest.mark.parametrize("day", [DAY, "2017-06-01"])
@pytest.mark.parametrize(("jurisdiction", "instrument"), BOOKS)
def test_every_residue_of_every_law_comes_out_again(jurisdiction: str, instrument: str, day: str) -> None:
    book = Law(ROOT, instrument, jurisdiction, day)
    ran = run_here("check", jurisdiction, instrument, "--as-of", day, "--format", "json")
    for paragraph in ran.json["paragraphs"]:
        number = paragraph["id"].partition(":")[2]
        if verdict(book, number) in {"not-applicable", "not-assessed"}:
            assert paragraph["residue"] == []
            continue
        theirs: dict[tuple[str, str], list[Json]] = {}
        for piece in paragraph["residue"]:
            theirs.setdefault((piece["class"], piece.get("option", "").partition(":")[2]), []).append(piece["scope"])
        scales = Scales(book, number)
        ours: dict[tuple[str, str], list[Json]] = {}
        for kind, option, scopes in scales.residue():
            ours.setdefault((of_gaps(paragraph) if kind == "gap" else kind, option), []).extend(scopes)
        for part in theirs.keys() | ours.keys():
            here, there = ours.get(part, []), theirs.get(part, [])
            assert scales.left(here, there) == [], (number, part)
            assert scales.left(there, here) == [], (number, part)


def test_every_verdict_is_among_those_that_come_out_again() -> None:
    found = {
        one["verdict"]
        for jurisdiction, instrument in BOOKS
        for one in run_here("check", jurisdiction, instrument, "--as-of", DAY, "--format", "json").json["paragraphs"]
    }
    assert found == set(Verdict)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_paragraph_that_nobody_mapped_is_not_assessed_and_has_no_residue(number: str) -> None:
    paragraph = paragraphs()[number]
    assert (paragraph["verdict"] == "not-assessed") is (number not in MAPPED)
    assert (paragraph["verdict"] == "not-applicable") is (number in MAPPED and number not in WEIGHED)
    if number not in WEIGHED:
        assert (paragraph["residue"], paragraph["statements"], paragraph["claim"]) == ([], [], None)


@pytest.mark.parametrize("number", MAPPED)
def test_a_statement_lies_in_the_residue_and_has_its_words_in_both_languages(number: str) -> None:
    paragraph, scales = paragraphs()[number], Scales(law(DAY), number)
    chance = random.Random(number)  # noqa: S311 - the same situations each time
    for statement in paragraph["statements"]:
        assert set(statement["text"]) == {"en", "vi"}
        assert all(statement["text"].values())
        for situation in scales.situations(chance, statement["scope"], 50):
            assert scales.is_required(situation)
            assert not scales.is_reached(situation)


@pytest.mark.parametrize("number", MAPPED)
def test_every_gap_is_said_by_a_statement(number: str) -> None:
    paragraph, scales = paragraphs()[number], Scales(law(DAY), number)
    chance = random.Random(number)  # noqa: S311 - the same situations each time
    said = [statement["scope"] for statement in paragraph["statements"]]
    for piece in paragraph["residue"]:
        for situation in scales.situations(chance, piece["scope"], 20):
            assert any(holds(scope, situation) for scope in said), situation


@pytest.mark.parametrize("number", MAPPED)
def test_a_near_miss_names_what_the_section_has_and_what_it_lacks(number: str) -> None:
    for miss in paragraphs()[number]["near_misses"]:
        assert miss["lacks"]
        assert not set(miss["has"]) & set(miss["lacks"])
        assert set(miss["has"]) | set(miss["lacks"]) <= set(law(DAY).values[miss["element"]])
        limbs, _ = law(DAY).reach(miss["section"].partition(":")[2])
        named = [limb.get(miss["element"]) for limb in limbs]
        assert miss["has"] in [sorted(values or [], key=law(DAY).values[miss["element"]].index) for values in named]


def test_elements_that_are_open_are_left_out_and_ages_are_years() -> None:
    for paragraph in assessment()["paragraphs"]:
        for scope in (*paragraph["requires"], *(piece["scope"] for piece in paragraph["residue"])):
            for element, values in scope.items():
                known = law(DAY).values[element]
                assert 0 < len(values) < len(known), "a restriction restricts"
                assert values == [value for value in known if value in values], "in the order of the element"


def test_the_text_is_that_of_the_plain_report() -> None:
    for language in ("en", "vi"):
        plain = run_here("check", "vn", "--as-of", DAY, "--lang", language).out
        said = [paragraph["text"][language] for paragraph in assessment()["paragraphs"] if paragraph["text"][language]]
        assert [text for text in said if text not in plain] == []
