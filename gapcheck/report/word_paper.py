"""A Word document that is written from its beginning to its end, in its own styles or in those of a template."""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import datetime
from io import BytesIO
from itertools import count, zip_longest
from math import hypot, sqrt
from typing import TYPE_CHECKING, NamedTuple, cast

from gapcheck.report.report_sheets import TINTS, office_text
from gapcheck.report.word_package import A4, opened, packed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import _Footer, _Header
    from docx.styles.style import ParagraphStyle

    from gapcheck.report.report_view import ReportView

LANGUAGE_TAGS = {"en": "en-GB", "vi": "vi-VN"}
"""How Word calls a language; of any other it is told the code."""
_LONGEST_PROPERTY = 255
_LETTER, _WIDE_LETTER, _AROUND = 90, 115, 140
"""Twips that a letter of a table takes, and what is around its words."""
_LONGEST_WORD, _LONG = 14, 60
_SHORT = 24
"""Letters: a column with empty cells is never thought narrower, since somebody may write into them."""
_SMALLEST = 6.5
_MOST_LINES = 18
"""A row of more lines may break across pages: it might not fit on one, or leave much of one empty."""
_CONTENTS_LEVELS = 2
_EMUS = 635
"""In a twip: what python-docx counts in."""
_AFTER_UPDATE_FIELDS = (
    "w:hdrShapeDefaults", "w:footnotePr", "w:endnotePr", "w:compat", "w:docVars", "w:rsids", "m:mathPr",
    "w:attachedSchema", "w:themeFontLang", "w:clrSchemeMapping", "w:doNotIncludeSubdocsInStats", "w:shapeDefaults",
    "w:decimalSymbol", "w:listSeparator",
)  # fmt: skip
"""What the settings of a document hold after it: their order is fixed."""
_FIELD = re.compile(r"\{(page|total)\}")
_FIELDS = {"page": "PAGE", "total": "NUMPAGES"}


class Piece(NamedTuple):
    """A part of a paragraph."""

    text: str
    bold: bool = False
    tone: str = ""
    size: float = 0
    """In points; that of its style where it is nothing."""


class Cell(NamedTuple):
    """A text of a table and the tone that lies behind it."""

    text: str
    tone: str = ""
    bold: bool = False


class Look(NamedTuple):
    """How a style looks: sizes in points."""

    size: float
    bold: bool = False
    before: float = 0
    after: float = 4
    indent: float = 0
    outline: int | None = None


LOOKS = {
    "Normal": Look(10),
    "Title": Look(22, bold=True, after=4),
    "Subtitle": Look(12, after=10),
    "Heading 1": Look(16, bold=True, before=18, after=6, outline=0),
    "Heading 2": Look(13, bold=True, before=14, outline=1),
    "Heading 3": Look(11.5, bold=True, before=12, outline=2),
    "Heading 4": Look(10.5, bold=True, before=8, after=2, outline=3),
    "List Bullet": Look(9.5, after=1, indent=18),
    "Header": Look(9, after=0),
    "Footer": Look(9, after=0),
    "Table Text": Look(8.5, after=0),
    "toc 1": Look(10.5, before=4, after=2),
    "toc 2": Look(10, after=1, indent=12),
}
"""The styles that a report uses, as they look where no template has them."""


