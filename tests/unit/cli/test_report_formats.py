"""Law files are untrusted: in no format does their text run, link, calculate, begin a line or leave the folder."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import cycle
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from markdown_it import MarkdownIt
from markdown_it.token import Token

from gapcheck.report.made_files import RECORD
from gapcheck.report.messages import LANGUAGES
from tests.real.programs import output_of, program
from tests.unit.cli.running import DAY, ROOT, run, run_here, workspace
from tests.unit.cli.test_untrusted_text import NASTY, files
from tests.unit.report.test_report_pdf import inside

SCRIPT = "<script>alert(1)</script>"
FORMULAS = ('=HYPERLINK("http://x","y")', "+cmd|' /C calc'!A0", "-1+1", "@SUM(1)")
PIECES = (
    SCRIPT, *FORMULAS, '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", "]]>", "&amp; &#60;b&#62;", "-->",
    '#import "x"', '#eval("1")', "#panic(1)", "$x$", "`code`", "```", "~~~", "*a* _b_ **c**", "// a", "/* a", "\\",
    "\u001b[31mred", "\u202eabc", "\u2066abc\u2069", "a\u2028b\u0085c", "| a | b |", "[x](javascript:alert(1))",
    "![x](http://x.example/y.png)", "<http://x.example>", "# head", "> said", "1. one", "- one", "---", "===",
    "../../etc/passwd", "C:\\x", "w" * 300,
    "การผลิตสื่อลามกอนาจารเด็ก", "Tội truyền bá văn hóa phẩm đồi trụy", "🙂 👩🏽‍⚖️ ☃ → ✓",
    "{page} {total} {0} {jurisdiction} %s", "TOC \\o HYPERLINK", "javascript:alert(1)", "data:text/html,x",
)  # fmt: skip
VISIBLE = (
    SCRIPT,
    FORMULAS[0],
    '#import "x"',
    "$x$",
    "[x](javascript:alert(1))",
    "| a | b |",
    "../../etc/passwd",
    "&amp;",
)
"""What every format has to show as it stands."""
PATH = "../../etc/passwd"
AUDIENCES = ("brief", "full", "concordance")
FORMATS = ("html", "pdf", "docx", "xlsx", "md", "csv", "json", "oscal")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
BREAKS_A_CELL = re.compile(r"^\s*[=+@-]")

Report = tuple[str, str]
"""For whom, and in which language."""
REPORTS = [(audience, language) for audience in AUDIENCES for language in LANGUAGES]
every_report = pytest.mark.parametrize("report", REPORTS, ids="-".join)


def hostile_files() -> dict[str, str]:
    """Return a workspace in which each text begins with another piece of mischief and goes on with all the others."""
    together = " ".join(PIECES)
    texts = cycle(f"{piece} {together}" for piece in PIECES)

    def mischief(_: object) -> str:
        return "".join(one if one.isprintable() and one not in '"\\' else f"\\U{ord(one):08x}" for one in next(texts))

    law = files()
    law["provisions/pact/instrument.yaml"] += f"""
chapters:
  - {{title: {{en: "{NASTY_IN_YAML}", vi: "{NASTY_IN_YAML}"}}, articles: ["1"]}}
"""
    law["provisions/pact/art-1.yaml"] = law["provisions/pact/art-1.yaml"].replace(
        f'theme: "{NASTY_IN_YAML}"', f"theme: {PATH}"
    )
    three, one = "requires: {gesture: three}", "requires: {gesture: one}"
    law["provisions/pact/art-1.yaml"] += f"""
  - {{id: "1.3", kind: offence, duty: shall, heading: {BOTH}, summary: {BOTH}, {three}, lead: gesture}}
"""
    law["provisions/pact/art-2.yaml"] = f"""
article: "2"
heading: {BOTH}
theme: "{NASTY_IN_YAML}"
paragraphs:
  - {{id: "2.1", kind: measure, duty: may, heading: {BOTH}, summary: {BOTH}, {one}, lead: gesture}}
  - {{id: "2.2", kind: measure, duty: shall, heading: {BOTH}, summary: {BOTH}, {one}, lead: gesture}}
"""
    law["national_laws/zz/jurisdiction.yaml"] = law["national_laws/zz/jurisdiction.yaml"].replace("[vi]", "[vi, th]")
    law["national_laws/zz/act/1.yaml"] = law["national_laws/zz/act/1.yaml"].replace(
        "heading: {", f'heading: {{"th": "{NASTY_IN_YAML}", ', 1
    )
    completion = f"completion: {{act: {BOTH}, planned: 2027-07-01}}"
    law["national_laws/zz/mappings/pact/art-1.yaml"] += f"""
- {{paragraph: "1.3", searched: [act], reason: {BOTH}, by: "{NASTY_IN_YAML}", on: 2026-01-01, {completion}}}
"""
    law["national_laws/zz/mappings/pact/art-2.yaml"] = f"""
