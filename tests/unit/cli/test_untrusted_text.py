"""Text of a file is untrusted: no command lets it steer the terminal, fill in a message or begin a line."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from tests.unit.cli.running import COLOUR, DAY, ESCAPE, ROOT, at_a_terminal, drawn_here, run_here, workspace

STEERING = (
    "\x1b[2J\x1b]0;title\x07"  # clear the screen, name the window
    "\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\"  # a link
    "\x9b31m\x9d0;t\x9c"  # the same in single characters (C1)
    "\x07\x08\x08\x0b\x0c\x0e\x7f"  # bell, backspaces, vertical tab, form feed, shift out, delete
    "\u202eltr\u202c\u2066iso\u2069\u200f\u061c"  # marks that turn the order of letters
    "\r14.1.c  aligned"  # over the beginning of the line
    "\n14.1.c  aligned  Everything is fine. [none]\n"  # a line of its own
    "\u2028\u2029\x85"  # line ends that nobody sees
)
TEMPLATES = (
    "[bold red]m[/bold red] [link=http://x]y[/link] :smile: {value} {0} {} {found!r} %s %(x)s ${HOME} $(id) `id`"
)
LONG = "w" * 500
NASTY = f"Nasty {STEERING} {TEMPLATES} {LONG}"
"""In every text of the workspace that the reader lets through."""

FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def text(said: str = NASTY) -> str:
    """Return a text in both languages as YAML that spells every character out."""
    return json.dumps({"en": said, "vi": said})


def quoted(said: str = NASTY) -> str:
    return json.dumps(said)


def files() -> dict[str, str]:
    verification = f"verification: {{level: secondary, source: {quoted()}, consulted: 2026-01-01, note: {text()}}}"
    return {
        "provisions/vocabulary/gesture.yaml": f"""
element: gesture
kind: terms
label: {text()}
definition: {text()}
phrase: {text("{value} " + NASTY)}
terms:
  one: {{label: {text()}, definition: {text()}, remainder: {text()}, covers: [two]}}
  two: {{label: {text("Two " + NASTY)}, definition: {text()}}}
  three: {{label: {text("Three " + NASTY)}}}
""",
        "provisions/vocabulary/condition.yaml": (
            (ROOT / "provisions/vocabulary/condition.yaml").read_text(encoding="utf-8")
            + f"  luck: {{label: {text('luck ' + NASTY)}}}\n"
        ),
        "provisions/pact/instrument.yaml": f"""
instrument: pact
title: {text()}
short_title: {text("Pact " + NASTY)}
citation: {quoted()}
entry_into_force: {text()}
source: {quoted()}
status: {{in_force: no, as_of: 2026-01-01, source: {quoted()}, note: {text()}}}
note: {text()}
{verification}
""",
        "provisions/pact/art-1.yaml": f"""
article: "1"
heading: {text()}
theme: {quoted()}
note: {text()}
{verification}
paragraphs:
  - id: "1.1"
    kind: offence
    duty: shall
    heading: {text()}
    summary: {text()}
    requires: {{gesture: [one, three]}}
    lead: gesture
    note: {text()}
    contested:
      - {{condition: luck, reason: {text()}}}
    options:
      - id: {quoted("1.2 " + NASTY)}
        type: exclusion
        scope: {{offender: child}}
        protects: yes
        summary: {text()}
        note: {text()}
  - id: "1.2"
    kind: offence
    duty: shall
    summary: {text()}
    requires: {{gesture: three}}
    lead: gesture
""",
        "national_laws/zz/jurisdiction.yaml": f"""
jurisdiction: zz
name: {text()}
languages: [vi]
levels: [{quoted()}]
age_of_majority: 18
treaties: [{{instrument: pact, status: signed, as_of: 2026-01-01, source: {quoted()}, note: {text()}}}]
note: {text()}
""",
        "national_laws/zz/evidence.yaml": f"""
evidence:
  - id: one
    figure: {text()}
    about: {text()}
    said_by: {text()}
    source: {quoted()}
    on: 2026-01-01
    paragraphs: [pact:1]
