"""A file that does not have the form of a law file is said and left out, and everything else is read."""

from __future__ import annotations

import pytest

from tests.unit.workspace.broken import Broken, ids, unheld_without
from tests.unit.workspace.tiny import (
    ARTICLE,
    FILES,
    INSTRUMENT,
    JURISDICTION,
    LAW,
    MAPPINGS,
    NEXT_ARTICLE,
    SECTION,
    Tiny,
    paths_in_use,
    said,
)

FIELDS_OF_A_VERSION = (
    "in_force",
    "reaches",
    "nature",
    "status",
    "by",
    "summary",
    "excludes",
    "unknown",
    "cites",
    "defined_by",
    "measures",
    "sanction",
    "legal_persons",
    "verification",
    "note",
)
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


@pytest.mark.parametrize("broken", NOT_READ, ids=ids)
def test_a_file_of_another_form_is_said_and_left_out_alone(tiny: Tiny, broken: Broken) -> None:
    assert set(FILES) - paths_in_use(broken.breaks(tiny)) == unheld_without(broken.path)


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
