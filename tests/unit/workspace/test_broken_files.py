"""One thing is wrong in a workspace: it is said where, and everything else is still read."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from gapcheck.workspace import load
from tests.unit.workspace.tiny import (
    ARTICLE,
    CONDUCT,
    EVIDENCE,
    FILES,
    INSTRUMENT,
    JURISDICTION,
    KINDS,
    LAW,
    MAPPINGS,
    NEXT_ARTICLE,
    NEXT_MAPPINGS,
    SECTION,
    VICTIM_AGE,
    Tiny,
    paths_in_use,
    place,
    said,
)


class Broken(NamedTuple):
    """A change of one file, and the one diagnostic that it gives."""

    what: str
    path: str
    old: str
    new: str
    code: str
    at: str
    excerpt: str
    facts: dict[str, Any]


FIELDS_OF_A_VERSION = (
    "in_force",
    "reaches",
    "nature",
    "status",
    "by",
    "summary",
    "excludes",
    "unknown",
    "sanction",
    "legal_persons",
    "verification",
    "note",
)
TERMS_OF_CONDUCT = ("publish", "possess", "make-available")
ELEMENTS_OF_SCOPES = ("conduct", "victim_age", "condition", "condition_not_met")

NOT_READ = [
    Broken(
        "a bracket that is not closed",
        SECTION,
        "conduct: [publish]",
        "conduct: [publish",
        "syntax-error",
        "9:19-9:20",
        "        victim_age: under 16",
        {"problem": "did not find expected ',' or ']'", "opened": 8},
    ),
    Broken(
        "a key that stands twice",
        SECTION,
        "    by: 12/2017/QH14\n",
        "    by: 12/2017/QH14\n    by: 100/2015/QH13\n",
        "duplicate-key",
        "6:5-6:7",
        "    by: 100/2015/QH13",
        {"found": "by"},
    ),
    Broken(
        "an anchor before a value",
        SECTION,
        "vi: Tội sử dụng người dưới 16 tuổi",
        "vi: &tội Tội sử dụng",
        "syntax-error",
        "2:17-2:18",
        "heading: {vi: &tội Tội sử dụng, en: Use of persons under 16}",
        {"problem": "did not find expected alphabetic or numeric character", "opened": 2},
    ),
    Broken(
        "an anchor behind Vietnamese text",
        SECTION,
        "en: Use of persons under 16",
        "en: &use Use",
        "alias-or-anchor",
        "2:51-2:55",
        "heading: {vi: Tội sử dụng người dưới 16 tuổi, en: &use Use}",
        {"found": "&use"},
    ),
    Broken(
        "an alias in place of a value",
        SECTION,
        "by: 12/2017/QH14",
        "by: *act",
        "alias-or-anchor",
        "5:9-5:13",
        "    by: *act",
        {"found": "*act"},
    ),
    Broken(
        "a tag before a value",
        SECTION,
        "from: 2018-01-01",
        "from: !!timestamp 2018-01-01",
        "tag",
        "4:22-4:33",
        "  - in_force: {from: !!timestamp 2018-01-01}",
        {"found": "!!timestamp"},
    ),
    Broken(
        "a second document",
        SECTION,
        "    unknown: [victim_age, for-gain]\n",
        "---\nsection: '148'\n",
        "second-document",
        "11:1-11:4",
        "---",
        {},
    ),
    Broken("comments alone", SECTION, FILES[SECTION], "# Điều 147\n", "empty-file", "1:1-1:1", "# Điều 147", {}),
    Broken("nothing at all", SECTION, FILES[SECTION], "", "empty-file", "1:1-1:1", "", {}),
    Broken(
        "nesting deeper than sixty",
        SECTION,
        "[publish]",
        "[" * 56 + "publish" + "]" * 56,
        "too-deep",
        "8:74-8:81",
        "      - conduct: " + "[" * 56 + "publish" + "]" * 56,
        {"most": 60},
    ),
    Broken(
        "a field that there is not",
        SECTION,
        "natur",
        "natura",
        "unknown-field",
        "6:5-6:12",
        "    naturae: criminal",
        {"found": "naturae", "allowed": FIELDS_OF_A_VERSION},
    ),
    Broken(
        "a field of a version on the level of the section",
        SECTION,
        "versions:",
        "nature: criminal\nversions:",
        "unknown-field",
        "3:1-3:7",
        "nature: criminal",
        {"found": "nature", "allowed": ("section", "heading", "versions", "note")},
    ),
    Broken(
        "a field that is missing in a list",
        SECTION,
        "    reaches:\n      - conduct: [publish]\n        victim_age: under 16\n        condition: for-gain\n",
        "",
        "missing-field",
        "4:5-7:36",
        "  - in_force: {from: 2018-01-01}",
        {"field": "reaches"},
    ),
    Broken(
        "a field that is missing below a key",
        SECTION,
        "in_force: {from: 2018-01-01}",
        "in_force: {to: 2018-01-01}",
        "missing-field",
        "4:5-4:13",
        "  - in_force: {to: 2018-01-01}",
        {"field": "from"},
    ),
    Broken(
        "a field that is missing at the top",
        LAW,
        "law: penal-code-2015\n",
        "",
        "missing-field",
        "1:1-2:29",
        "title: {en: Penal Code, vi: Bộ luật Hình sự}",
        {"field": "law"},
    ),
    Broken(
        "a list where a text belongs",
        SECTION,
        "by: 12/2017/QH14",
        "by: [12/2017/QH14]",
        "wrong-type",
        "5:9-5:23",
        "    by: [12/2017/QH14]",
        {"found": ["12/2017/QH14"], "expected": "text"},
    ),
    Broken(
        "fields where a list belongs",
        SECTION,
        "  - in_force",
        "    in_force",
        "wrong-type",
        "4:5-11:36",
        "    in_force: {from: 2018-01-01}",
        {"expected": "a list"},
    ),
    Broken(
        "a word where a whole number belongs",
        JURISDICTION,
        "languages: vi",
        "languages: vi\nage_of_majority: mười tám",
        "wrong-type",
        "4:18-4:26",
        "age_of_majority: mười tám",
        {"found": "mười tám", "expected": "a whole number"},
    ),
    Broken(
        "a nested list where a term belongs, deep in a scope",
        SECTION,
        "[publish]",
        "[publish, [possess]]",
        "wrong-type",
        "8:28-8:37",
        "      - conduct: [publish, [possess]]",
        {"found": ["possess"], "expected": "text"},
    ),
    Broken(
        "a date without its zeros",
        SECTION,
        "from: 2018-01-01",
        "from: 2018-1-1",
        "date-not-iso",
        "4:22-4:30",
        "  - in_force: {from: 2018-1-1}",
        {"found": "2018-1-1"},
    ),
    Broken(
        "a day that the calendar does not have",
        SECTION,
        "from: 2018-01-01",
        "from: 2018-02-29",
        "date-not-iso",
        "4:22-4:32",
        "  - in_force: {from: 2018-02-29}",
        {"found": "2018-02-29"},
    ),
    Broken(
        "a date with a time",
        INSTRUMENT,
        "2024-12-24",
        "2024-12-24T00:00:00Z",
        "date-not-iso",
        "3:10-3:30",
        "adopted: 2024-12-24T00:00:00Z",
        {"found": "2024-12-24T00:00:00Z"},
    ),
    Broken(
        "the number of a section without quotes",
        SECTION,
        'section: "147"',
        "section: 147",
        "unquoted-number",
        "1:10-1:13",
        "section: 147",
        {"found": "147"},
    ),
    Broken(
        "the number of a paragraph without quotes",
        ARTICLE,
        '  - id: "14.2"',
        "  - id: 14.20",
        "unquoted-number",
        "13:9-13:14",
        "  - id: 14.20",
        {"found": "14.20"},
    ),
    Broken(
        "an id that is not the path",
        SECTION,
        'section: "147"',
        'section: "148"',
        "id-not-path",
        "1:10-1:15",
        'section: "148"',
        {"found": "148", "expected": "147"},
    ),
    Broken(
        "a value that is none of the words",
        SECTION,
        "nature: criminal",
        "nature: penal",
        "unknown-value",
        "6:13-6:18",
        "    nature: penal",
        {"found": "penal", "allowed": ("criminal", "administrative", "civil", "procedural", "institutional")},
    ),
    Broken("a field without a value", SECTION, "by: 12/2017/QH14", "by:", "empty-value", "5:5-5:7", "    by:", {}),
    Broken("a field that says null", SECTION, "by: 12/2017/QH14", "by: ~", "empty-value", "5:5-5:7", "    by: ~", {}),
    Broken(
        "an item of a list without a value",
        SECTION,
        "unknown: [victim_age, for-gain]",
        "unknown: [victim_age, ~]",
        "empty-value",
        "11:27-11:28",
        "    unknown: [victim_age, ~]",
        {},
    ),
    Broken(
        "a text without English",
        SECTION,
        ", en: Use of persons under 16",
        "",
        "english-missing",
        "2:10-2:46",
        "heading: {vi: Tội sử dụng người dưới 16 tuổi}",
        {},
    ),
    Broken(
        "a language that is written out",
        SECTION,
        "en: Use of",
        "eng: Use, en: Use of",
        "unknown-language",
        "2:47-2:50",
        "heading: {vi: Tội sử dụng người dưới 16 tuổi, eng: Use, en: Use of persons under 16}",
        {"found": "eng"},
    ),
    Broken(
        "a key that is a list",
        SECTION,
        "by: 12/2017/QH14",
        "? [by]\n    : 12/2017/QH14",
        "key-not-text",
        "5:7-5:8",
        "    ? [by]",
        {},
    ),
]

MEANING_NOTHING = [
    Broken(
        "an element that there is not",
        SECTION,
        "- conduct:",
        "- conducts:",
        "unknown-element",
        "8:9-8:17",
        "      - conducts: [publish]",
        {"found": "conducts", "element": "conducts", "allowed": ELEMENTS_OF_SCOPES},
    ),
    Broken(
        "a term in a list",
        ARTICLE,
        "[publish, possess]",
        "[publish, posess]",
        "unknown-term",
        "7:35-7:41",
        "    requires: {conduct: [publish, posess], victim_age: under 18}",
        {"found": "posess", "element": "conduct", "allowed": TERMS_OF_CONDUCT},
    ),
    Broken(
        "a term without its list, in a scope without its list",
        "national_laws/vn/penal-code-2015/326.yaml",
        "{conduct: make-available}",
        "{conduct: make-availible}",
        "unknown-term",
        "5:24-5:38",
        "    reaches: {conduct: make-availible}",
        {"found": "make-availible", "element": "conduct", "allowed": TERMS_OF_CONDUCT},
    ),
    Broken(
        "a term without its list, in a list of scopes",
        ARTICLE,
        "- conduct: make-available",
        "- conduct: đăng tải",
        "unknown-term",
        "19:18-19:26",
        "      - conduct: đăng tải",
        {"found": "đăng tải", "element": "conduct", "allowed": TERMS_OF_CONDUCT},
    ),
    Broken(
        "a condition of an option",
        ARTICLE,
        "condition: [for-gain]",
        "condition: [for gain]",
        "unknown-term",
        "9:51-9:59",
        '      - {id: "14.3", type: narrowing, condition: [for gain]}',
        {"found": "for gain", "element": "condition", "allowed": ("for-gain",)},
    ),
    Broken(
        "a condition of an option without its list",
        ARTICLE,
        "condition: [for-gain]",
        "condition: for-gains",
        "unknown-term",
        "9:50-9:59",
        '      - {id: "14.3", type: narrowing, condition: for-gains}',
        {"found": "for-gains", "element": "condition", "allowed": ("for-gain",)},
    ),
    Broken(
        "a term in what is contested",
        ARTICLE,
        "{scope: {conduct: possess}",
        "{scope: {conduct: posses}",
        "unknown-term",
        "12:27-12:33",
        "      - {scope: {conduct: posses}, reason: {en: Some say so.}}",
        {"found": "posses", "element": "conduct", "allowed": TERMS_OF_CONDUCT},
    ),
    Broken(
        "a contested condition",
        ARTICLE,
        "{scope: {conduct: possess}",
        "{condition: [x]",
        "unknown-term",
        "12:22-12:23",
        "      - {condition: [x], reason: {en: Some say so.}}",
        {"found": "x", "element": "condition", "allowed": ("for-gain",)},
    ),
    Broken(
        "an age in words",
        SECTION,
        "victim_age: under 16",
        "victim_age: under sixteen",
        "age-not-readable",
        "9:21-9:34",
        "        victim_age: under sixteen",
        {"found": "under sixteen", "element": "victim_age"},
    ),
    Broken(
        "an age below nothing",
        ARTICLE,
        "victim_age: under 18",
        "victim_age: under 0",
        "age-not-readable",
        "7:57-7:64",
        "    requires: {conduct: [publish, possess], victim_age: under 0}",
        {"found": "under 0", "element": "victim_age"},
    ),
    Broken(
        "an element that is said to be unknown",
        SECTION,
        "unknown: [victim_age, for-gain]",
        "unknown: [victim age, for-gain]",
        "unknown-element",
        "11:15-11:25",
        "    unknown: [victim age, for-gain]",
        {"found": "victim age", "allowed": ("conduct", "victim_age", "for-gain")},
    ),
    Broken(
        "one element that is said to be unknown, without its list",
        SECTION,
        "unknown: [victim_age, for-gain]",
        "unknown: object",
        "unknown-element",
        "11:14-11:20",
        "    unknown: object",
        {"found": "object", "allowed": ("conduct", "victim_age", "for-gain")},
    ),
    Broken(
        "a lead that is no element",
        ARTICLE,
        "lead: conduct",
        "lead: conducts",
        "unknown-element",
        "17:11-17:19",
        "    lead: conducts",
        {"found": "conducts", "allowed": ("conduct", "victim_age")},
    ),
    Broken(
        "a form that is no element",
        ARTICLE,
        "element: conduct",
        "element: natur",
        "unknown-element",
        "10:43-10:48",
        '      - {id: "14.4", type: form, element: natur}',
        {"found": "natur", "allowed": ("conduct", "victim_age")},
    ),
    Broken(
        "a kind that there is not",
        ARTICLE,
        "kind: offence\n    duty: shall\n",
        "kind: ofence\n    duty: shall\n",
        "unknown-value",
        "5:11-5:17",
        "    kind: ofence",
        {"found": "ofence", "allowed": ("offence",)},
    ),
    Broken(
        "a paragraph that extends one that there is not",
        ARTICLE,
        'extends: "14.1"',
        'extends: "14.1.a"',
        "unknown-id",
        "16:14-16:22",
        '    extends: "14.1.a"',
        {"found": "14.1.a", "allowed": ("14.1", "14.2")},
    ),
    Broken(
        "a paragraph of another article",
        ARTICLE,
        '- id: "14.2"',
        '- id: "140.2"',
        "id-not-path",
        "13:9-13:16",
        '  - id: "140.2"',
        {"found": "140.2", "expected": "14.…"},
    ),
    Broken(
        "two paragraphs with one id",
        ARTICLE,
        '- id: "14.2"',
        '- id: "14.1"',
        "duplicate-id",
        "13:9-13:15",
        '  - id: "14.1"',
        {"found": "14.1", "file": ARTICLE},
    ),
]

STILL_IN_USE = [
    Broken(
        "a section that there is not",
        MAPPINGS,
        "sections: [penal-code-2015/147]",
        "sections: [penal-code-2015/148]",
        "unknown-id",
        "2:14-2:33",
        "  sections: [penal-code-2015/148]",
        {"found": "penal-code-2015/148", "allowed": ("penal-code-2015/147", "penal-code-2015/326")},
    ),
    Broken(
        "a section that is only caught, and not there",
        MAPPINGS,
        "incidental: [penal-code-2015/326]",
        "incidental: [penal-code-2015/147, penal-code-1999/326]",
        "unknown-id",
        "3:37-3:56",
        "  incidental: [penal-code-2015/147, penal-code-1999/326]",
        {"found": "penal-code-1999/326", "allowed": ("penal-code-2015/147", "penal-code-2015/326")},
    ),
    Broken(
        "a law that there is not",
        NEXT_MAPPINGS,
        "searched: [penal-code-2015]",
        "searched: [penal-code]",
        "unknown-id",
        "2:14-2:24",
        "  searched: [penal-code]",
        {"found": "penal-code", "allowed": ("penal-code-2015",)},
    ),
    Broken(
        "a mapping of a paragraph that there is not",
        MAPPINGS,
        '- paragraph: "14.2"',
        '- paragraph: "14.9"',
        "unknown-id",
        "5:14-5:20",
        '- paragraph: "14.9"',
        {"found": "14.9", "allowed": ("14.1", "14.2", "15.1")},
    ),
    Broken(
        "a mapping of a paragraph of another article",
        MAPPINGS,
        '- paragraph: "14.2"',
        '- paragraph: "15.1"',
        "id-not-path",
        "5:14-5:20",
        '- paragraph: "15.1"',
        {"found": "15.1", "expected": "14.…"},
    ),
    Broken(
        "one paragraph mapped twice",
        MAPPINGS,
        '- paragraph: "14.2"',
        '- paragraph: "14.1"',
        "duplicate-id",
        "5:14-5:20",
        '- paragraph: "14.1"',
        {"found": "14.1", "file": MAPPINGS},
    ),
    Broken(
        "two figures with one id",
        EVIDENCE,
        "id: calls-2025",
        "id: calls-2024",
        "duplicate-id",
        "3:10-3:20",
        '  - {id: calls-2024, figure: {en: More calls.}, paragraphs: "hanoi:14.1"}',
        {"found": "calls-2024", "file": EVIDENCE},
    ),
    Broken(
        "a term that covers what is no term",
        CONDUCT,
        "covers: [publish]",
        "covers: [publish, publsh]",
        "unknown-term",
        "9:23-9:29",
        "    covers: [publish, publsh]",
        {"found": "publsh", "element": "conduct", "allowed": TERMS_OF_CONDUCT},
    ),
    Broken(
        "a default that is no term",
        CONDUCT,
        "kind: terms",
        "kind: terms\ndefault: publishing",
        "unknown-term",
        "3:10-3:20",
        "default: publishing",
        {"found": "publishing", "element": "conduct", "allowed": TERMS_OF_CONDUCT},
    ),
    Broken(
        "a term that covers itself",
        CONDUCT,
        "covers: [publish]",
        "covers: make-available",
        "vocabulary-cycle",
        "9:13-9:27",
        "    covers: make-available",
        {"found": "make-available", "term": "make-available"},
    ),
]


def ids(broken: Broken) -> str:
    return broken.what


@pytest.mark.parametrize("broken", NOT_READ + MEANING_NOTHING, ids=ids)
def test_a_file_that_is_wrong_is_said_and_left_out_alone(tiny: Tiny, broken: Broken) -> None:
    tiny.replace(broken.path, broken.old, broken.new)
    workspace = tiny.open()
    assert said(workspace.diagnostics) == [(broken.code, broken.path, broken.at)]
    assert workspace.diagnostics[0].excerpt == broken.excerpt
    assert workspace.diagnostics[0].facts.items() >= broken.facts.items()
    left_out = {broken.path} | unheld_without(broken.path)
    assert set(FILES) - paths_in_use(workspace) == left_out


@pytest.mark.parametrize("broken", STILL_IN_USE, ids=ids)
def test_a_wrong_reference_is_said_and_the_file_stays_in_use(tiny: Tiny, broken: Broken) -> None:
    tiny.replace(broken.path, broken.old, broken.new)
    workspace = tiny.open()
    assert said(workspace.diagnostics) == [(broken.code, broken.path, broken.at)]
    assert workspace.diagnostics[0].excerpt == broken.excerpt
    assert workspace.diagnostics[0].facts.items() >= broken.facts.items()
    assert paths_in_use(workspace) == set(FILES)


def unheld_without(path: str) -> set[str]:
    """Return the files that have no place in a workspace without a file: those below an instrument or jurisdiction."""
    header, folder = path.rpartition("/")[2], path.rpartition("/")[0]
    if header in {"instrument.yaml", "jurisdiction.yaml"}:
        return {other for other in FILES if other.startswith(f"{folder}/")}
    return set()


@pytest.mark.parametrize("codes_with_number", [("GC101", "syntax-error"), ("GC204", "age-not-readable")])
def test_codes_keep_their_numbers(tiny: Tiny, codes_with_number: tuple[str, str]) -> None:
    tiny.replace(SECTION, "under 16\n", "under sixteen\n")
    tiny.write(LAW, "law: [\n")
    found = {(one.code.code, one.code.name) for one in tiny.diagnostics()}
    assert codes_with_number in found


def test_everything_that_is_wrong_in_a_file_is_said_at_once(tiny: Tiny) -> None:
    tiny.replace(SECTION, "nature: criminal", "nature: penal")
    tiny.replace(SECTION, "{from: 2018-01-01}", "{from: 1/1/2018, until: never}")
    tiny.replace(SECTION, "by: 12/2017/QH14", "by:")
    assert said(tiny.diagnostics()) == [
        ("date-not-iso", SECTION, "4:22-4:30"),
        ("unknown-field", SECTION, "4:32-4:37"),
        ("empty-value", SECTION, "5:5-5:7"),
        ("unknown-value", SECTION, "6:13-6:18"),
    ]


def test_mistakes_in_several_files_are_said_in_the_order_of_the_files(tiny: Tiny) -> None:
    tiny.replace(SECTION, "[publish]", "[publich]")
    tiny.replace(ARTICLE, "under 18", "minors")
    tiny.replace(MAPPINGS, "searched: [penal-code-2015]", "searched: [x]")
    tiny.write(NEXT_ARTICLE, "")
    workspace = tiny.open()
    assert said(workspace.diagnostics) == [
        ("unknown-id", MAPPINGS, "4:14-4:15"),
        ("unknown-term", SECTION, "8:19-8:26"),
        ("age-not-readable", ARTICLE, "7:57-7:63"),
        ("empty-file", NEXT_ARTICLE, "1:1-1:1"),
    ]


def test_what_stands_below_an_unknown_field_is_not_complained_about(tiny: Tiny) -> None:
    tiny.replace(SECTION, "by: 12/2017/QH14", "amended: {by: , on: ~}\n    since:")
    assert said(tiny.diagnostics()) == [
        ("unknown-field", SECTION, "5:5-5:12"),
        ("unknown-field", SECTION, "6:5-6:10"),
    ]


def test_a_null_is_said_on_its_key_even_where_the_field_could_be_left_out(tiny: Tiny) -> None:
    tiny.replace(ARTICLE, "    requires: {conduct: [publish, possess], victim_age: under 18}\n", "    requires:\n")
    assert said(tiny.diagnostics()) == [("empty-value", ARTICLE, "7:5-7:13")]


def test_a_circle_of_terms_is_said_at_every_step(tiny: Tiny) -> None:
    tiny.replace(CONDUCT, "publish: {label: {en: publishing}}", "publish: {label: {en: publishing}, covers: possess}")
    tiny.replace(
        CONDUCT, "possess: {label: {en: possessing}}", "possess: {label: {en: possessing}, covers: make-available}"
    )
    diagnostics = tiny.diagnostics()
    assert said(diagnostics) == [
        ("vocabulary-cycle", CONDUCT, "5:46-5:53"),
        ("vocabulary-cycle", CONDUCT, "6:46-6:60"),
        ("vocabulary-cycle", CONDUCT, "9:14-9:21"),
    ]
    assert [one.facts for one in diagnostics] == [
        {"term": "publish", "found": "possess"},
        {"term": "possess", "found": "make-available"},
        {"term": "make-available", "found": "publish"},
    ]


def test_a_paragraph_that_stands_in_two_files_is_said_in_the_second(tiny: Tiny) -> None:
    tiny.write(
        "provisions/hanoi/art-14.1.yaml",
        'article: "14.1"\nheading: {en: x}\nparagraphs: [{id: "14.1", kind: offence, duty: shall}]\n',
    )
    workspace = tiny.open()
    assert said(workspace.diagnostics) == [("duplicate-id", ARTICLE, "4:9-4:15")]
    assert workspace.diagnostics[0].facts == {"found": "14.1", "file": "provisions/hanoi/art-14.1.yaml"}


def test_two_instruments_may_have_paragraphs_with_one_number(tiny: Tiny) -> None:
    for path in (INSTRUMENT, ARTICLE):
        tiny.write(path.replace("hanoi", "budapest"), FILES[path].replace("hanoi", "budapest"))
    workspace = tiny.open()
    assert workspace.diagnostics == []
    assert list(workspace.treaties["budapest"].by_number) == ["14.1", "14.2"]


def test_a_paragraph_that_is_mapped_in_two_files_is_said_in_the_second(tiny: Tiny) -> None:
    tiny.write(
        "provisions/hanoi/art-14.1.yaml",
        'article: "14.1"\nheading: {en: x}\nparagraphs: [{id: "14.1.z", kind: offence, duty: shall}]\n',
    )
    tiny.write("national_laws/vn/mappings/hanoi/art-14.1.yaml", '- paragraph: "14.1.z"\n')
    tiny.replace(MAPPINGS, '"14.2"', '"14.1.z"')
    workspace = tiny.open()
    assert said(workspace.diagnostics) == [("duplicate-id", MAPPINGS, "5:14-5:22")]
    assert workspace.diagnostics[0].facts["file"] == "national_laws/vn/mappings/hanoi/art-14.1.yaml"


def test_one_id_in_two_files_is_an_id_that_is_not_the_path(tiny: Tiny) -> None:
    copy = "national_laws/vn/penal-code-2015/147a.yaml"
    tiny.write(copy, FILES[SECTION])
    workspace = tiny.open()
    assert said(workspace.diagnostics) == [("id-not-path", copy, "1:10-1:15")]
    assert set(workspace.statutes["vn"].sections) == {"penal-code-2015/147", "penal-code-2015/326"}


@pytest.mark.parametrize(
    ("path", "field", "right"),
    [
        (CONDUCT, "element", "conduct"),
        (INSTRUMENT, "instrument", "hanoi"),
        (JURISDICTION, "jurisdiction", "vn"),
        (LAW, "law", "penal-code-2015"),
    ],
)
def test_every_kind_of_file_says_the_id_of_its_path(tiny: Tiny, path: str, field: str, right: str) -> None:
    tiny.replace(path, f"{field}: {right}\n", f"{field}: điều khác\n")
    first = tiny.diagnostics()[0]
    assert (first.code.name, first.path, first.facts) == (
        "id-not-path",
        path,
        {"found": "điều khác", "expected": right},
    )
    assert place(first) == f"1:{len(field) + 3}-1:{len(field) + 12}"


def test_words_of_a_broken_vocabulary_file_are_not_complained_about(tiny: Tiny) -> None:
    tiny.write(CONDUCT, "element: conduct\n")
    workspace = tiny.open()
    assert {one.path for one in workspace.diagnostics} == {CONDUCT}
    assert workspace.treaties["hanoi"].articles == ()
    assert workspace.statutes["vn"].unreadable == {"penal-code-2015/147", "penal-code-2015/326"}


def test_a_broken_condition_file_excuses_conditions_of_both_kinds(tiny: Tiny) -> None:
    tiny.replace(SECTION, "condition: for-gain", "condition_not_met: for-gain")
    tiny.write("provisions/vocabulary/condition.yaml", "element: [")
    workspace = tiny.open()
    assert said(workspace.diagnostics) == [("syntax-error", "provisions/vocabulary/condition.yaml", "1:10-1:11")]
    assert workspace.statutes["vn"].unreadable == {"penal-code-2015/147"}


def test_unknown_words_are_said_beside_a_broken_vocabulary_file(tiny: Tiny) -> None:
    tiny.write(VICTIM_AGE, "")
    tiny.replace(SECTION, "[publish]", "[publich]")
    assert said(tiny.diagnostics()) == [
        ("unknown-term", SECTION, "8:19-8:26"),
        ("empty-file", VICTIM_AGE, "1:1-1:1"),
    ]


def test_kinds_that_cannot_be_read_are_said_once_and_their_paragraphs_left_out(tiny: Tiny) -> None:
    tiny.write(KINDS, "kinds: {offence: {}}\n")
    workspace = tiny.open()
    assert said(workspace.diagnostics) == [("missing-field", KINDS, "1:9-1:16")]
    assert workspace.treaties["hanoi"].articles == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        ("condition_not_met: for-gain", "condition_not_met: gain", "unknown-term", "4:35-4:39"),
        ("{condition_not_met: for-gain}", "{conducts: publish}", "unknown-element", "4:16-4:24"),
        ("lead: conduct", "lead: conducts", "unknown-element", "5:11-5:19"),
        ("free_choice: [victim_age]", "free_choice: [conduct, nature]", "unknown-element", "6:28-6:34"),
    ],
)
def test_a_kind_that_demands_what_there_is_not_cannot_be_used(
    tiny: Tiny, old: str, new: str, code: str, at: str
) -> None:
    tiny.replace(KINDS, old, new)
    workspace = tiny.open()
    assert said(workspace.diagnostics) == [(code, KINDS, at)]
    assert workspace.vocabulary.kinds == {}
    assert workspace.treaties["hanoi"].articles == ()
    assert len(workspace.statutes["vn"].sections) == 2


def test_an_age_may_be_the_default_of_an_age(tiny: Tiny) -> None:
    tiny.replace(VICTIM_AGE, "kind: age", "kind: age\ndefault: any")
    assert tiny.diagnostics() == []


def test_paragraphs_of_an_article_with_errors_can_still_be_mapped_but_not_to_unknown_sections(tiny: Tiny) -> None:
    tiny.replace(ARTICLE, '- id: "14.2"', '- id: "14.1"')
    tiny.replace(MAPPINGS, "penal-code-2015/326", "penal-code-2015/327")
    assert said(tiny.diagnostics()) == [
        ("unknown-id", MAPPINGS, "3:16-3:35"),
        ("duplicate-id", ARTICLE, "13:9-13:15"),
    ]


def test_a_section_with_errors_can_still_be_named(tiny: Tiny) -> None:
    tiny.replace(SECTION, "nature: criminal", "nature: penal")
    tiny.write(LAW, "law: penal-code-2015\n")
    workspace = tiny.open()
    assert {one.path for one in workspace.diagnostics} == {SECTION, LAW}
    assert workspace.statutes["vn"].unreadable == {"penal-code-2015/147"}


def test_mappings_to_an_instrument_that_there_is_not_are_said(tiny: Tiny) -> None:
    path = "national_laws/vn/mappings/hanoy/art-14.yaml"
    tiny.write(path, FILES[MAPPINGS])
    diagnostics = tiny.diagnostics()
    assert said(diagnostics) == [("unknown-id", path, "")]
    assert diagnostics[0].facts == {"found": "hanoy", "allowed": ("hanoi",)}


def test_mappings_to_an_instrument_that_is_not_asked_for_are_left_alone(tiny: Tiny) -> None:
    assert tiny.open(instruments=[]).diagnostics == []


@pytest.mark.parametrize("header", [INSTRUMENT, JURISDICTION])
def test_a_folder_that_does_not_say_what_it_is_is_said(tiny: Tiny, header: str) -> None:
    tiny.remove(header)
    diagnostics = tiny.diagnostics()
    assert said(diagnostics) == [("unreadable-file", header, "")]
    assert diagnostics[0].facts == {"problem": "No such file or directory"}


def test_a_file_that_changes_while_it_is_judged_keeps_its_diagnostic(
    tiny: Tiny, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vanish(location: object) -> bytes:
        raise FileNotFoundError(location)

    tiny.replace(SECTION, "[publish]", "[publich]")
    real = load.content_of
    read: list[object] = []

    def once(location: Any) -> bytes:
        content = vanish(location) if location in read else real(location)
        read.append(location)
        return content

    monkeypatch.setattr(load, "content_of", once)
    assert said(tiny.diagnostics()) == [("unknown-term", SECTION, "")]
