"""A report as PDF: the same bytes for the same view, short where it is brief, and nothing in it is ever evaluated."""

from __future__ import annotations

import builtins
import dataclasses
import re
import sys
import zlib
from datetime import date
from functools import cache
from typing import Any

import pytest

from gapcheck import api
from gapcheck.report.messages import LANGUAGES, messages_in
from gapcheck.report.report_kinds import Audience
from gapcheck.report.report_pdf import FONTS, MOST_PAGES, PdfNotInstalled, report_pdf
from gapcheck.report.report_view import ReportView
from gapcheck.report.reporting import Material, material, report_view

DAY = date(2026, 11, 21)
JURISDICTIONS = ("au", "gb", "nz", "ph", "th", "vn")
HOSTILE = (
    '#import "x"', '#panic("x")', '#read("/etc/passwd")', "<script>alert(1)</script>", "=HYPERLINK(1)", "a\u202eb",
    "$x$", "*a", "_a", "@ref", "// a", "/* a", "\\", "\\u{41}", '"', "'", "`a", "[a]", "{page}", "= a", "<pages>", "~",
    "--", "\x00", "\ud800", "x" * 300, "☃ → ✓",
)  # fmt: skip

every_audience = pytest.mark.parametrize("audience", Audience)


@cache
def found(jurisdiction: str) -> Material:
    data = api.open_data(instruments=["hanoi"], jurisdictions=[jurisdiction])
    bench = api.bench_of(data, jurisdiction, "hanoi", DAY)
    return material(bench, api.assess(bench))


@cache
def view(jurisdiction: str, audience: Audience, language: str) -> ReportView:
    return report_view(found(jurisdiction), audience, messages_in(language))


def inside(pdf: bytes) -> bytes:
    """Return what a PDF holds, with its packed objects."""
    packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return pdf + b"\n".join(zlib.decompressobj().decompress(one) for one in packed if one[:1] == b"\x78")


def number_of_pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", inside(pdf)))


def with_texts(value: Any, change: Any) -> Any:  # noqa: ANN401 - a view holds whatever it holds
    """Return a part of a view with its texts changed; codes, by which the template finds its way, stay."""
    if type(value) is str:
        return change(value)
    if isinstance(value, tuple):
        return tuple(with_texts(one, change) for one in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        kept = {"language", "day_code", "code", "tone", "state", "labels", "audience"}
        names = [field.name for field in dataclasses.fields(value) if field.name not in kept]
        return dataclasses.replace(value, **{name: with_texts(getattr(value, name), change) for name in names})
    return value


def short(whole: ReportView, paragraphs: int = 3) -> ReportView:
    """Return the beginning of a view, which is laid out faster."""
    return dataclasses.replace(
        whole,
        entries=whole.entries[:paragraphs],
        articles=whole.articles[:paragraphs],
        concordance=whole.concordance[:paragraphs],
        sections=whole.sections[:paragraphs],
    )


@every_audience
def test_the_same_view_gives_the_same_bytes(audience: Audience) -> None:
    whole = short(view("vn", audience, "vi"))
    assert report_pdf(whole) == report_pdf(whole)


@every_audience
@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
def test_a_text_is_never_read_as_markup(audience: Audience, hostile: str) -> None:
    # The template would not compile if #panic were evaluated, or if a file outside were read.
    pdf = report_pdf(with_texts(short(view("vn", audience, "en"), 1), lambda _: hostile))
    assert pdf.startswith(b"%PDF-1.7")


def test_a_text_may_stand_before_what_looks_like_markup() -> None:
    whole = with_texts(short(view("vn", Audience.FULL, "en"), 1), lambda text: f"{text} #panic(1) $a$ @b *c _d")
    assert report_pdf(whole).startswith(b"%PDF-1.7")


def test_a_text_in_a_script_that_no_font_here_draws_is_kept() -> None:
    whole = dataclasses.replace(short(view("vn", Audience.BRIEF, "en")), title="\U0001f5ff ລາວ 中文 ខ្មែរ \U00012000")
    assert number_of_pages(report_pdf(whole)) >= 1


@pytest.mark.parametrize("jurisdiction", JURISDICTIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_brief_has_two_pages_at_most(jurisdiction: str, language: str) -> None:
    assert number_of_pages(report_pdf(view(jurisdiction, Audience.BRIEF, language))) <= MOST_PAGES


def test_a_brief_with_more_to_say_is_longer_and_drops_nothing() -> None:
    whole = view("vn", Audience.BRIEF, "en")
    brief = dataclasses.replace(whole.brief, missing=whole.brief.missing * 4)
    assert number_of_pages(report_pdf(dataclasses.replace(whole, brief=brief))) > MOST_PAGES


@every_audience
def test_a_report_on_nothing_is_a_report(audience: Audience) -> None:
    whole = view("vn", audience, "en")
    brief = dataclasses.replace(whole.brief, missing=(), missing_rules=(), partly=(), good=(), unsettled=(), star="")
    nothing: dict[str, Any] = dict.fromkeys(
        ("standing", "counts", "chapters", "entries", "articles", "sections", "evidence", "concordance", "glossary"), ()
    )
    bare = dataclasses.replace(whole, brief=brief, warning="", unverified="", not_assessed="", **nothing)
    assert number_of_pages(report_pdf(bare)) >= 1


def test_it_is_tagged_and_says_what_it_conforms_to() -> None:
    held = inside(report_pdf(view("vn", Audience.BRIEF, "vi")))
    assert b"<pdfuaid:part>1</pdfuaid:part>" in held
    assert b"/Lang(vi)" in held.replace(b" ", b"")
    assert re.search(rb"/Marked\s*true", held)


def test_only_fonts_that_come_with_gapcheck_draw_it() -> None:
    held = inside(report_pdf(view("vn", Audience.FULL, "vi")))
    assert {name.partition(b"-")[0] for name in re.findall(rb"/BaseFont\s*/[A-Z]{6}\+([\w-]+)", held)} == {b"Sarabun"}
    assert {path.suffix for path in FONTS.iterdir()} == {".ttf", ".txt", ".md"}


def test_without_the_typesetter_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    imported = builtins.__import__

    def refusing(name: str, *rest: Any) -> Any:  # noqa: ANN401 - as __import__
        if name == "typst":
            raise ImportError(name)
        return imported(name, *rest)

    monkeypatch.delitem(sys.modules, "typst", raising=False)
    monkeypatch.setattr(builtins, "__import__", refusing)
    with pytest.raises(PdfNotInstalled):
        report_pdf(view("vn", Audience.BRIEF, "en"))