- {{paragraph: "2.1", sections: [act/1], reason: {BOTH}, {completion}}}
"""
    return {path: re.sub(re.escape(NASTY_IN_YAML), mischief, text) for path, text in law.items()}


NASTY_IN_YAML = json.dumps(NASTY)[1:-1]
BOTH = f'{{en: "{NASTY_IN_YAML}", vi: "{NASTY_IN_YAML}"}}'


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the workspace, and with the reports in a folder below it."""
    folder = tmp_path_factory.mktemp("hostile")
    workspace(folder / "law", hostile_files())
    return folder


@cache
def made(there: Path, report: Report) -> dict[str, bytes]:
    """Return the files of a report in every format, by ending."""
    audience, language = report
    into = there / "made" / f"{audience}-{language}"
    forms = [word for form in FORMATS for word in ("--format", form)]
    words = ("zz", "pact", "--as-of", DAY, "--audience", audience, "--lang", language, *forms)
    ran = run_here("report", *words, "--workspace", str(there / "law"), "--output", str(into))
    assert ran.code == 0, ran.err
    assert not FORBIDDEN.search(ran.out + ran.err)
    return {Path(line).name.partition(f"{DAY}.")[2]: Path(line).read_bytes() for line in ran.lines}


def text_of(there: Path, report: Report, ending: str) -> str:
    return made(there, report)[ending].decode("utf-8")


@every_report
def test_every_format_is_made_and_lies_in_its_folder_under_a_safe_name(there: Path, report: Report) -> None:
    assert set(made(there, report)) == {"html", "pdf", "docx", "xlsx", "md", "csv", "json", "oscal.json"}
    names = {
        path.relative_to(there / "made" / "-".join(report)) for path in (there / "made" / "-".join(report)).rglob("*")
    }
    assert names - {Path(RECORD)} == {
        Path(f"zz-pact-{'-'.join(report)}-{DAY}.{ending}") for ending in made(there, report)
    }
    assert {path.name for path in there.iterdir()} == {"law", "made"}