""",
        "national_laws/zz/act/law.yaml": f"""
law: act
title: {text()}
citation: {quoted()}
type: code
amended_by: [{{citation: {quoted()}, from: 2020-01-01, note: {text()}}}]
note: {text()}
{verification}
""",
        "national_laws/zz/act/1.yaml": f"""
section: "1"
heading: {text()}
note: {text()}
versions:
  - in_force: {{from: 2020-01-01}}
    by: {quoted()}
    summary: {text()}
    nature: criminal
    reaches: [{{gesture: [two, three], condition: luck}}]
    excludes: [{{gesture: three}}]
    sanction: {{imprisonment: {{max: 2 years}}, fine: {{max: 5, currency: {quoted("V" + STEERING)}}}, other: {text()}}}
    note: {text()}
    {verification}
""",
        "national_laws/zz/act/2.yaml": f"""
section: "2"
heading: {text()}
versions:
  - in_force: {{from: 2030-01-01}}
    nature: administrative
    reaches: [{{gesture: three}}]
""",
        "national_laws/zz/mappings/pact/art-1.yaml": f"""
- paragraph: "1.1"
  sections: [act/1]
  incidental: [act/2]
  searched: [act]
  reason: {text()}
  claim: full
  confidence: low
  by: {quoted()}
  on: 2026-01-01
  note: {text()}
  review: {{state: drafted}}
- paragraph: "1.2"
  not_applicable: {text()}
""",
    }


COMMANDS: dict[str, tuple[str, ...]] = {
    "check": ("check", "zz", "pact", "--as-of", DAY),
    "check-table": ("check", "zz", "pact", "--as-of", DAY, "--format", "table"),
    "explain": ("explain", "zz", "pact:1.1", "--as-of", DAY, "--all"),
    "explain-not-applicable": ("explain", "zz", "pact:1.2", "--as-of", DAY),
    "show-instrument": ("show", "pact"),
    "show-article": ("show", "pact:1"),
    "show-paragraph": ("show", "pact:1.1"),
    "show-jurisdiction": ("show", "zz"),
    "show-law": ("show", "zz:act"),
    "show-section": ("show", "zz:act/1"),
    "show-element": ("show", "gesture"),
    "show-term": ("show", "luck"),
    "vocab": ("vocab",),
    "vocab-element": ("vocab", "gesture"),
    "list": ("list",),
    "list-instrument": ("list", "pact"),
    "list-jurisdiction": ("list", "zz"),
    "lint": ("lint",),
}


@cache
def nasty(folder: Path) -> str:
    return workspace(folder, files())


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> str:
    return nasty(tmp_path_factory.mktemp("nasty"))


@pytest.mark.parametrize("name", COMMANDS)
def test_nothing_in_a_file_steers_what_goes_into_a_pipe(name: str, there: str) -> None:
    ran = run_here(*COMMANDS[name], "--workspace", there)
    assert ran.code == 0, ran.err
    for said in (ran.out, ran.err):
        assert not FORBIDDEN.search(said)


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("columns", [40, 120])
def test_nothing_in_a_file_steers_a_terminal(name: str, columns: int, there: str) -> None:
    drawn = COLOUR.sub("", drawn_here(*COMMANDS[name], "--workspace", there, columns=columns))
    assert ESCAPE not in drawn
    assert not FORBIDDEN.search(drawn)


def test_nothing_in_a_file_steers_a_real_terminal(there: str) -> None:
    words = (*COMMANDS["explain"], "--workspace", there)
    assert at_a_terminal(*words, columns=80) == drawn_here(*words, columns=80)


MARKUP = f"Markup {TEMPLATES} {LONG}"
"""What is left when nothing is invisible: every reader lets it through."""


@pytest.fixture(scope="module")
def with_markup(tmp_path_factory: pytest.TempPathFactory) -> str:
    written = {path: said.replace(json.dumps(NASTY)[1:-1], json.dumps(MARKUP)[1:-1]) for path, said in files().items()}
    written["national_laws/zz/act/1.yaml"] = written["national_laws/zz/act/1.yaml"].replace(
        json.dumps("V" + STEERING), "VND"
    )
    return workspace(tmp_path_factory.mktemp("markup"), written)


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "lint"])
def test_text_that_looks_like_a_template_is_shown_as_it_is(name: str, with_markup: str) -> None:
    ran = run_here(*COMMANDS[name], "--workspace", with_markup, COLUMNS="2000")
    assert ran.code == 0, ran.err
    assert TEMPLATES in ran.out
    assert ran.out.count("[bold red]") == ran.out.count("[/bold red]") == ran.out.count("{found!r}")


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("columns", [40, 120])
def test_a_terminal_shows_markup_as_it_is_and_loses_no_long_word(name: str, columns: int, with_markup: str) -> None:
    drawn = COLOUR.sub("", drawn_here(*COMMANDS[name], "--workspace", with_markup, columns=columns))
    plain = run_here(*COMMANDS[name], "--workspace", with_markup).out
    for sign in "w{}%$[]=()`":
        # A check ends its rows with [sections] in a pipe.
        assert drawn.count(sign) == plain.count(sign) or (sign in "[]" and name.startswith("check"))
    widest = max(map(len, unicodedata.normalize("NFC", drawn).splitlines()))
    assert widest <= columns or name == "lint"


def test_no_text_begins_a_line_of_its_own_in_a_check(there: str) -> None:
    ran = run_here(*COMMANDS["check"], "--workspace", there)
    assert not any(line.startswith("14.1.c") for line in ran.lines)


def test_a_heading_of_several_lines_stays_on_the_line_of_its_paragraph(tmp_path: Path) -> None:
    heading = {"en": "First\n1.9  aligned  Fine. [none]\r\n\tsecond"}
    told = {
        **files(),
        "provisions/pact/art-1.yaml": f"""