class Paper:
    """A document in the making."""

    def __init__(self, view: ReportView, template: bytes | None) -> None:
        """Begin the document: its styles, its facts, what stands at the head and the foot of every page."""
        from docx.oxml.ns import qn  # noqa: PLC0415 - only where a document is made
        from docx.oxml.parser import OxmlElement  # noqa: PLC0415

        self._qn, self._element = qn, OxmlElement
        self._view = view
        self._tag = LANGUAGE_TAGS.get(view.language, view.language)
        self._document = opened(template)
        self._last = self._document.element.body.get_or_add_sectPr()
        self._is_flat = False
        self._bullet = ""
        self._styles: dict[str, str] = {}
        self._bookmarks = count(1)
        self._headings: list[tuple[int, str, str]] = []
        self._contents: BaseOxmlElement | None = None
        for name, look in LOOKS.items():
            self._prepare(name, look, is_own=template is None)
        self._grid = self._table_style()
        self._state_facts()
        self._head_and_foot()

    def heading(self, text: str, level: int) -> None:
        """Add a heading; those of the first two levels stand in the contents."""
        runs = [self._run(Piece(text))]
        if level <= _CONTENTS_LEVELS:
            number = next(self._bookmarks)
            name = f"_Toc{number:08}"
            self._headings.append((level, text, name))
            begin = self._made("w:bookmarkStart", id=str(number), name=name)
            runs = [begin, *runs, self._made("w:bookmarkEnd", id=str(number))]
        self._add(self._paragraph(runs, f"Heading {level}"))

    def paragraph(self, said: str | Iterable[Piece], style: str = "Normal") -> None:
        """Add a paragraph."""
        pieces = (Piece(said),) if isinstance(said, str) else said
        self._add(self._paragraph([self._run(piece) for piece in pieces], style))

    def bullets(self, lines: Iterable[str]) -> None:
        """Add a list."""
        for line in lines:
            self.paragraph(f"{self._bullet}{line}", "List Bullet")

    def warning(self, text: str) -> None:
        """Add a paragraph in a frame."""
        paragraph = self._paragraph([self._run(Piece(text, bold=True))], "Normal")
        sides = ("top", "left", "bottom", "right")
        lines = (self._made(f"w:{side}", val="single", sz="8", space="4", color="B35900") for side in sides)
        properties = paragraph.find(self._qn("w:pPr"))
        assert properties is not None  # noqa: S101 - every paragraph has a style
        properties.extend([self._made("w:pBdr", *lines), self._shade("poor")])
        self._add(paragraph)

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[str | Cell]], caption: str) -> None:
        """Add a table: its head stands on every page, and its rows do not break across pages."""
        cells = [[cell if isinstance(cell, Cell) else Cell(cell) for cell in row] for row in rows]
        widths, size = _widths(columns, cells, self._text_width())
        properties = self._made(
            "w:tblPr",
            self._made("w:tblStyle", val=self._grid),
            self._made("w:tblW", w=str(sum(widths)), type="dxa"),
            self._made("w:tblLayout", type="fixed"),
            self._made("w:tblCellMar", *(self._made(f"w:{side}", w="60", type="dxa") for side in ("left", "right"))),
            self._made("w:tblLook", val="0020", firstRow="1", noVBand="1"),
            self._made("w:tblCaption", val=office_text(caption)),
        )
        grid = self._made("w:tblGrid", *(self._made("w:gridCol", w=str(width)) for width in widths))
        head = [Cell(text, "head", bold=True) for text in columns]
        body = (self._row(row, widths, size) for row in cells)
        self._add(self._made("w:tbl", properties, grid, self._row(head, widths, size, is_head=True), *body))
        self._add(self._paragraph([], "Table Text"))

    def turn(self) -> None:
        """Begin a new page that lies the other way."""
        holder = self._paragraph([], "Table Text")
        properties = holder.find(self._qn("w:pPr"))
        assert properties is not None  # noqa: S101 - every paragraph has a style
        properties.append(self._section())
        self._add(holder)
        self._is_flat = not self._is_flat

    def contents(self, label: str) -> None:
        """Add the contents: a field that Word fills, which until then lists the headings that follow."""
        self.paragraph([Piece(label, bold=True)])
        self._contents = self._paragraph([], "Normal")
        self._add(self._contents)

    def finished(self) -> bytes:
        """Return the document; what was written in the same way has the same bytes."""
        if self._contents is not None:
            self._fill_contents(self._contents)
        section = self._section()
        self._last.getparent().replace(self._last, section)
        held = BytesIO()
        self._document.save(held)
        return packed(held.getvalue())

    def _made(self, tag: str, *children: BaseOxmlElement, text: str = "", **attributes: str) -> BaseOxmlElement:
        element = cast("BaseOxmlElement", self._element(tag))
        for name, value in attributes.items():
            element.set(self._qn(f"w:{name}"), value)
        element.extend(children)
        if text:
            element.text = text
            element.set(self._qn("xml:space"), "preserve")
        return element

    def _add(self, element: BaseOxmlElement) -> None:
        self._last.addprevious(element)

    def _shade(self, tone: str) -> BaseOxmlElement:
        return self._made("w:shd", val="clear", color="auto", fill=TINTS[tone])

    def _paragraph(self, runs: Iterable[BaseOxmlElement], style: str) -> BaseOxmlElement:
        return self._made("w:p", self._made("w:pPr", self._made("w:pStyle", val=self._styles[style])), *runs)

    def _run(self, piece: Piece, *inside: BaseOxmlElement) -> BaseOxmlElement:
        """Return a text with its language: a speech reader has to know, and a spelling checker too."""
        properties = self._made("w:rPr")
        if piece.bold:
            properties.append(self._made("w:b"))
        if piece.tone:
            properties.append(self._shade(piece.tone))
        properties.append(self._made("w:lang", val=self._tag))
        if piece.size:
            properties.insert_element_before(self._made("w:sz", val=str(round(2 * piece.size))), "w:shd", "w:lang")
        text = office_text(piece.text)
        return self._made("w:r", properties, *inside, *([self._made("w:t", text=text)] if text else []))

    def _row(
        self, cells: Sequence[Cell], widths: Sequence[int], size: float, *, is_head: bool = False
    ) -> BaseOxmlElement:
        properties = self._made("w:trPr")
        lines = max(len(cell.text) * _LETTER / width for cell, width in zip(cells, widths, strict=True))
        if lines < _MOST_LINES:
            properties.append(self._made("w:cantSplit"))
        if is_head:
            properties.append(self._made("w:tblHeader"))
        made = []
        for cell, width in zip(cells, widths, strict=True):
            of_cell = self._made("w:tcPr", self._made("w:tcW", w=str(width), type="dxa"))
            if cell.tone:
                of_cell.append(self._shade(cell.tone))
            runs = [self._run(Piece(cell.text, bold=cell.bold, size=size))] if cell.text else []
            made.append(self._made("w:tc", of_cell, self._paragraph(runs, "Table Text")))
        return self._made("w:tr", properties, *made)

    def _field(self, instruction: str, *shown: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
        """Yield what Word works out by itself, and what is shown until then."""
        for kind in ("begin", "separate", "end"):
            if kind == "end":
                yield from shown
            yield self._run(Piece(""), self._made("w:fldChar", fldCharType=kind))
            if kind == "begin":
                yield self._run(Piece(""), self._made("w:instrText", text=f" {instruction} "))

    def _fill_contents(self, place: BaseOxmlElement) -> None:
        begin, instruction, separate, end = self._field(rf'TOC \o "1-{_CONTENTS_LEVELS}" \h \z \u')
        opening = [begin, instruction, separate]
        for level, text, name in self._headings:
            link = self._made("w:hyperlink", self._run(Piece(text)), anchor=name, history="1")
            place.addprevious(self._paragraph([*opening, link], f"toc {level}"))
            opening = []
        place.extend([*opening, end])
        settings = self._document.settings.element
        for there in settings.xpath("w:updateFields"):
            settings.remove(there)
        settings.insert_element_before(self._made("w:updateFields", val="true"), *_AFTER_UPDATE_FIELDS)

    def _section(self) -> BaseOxmlElement:
        """Return how the pages of a section lie: as those of the template, or turned."""
        section: BaseOxmlElement = deepcopy(self._last)
        size = section.find(self._qn("w:pgSz"))
        if self._is_flat and size is not None:
            height, width = size.get(self._qn("w:w")), size.get(self._qn("w:h"))
            size.attrib.clear()
            turned = {"w": width, "h": height, "orient": "landscape"}
            size.attrib.update({self._qn(f"w:{name}"): value or "" for name, value in turned.items()})
        return section

    def _text_width(self) -> int:
        section = self._document.sections[-1]
        paper = (section.page_height if self._is_flat else section.page_width) or A4[self._is_flat] * _EMUS
        return int((paper - (section.left_margin or 0) - (section.right_margin or 0)) / _EMUS)

    def _prepare(self, name: str, look: Look, *, is_own: bool) -> None:
        """Find a style of the document, or make it; without a template all styles are made to fit each other."""
        from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415

        styles = self._document.styles
        there = {style.name: style for style in styles if style.type == WD_STYLE_TYPE.PARAGRAPH}
        found: ParagraphStyle | None = there.get(name)
        if found is None:
            if any(style.name == name for style in styles):
                self._styles[name] = styles.default(WD_STYLE_TYPE.PARAGRAPH).style_id
                return
            made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
            made.base_style = styles.default(WD_STYLE_TYPE.PARAGRAPH)
            self._dress(made, look)
            self._bullet = "•\u00a0" if name == "List Bullet" else self._bullet
            found = made
        elif is_own:
            kept = found.element.xpath("./w:pPr/w:numPr")
            for part in found.element.xpath("./w:pPr | ./w:rPr"):
                found.element.remove(part)
            self._dress(found, look)
            found.element.get_or_add_pPr().extend(kept)
        self._styles[name] = found.style_id

    def _dress(self, style: ParagraphStyle, look: Look) -> None:
        from docx.shared import Pt  # noqa: PLC0415

        style.font.size, style.font.bold = Pt(look.size), look.bold or None
        layout = style.paragraph_format
        layout.space_before, layout.space_after = Pt(look.before), Pt(look.after)
        layout.keep_with_next = True if look.outline is not None else None
        if look.indent:
            layout.left_indent = Pt(look.indent)
        if look.outline is not None:
            style.element.get_or_add_pPr().append(self._made("w:outlineLvl", val=str(look.outline)))
        if style.name.startswith("toc"):
            self._add_leader(style)

    def _add_leader(self, style: ParagraphStyle) -> None:
        from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER  # noqa: PLC0415
        from docx.shared import Twips  # noqa: PLC0415

        place = Twips(self._text_width())
        style.paragraph_format.tab_stops.add_tab_stop(place, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)

    def _table_style(self) -> str:
        """Return the style of tables with lines; one is made where the template lacks it."""
        from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415

        styles = self._document.styles
        for style in styles:
            if style.name == "Table Grid" and style.type == WD_STYLE_TYPE.TABLE:
                return str(style.style_id)
        made = styles.add_style("Table Grid", WD_STYLE_TYPE.TABLE, builtin=True)
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        lines = (self._made(f"w:{side}", val="single", sz="4", space="0", color="8A94A0") for side in sides)
        made.element.append(self._made("w:tblPr", self._made("w:tblBorders", *lines)))
        return str(made.style_id)

    def _state_facts(self) -> None:
        view, facts = self._view, self._document.core_properties
        facts.title = office_text(view.title)[:_LONGEST_PROPERTY]
        facts.subject = office_text(view.instrument)[:_LONGEST_PROPERTY]
        facts.author = facts.last_modified_by = "gapcheck"
        facts.comments = facts.keywords = facts.category = ""
        facts.language, facts.revision = self._tag, 1
        facts.created = facts.modified = datetime.fromisoformat(f"{view.day_code}T00:00:00+00:00")
        for language in self._document.styles.element.xpath("w:docDefaults//w:lang"):
            language.set(self._qn("w:val"), self._tag)

    def _head_and_foot(self) -> None:
        """Write title, day and page numbers on every page, unless the template says something there."""
        section, view = self._document.sections[-1], self._view
        if _is_empty(section.header):
            self._write(section.header, [self._run(Piece(f"{view.title}, {view.day}"))], "Header")
        if _is_empty(section.footer):
            parts = zip_longest(*[iter([*_FIELD.split(view.labels["page"]), ""])] * 2, fillvalue="")
            runs: list[BaseOxmlElement] = []
            for text, field in parts:
                runs += [self._run(Piece(text))] if text else []
                runs += self._field(_FIELDS[field], self._run(Piece("1"))) if field else []
            self._write(section.footer, runs, "Footer")

    def _write(self, part: _Header | _Footer, runs: list[BaseOxmlElement], style: str) -> None:
        part.is_linked_to_previous = False
        for paragraph in part.paragraphs:
            paragraph._p.getparent().remove(paragraph._p)  # noqa: SLF001 - python-docx has no way of its own
        part._element.append(self._paragraph(runs, style))  # noqa: SLF001 - as above


def _is_empty(part: _Header | _Footer) -> bool:
    """Whether a head or foot of pages shows nothing: no text, no picture, no field."""
    if part.is_linked_to_previous:
        return True
    shown = part._element.xpath(".//w:t | .//w:drawing | .//w:pict | .//w:object | .//w:fldChar | .//w:fldSimple")  # noqa: SLF001 - python-docx has no way of its own
    return not shown


def _widths(columns: Sequence[str], rows: Sequence[Sequence[Cell]], room: int) -> tuple[list[int], float]:
    """Return how wide columns are, and how small letters have to be where the columns do not fit otherwise.

    Each column holds its longest word and half of its head, which is bold; the rest goes where the long texts are.
    """
    texts = [[column, *(row[place].text for row in rows)] for place, column in enumerate(columns)]
    heads = [max(len(head) // 2, *(len(word) * 6 // 5 for word in ("", *head.split()))) for head in columns]
    words = [max(head, *map(len, " ".join(column).split()), 1) for head, column in zip(heads, texts, strict=True)]
    ample = sum(min(word, _LONGEST_WORD) * _WIDE_LETTER + _AROUND for word in words)
    share = min(1, room / ample)
    usual = [max(hypot(*map(len, column[1:])) / sqrt(len(rows) or 1), 1) for column in texts]
    letter = _LETTER if max(usual) > _LONG else (_LETTER + _WIDE_LETTER) / 2
    least = [(min(word, _LONGEST_WORD) * letter + _AROUND) * share for word in words]
    wanted = [(one if all(column) else max(one, _SHORT)) ** 0.85 for column, one in zip(texts, usual, strict=True)]
    spare = (room - sum(least)) / sum(wanted)
    size = max(LOOKS["Table Text"].size * share, _SMALLEST) if share < 1 else 0
    return [int(width + spare * want) for width, want in zip(least, wanted, strict=True)], size
