"""What is said of files: every code has its words in both languages, and every word that is filled in is known."""

from __future__ import annotations

import inspect
import re
from datetime import date
from pathlib import Path

import pytest

from gapcheck.lint import registry
from gapcheck.lint.page import page_of
from gapcheck.lint.rule import Rule
from gapcheck.lint.setting import Setting
from gapcheck.model import reading
from gapcheck.report import syntax_cases
from gapcheck.report.diagnostic_words import DiagnosticWords
from gapcheck.report.field_examples import example_of
from gapcheck.report.messages import LANGUAGES
from gapcheck.source import bind
from gapcheck.source.diagnostics import CODES, Diagnostic
from gapcheck.workspace.workspace import open_workspace
from tests.unit.report import catalogues
from tests.unit.report.catalogues import texts

BASE = Path(__file__).parents[1] / "lint" / "base"
SECTION = "national_laws/zz/act/1.yaml"
MAPPINGS = "national_laws/zz/mappings/pact/art-1.yaml"
PARTS = {"hints", "found", "expected", "syntax", "remedy", "page"}
"""Tables with words that messages are made of."""


def tables(language: str) -> dict[str, dict[str, tuple[str, ...]]]:
    return catalogues.tables(language, "diagnostics")


def section(
    *, head: str = "{en: A, vi: B}", since: str = "2018-01-01", reaches: str = "{conduct: publish}", more: str = ""
) -> str:
    version = f"  - in_force: {{from: {since}}}\n    reaches: {reaches}\n{more}"
    return f'section: "1"\nheading: {head}\nversions:\n{version}'


TERMS = (
    "element: conduct\nkind: terms\nlabel: {en: C, vi: H}\nterms:\n"
    "  publish: {label: {en: a, vi: b}, covers: [possess]}\n  possess: {label: {en: a, vi: b}, covers: [publish]}\n"
)

BROKEN: list[tuple[str, str, str | bytes]] = [
    ("syntax-error", SECTION, 'section: "1\n'),
    ("duplicate-key", SECTION, section() + "    reaches: []\n"),
    ("alias-or-anchor", SECTION, section(more="    by: *x\n")),
    ("tag", SECTION, section(more="    by: !x y\n")),
    ("second-document", SECTION, section() + "---\na: b\n"),
    ("empty-file", SECTION, "# nothing\n"),
    ("not-utf-8", SECTION, b"section: \xe9\n"),
    ("too-deep", SECTION, "[" * 70),
    ("too-large", SECTION, "#" * (6 * 2**20)),
    ("unreadable-file", "national_laws/yy/act/1.yaml", section()),
    ("invisible-character", SECTION, 'section: "\u2028"\n'),
    ("key-not-text", SECTION, "section: {{a}}\n"),
    ("unknown-field", SECTION, section(more="    summry: {en: A, vi: B}\n")),
    ("missing-field", SECTION, 'section: "1"\nversions: []\n'),
    ("wrong-type", SECTION, section(head="[a, b]")),
    ("age-not-readable", SECTION, section(reaches="{victim_age: below 16}")),
    ("date-not-iso", SECTION, section(since="2018-7-1")),
    ("unquoted-number", SECTION, section().replace('"1"', "1.10")),
    ("unknown-value", SECTION, section(more="    nature: crimnal\n")),
    ("empty-value", SECTION, section(more="    by:\n")),
    ("unknown-element", SECTION, section(reaches="{condct: publish}")),
    ("unknown-term", SECTION, section(reaches="{conduct: publsh}")),
    ("unknown-id", MAPPINGS, '- paragraph: "1"\n  sections: [act/2]\n'),
    ("id-not-path", SECTION, section().replace('"1"', '"2"')),
    ("vocabulary-cycle", "provisions/vocabulary/conduct.yaml", TERMS),
    ("duplicate-id", MAPPINGS, '- {paragraph: "1", sections: [act/1]}\n' * 2),
    ("english-missing", SECTION, section(head="{vi: B}")),
    ("unknown-language", SECTION, section(head="{en: A, VI: B}")),
    ("stray-file", "national_laws/zz/section.yaml", section()),
    ("path-not-portable", "national_laws/zz/act/2.yml", section()),
    ("via-of-via", MAPPINGS, '- {paragraph: "1", via: "pact:1"}\n'),
]