article: "1"
heading: {json.dumps(heading)}
paragraphs:
  - {{id: "1.1", kind: offence, duty: shall, requires: {{gesture: one}}, lead: gesture, summary: {json.dumps(heading)}}}
""",
    }
    del told["provisions/pact/instrument.yaml"], told["national_laws/zz/mappings/pact/art-1.yaml"]
    told |= {"provisions/pact/instrument.yaml": "instrument: pact\ntitle: {en: Pact}\n"}
    told = {path: said.replace(json.dumps(NASTY)[1:-1], "Plain") for path, said in told.items() if "/act/" not in path}
    told = {path: said.replace(json.dumps(STEERING)[1:-1], "") for path, said in told.items()}
    there = workspace(tmp_path, told)
    for words in (("check", "zz", "pact"), ("explain", "zz", "pact:1.1"), ("show", "pact:1"), ("list", "pact")):
        ran = run_here(*words, "--workspace", there)
        assert any(
            "First 1.9  aligned  Fine. [none]" in line or "First 1.9 aligned Fine. [none]" in line for line in ran.lines
        )
        assert not any(line.strip().startswith("1.9") for line in ran.lines)


def test_json_keeps_the_text_and_escapes_what_could_steer(with_markup: str) -> None:
    ran = run_here("check", "zz", "pact", "--as-of", DAY, "--format", "json", "--workspace", with_markup)
    assert ran.code == 0
    assert not FORBIDDEN.search(ran.out)
    assert TEMPLATES in ran.json["paragraphs"][0]["text"]["en"]


def test_the_schema_holds_no_character_that_could_steer(there: str) -> None:
    ran = run_here("schema", "section", "--workspace", there)
    assert not FORBIDDEN.search(ran.out)
    assert ran.json["title"] == "gapcheck section"


@pytest.mark.parametrize(
    "words", [("check", "{}"), ("check", "vn", "{}"), ("show", "{}"), ("vocab", "{}")], ids=" ".join
)
def test_what_was_typed_does_not_steer_the_terminal_either(words: tuple[str, ...]) -> None:
    typed = "{0}[bold]" + STEERING.replace(":", "")
    ran = run_here(*(word.replace("{}", typed) for word in words))
    assert ran.code == 2
    assert not FORBIDDEN.search(ran.err)
    assert "{0}[bold]" in ran.err
