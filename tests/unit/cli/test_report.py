"""gapcheck report: files for people who decide, never written over what somebody else made."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.opc.part import Part
from docx.shared import Pt, Twips

from gapcheck.report.messages import LANGUAGES, messages_in
from tests.unit.cli.running import DAY, run_here
from tests.unit.report.test_report_word import made as template_made
from tests.unit.report.test_report_word import repacked, tie
from tests.unit.report.test_site import Page

SCRIPT = "<script>alert(1)</script>"


def report(folder: Path, *words: str, code: int = 0) -> dict[str, str]:
    """Return the files of a report by name."""
    ran = run_here("report", "vn", "--as-of", DAY, "--output", str(folder), *words)
    assert (ran.code, ran.err) == (code, "")
    assert [Path(line).name for line in ran.lines] == sorted(Path(line).name for line in ran.lines)
    return {Path(line).name: Path(line).read_bytes().decode("utf-8") for line in ran.lines}


def test_files_say_whose_law_against_what_for_whom_in_which_language_and_when(tmp_path: Path) -> None:
    forms = [word for form in ("html", "md", "json", "oscal") for word in ("--format", form)]
    names = set(report(tmp_path, "--lang", "both", *forms, "--theme", "child-protection"))
    assert names == {
        f"vn-hanoi-child-protection-full-en-vi-{DAY}.html",
        f"vn-hanoi-child-protection-full-en-{DAY}.md",
        f"vn-hanoi-child-protection-full-vi-{DAY}.md",
        f"vn-hanoi-child-protection-full-en-vi-{DAY}.json",
        f"vn-hanoi-child-protection-full-en-vi-{DAY}.oscal.json",
    }


def test_part_of_an_instrument_is_named_in_the_file_name(tmp_path: Path) -> None:
    (name,) = report(tmp_path, "14", "Điều 15")
    assert name == f"vn-hanoi-14-15-full-en-{DAY}.html"


@pytest.mark.parametrize("audience", ["brief", "full", "concordance"])
def test_the_same_input_makes_the_same_bytes(tmp_path: Path, audience: str) -> None:
    words = ("--audience", audience, "--format", "html", "--format", "md", "--format", "csv")
    assert report(tmp_path / "a", *words) == report(tmp_path / "b", *words)


@pytest.mark.parametrize("audience", ["brief", "full", "concordance"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_report_says_that_it_is_no_advice_and_what_is_not_verified(
    tmp_path: Path, audience: str, language: str
) -> None:
    (text,) = report(tmp_path, "--audience", audience, "--lang", language).values()
    said = Page(text).said
    assert messages_in(language).say("report", "disclaimer") in said
    warning = messages_in(language).count("report", "warning", 101, total=112)
    assert warning in said.split(messages_in(language).say("report", "method"))[0]
    assert ("html", {"lang": language}) in Page(text).tags


def test_the_brief_begins_with_the_offences_that_are_missing_and_says_why_they_matter(tmp_path: Path) -> None:
    (text,) = report(tmp_path, "--audience", "brief", "--format", "md").values()
    missing = text.split("## Offences that are missing")[1].split("\n## ")[0]
    heads = [line.rpartition("(")[2] for line in missing.splitlines() if line.startswith("### ")]
    assert heads == ["Article 14)", "Article 15)", "Article 16)"]
    items = [line for line in missing.splitlines() if line.startswith("- ")]
    assert len(items) == 6
    assert all("*The smallest change:*" in item for item in items)
    assert "Without protection: persons under 18." in items[0]
    assert missing.count("Why it matters: ") == 3


def test_a_brief_offers_a_change_only_if_it_settles_an_act(tmp_path: Path) -> None:
    (text,) = report(tmp_path, "14", "--audience", "brief", "--format", "md").values()
    supplying, _, possessing, _ = (line for line in text.splitlines() if line.startswith("- **"))
    assert "Penal Code, Article 326" in supplying
    assert "takes a provision of its own" in possessing


def test_the_full_report_has_every_paragraph_that_a_check_has_with_a_link_to_it(tmp_path: Path) -> None:
    (text,) = report(tmp_path, "--lang", "vi").values()
    page = Page(text)
    numbers = [
        row["id"].partition(":")[2]
        for row in run_here("check", "vn", "--as-of", DAY, "--format", "json").json["paragraphs"]
    ]
    sections = [attributes["id"] for tag, attributes in page.tags if tag == "section"]
    links = [attributes["href"] for tag, attributes in page.tags if tag == "a"]
    looked_at = [number for number in sections if number and not number.startswith("article-")]
    articles = [number for number in sections if number and number.startswith("article-")]
    not_assessed = {number for number in numbers if number.partition(".")[0] in set(map(str, range(35, 53)))}
    assert looked_at == [number for number in numbers if number not in not_assessed]
    assert links == [*(f"#{article}" for article in articles), *(f"#{number}" for number in looked_at)]
    assert "35-52" in page.said


def test_a_page_needs_nothing_besides_and_is_complete_without_script(tmp_path: Path) -> None:
    (text,) = report(tmp_path).values()
    page = Page(text)
    assert not [
        tag for tag, attributes in page.tags if {"src", "srcset"} & set(attributes) or tag in {"link", "img", "iframe"}
    ]
    tools = [attributes for tag, attributes in page.tags if tag == "div" and attributes.get("class") == "tools"]
    assert len(tools) == 1
    assert "hidden" in tools[0], "what works by script alone is shown by script"


def test_a_table_of_concordance_has_its_vocabulary_and_fields_to_fill_in(tmp_path: Path) -> None:
    (text,) = report(tmp_path, "--audience", "concordance", "--format", "csv").values()
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(text))}
    words = {rows[number]["transposition"] for number in ("hanoi:15.1", "hanoi:9.1", "hanoi:18.3", "hanoi:35.1.a")}
    assert words == {"not transposed", "partly transposed", "fully transposed", "not assessed"}
    assert {(row["completing_act"], row["planned"]) for row in rows.values()} == {("", "")}
    assert rows["hanoi:19.3"]["transposition"] == "discretionary, not used in full"
    grooming = rows["hanoi:15.1"]
    assert (grooming["article"], grooming["acts"]) == ("15", "Penal Code")
    assert grooming["sections"].startswith(
        "incidental: Article 147: Using a person under 16 for pornographic purposes ("
    )


def test_sections_of_several_acts_carry_the_numbers_of_their_acts(tmp_path: Path) -> None:
    (text,) = report(tmp_path, "14.1.c", "--audience", "concordance", "--format", "csv").values()
    (row,) = csv.DictReader(io.StringIO(text))
    acts, sections = (row[column].split("; ") for column in ("acts", "sections"))
    assert acts[-1] == "(3) Penal Code"
    assert sections[-1].startswith("(3) incidental: Article 326: Dissemination of obscene cultural products (")


def test_json_is_the_assessment_of_the_check(tmp_path: Path) -> None:
    (text,) = report(tmp_path, "--format", "json").values()
    assert json.loads(text) == run_here("check", "vn", "--as-of", DAY, "--format", "json").json


def test_law_data_is_text_in_every_format(tmp_path: Path) -> None:
    heading = f"=1+1 {SCRIPT} | # *x* \u202e"
    for path, text in {
        "provisions/pact/instrument.yaml": "instrument: pact\ntitle: {en: Pact}\n",
        "provisions/pact/art-1.yaml": f'article: "1"\nheading: {{en: "{heading}"}}\nparagraphs: '
        '[{id: "1", kind: offence, duty: shall, summary: {en: a, vi: b}, requires: {conduct: copy}}]\n',
        "national_laws/zz/jurisdiction.yaml": "jurisdiction: zz\nname: {en: Z}\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    words = ("zz", "pact", "--workspace", str(tmp_path), "--as-of", DAY, "--output", str(tmp_path / "made"))
    for audience in ("brief", "full", "concordance"):
        forms = ("--format", "html", "--format", "md", "--format", "csv", "--audience", audience)
        assert run_here("report", *words, *forms).code == 0
    for made in (tmp_path / "made").glob("zz-*"):
        text = made.read_text(encoding="utf-8")
        assert "\u202e" not in text
        if made.suffix == ".html":
            scripts = [tag for tag, _ in Page(text).tags if tag == "script"]
            assert len(scripts) == ("full" in made.name)
        elif made.suffix == ".md":
            assert "<script" not in text.replace("\\<script", "")
        else:
            assert all(not cell.startswith("=") for row in csv.reader(io.StringIO(text)) for cell in row)


def test_a_file_that_somebody_changed_is_not_written_over(tmp_path: Path) -> None:
    (name,) = report(tmp_path, "--audience", "brief")
    before = (tmp_path / name).read_bytes()
    report(tmp_path, "--audience", "brief")
    (tmp_path / name).write_bytes(before + b"mine")
    words = ("report", "vn", "--as-of", DAY, "--output", str(tmp_path), "--audience", "brief")
    ran = run_here(*words, "--format", "md", "--format", "html")
    assert ran.code == 2
    assert name in ran.err
    assert (tmp_path / name).read_bytes() == before + b"mine"
    assert not list(tmp_path.glob("*.md")), "all or none"
    report(tmp_path, "--audience", "brief", "--force")
    assert (tmp_path / name).read_bytes() == before


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    ran = run_here("report", "vn", "--as-of", DAY, "--output", str(tmp_path / "file" / "in it"))
    assert ran.code == 2
    assert "Cannot write" in ran.err


def test_several_instruments_make_several_files(tmp_path: Path) -> None:
    names = report(tmp_path, "budapest", "unicef-2025", "--audience", "brief")
    assert set(names) == {f"vn-budapest-brief-en-{DAY}.html", f"vn-unicef-2025-brief-en-{DAY}.html"}


def test_a_list_of_numbers_of_any_length_makes_a_name_that_file_systems_hold(tmp_path: Path) -> None:
    numbers = [str(article) for article in range(7, 35)] * 3
    one, other = (report(tmp_path, *numbers[:count], "--format", "csv", "--audience", "brief") for count in (75, 76))
    names = {*one, *other}
    assert len(names) == 2
    assert all(len(name) < 255 and name.startswith("vn-hanoi-7-8-9-") for name in names)
    assert all(name.endswith(f"-brief-en-{DAY}.csv") for name in names)


def refused(folder: Path, *words: str, lang: str = "en", **environment: str) -> str:
    """Return what is complained of: in one line, with code 2, and with nothing written."""
    made = folder / "made"
    ran = run_here(
        "report", "vn", "14", "--as-of", DAY, "--output", str(made), "--lang", lang, *words, **environment
    )  # fmt: skip
    assert (ran.code, ran.out) == (2, "")
    assert not made.exists()
    (line,) = ran.err.splitlines()
    return line


def usage(key: str, lang: str = "en", **facts: object) -> str:
    return messages_in(lang).say("usage", key, **facts)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "content", ["", "no JSON", "{", "[" * 100_000, "\x00"], ids=["empty", "text", "cut", "deep", "nul"]
)
def test_what_is_no_json_cannot_be_compared_with(tmp_path: Path, content: str, lang: str) -> None:
    before = tmp_path / "before.json"
    before.write_text(content, encoding="utf-8")
    said = refused(tmp_path, "--since", str(before), lang=lang)
    assert said == usage("since-not-json", lang, found=before, about="vn hanoi")


@pytest.mark.parametrize("content", ["{}", "[]", "1", "null", '{"format": "gapcheck.assessment", "version": 99}'])
def test_json_that_is_no_assessment_cannot_be_compared_with(tmp_path: Path, content: str) -> None:
    before = tmp_path / "before.json"
    before.write_text(content, encoding="utf-8")
    said = refused(tmp_path, "--since", str(before))
    assert said == usage("since-not-assessment", found=before, about="vn hanoi")


def test_an_assessment_of_another_law_cannot_be_compared_with(tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    before.write_text(run_here("check", "th", "--as-of", DAY, "--format", "json").out, encoding="utf-8")
    assert refused(tmp_path, "--since", str(before)) == usage("since-other-law", found=before, about="vn hanoi")


@pytest.mark.parametrize("option", ["--since", "--template"])
def test_a_file_that_is_not_there_is_named(tmp_path: Path, option: str) -> None:
    missing = tmp_path / "missing.file"
    for path, problem in ((missing, "No such file or directory"), (tmp_path, "Is a directory")):
        said = refused(tmp_path, option, str(path), "--format", "docx")
        assert said == usage("cannot-read", found=path, problem=problem)


def test_what_changed_since_then_is_in_the_report(tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    held = run_here("check", "vn", "--as-of", DAY, "--format", "json").json
    for paragraph in held["paragraphs"]:
        if paragraph["id"] == "hanoi:15.1":
            paragraph["verdict"] = "aligned"
    before.write_text(json.dumps(held), encoding="utf-8")
    (text,) = report(tmp_path, "--since", str(before), "--format", "md").values()
    changes = text.partition("| Paragraph | Provision | Before | Now |")[2].partition("\n\n")[0].splitlines()[2:]
    assert [row.split(" | ")[2:4] for row in changes] == [["aligned", "missing"]]


def header_of(document: Document) -> Part:
    document.sections[0].header.is_linked_to_previous = False
    return document.sections[0].header.part


MADE = template_made()
"""A template that is as Word makes it."""


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("template-no-word", b"no document"),
        ("template-no-word", MADE[:2000]),
        ("template-macros", repacked(MADE, lambda _, part: part, **{"word/vbaProject.bin": b"x"})),
        ("template-outside", template_made(lambda document: tie(header_of(document), "image"))),
    ],
    ids=["text", "cut", "macros", "outside"],
)
def test_a_template_that_cannot_be_used_is_refused(tmp_path: Path, kind: str, content: bytes, lang: str) -> None:
    template = tmp_path / "ministry.docx"
    template.write_bytes(content)
    words = ("--template", str(template), "--format", "docx", "--format", "md")
    assert refused(tmp_path, *words, lang=lang) == usage(kind, lang, found=template)


def test_a_template_is_refused_where_nothing_would_use_it(tmp_path: Path) -> None:
    template = tmp_path / "ministry.docx"
    template.write_bytes(MADE)
    told = usage("template-unused", "en", found=template)
    assert refused(tmp_path, "--template", str(template), "--format", "pdf", lang="en") == told


def test_a_template_keeps_its_styles_its_margins_and_its_head(tmp_path: Path) -> None:
    def of_a_ministry(document: Document) -> None:
        document.styles["Heading 1"].font.name = "Times New Roman"
        document.styles["Normal"].font.size = Pt(13)
        section = document.sections[0]
        section.left_margin, section.right_margin = Twips(1701), Twips(1134)
        section.header.paragraphs[0].text = "BỘ TƯ PHÁP"
        document.add_paragraph("To be removed")

    template = tmp_path / "ministry.docx"
    template.write_bytes(template_made(of_a_ministry))
    words = ("--format", "docx", "--lang", "vi", "--template", str(template), "--output", str(tmp_path / "made"))
    for audience in ("brief", "full", "concordance"):
        ran = run_here("report", "vn", "14", "--as-of", DAY, "--audience", audience, *words)
        assert (ran.code, ran.err) == (0, "")
        document = docx.Document(ran.lines[0])
        assert document.styles["Heading 1"].font.name == "Times New Roman"
        assert document.styles["Normal"].font.size == Pt(13)
        assert {(one.left_margin, one.right_margin) for one in document.sections} == {(Twips(1701), Twips(1134))}
        assert {one.header.paragraphs[0].text for one in document.sections} == {"BỘ TƯ PHÁP"}
        texts = [paragraph.text for paragraph in document.paragraphs]
        assert "To be removed" not in texts
        assert "Việt Nam" in texts[0]
        assert any(paragraph.style and paragraph.style.name == "Heading 1" for paragraph in document.paragraphs)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_the_typesetter_a_report_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    for forms in (("--format", "pdf"), ("--format", "md", "--format", "pdf")):
        assert refused(tmp_path, *forms, lang=lang) == usage("no-pdf", lang, found="pdf")
    ran = run_here("report", "vn", "14", "--as-of", DAY, "--output", str(tmp_path), "--lang", lang, "--format", "md")
    assert ran.code == 0
