"""A report as PDF: laid out by typst, tagged for screen readers, drawn with fonts that gapcheck brings along."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gapcheck.report.messages import shown
from gapcheck.report.report_kinds import Audience
from gapcheck.report.report_view import ChapterCount, Entry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gapcheck.report.report_view import ReportView

Files = dict[str, bytes]

FONTS = Path(__file__).parent / "fonts"
"""All that the typesetter may read of this machine."""
TEMPLATES = Path(__file__).parent / "templates"
MAIN = "report.typ"
PARTS = ("report_parts.typ", "report_brief.typ", "report_full.typ", "report_concordance.typ")
SIZES = {Audience.BRIEF: (10.0, 9.5, 9.0, 8.5), Audience.FULL: (9.5,), Audience.CONCORDANCE: (8.0,)}
"""Points: of several sizes, the first at which the report is short enough is taken, or else the smallest."""
MOST_PAGES = 2
"""Of a brief."""
PROPERTIES = {Entry: ("provision",), ChapterCount: ("total",)}
"""What the template needs of a class besides its fields."""
_NO_GLYPH = "could not be displayed with font"
"""What typst says of a text for which no font has signs."""


class PdfNotInstalled(RuntimeError):  # noqa: N818 - it reads as a sentence
    """PDF needs a package that is not installed: `gapcheck[pdf]`."""


def report_pdf(view: ReportView) -> bytes:
    """Return the report as PDF/UA-1; the same view gives the same bytes.

    Raises PdfNotInstalled where the typesetter is not installed.
    """
    try:
        import typst  # noqa: F401, PLC0415 - an extra of 80 MB
    except ImportError:
        raise PdfNotInstalled from None
    sizes = SIZES[view.audience]
    content = _content(view)
    for size in sizes[:-1]:
        files = _files(content, size)
        if _number_of_pages(files) <= MOST_PAGES:
            return _compiled(files)
    return _compiled(_files(content, sizes[-1]))


def _content(view: ReportView) -> dict[str, Any]:
    """Return the view as plain data, without what this audience does not read."""
    unread = {"entries", "choices"} | ({"articles"} if view.audience is not Audience.FULL else set())
    content = {field.name: _plain(getattr(view, field.name)) for field in fields(view) if field.name not in unread}
    if view.audience is Audience.CONCORDANCE:
        content["rows"] = [
            {"article": _plain(entry.article), "heading": _plain(entry.heading), "cells": _plain(row)}
            for entry, row in zip(view.entries, view.concordance, strict=True)
        ]
    return content


def _plain(value: object) -> Any:  # noqa: ANN401 - what JSON holds
    """Return a value as JSON has it, its texts without hidden marks."""
    if isinstance(value, str):
        return shown(str(value))
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        names = (*(field.name for field in fields(value)), *PROPERTIES.get(type(value), ()))
        return {name: _plain(getattr(value, name)) for name in names}
    return value


def _files(content: dict[str, Any], size: float) -> Files:
    """Return the files that typst sees: the template, and the view as data. They exist in memory only."""
    view = json.dumps(content | {"size": size}, ensure_ascii=False).encode("utf-8", "replace")
    parts = {name: (TEMPLATES / name).read_bytes() for name in PARTS}
    return {"main.typ": (TEMPLATES / MAIN).read_bytes(), **parts, "view.json": view}


def _compiled(files: Files) -> bytes:
    """Return the PDF.

    The bundled fonts draw it; where a text needs other scripts, those of the machine help. Signs that even they lack
    stay in the text and are drawn as boxes, which PDF/UA does not allow.
    """
    import typst  # noqa: PLC0415 - as above

    for alone, standards in ((True, ["ua-1"]), (False, ["ua-1"])):
        try:
            return _pdf(files, alone=alone, standards=standards)
        except typst.TypstError as error:
            if _NO_GLYPH not in str(error):
                raise
    return _pdf(files, alone=False, standards=[])


def _pdf(files: Files, *, alone: bool, standards: Iterable[str]) -> bytes:
    import typst  # noqa: PLC0415 - as above

    made: bytes = typst.compile(  # type: ignore[call-overload]  # it does not say that it takes files in memory
        files,
        root=FONTS,
        font_paths=[FONTS],
        ignore_system_fonts=alone,
        format="pdf",
        pdf_standards=list(standards),
        timestamp=0,
    )
    return made


def _number_of_pages(files: Files) -> int:
    import typst  # noqa: PLC0415 - as above

    found = typst.query(  # type: ignore[misc]  # as above
        files, "<pages>", field="value", one=True, root=FONTS, font_paths=[FONTS], ignore_system_fonts=True
    )
    return int(json.loads(found))
