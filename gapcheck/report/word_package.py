"""The file around a Word document: a new one, a ministry's template without what it says, and how both are packed."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part
    from docx.oxml.xmlchemy import BaseOxmlElement

A4 = (11906, 16838)
"""Twips."""
MARGIN = 1134
"""Twips: two centimetres."""
FONT = "Calibri"
KEPT = frozenset({
    "styles", "stylesWithEffects", "settings", "webSettings", "fontTable", "theme", "numbering", "header", "footer",
    "footnotes", "endnotes", "customXml",
})  # fmt: skip
"""What of a template is kept: how things look, not what it says."""
LARGEST = 100_000_000
"""Bytes that a template may unpack to."""
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)
_TYPES = "[Content_Types].xml"
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_MACROS = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)


class NotATemplate(ValueError):  # noqa: N818 - it reads as a sentence
    """A file cannot be the template of a report. `kind` names the message."""

    def __init__(self, kind: str) -> None:
        """Remember why."""
        super().__init__(kind)
        self.kind = kind


def opened(template: bytes | None) -> Document:
    """Return an empty document: with the styles and pages of the template, or with plain ones of A4.

    Raises NotATemplate where the template is no document of Word, or holds macros or what lies elsewhere.
    """
    import docx  # noqa: PLC0415 - only where a document is made

    if template is None:
        document = docx.Document()
        _furnish(document)
    else:
        plain = _plain(template)
        try:
            document = docx.Document(BytesIO(plain))
            _empty(document)
        except Exception as error:  # a broken file breaks python-docx in many ways
            raise NotATemplate("template-no-word") from error
    _forget_the_rest(document)
    return document


def packed(document: bytes) -> bytes:
    """Return the same package without the time at which it was made."""
    held = BytesIO()
    with ZipFile(BytesIO(document)) as before, ZipFile(held, "w") as after:
        for name in sorted(before.namelist()):
            part = ZipInfo(name, _FIRST_DAY_OF_ZIP)
            part.compress_type, part.create_system = ZIP_DEFLATED, 0
            after.writestr(part, before.read(name))
    return held.getvalue()


def _plain(template: bytes) -> bytes:
    """Return the template as a document; a DOTX is one that calls itself otherwise."""
    parts = _parts(template)
    types = parts.get(_TYPES, b"")
    if _MACROS.search(types) or any("vbaproject" in name.casefold() for name in parts):
        raise NotATemplate("template-macros")
    if _MAIN in types:
        return template
    if _TEMPLATE not in types:
        raise NotATemplate("template-no-word")
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as package:
        for name, content in (parts | {_TYPES: types.replace(_TEMPLATE, _MAIN)}).items():
            package.writestr(name, content)
    return held.getvalue()


def _parts(template: bytes) -> dict[str, bytes]:
    """Return what a package holds; nothing of one that is too large."""
    try:
        with ZipFile(BytesIO(template)) as package:
            is_large = sum(part.file_size for part in package.infolist()) > LARGEST
            return {} if is_large else {name: package.read(name) for name in package.namelist()}
    except Exception as error:  # what calls itself ZIP may be broken anywhere
        raise NotATemplate("template-no-word") from error


def _empty(document: Document) -> None:
    """Remove what the template says; how its last pages lie stays, with the heads and feet that they inherit."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - only where a document is made

    body = document.element.body
    last = body.get_or_add_sectPr()
    inherited: dict[tuple[str, str | None], BaseOxmlElement] = {}
    for section in body.xpath(".//w:sectPr"):
        for there in section.xpath("./w:headerReference | ./w:footerReference"):
            inherited[there.tag, there.get(qn("w:type"))] = there
    for there in last.xpath("./w:headerReference | ./w:footerReference"):
        last.remove(there)
    for place, there in enumerate(inherited.values()):
        last.insert(place, there)
    for child in list(body):
        if child is not last:
            body.remove(child)
    if not last.xpath("./w:pgSz"):
        _set_pages(document)
    used = set(last.xpath("./*/@r:id"))
    for name, relation in list(document.part.rels.items()):
        kind = relation.reltype.rpartition("/")[2]
        if relation.is_external or kind not in KEPT or (kind in {"header", "footer"} and name not in used):
            document.part.rels.pop(name)


def _forget_the_rest(document: Document) -> None:
    """Remove the preview and every tie to other files; refuse what the pages of a report would need from elsewhere."""
    package = document.part.package
    for name, relation in list(package.rels.items()):
        if relation.is_external or relation.reltype.endswith("/thumbnail"):
            package.rels.pop(name)
    settings = cast("BaseOxmlElement", document.settings.element)
    for part in package.iter_parts():
        for name, relation in list(part.rels.items()):
            if not relation.is_external or relation.reltype.endswith("/hyperlink"):
                continue
            if getattr(part, "element", None) is not settings:
                raise NotATemplate("template-outside")
            _untie(part, settings, name)


def _untie(part: Part, settings: BaseOxmlElement, name: str) -> None:
    """Remove from the settings what points to another file, like the template from which the template was made."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - only where a document is made

    part.rels.pop(name)
    for setting in list(settings):
        if any(there.get(qn("r:id")) == name for there in setting.iter()):
            settings.remove(setting)


def _furnish(document: Document) -> None:
    """Lay out a document of our own: A4, one font that has the letters of Vietnamese, today's rules of layout."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - only where a document is made

    _set_pages(document)
    fonts = document.styles.element.xpath("w:docDefaults//w:rFonts")[0]
    fonts.attrib.clear()
    fonts.attrib.update({qn(f"w:{script}"): FONT for script in ("ascii", "hAnsi", "cs", "eastAsia")})
    for mode in document.settings.element.xpath("w:compat/w:compatSetting[@w:name='compatibilityMode']"):
        mode.set(qn("w:val"), "15")


def _set_pages(document: Document) -> None:
    from docx.shared import Twips  # noqa: PLC0415 - only where a document is made

    section = document.sections[-1]
    section.page_width, section.page_height = (Twips(side) for side in A4)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Twips(MARGIN)
