"""The assessment as an OSCAL mapping collection: what others' models accept, and what it says about the law."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from trestle.oscal.mapping import Model

from gapcheck import api
from gapcheck.assess.paragraph import Bench
from gapcheck.model.books import TreatyBook
from gapcheck.model.laws import Law, Section
from gapcheck.model.mappings import Confidence, Review, ReviewState
from gapcheck.model.provisions import Duty, Instrument, Paragraph
from gapcheck.report.oscal import NOT_DETERMINED, NOTHING_MAPPED, OWN, oscal_mapping
from tests.small_law import (
    EVERYTHING,
    LEXICON,
    PRODUCE_OR_POSSESS,
    article,
    bench,
    law_that_reaches,
    mapping,
    paragraph,
    section,
    statutes,
    version,
    words,
)

Json = Any
HOSTILE = "<script>alert(1)</script> =HYPERLINK(1) \x1b[31m\x9b \u202e\u200f [x](javascript:1)\n\n# \ud800 end"
LESS = law_that_reaches(words(conduct=["produce", "possess"], victim_age="under 16", mental="intent"))
EXACT = law_that_reaches(words(conduct=["produce", "possess"], victim_age="under 18", mental="intent"))
OTHER = law_that_reaches(words(conduct="distribute"))


def written(on: Bench) -> str:
    """Return the document, which the models of OSCAL accept."""
    text = oscal_mapping(on, api.assess(on))
    Model.model_validate_json(text)
    return text


def collection(on: Bench) -> Json:
    return json.loads(written(on))["mapping-collection"]


def the_mapping(on: Bench) -> Json:
    (only,) = collection(on)["mappings"]
    return only


def law(*paragraphs: Paragraph, sections: dict[str, Section] | None = None, **of_first: Any) -> Bench:  # noqa: ANN401 - the facts of a mapping
    """Return a bench whose sections are all mapped to the first paragraph; without sections nobody has looked."""
    local = {f"code/{name}": one for name, one in (sections or {}).items()}
    about = {"sections": tuple(local), **of_first}
    mappings = [mapping(paragraphs[0].id, **about)] if local or of_first else []
    return bench(*paragraphs, of=statutes(local, mappings))


def found(one: Json, name: str, group: str) -> list[str]:
    return [prop["value"] for prop in one["props"] if prop["name"] == name and prop.get("group") == group]


def unmapped(one: Json) -> list[str]:
    gaps = one.get("source-gap-summary", {"unmapped-controls": []})
    return [control for selected in gaps["unmapped-controls"] for control in selected["with-ids"]]


def uuids(held: Json) -> Iterator[str]:
    if isinstance(held, dict):
        yield from (value for key, value in held.items() if key == "uuid")
        held = list(held.values())
    if isinstance(held, list):
        for one in held:
            yield from uuids(one)


def texts(held: Json) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, (dict, list)):
        for one in held.values() if isinstance(held, dict) else held:
            yield from texts(one)


@pytest.mark.parametrize(
    ("reaches", "relationship"),
    [
        (LESS, "superset-of"),
        (EXACT, "equal-to"),
        (EVERYTHING, "subset-of"),
        (law_that_reaches(words(conduct="produce")), "intersects-with"),
        (OTHER, "no-relationship"),
    ],
)
def test_the_relationship_says_what_the_paragraph_is_to_the_section(reaches: Section, relationship: str) -> None:
    (only,) = the_mapping(law(PRODUCE_OR_POSSESS, sections={"1": reaches}))["maps"]
    assert only["relationship"] == relationship
    assert "ns" not in only
    assert [one["id-ref"] for one in only["sources"]] == ["pact_1.1"]
    assert [one["id-ref"] for one in only["targets"]] == ["zz_code_1"]


def test_a_relationship_that_an_unknown_fact_decides_is_not_determined() -> None:
    reaches = section(version(words(conduct=["produce", "possess"], mental="intent"), unknown=("victim_age",)))
    (only,) = the_mapping(law(PRODUCE_OR_POSSESS, sections={"1": reaches}))["maps"]
    assert (only["relationship"], only["ns"]) == (NOT_DETERMINED, OWN)
    assert [(prop["name"], prop["value"]) for prop in only["props"]] == [("unknown-element", "victim_age")]


def test_a_section_made_for_something_else_is_marked() -> None:
    on = bench(PRODUCE_OR_POSSESS, of=statutes({"code/1": EXACT}, [mapping(incidental=("code/1",))]))
    (only,) = the_mapping(on)["maps"]
    assert [prop["name"] for prop in only["props"]] == ["incidental"]


def test_a_paragraph_that_nobody_has_looked_at_is_no_gap() -> None:
    one = the_mapping(law(PRODUCE_OR_POSSESS))
    assert unmapped(one) == []
    assert found(one, "verdict", "pact_1.1") == ["not-assessed"]


def test_a_document_without_entries_holds_one_that_says_so_in_our_own_namespace() -> None:
    (only,) = the_mapping(law(PRODUCE_OR_POSSESS))["maps"]
    assert (only["relationship"], only["ns"]) == (NOTHING_MAPPED, OWN)
    assert collection(bench())["provenance"]["status"] == "not-complete"


def test_a_binding_paragraph_of_which_nothing_is_reached_is_an_unmapped_control() -> None:
    assert unmapped(the_mapping(law(PRODUCE_OR_POSSESS, searched=("code",)))) == ["pact_1.1"]
    assert unmapped(the_mapping(law(PRODUCE_OR_POSSESS, sections={"1": OTHER}))) == ["pact_1.1"]


def test_what_a_state_may_leave_undone_is_no_unmapped_control() -> None:
    free = paragraph(words(conduct="produce"), duty=Duty.MAY)
    one = the_mapping(law(free, searched=("code",)))
    assert unmapped(one) == []
    assert found(one, "verdict", "pact_1.1") == ["missing"]


def test_a_gap_of_a_mapped_paragraph_is_a_qualifier_of_its_entries() -> None:
    one = the_mapping(law(PRODUCE_OR_POSSESS, sections={"1": LESS}))
    (qualifier,) = one["maps"][0]["qualifiers"]
    assert "16" in qualifier["description"]
    assert unmapped(one) == []
    assert found(one, "verdict", "pact_1.1") == ["partial"]
    assert "qualifiers" not in the_mapping(law(PRODUCE_OR_POSSESS, sections={"1": EXACT}))["maps"][0]


def test_a_section_that_is_not_in_force_is_named_and_no_entry() -> None:
    one = the_mapping(law(PRODUCE_OR_POSSESS, sections={"1": section()}))
    assert found(one, "not-in-force", "pact_1.1") == ["zz:code/1"]
    assert [each["relationship"] for each in one["maps"]] == [NOTHING_MAPPED]


def test_it_is_complete_only_where_all_is_decided_and_reviewed() -> None:
    reviewed = {"review": Review(state=ReviewState.REVIEWED)}
    other = paragraph(words(conduct="publish"), number="1.2")
    cases = [
        (law(PRODUCE_OR_POSSESS, sections={"1": EXACT}, **reviewed), "complete"),
        (law(PRODUCE_OR_POSSESS, sections={"1": EXACT}), "draft"),
        (law(PRODUCE_OR_POSSESS, other, sections={"1": EXACT}, **reviewed), "not-complete"),
    ]
    assert [collection(on)["provenance"]["status"] for on, _ in cases] == [status for _, status in cases]
    whole = cases[2][0]
    narrowed = json.loads(oscal_mapping(whole, api.assess(whole, numbers=["1.1"])))["mapping-collection"]
    assert narrowed["provenance"]["status"] == "not-complete"


def test_the_confidence_is_the_lawyers() -> None:
    on = law(PRODUCE_OR_POSSESS, sections={"1": EXACT}, confidence=Confidence.LOW)
    assert the_mapping(on)["maps"][0]["confidence-score"] == {"category": "low"}


def hostile() -> Bench:
    """Return a law whose every text and name is hostile, but for the names that the test must find again."""
    named = {"en": HOSTILE}
    required = paragraph(words(conduct=["produce", "possess"], victim_age="under 18"), heading=named)
    elsewhere = paragraph(words(conduct="publish"), number=f"1.{HOSTILE}")
    local = f"{HOSTILE}/{HOSTILE}".replace("/script", "script")
    name = local.partition("/")[0]
    laws = {name: Law(law=name, title=named, citation=HOSTILE)}
    held = Section(section="1", heading=named, versions=LESS.versions)
    mappings = [mapping(sections=(local, "gone/1")), mapping(elsewhere.id, not_applicable=named)]
    treaty = TreatyBook(
        Instrument(instrument="pact", title=named, short_title=named, citation=HOSTILE), (article(required, elsewhere),)
    )
    return Bench(treaty, statutes({local: held}, mappings, laws), LEXICON, date(2026, 1, 1))


def test_no_text_of_a_file_can_steer_or_mark_up() -> None:
    text = written(hostile())
    assert text.encode()
    said = list(texts(json.loads(text)))
    assert any("HYPERLINK" in one for one in said)
    for one in said:
        assert not any(sign in one for sign in "\x1b\x9b\u202e\u200f\ud800\n")
    in_markup = [prop["remarks"] for prop in json.loads(text)["mapping-collection"]["mappings"][0]["props"][:1]]
    assert all("\\<script\\>" in one and "\\[x\\]" in one for one in in_markup)


@cache
def of_viet_nam() -> Bench:
    return api.bench_of(api.open_data(use_cache=False), "vn", "hanoi", date(2026, 11, 21))


def test_the_law_of_viet_nam_has_a_property_for_every_verdict() -> None:
    one = the_mapping(of_viet_nam())
    for finding in api.assess(of_viet_nam()).findings:
        assert found(one, "verdict", f"hanoi_{finding.id.number}") == [finding.verdict.value]
        assert (finding.is_gap or f"hanoi_{finding.id.number}" not in unmapped(one)) is True


@pytest.mark.parametrize("on", [of_viet_nam, hostile])
def test_every_uuid_is_used_once_and_every_reference_leads_somewhere(on: Callable[[], Bench]) -> None:
    whole = collection(on())
    known = list(uuids(whole))
    assert len(known) == len(set(known))
    assert {one[1:] for one in texts(whole["mappings"]) if one.startswith("#")} <= set(known)


def test_the_same_input_gives_the_same_bytes_and_another_day_another_document() -> None:
    text = written(of_viet_nam())
    assert text == written(of_viet_nam())
    assert text.endswith("}\n")
    whole = json.loads(text)["mapping-collection"]
    assert whole["metadata"]["last-modified"] == "2026-11-21T00:00:00Z"
    earlier = collection(api.bench_of(api.open_data(use_cache=False), "vn", "hanoi", date(2026, 11, 20)))
    assert earlier["uuid"] != whole["uuid"]
    assert earlier["mappings"][0]["uuid"] == whole["mappings"][0]["uuid"]


def test_it_says_that_it_is_no_legal_advice() -> None:
    assert "not legal advice" in collection(of_viet_nam())["metadata"]["remarks"]