def diagnostics_of(path: str, content: str | bytes, folder: Path) -> list[Diagnostic]:
    place = folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content if isinstance(content, bytes) else content.encode())
    return open_workspace((BASE, folder)).diagnostics


def one(name: str, path: str, content: str | bytes, folder: Path) -> Diagnostic:
    return next(found for found in diagnostics_of(path, content, folder) if found.code.name == name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_message_and_a_meaning_and_nothing_else_has(language: str) -> None:
    said = tables(language)
    assert said.keys() == {code.name for code in registry.every_code()} | PARTS
    for code in registry.every_code():
        assert {"message", "message-since"} & said[code.name].keys(), code.name
        assert "meaning" in said[code.name], code.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hint_is_one_sentence(language: str) -> None:
    hints = [
        (name, key, text)
        for name, key, text in texts(language, "diagnostics")
        if key.startswith("hint") or name == "hints"
    ]
    assert [hint for hint in hints if re.search(r"[.?!] ", hint[2])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_speaks_of_programming(language: str) -> None:
    words = re.compile(r"\b(?:str|int|dict|tuple|None|null|boolean|[Ss]tring|pydantic|[Ee]xception|[Pp]arser)\b")
    assert [(name, key) for name, key, message in texts(language, "diagnostics") if words.search(message)] == []


@pytest.mark.parametrize("rule", registry.RULES, ids=lambda rule: rule.name)
def test_the_meaning_of_a_rule_is_what_its_docstring_says(rule: Rule) -> None:
    page = page_of(rule)
    assert tables("en")[rule.name]["meaning"] == (f"{page.definition[0].upper()}{page.definition[1:]} {page.reason}",)


def test_there_is_a_broken_file_for_every_code_of_the_reader() -> None:
    assert {name for name, _, _ in BROKEN} | {"leaves-workspace"} == CODES.keys()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "path", "content"), BROKEN, ids=[name for name, _, _ in BROKEN])
