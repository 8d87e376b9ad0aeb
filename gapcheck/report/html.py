"""Pages of HTML: one file that needs nothing besides, in which all text is escaped."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from gapcheck.report.messages import shown
from gapcheck.report.pictures import chapter_bars

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment

    from gapcheck.report.report_view import ReportView


def report_html(views: Sequence[ReportView]) -> str:
    """Return a report as one page: in one language, or in several between which the reader switches."""
    from markupsafe import Markup  # noqa: PLC0415 - only where a page is made

    pictures = {view.language: Markup(chapter_bars(view)) for view in views}  # noqa: S704 - escaped where it is made
    return html_page("report.html", views=views, pictures=pictures)


def html_page(template: str, **values: object) -> str:
    """Return a page made from a template of this package."""
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - only where a page is made

    return Environment(
        loader=PackageLoader("gapcheck.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
        finalize=_without_hidden_marks,
    )


def _without_hidden_marks(value: object) -> object:
    """Return a text without what could turn the order of letters; markup that was made safe stays as it is."""
    return shown(value) if type(value) is str else value
