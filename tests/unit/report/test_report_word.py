"""The Word document as programs read it: the same each time, in real styles, in those of a template too."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise

import docx
import pytest
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm

from gapcheck.report.report_kinds import Audience
from gapcheck.report.report_view import BriefArticle, ReportView
from gapcheck.report.report_word import report_docx
from gapcheck.report.word_package import NotATemplate
from tests.unit.report.views import small_view

HOSTILE = (
    "<script>alert(1)</script>", '=HYPERLINK("http://x")', "#import", "\x1b[31m", "\u202eabc", "&amp;", "a\nb\tc",
    "".join(map(chr, range(32))), "\ud800", "\ufffe\uffff", "x" * 40_000, "{page}",
)  # fmt: skip
MAIN = b"wordprocessingml.document.main+xml"


@cache
def view(language: str = "en", audience: Audience = Audience.FULL) -> ReportView:
    return small_view(audience, language)


def read(report: ReportView, template: bytes | None = None) -> Document:
    return docx.Document(io.BytesIO(report_docx(report, template)))


def text_of(document: Document) -> str:
    return "\n".join("".join(one.xpath(".//w:t/text()")) for one in document.element.body.iter(qn("w:p")))


def made(change: Callable[[Document], object] = lambda _: None) -> bytes:
    """Return a template: a document of Word with something in it."""
    document = docx.Document()
    document.add_paragraph("What the template says")
    change(document)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def repacked(package: bytes, change: Callable[[str, bytes], bytes], **more: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as before, zipfile.ZipFile(held, "w") as after:
        for name in before.namelist():
            after.writestr(name, change(name, before.read(name)))
        for name, content in more.items():
            after.writestr(name, content)
    return held.getvalue()


every_audience = pytest.mark.parametrize("audience", list(Audience))


@every_audience
def test_the_same_report_makes_the_same_bytes(audience: Audience) -> None:
    report = view("en", audience)
    assert report_docx(report) == report_docx(replace(report))
    template = made()
    assert report_docx(report, template) == report_docx(report, template)


def test_no_part_of_it_tells_when_it_was_made() -> None:
    with zipfile.ZipFile(io.BytesIO(report_docx(view()))) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist() == sorted(package.namelist())


@every_audience
@pytest.mark.parametrize("language", ["en", "vi"])
def test_headings_descend_by_one(audience: Audience, language: str) -> None:
    styles = [paragraph.style.name for paragraph in read(view(language, audience)).paragraphs if paragraph.style]
    levels = [int(name[-1]) for name in styles if name and name.startswith("Heading ")]
    assert styles.count("Title") == 1
    assert levels[0] == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


@every_audience
def test_every_table_repeats_its_head_and_names_itself(audience: Audience) -> None:
    tables = read(view("en", audience)).tables
    assert tables
    for table in tables:
        head, *rows = table._tbl.tr_lst  # noqa: SLF001
        assert head.xpath("./w:trPr/w:tblHeader")
        assert head.xpath("./w:trPr/w:cantSplit")
        assert not [row for row in rows if row.xpath("./w:trPr/w:tblHeader")]
        assert table._tbl.xpath("./w:tblPr/w:tblCaption/@w:val")  # noqa: SLF001
        assert table.style is not None
        assert table.style.name == "Table Grid"


def test_rows_do_not_break_across_pages_unless_a_page_could_not_hold_them() -> None:
    long = replace(view(), glossary=(replace(view().glossary[0], meaning="word " * 8000), *view().glossary[1:]))
    rows = read(long).tables[-1]._tbl.tr_lst  # noqa: SLF001
    assert [bool(row.xpath("./w:trPr/w:cantSplit")) for row in rows[:4]] == [True, False, True, True]


@pytest.mark.parametrize(("language", "tag"), [("en", "en-GB"), ("vi", "vi-VN")])
def test_every_text_says_its_language(language: str, tag: str) -> None:
    document = read(view(language))
    assert set(document.element.body.xpath(".//w:r/w:rPr/w:lang/@w:val")) == {tag}
    assert document.element.body.xpath(".//w:r[not(w:rPr/w:lang)]") == []
    assert document.core_properties.language == tag


def test_the_document_says_what_it_is_and_of_which_day() -> None:
    facts = read(view()).core_properties
    assert (facts.title, facts.author) == (view().title, "gapcheck")
    assert facts.created == facts.modified == datetime(2026, 1, 1, tzinfo=UTC)


def test_the_contents_are_a_field_that_lists_the_headings_until_word_fills_it() -> None:
    document = read(view())
    assert ' TOC \\o "1-2" \\h \\z \\u ' in document.element.body.xpath(".//w:instrText/text()")
    assert document.settings.element.xpath("w:updateFields/@w:val") == ["true"]
    names = {name: [one.text for one in document.paragraphs if one.style and one.style.name == name]
             for name in ("toc 1", "toc 2", "Heading 1", "Heading 2")}  # fmt: skip
    assert names["toc 1"] == names["Heading 1"]
    assert names["toc 2"] == names["Heading 2"] != []
    anchors = document.element.body.xpath(".//w:hyperlink/@w:anchor")
    assert set(anchors) <= set(document.element.body.xpath(".//w:bookmarkStart/@w:name"))


@pytest.mark.parametrize("audience", [Audience.BRIEF, Audience.CONCORDANCE])
def test_a_short_report_has_no_contents_and_asks_nothing_when_it_is_opened(audience: Audience) -> None:
    assert read(view("en", audience)).settings.element.xpath("w:updateFields") == []


def test_title_and_day_stand_at_the_head_and_page_numbers_are_fields() -> None:
    section = read(view()).sections[0]
    assert section.header.paragraphs[0].text == "Zedland against the Pact, 1 January 2026"
    assert section.footer.paragraphs[0].text == "Page 1 of 1"
    assert section.footer._element.xpath(".//w:instrText/text()") == [" PAGE ", " NUMPAGES "]  # noqa: SLF001


def test_a_table_of_concordance_lies_across_the_page() -> None:
    first, second = read(view("en", Audience.CONCORDANCE)).sections
    assert first.page_width == second.page_height
    assert second.page_width is not None
    assert second.page_height is not None
    assert second.page_width > second.page_height


def test_a_brief_says_of_every_missing_offence_what_it_would_take() -> None:
    said = text_of(read(view("en", Audience.BRIEF)))
    gaps = [entry for article in view("en", Audience.BRIEF).brief.missing for entry in article.gaps]
    assert [entry.number for entry in gaps if f"The smallest change: {entry.smallest_change}" not in said] == []
    assert [entry.number for entry in gaps if f"Without protection: {entry.who}" not in said] == []


def test_a_brief_says_how_far_each_verdict_is_verified_and_what_a_star_means() -> None:
    report = view("en", Audience.BRIEF)
    said = text_of(read(report))
    gaps = [entry for article in report.brief.missing for entry in article.gaps]
    assert said.count("Verification: ") == len([entry for entry in gaps if entry.level])
    assert [entry.number for entry in gaps if entry.level and f"Verification: {entry.level}" not in said] == []
    starred = replace(report, brief=replace(report.brief, star="* What it means."))
    assert "* What it means." in text_of(read(starred)).splitlines()
    assert "* " not in text_of(read(replace(report, brief=replace(report.brief, star=""))))


def test_a_brief_has_no_heading_over_nothing() -> None:
    report = view("en", Audience.BRIEF)
    nothing = replace(
        report.brief, missing=(), none_missing="None.", missing_rules=(), partly=(), good=(), unsettled=()
    )
    said = text_of(read(replace(report, brief=nothing, not_assessed=""))).splitlines()
    keys = ("missing-rules", "partly", "good", "unsettled", "not-assessed-heading")
    assert not {report.labels[key] for key in keys} & set(said)
    assert said[said.index(report.labels["missing-offences"]) + 1] == "None."


def test_a_column_of_numbers_is_narrow_and_one_to_fill_in_is_not() -> None:
    table = read(view()).tables[0]._tbl  # noqa: SLF001
    widths = [int(width) for width in table.xpath("./w:tblGrid/w:gridCol/@w:w")]
    assert widths[0] > 1.2 * max(widths[1:])
    concordance = read(view("en", Audience.CONCORDANCE)).tables[-1]._tbl  # noqa: SLF001
    assert min(int(width) for width in concordance.xpath("./w:tblGrid/w:gridCol/@w:w")) > 600


def test_a_full_report_shows_how_each_act_is_covered_with_the_word_in_the_cell() -> None:
    cells = read(view()).element.body.xpath(".//w:tc[w:tcPr/w:shd/@w:fill='F6CFCB']")
    tinted = {"".join(cell.xpath(".//w:t/text()")) for cell in cells}
    assert "no" in tinted


def test_nothing_floats() -> None:
    body = read(view()).element.body
    assert body.xpath(".//w:drawing | .//w:pict | .//w:framePr | .//w:tblpPr") == []


@every_audience
@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_text_looks_like_makes_no_difference(audience: Audience, text: str) -> None:
    report = view("en", audience)
    first = report.entries[0]
    gap = replace(first, name=text, not_covered=text, who=text, heading=text, verdict=text)
    hostile = replace(
        report,
        title=text,
        standing=(text,),
        method=(text,),
        brief=replace(report.brief, missing=(BriefArticle(text, text, (gap,), (text,)),), good=(text,)),
        articles=tuple(replace(article, heading=text) for article in report.articles),
        concordance=tuple(tuple(text for _ in report.concordance_columns) for _ in report.entries),
    )
    document = read(hostile)
    said = text_of(document)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\u202e\ufffe\uffff\ud800]", said)
    assert (re.split(r"[^\x20-\x7e]", text)[0] or "\ufffd") in said
    assert document.element.body.xpath(".//script") == []


def test_a_template_keeps_its_styles_pages_heads_and_feet_and_loses_what_it_says() -> None:
    def change(document: Document) -> None:
        document.styles["Heading 1"].font.name = "Times New Roman"
        section = document.sections[0]
        section.left_margin = Cm(4)
        section.header.paragraphs[0].text = "Ministry of Justice"
        document.add_section()
        document.core_properties.author = "Somebody"

    document = read(view(), made(change))
    assert document.styles["Heading 1"].font.name == "Times New Roman"
    assert {round(section.left_margin.cm, 2) for section in document.sections if section.left_margin} == {4}
    assert {section.header.paragraphs[0].text for section in document.sections} == {"Ministry of Justice"}
    assert document.sections[0].footer.paragraphs[0].text == "Page 1 of 1"
    assert "What the template says" not in text_of(document)
    assert document.core_properties.author == "gapcheck"


def test_styles_that_a_template_lacks_are_made() -> None:
    lacking = ("Title", "Subtitle", "Heading 3", "Heading 4", "List Bullet", "Table Grid", "Header")

    def change(document: Document) -> None:
        for name in lacking:
            document.styles[name].delete()

    document = read(view(), made(change))
    assert [name for name in lacking if name not in {style.name for style in document.styles}] == []
    used = set(document.element.body.xpath(".//w:pStyle/@w:val | .//w:tblStyle/@w:val"))
    assert used <= {style.style_id for style in document.styles}
    bullets = [one.text for one in document.paragraphs if one.style and one.style.name == "List Bullet"]
    assert bullets
    assert all(text.startswith("•") for text in bullets)


def test_a_name_that_a_template_uses_otherwise_is_no_hindrance() -> None:
    def change(document: Document) -> None:
        for style in document.styles.element.xpath("w:style[w:name/@w:val='Title']"):
            style.set(qn("w:type"), "character")

    assert read(view(), made(change)).paragraphs[0].text == view().title


def test_a_dotx_is_a_template_too() -> None:
    dotx = repacked(made(), lambda _, part: part.replace(MAIN, b"wordprocessingml.template.main+xml"))
    assert read(view(), dotx).paragraphs[0].text == view().title


MADE = made()


@pytest.mark.parametrize(
    "broken",
    [
        b"", b"no document", MADE[:2000], b"PK\x05\x06" + bytes(18),
        repacked(MADE, lambda name, part: b"<w:document" if name == "word/document.xml" else part),
        repacked(MADE, lambda name, part: b"" if name == "word/styles.xml" else part),
        repacked(MADE, lambda _, part: part.replace(MAIN, b"presentationml.main+xml")),
    ],
)  # fmt: skip
def test_a_file_that_is_no_document_is_refused(broken: bytes) -> None:
    with pytest.raises(NotATemplate) as refused:
        report_docx(view("en", Audience.BRIEF), broken)
    assert refused.value.kind == "template-no-word"


@pytest.mark.parametrize(
    "macros",
    [
        repacked(MADE, lambda _, part: part.replace(
            b"openxmlformats-officedocument.wordprocessingml.document.main", b"ms-word.document.macroEnabled.main")),
        repacked(MADE, lambda _, part: part, **{"word/vbaProject.bin": b"x"}),
    ],
)  # fmt: skip
def test_a_template_with_macros_is_refused(macros: bytes) -> None:
    with pytest.raises(NotATemplate) as refused:
        report_docx(view("en", Audience.BRIEF), macros)
    assert refused.value.kind == "template-macros"


def tie(part: Part, kind: str) -> str:
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    return part.relate_to("http://x.example/y", base + kind, is_external=True)


def test_a_template_is_never_fetched_from_elsewhere() -> None:
    def attach(document: Document) -> None:
        name = tie(document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS), "attachedTemplate")
        attached = OxmlElement("w:attachedTemplate")
        attached.set(qn("r:id"), name)
        document.settings.element.insert(0, attached)

    with zipfile.ZipFile(io.BytesIO(report_docx(view("en", Audience.BRIEF), made(attach)))) as package:
        assert not [name for name in package.namelist() if b"x.example" in package.read(name)]
        assert b"attachedTemplate" not in package.read("word/settings.xml")


def test_what_the_body_of_a_template_points_to_is_forgotten() -> None:
    there = made(lambda document: tie(document.part, "image"))
    with zipfile.ZipFile(io.BytesIO(report_docx(view("en", Audience.BRIEF), there))) as package:
        assert not [name for name in package.namelist() if b"x.example" in package.read(name)]


def test_a_head_of_pages_whose_picture_lies_elsewhere_is_refused() -> None:
    def header(document: Document) -> Part:
        document.sections[0].header.is_linked_to_previous = False
        return document.sections[0].header.part

    with pytest.raises(NotATemplate) as refused:
        report_docx(view("en", Audience.BRIEF), made(lambda document: tie(header(document), "image")))
    assert refused.value.kind == "template-outside"
    assert read(view("en", Audience.BRIEF), made(lambda document: tie(header(document), "hyperlink"))).paragraphs
