"""gapcheck sources: what verdicts rest on, and what a lawyer should check first."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from gapcheck.cli.options import (
    AsOfOption,
    JurisdictionArgument,
    Language,
    LanguageOption,
    NoCacheOption,
    WorkspaceOption,
)


class SourcesFormat(StrEnum):
    """The forms of a worklist."""

    TABLE = "table"
    PLAIN = "plain"
    CSV = "csv"
    JSON = "json"


def sources(
    jurisdiction: JurisdictionArgument,
    instruments: Annotated[
        list[str] | None,
        typer.Argument(metavar="[INSTRUMENT]...", help="Whose verdicts count: hanoi, budapest, all. Default: hanoi."),
    ] = None,
    as_of: AsOfOption = None,
    form: Annotated[
        SourcesFormat | None, typer.Option("--format", help="Default: table in a terminal, plain in a pipe.")
    ] = None,
    lang: LanguageOption = Language.EN,
    workspace: WorkspaceOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """List every section with how far its text was verified and what rests on it, the most urgent to check first.

    Example: gapcheck sources vn
    """
    from gapcheck import api
    from gapcheck.cli import asking, exit_codes
    from gapcheck.cli.output import write_json
    from gapcheck.report.messages import messages_in

    messages, day, code = messages_in(lang.value), asking.day(as_of), jurisdiction.strip().lower()
    names = list(asking.by_instrument(instruments or [], api.instrument_names(workspace)))
    data = api.open_data(workspace, instruments=names, jurisdictions=[code], use_cache=not no_cache)
    has_errors = asking.warn_about(data, messages, workspace)
    with asking.among_errors(has_errors):
        view = api.sources(data, [api.Question(code, name, day) for name in names], messages)
    if form is SourcesFormat.JSON:
        write_json(view.json())
    elif form is SourcesFormat.CSV:
        sys.stdout.write(view.csv())
    else:
        asking.show_page(view.page(), plain=form is SourcesFormat.PLAIN)
    raise typer.Exit(exit_codes.for_reading(data_has_errors=has_errors))