def test_what_is_wrong_with_a_file_can_be_said(
    name: str, path: str, content: str | bytes, language: str, tmp_path: Path
) -> None:
    words = DiagnosticWords(language)
    diagnostic = one(name, path, content, tmp_path)
    assert words.message(diagnostic)
    assert "{" not in re.sub(r"\{en: [^}]*\}|\{ \}|\{conduct: [^}]*\}", "", words.hint(diagnostic))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_that_leads_out_can_be_said(language: str, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    inside = tmp_path / "inside" / "national_laws"
    inside.mkdir(parents=True)
    (inside / "zz").symlink_to(tmp_path / "outside")
    found = next(
        one for one in open_workspace((tmp_path / "inside",)).diagnostics if one.code.name == "leaves-workspace"
    )
    assert DiagnosticWords(language).message(found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", registry.RULES, ids=lambda rule: rule.name)
def test_what_a_rule_finds_can_be_said(rule: Rule, language: str, tmp_path: Path) -> None:
    words = DiagnosticWords(language)
    for number, example in enumerate(page_of(rule).examples):
        for path, text in example.files().items():
            place = tmp_path / str(number) / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
        workspace = open_workspace((BASE, tmp_path / str(number)))
        for found in registry.run(Setting(workspace, date(2026, 1, 1)), [rule]):
            assert words.message(found)
            assert words.hint(found) or "hint" not in tables(language)[rule.name]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_that_a_value_can_be_expected_in_has_words(language: str) -> None:
    written = re.findall(r'expected="([^"]+)"', inspect.getsource(reading))
    of_shapes = re.findall(r'_type": "([^"]+)"', inspect.getsource(bind))
    assert tables(language)["expected"].keys() == {*written, *of_shapes, "another form"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mistake_of_syntax_has_words_and_a_remedy(language: str) -> None:
    cases = {*syntax_cases.CASES.values(), "colon-in-text", "after-quote", "version", "other"}
    assert tables(language)["syntax"].keys() == tables(language)["remedy"].keys() == cases


@pytest.mark.parametrize(
    ("name", "content", "hint"),
    [
        ("date-not-iso", section(since="2018-7-1"), "Write 2018-07-01."),
        ("date-not-iso", section(since="25/12/2018"), "Write 2018-12-25."),
        ("date-not-iso", section(since="2018"), "Write year, month and day."),
        ("date-not-iso", section(since="2018-02-30"), ""),
        ("unquoted-number", section().replace('"1"', "15.1"), 'Write "15.1".'),
        ("unknown-language", section(head="{en: A, VI: B}"), "Write vi."),
        ("unknown-language", section(head="{english: A}"), "Write en."),
        ("unknown-term", section(reaches="{conduct: publsh}"), "Did you mean publish?"),
        ("unknown-term", section(reaches="{conduct: zebra}"), "Known here: publish, possess."),
        ("unknown-element", section(reaches="{victim age: 16}"), "Did you mean victim_age?"),
        ("missing-field", 'section: "1"\nversions: []\n', "Add a line like `heading: {en: …, vi: …}`."),
        ("missing-field", 'section: "1"\nheading: {en: A}\n', ""),
        ("wrong-type", section(head="[a, b]"), ""),
        ("empty-value", section(more="    by:\n"), "Write the value, or delete the line."),
    ],
)
def test_the_hint_fits_what_was_found(name: str, content: str, hint: str, tmp_path: Path) -> None:
    assert DiagnosticWords("en").hint(one(name, SECTION, content, tmp_path)) == hint


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (section(head="[a, b]"), "A list stands here, but a text by language, like {en: …, vi: …}, belongs here."),
        (section(head="A rule"), '"A rule" stands here, but a text by language, like {en: …, vi: …}, belongs here.'),
        (section(more="    by: {a: b}\n"), "A group of fields stands here, but a text belongs here."),
    ],
)
def test_the_message_names_what_stands_there_and_what_belongs_there(content: str, message: str, tmp_path: Path) -> None:
    assert DiagnosticWords("en").message(one("wrong-type", SECTION, content, tmp_path)) == message


def test_a_day_and_a_month_that_could_change_places_are_said_both_ways(tmp_path: Path) -> None:
    hint = DiagnosticWords("en").hint(one("date-not-iso", SECTION, section(since="1/7/2018"), tmp_path))
    assert hint == "Day and month could be meant either way: write 2018-07-01 or 2018-01-07."


def test_a_day_that_does_not_exist_is_called_so(tmp_path: Path) -> None:
    found = one("date-not-iso", SECTION, section(since="2018-02-30"), tmp_path)
    assert DiagnosticWords("en").message(found) == "There is no day 2018-02-30."


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("unknown-language", section(head="{en: offering, selling, vi: B}")),
        ("unknown-field", section(more="    verification: {level: dated, source: Công báo 1351, 1358}\n")),
        ("empty-value", section(reaches="{conduct: publish, possess}")),
    ],
)
def test_a_comma_that_ends_a_text_in_braces_is_named(name: str, content: str, tmp_path: Path) -> None:
    assert DiagnosticWords("en").hint(one(name, SECTION, content, tmp_path)).startswith("A comma ends a ")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("a:\n\tb: c\n", "a tab stands at the beginning of the line"),
        ("section\nheading: {en: A}\n", "a colon stands where no field can begin"),
        ('section: "1"\nheading\nversions: []\n', "the name of a field has no colon after it"),
        ("heading: {en: A rule: B}\n", "a text without quotes has a colon in it"),
        ("en: A rule: B\n", "a text without quotes has a colon in it"),
        ('section: "1\n', "a quote is opened here and never closed"),
        ("heading: {en: A\nversions: []\n", "a brace { that is opened in line 1 is not closed, or a comma is missing"),
        ("unknown: [a\nversions: []\n", "a bracket [ that is opened in line 1 is not closed, or a comma is missing"),
        ('en: "A" rule\n', "something stands after the closing quote of a text"),
        ("a:\n    b: c\n  d: e\n", "the line is indented more or less than the lines it belongs to"),
        ("by: @x\n", "a text without quotes begins with a character that has a meaning of its own"),
        ("%YAML 1.1\n---\na: b\n", "a line %YAML asks for another version than 1.2"),
        ("a: !<x\n", 'the YAML reader says "'),
    ],
)
def test_a_mistake_of_syntax_is_said_in_plain_words(content: str, message: str, tmp_path: Path) -> None:
    found = one("syntax-error", SECTION, content, tmp_path)
    assert DiagnosticWords("en").message(found).startswith(f"This cannot be read: {message}")


