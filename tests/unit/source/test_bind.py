"""From strings to the types of the model: every field in its one form, and everything that is wrong at once."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

import pytest

from gapcheck.model.evidence import Evidence
from gapcheck.model.laws import (
    Fine,
    Imprisonment,
    Jurisdiction,
    Law,
    LegalPersons,
    Nature,
    Sanction,
    Section,
    VersionStatus,
)
from gapcheck.model.mappings import Claim, Mapping
from gapcheck.model.period import Period
from gapcheck.model.provisions import Article, Duty, Instrument, OptionType, Standing
from gapcheck.model.vocabulary import Element, ElementKind, Kinds
from gapcheck.source.bind import bind
from tests.unit.source.reading import read, said

VERSION = 'section: "147"\nheading: {en: x}\nversions:\n  - in_force: {from: 2018-01-01}\n    reaches: []\n'


Bound = TypeVar("Bound")


def bound(text: str, shape: type[Bound]) -> Bound:
    document = read(text)
    value: Bound = bind(document, shape)
    assert document.diagnostics == []
    return value


def complaints(text: str, shape: object) -> list[tuple[str, str]]:
    document = read(text)
    assert document.diagnostics == []
    assert bind(document, shape) is None
    return said(document.diagnostics)


def facts(text: str, shape: object) -> list[dict[str, Any]]:
    document = read(text)
    bind(document, shape)
    return [one.facts for one in document.diagnostics]


def test_a_section_is_bound_with_its_types() -> None:
    section = bound(
        VERSION + "    excludes: {conduct: possess}\n    legal_persons: no\n    status: void\n"
        "    sanction: {imprisonment: {min: 6 months, max: life}, fine: {min: 10000000, currency: VND}}\n",
        Section,
    )
    version = section.versions[0]
    assert (section.section, section.heading) == ("147", {"en": "x"})
    assert version.in_force == Period(from_=date(2018, 1, 1))
    assert (version.nature, version.status, version.legal_persons) == (
        Nature.CRIMINAL,
        VersionStatus.VOID,
        LegalPersons.NO,
    )
    assert (version.reaches, version.excludes) == ((), ({"conduct": ("possess",)},))
    assert version.sanction == Sanction(
        imprisonment=Imprisonment(min="6 months", max="life"), fine=Fine(min=10_000_000, currency="VND")
    )


def test_one_scope_and_one_term_may_stand_without_their_lists() -> None:
    for written in (
        "{conduct: publish}",
        "[{conduct: publish}]",
        "{conduct: [publish]}",
        "\n      - conduct:\n          - publish",
    ):
        section = bound(VERSION.replace("reaches: []", f"reaches: {written}"), Section)
        assert section.versions[0].reaches == ({"conduct": ("publish",)},)


def test_texts_are_plain_strings_and_lists_are_tuples() -> None:
    section = bound(VERSION + "    by: 12/2017/QH14\n    unknown: [victim_age]\n", Section)
    assert type(section.versions[0].by) is str
    assert section.versions[0].unknown == ("victim_age",)
    assert type(section.versions[0].unknown[0]) is str
    assert type(next(iter(section.heading.values()))) is str


def test_every_kind_of_file_is_bound() -> None:
    article = bound(
        'article: "14"\nheading: {en: x}\nparagraphs:\n  - id: "14.1"\n    kind: offence\n    duty: may-consider\n'
        '    options: [{id: "14.2", type: form, protects: yes}]\n',
        Article,
    )
    assert article.paragraphs[0].duty is Duty.MAY_CONSIDER
    assert article.paragraphs[0].options[0].type is OptionType.FORM
    assert article.paragraphs[0].options[0].protects is True
    instrument = bound("instrument: x\ntitle: {en: x}\nstatus: {in_force: no, as_of: 2026-01-31}\n", Instrument)
    assert instrument.status == Standing(in_force=False, as_of=date(2026, 1, 31))
    assert bound('- {paragraph: "14.1", claim: none}\n', tuple[Mapping, ...])[0].claim is Claim.NONE
    assert bound("[]", tuple[Mapping, ...]) == ()
    assert bound("element: x\nkind: age\nlabel: {en: x}\n", Element).kind is ElementKind.AGE
    assert bound("kinds: {offence: {label: {en: x}}}", Kinds).kinds["offence"].requires == {}
    assert bound("jurisdiction: no\nname: {en: Norway}\nage_of_majority: 18\n", Jurisdiction).jurisdiction == "no"
    assert bound("law: x\ntitle: {en: x}\nreplaces: y\n", Law).replaces == ("y",)
    assert bound("evidence: [{id: a, figure: {en: x}, on: 2026-02-28}]", Evidence).evidence[0].on == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("text", "shape", "found"),
    [
        ("[]", Section, [("wrong-type", "1:1-1:3")]),
        ("x", Section, [("wrong-type", "1:1-1:2")]),
        ('""', tuple[Mapping, ...], [("wrong-type", "1:1-1:3")]),
        ('paragraph: "1"', tuple[Mapping, ...], [("wrong-type", "1:1-1:15")]),
        (
            "- x\n- []\n-\n",
            tuple[Mapping, ...],
            [("wrong-type", "1:3-1:4"), ("wrong-type", "2:3-2:5"), ("empty-value", "3:2-3:2")],
        ),
        ("{}", Law, [("missing-field", "1:1-1:3"), ("missing-field", "1:1-1:3")]),
        ("# x\n\nlaw: x\n", Law, [("missing-field", "3:1-3:7")]),
        ("law: x\ntitle: {en: x}\nTitle: {en: x}\n", Law, [("unknown-field", "3:1-3:6")]),
        ("law: x\ntitle: {en: x}\n<<: {}\n", Law, [("unknown-field", "3:1-3:3")]),
        ("law: x\ntitle: {en: x}\n'': y\n", Law, [("unknown-field", "3:1-3:3")]),
        (
            "law: x\ntitle: {en: x}\nin_force: {from_: 2018-01-01}\n",
            Law,
            [("missing-field", "3:1-3:9"), ("unknown-field", "3:12-3:17")],
        ),
        ("law: x\ntitle: x\n", Law, [("wrong-type", "2:8-2:9")]),
        ("law: x\ntitle: {en: [x]}\n", Law, [("empty-value", "2:13-2:16")]),
        ("law: x\ntitle: {en: ' '}\n", Law, [("empty-value", "2:13-2:16")]),
        ("law: x\ntitle: {en: }\n", Law, [("empty-value", "2:9-2:11")]),
        ("law: x\ntitle: {vi: x}\n", Law, [("english-missing", "2:8-2:15")]),
        ("law: x\ntitle: {en: x, EN: y}\n", Law, [("unknown-language", "2:16-2:18")]),
        ("law: 2015\ntitle: {en: x}\n", Law, [("unquoted-number", "1:6-1:10")]),
        ("law: 1.10\ntitle: {en: x}\n", Law, [("unquoted-number", "1:6-1:10")]),
        ("law: 0o14\ntitle: {en: x}\n", Law, [("unquoted-number", "1:6-1:10")]),
        ("law: 1_000\ntitle: {en: x}\n", Law, [("unquoted-number", "1:6-1:11")]),
        ("law: 1e3\ntitle: {en: x}\n", Law, [("unquoted-number", "1:6-1:9")]),
        ("law: [x]\ntitle: {en: x}\n", Law, [("wrong-type", "1:6-1:9")]),
        ("law: ''\ntitle: {en: x}\n", Law, [("empty-value", "1:6-1:8")]),
        ("law: x\ntitle: {en: x}\ntype: Code\n", Law, [("unknown-value", "3:7-3:11")]),
        ("law: x\ntitle: {en: x}\nreplaces: []\n", Law, [("empty-value", "3:11-3:13")]),
        ("law: x\ntitle: {en: x}\nreplaces: [a, {b: c}]\n", Law, [("wrong-type", "3:15-3:21")]),
        ("law: x\ntitle: {en: x}\namended_by: {citation: x}\n", Law, [("wrong-type", "3:13-3:26")]),
        (
            "law: x\ntitle: {en: x}\namended_by: [{citation: x, form: 2018-01-01}]\n",
            Law,
            [("unknown-field", "3:28-3:32")],
        ),
        ("evidence: [{id: a, figure: {en: x}, on: 20180701}]", Evidence, [("date-not-iso", "1:41-1:49")]),
        ("evidence: [{id: a, figure: {en: x}, on: 2018-W26-7}]", Evidence, [("date-not-iso", "1:41-1:51")]),
        ("evidence: [{id: a, figure: {en: x}, on: 86400}]", Evidence, [("date-not-iso", "1:41-1:46")]),
        ("evidence: [{id: a, figure: {en: x}, on: '٢٠١٨-٠٧-٠١'}]", Evidence, [("date-not-iso", "1:41-1:53")]),
        ("evidence: {a: x}", Evidence, [("wrong-type", "1:11-1:17")]),
        ("jurisdiction: xx\nname: {en: x}\nage_of_majority: -1\n", Jurisdiction, [("wrong-type", "3:18-3:20")]),
        ("jurisdiction: xx\nname: {en: x}\nage_of_majority: 18.0\n", Jurisdiction, [("wrong-type", "3:18-3:22")]),
        ("jurisdiction: xx\nname: {en: x}\nage_of_majority: 1_8\n", Jurisdiction, [("wrong-type", "3:18-3:21")]),
        ("element: x\nkind: age\nlabel: {en: x}\nterms: [a]\n", Element, [("wrong-type", "4:8-4:11")]),
        ("element: x\nkind: age\nlabel: {en: x}\nterms: {a: b}\n", Element, [("wrong-type", "4:12-4:13")]),
        (
            "element: x\nkind: age\nlabel: {en: x}\nterms: {a: {lable: {en: x}}}\n",
            Element,
            [("missing-field", "4:9-4:10"), ("unknown-field", "4:13-4:18")],
        ),
        ("kinds: {offence: {label: {en: x}, requires: x}}", Kinds, [("wrong-type", "1:45-1:46")]),
        ("kinds: {offence: {label: {en: x}, requires: {a: {b: c}}}}", Kinds, [("wrong-type", "1:49-1:55")]),
    ],
)
def test_what_does_not_fit_is_said_where_it_stands(text: str, shape: object, found: list[tuple[str, str]]) -> None:
    assert complaints(text, shape) == found


def test_all_that_is_wrong_is_said_at_once() -> None:
    assert complaints(
        "section: 147\nheading: x\nversions:\n"
        "  - in_force: {from: 2018-1-1, till: x}\n    nature: crime\n    by: [a]\n",
        Section,
    ) == [
        ("unquoted-number", "1:10-1:13"),
        ("wrong-type", "2:10-2:11"),
        ("date-not-iso", "4:22-4:30"),
        ("unknown-field", "4:32-4:36"),
        ("missing-field", "4:5-6:12"),
        ("unknown-value", "5:13-5:18"),
        ("wrong-type", "6:9-6:12"),
    ]


def test_a_hint_can_name_the_fields_and_words_that_there_are() -> None:
    assert facts("law: x\ntitel: {en: x}\ntitle: {en: x}\n", Law) == [
        {
            "found": "titel",
            "allowed": (
                "law",
                "title",
                "citation",
                "type",
                "in_force",
                "amended_by",
                "replaces",
                "verification",
                "note",
            ),
        }
    ]
    assert facts("law: x\ntitle: {en: x}\nin_force: {from: 2018-01-01, til: x}\n", Law)[0]["allowed"] == ("from", "to")
    assert facts("law: x\ntitle: {en: x}\namended_by: [{citation: x, fromm: x}]\n", Law)[0]["allowed"] == (
        "citation",
        "from",
        "note",
    )
    assert facts("kinds: {a: {label: {en: x}, leed: x}}", Kinds)[0]["allowed"] == (
        "label",
        "definition",
        "answerable",
        "requires",
        "lead",
        "free_choice",
    )
    assert (
        facts('- {paragraph: "1", review: {state: drafted, bye: x}}', tuple[Mapping, ...])[0]["allowed"][0] == "state"
    )
    assert facts("law: x\ntitle: {en: x}\ntype: lawe\n", Law)[0]["allowed"][:2] == ("constitution", "code")


def test_a_wrong_type_says_what_was_found_and_what_belongs_there() -> None:
    assert facts(VERSION + "    by: [a]\n", Section) == [{"found": ["a"], "expected": "text"}]
    assert facts(VERSION.replace("  - in_force", "    in_force"), Section)[0]["expected"] == "a list"
    assert facts("- x\n", tuple[Mapping, ...])[0] == {"found": "x", "expected": "a mapping"}
    assert facts("element: x\nkind: age\nlabel: {en: x}\nterms: [a]\n", Element)[0]["expected"] == "a mapping"
    assert facts("{}", Kinds) == [{"field": "kinds"}]


def test_nothing_is_said_twice_of_a_field_without_a_value() -> None:
    assert complaints("law:\ntitle: ~\ntype:\nreplaces: [~]\nin_force: {from: null}\nnote: {en: }\n", Law) == [
        ("empty-value", "1:1-1:4"),
        ("empty-value", "2:1-2:6"),
        ("empty-value", "3:1-3:5"),
        ("empty-value", "4:12-4:13"),
        ("empty-value", "5:12-5:16"),
        ("empty-value", "6:8-6:10"),
    ]


def test_an_empty_value_where_fields_could_be_left_out_is_said_too() -> None:
    assert complaints("law: x\ntitle: {en: x}\ncitation:\nnote: ~\n", Law) == [
        ("empty-value", "3:1-3:9"),
        ("empty-value", "4:1-4:5"),
    ]
