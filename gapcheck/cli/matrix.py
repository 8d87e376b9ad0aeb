"""gapcheck matrix: several jurisdictions beside each other."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from gapcheck.cli.options import AsOfOption, Language, LanguageOption, NoCacheOption, WorkspaceOption


class MatrixFormat(StrEnum):
    """The forms of a matrix."""

    TABLE = "table"
    PLAIN = "plain"
    CSV = "csv"
    JSON = "json"
    HTML = "html"


def matrix(
    jurisdictions: Annotated[
        list[str] | None, typer.Argument(metavar="[JURISDICTION]...", help="Whose law: vn th au. Default: all.")
    ] = None,
    instrument: Annotated[
        str, typer.Option("--instrument", metavar="NAME", help="The instrument the law is held against.")
    ] = "hanoi",
    article: Annotated[
        str | None, typer.Option("--article", metavar="NUMBERS", help="Only these, like 14,15,16 or 14.1.c.")
    ] = None,
    theme: Annotated[
        list[str] | None,
        typer.Option("--theme", metavar="THEME", help="Only articles of this theme, like child-protection."),
    ] = None,
    as_of: AsOfOption = None,
    form: Annotated[
        MatrixFormat | None, typer.Option("--format", help="Default: table in a terminal, plain in a pipe.")
    ] = None,
    lang: LanguageOption = Language.EN,
    workspace: WorkspaceOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Show how each jurisdiction answers each paragraph, in one table.

    Example: gapcheck matrix vn th au --article 14,15,16
    """
    from gapcheck import api
    from gapcheck.cli import asking, exit_codes
    from gapcheck.cli.output import write_json
    from gapcheck.report.messages import messages_in

    messages, name = messages_in(lang.value), instrument.strip().lower()
    wanted = [code.strip().lower() for code in jurisdictions or api.jurisdiction_names(workspace)]
    numbers = [number for number in (article or "").split(",") if number.strip()]
    data = api.open_data(workspace, instruments=[name], jurisdictions=wanted, use_cache=not no_cache)
    has_errors = asking.warn_about(data, messages, workspace)
    with asking.among_errors(has_errors):
        questions = [
            api.Question(code, name, asking.day(as_of), tuple(numbers), tuple(theme or ()))
            for code in dict.fromkeys(wanted)
        ]
        view = api.matrix(data, questions, messages)
    if form is MatrixFormat.JSON:
        write_json(view.json())
    elif form is MatrixFormat.CSV:
        sys.stdout.write(view.csv())
    elif form is MatrixFormat.HTML:
        from gapcheck.report.html import html_page

        sys.stdout.write(html_page("matrix.html", view=view))
    else:
        asking.show_page(view.page(), plain=form is MatrixFormat.PLAIN)
    raise typer.Exit(exit_codes.for_reading(data_has_errors=has_errors))