def test_names_that_differ_in_capitals_only_are_said_together() -> None:
    found = Diagnostic(CODES["path-not-portable"], "national_laws/zz/act/A.yaml", facts={"found": "a.yaml"})
    assert DiagnosticWords("en").hint(found).startswith("Rename one of the two: a.yaml ")


def test_a_name_in_decomposed_letters_is_to_be_typed_again() -> None:
    found = Diagnostic(CODES["path-not-portable"], "national_laws/zz/act/e\u0302.yaml")
    assert DiagnosticWords("en").hint(found).startswith("Type the name again")


def test_words_of_reports_are_said_in_the_language_of_the_message() -> None:
    code = registry.code_called("claim-disagrees")
    assert code is not None
    facts = {"paragraph": "hanoi:14.1.a", "claim": "none", "verdict": "partial"}
    message = DiagnosticWords("vi").message(Diagnostic(code, MAPPINGS, facts=facts))
    assert "không có" in message
    assert "một phần" in message


def test_among_many_known_words_the_nearest_few_are_named() -> None:
    facts = {"found": "zzzzz", "allowed": tuple(f"word-{number}" for number in range(30))}
    hint = DiagnosticWords("en").hint(Diagnostic(CODES["unknown-id"], MAPPINGS, facts=facts))
    assert hint.startswith("Known here, among others: ")
    assert hint.count(",") == 6


def test_words_that_are_equally_near_are_all_named() -> None:
    facts = {"found": "14.1.e", "allowed": ("14.1.a", "14.1.b", "15.1")}
    hint = DiagnosticWords("en").hint(Diagnostic(CODES["unknown-id"], MAPPINGS, facts=facts))
    assert hint == "Did you mean 14.1.a or 14.1.b?"


def test_an_example_fits_the_part_of_the_data() -> None:
    assert example_of("kind", "provisions/vocabulary/conduct.yaml") == "kind: terms"
    assert example_of("kind", "provisions/hanoi/art-14.yaml") == "kind: offence"
    assert example_of("nothing", SECTION) is None


@pytest.mark.parametrize(
    ("language", "message", "hint"),
    [
        (
            "en",
            "pact:1 is itself answered via another paragraph.",
            "Name the paragraph whose mapping lists the sections.",
        ),
        (
            "vi",
            "pact:1 cũng được đối chiếu qua một khoản khác.",
            "Hãy ghi khoản mà phần đối chiếu của nó liệt kê các điều luật.",
        ),
    ],
)
def test_a_mapping_that_rests_on_one_that_rests_on_another_is_said(
    language: str, message: str, hint: str, tmp_path: Path
) -> None:
    words = DiagnosticWords(language)
    found = one("via-of-via", MAPPINGS, '- {paragraph: "1", via: "pact:1"}\n', tmp_path)
    assert (found.code.code, words.message(found), words.hint(found)) == ("GC219", message, hint)