def test_a_theme_that_is_a_path_leads_nowhere(there: Path, tmp_path: Path) -> None:
    words = ("zz", "pact", "--as-of", DAY, "--workspace", str(there / "law"), "--output", str(tmp_path / "a" / "b"))
    ran = run_here("report", *words, "--theme", PATH, "--format", "csv")
    assert ran.code == 0, ran.err
    assert [path.name for path in (tmp_path / "a" / "b").iterdir() if path.suffix == ".csv"] == [
        f"zz-pact-__.._etc_passwd-full-en-{DAY}.csv"
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@every_report
@pytest.mark.parametrize("ending", ["html", "md", "csv", "json", "oscal.json"])
def test_no_text_holds_a_control_or_a_mark_that_turns_letters(there: Path, report: Report, ending: str) -> None:
    text = text_of(there, report, ending)
    assert not FORBIDDEN.search(text)
    assert "\r" not in text or ending == "csv"


class Page(HTMLParser):
    """The tags of a page, and what it says outside of scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said = ""
        self.scripts: list[str] = []
        self._in = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in = tag

    def handle_endtag(self, tag: str) -> None:
        self._in = "" if tag == self._in else self._in

    def handle_data(self, data: str) -> None:
        if self._in == "script":
            self.scripts.append(data)
        elif self._in != "style":
            self.said += data


ALIVE = {"iframe", "object", "embed", "base", "form", "link", "img", "image", "foreignobject", "use", "animate", "set"}


def harmless(page: Page, scripts: int) -> None:
    own = (ROOT / "gapcheck/report/templates/report.js").read_text(encoding="utf-8").strip()
    assert [script.strip() for script in page.scripts] == [own] * scripts
    assert sum(tag == "style" for tag, _ in page.tags) == 1
    assert not {tag for tag, _ in page.tags} & ALIVE
    for _, attributes in page.tags:
        assert not [
            name for name in attributes if name.startswith("on") or name in {"src", "srcdoc", "action", "style"}
        ]
        assert all((attributes.get(name) or "#").startswith("#") for name in ("href", "xlink:href"))


@every_report
def test_a_page_runs_nothing_and_shows_everything(there: Path, report: Report) -> None:
    page = Page(text_of(there, report, "html"))
    harmless(page, scripts=report[0] == "full")
    assert [piece for piece in VISIBLE if piece not in page.said] == []


def test_a_page_in_both_languages_runs_nothing_either(there: Path, tmp_path: Path) -> None:
    words = ("zz", "pact", "--as-of", DAY, "--lang", "both", "--workspace", str(there / "law"), "-o", str(tmp_path))
    (line,) = run_here("report", *words, "--audience", "brief").lines
    harmless(Page(Path(line).read_text(encoding="utf-8")), scripts=1)


@every_report
def test_a_workbook_calculates_nothing_and_links_nowhere(there: Path, report: Report) -> None:
    held = made(there, report)["xlsx"]
    cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(held)).worksheets for row in sheet for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert [cell.coordinate for cell in cells if cell.hyperlink] == []
    texts = [str(cell.value) for cell in cells if cell.data_type == "s"]
    assert any(text.startswith(FORMULAS) for text in texts)
    assert [cell.coordinate for cell in cells if BREAKS_A_CELL.match(str(cell.value)) and not cell.quotePrefix] == []
    assert [piece for piece in VISIBLE if not any(piece in text for text in texts)] == []
    with zipfile.ZipFile(io.BytesIO(held)) as package:
        assert not [name for name in package.namelist() if re.search(r"external|vba|drawing|media", name)]


@every_report
def test_no_cell_of_a_table_is_a_formula(there: Path, report: Report) -> None:
    rows = list(csv.reader(io.StringIO(text_of(there, report, "csv"))))
    assert len({len(row) for row in rows}) == 1
    assert [cell for row in rows for cell in row if BREAKS_A_CELL.match(cell) or re.search(r"[\r\n\t]", cell)] == []
    assert [piece for piece in VISIBLE if not any(piece in cell for row in rows for cell in row)] == []


def tokens_of(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from tokens_of(token.children or [])


@every_report
def test_markdown_shows_its_signs_and_makes_nothing_of_them(there: Path, report: Report) -> None:
    found = list(tokens_of(MarkdownIt("commonmark").enable("table").parse(text_of(there, report, "md"))))
    kinds = {token.type for token in found}
    assert not kinds & {
        "html_inline", "html_block", "link_open", "image", "code_inline", "code_block", "fence", "hr",
        "ordered_list_open", "lheading_open", "hardbreak",
    }  # fmt: skip
    assert {token.level for token in found if token.type == "bullet_list_open"} <= {0}
    quotes = sum(token.type == "blockquote_open" for token in found)
    assert quotes == 1, "the warning"
    said = "".join(token.content for token in found if token.type == "text")
    assert [piece for piece in VISIBLE if piece not in said] == []
    assert not re.search(r"(?<!\\)\$x", text_of(there, report, "md")), "some show it as mathematics"


@every_report
def test_a_document_links_nowhere_and_has_no_fields_but_its_own(there: Path, report: Report) -> None:
    held = made(there, report)["docx"]
    document = docx.Document(io.BytesIO(held))
    said = "\n".join("".join(one.xpath(".//w:t/text()")) for one in document.element.body.iter(qn("w:p")))
    assert [piece for piece in VISIBLE if piece not in said] == []
    assert document.element.body.xpath(".//w:hyperlink[@r:id] | .//w:fldSimple | .//w:object | .//w:drawing") == []
    assert {one.split()[0] for one in document.element.body.xpath(".//w:instrText/text()")} <= {"TOC"}
    with zipfile.ZipFile(io.BytesIO(held)) as package:
        relations = [package.read(name) for name in package.namelist() if name.endswith(".rels")]
    assert not [one for one in relations if b"External" in one]


@every_report
@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_every_part_of_an_office_file_is_sound(there: Path, report: Report, ending: str) -> None:
    with zipfile.ZipFile(io.BytesIO(made(there, report)[ending])) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                part = package.read(name).decode("utf-8")
                ET.fromstring(part)  # noqa: S314 - we wrote it
                assert not FORBIDDEN.search(part), name


@every_report
def test_a_pdf_does_nothing_and_its_text_can_be_read(there: Path, report: Report, tmp_path: Path) -> None:
    held = made(there, report)["pdf"]
    for action in (b"/URI", b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/OpenAction", b"/SubmitForm"):
        assert action not in inside(held)
    (tmp_path / "report.pdf").write_bytes(held)
    text = output_of(program("pdftotext"), "-raw", "-enc", "UTF-8", tmp_path / "report.pdf", "-").replace("\f", "\n")
    assert not FORBIDDEN.search(text)
    together = re.sub(r"\s", "", text)
    assert [piece for piece in VISIBLE if re.sub(r"\s", "", piece) not in together] == []


def strings_in(value: Any) -> Iterator[str]:  # noqa: ANN401 - what JSON holds
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings_in(one)


@every_report
@pytest.mark.parametrize("ending", ["json", "oscal.json"])
def test_what_programs_read_is_json(there: Path, report: Report, ending: str) -> None:
    said = "\n".join(strings_in(json.loads(text_of(there, report, ending))))
    assert SCRIPT in said.replace("\\", "")


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_same_law_makes_the_same_bytes_wherever_and_whenever(tmp_path: Path, audience: str) -> None:
    forms = [word for form in FORMATS for word in ("--format", form)]
    words = ("report", "zz", "pact", "--as-of", DAY, "--audience", audience, "--lang", "both", *forms)
    held = []
    for name, zone, seed in (("a", "Asia/Ho_Chi_Minh", "1"), ("b", "America/Los_Angeles", "2")):
        law = workspace(tmp_path / name / "law", hostile_files())
        words_here = (*words, "--workspace", law, "--output", str(tmp_path / name / "made"))
        ran = run(*words_here, cwd=tmp_path / name, TZ=zone, PYTHONHASHSEED=seed)
        assert ran.code == 0, ran.err
        held.append({path.name: path.read_bytes() for path in (tmp_path / name / "made").iterdir()})
    assert [name for name in held[0] if held[0][name] != held[1].get(name)] == []
    assert len(held[0]) == len(held[1]) == len(FORMATS) - 3 + 5 * (len(LANGUAGES) - 1) + 3 + 1
