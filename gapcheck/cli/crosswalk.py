"""gapcheck crosswalk: two instruments side by side."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from gapcheck.cli.options import Language, LanguageOption, NoCacheOption, WorkspaceOption


class CrosswalkFormat(StrEnum):
    """The forms of a crosswalk."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"
    CSV = "csv"


def crosswalk(
    one: Annotated[str, typer.Argument(metavar="INSTRUMENT", help="Whose paragraphs: hanoi.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Where their counterparts are looked for: budapest.")],
    article: Annotated[
        str | None, typer.Option("--article", metavar="NUMBER", help="Only this article or paragraph of the first.")
    ] = None,
    form: Annotated[
        CrosswalkFormat | None, typer.Option("--format", help="Default: table in a terminal, plain in a pipe.")
    ] = None,
    lang: LanguageOption = Language.EN,
    workspace: WorkspaceOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Say for each paragraph of one instrument what answers it in another, and what each covers alone.

    Example: gapcheck crosswalk hanoi budapest --article 14
    """
    from gapcheck import api
    from gapcheck.cli import asking, exit_codes
    from gapcheck.cli.output import is_terminal, write_json
    from gapcheck.report.messages import messages_in

    names = one.strip().lower(), other.strip().lower()
    messages = messages_in(lang.value)
    data = api.open_data(workspace, instruments=names, jurisdictions=[], use_cache=not no_cache)
    has_errors = asking.warn_about(data, messages, workspace)
    with asking.among_errors(has_errors):
        view = api.crosswalk(data, *names, messages, number=article)
    if form is CrosswalkFormat.JSON:
        from gapcheck.report.crosswalk_view import crosswalk_json

        write_json(crosswalk_json(view.one, view.other, view.matches, data.lexicon))
    elif form is CrosswalkFormat.CSV:
        from gapcheck.report.crosswalk_view import crosswalk_csv

        sys.stdout.write(crosswalk_csv(view))
    else:
        as_table = form is CrosswalkFormat.TABLE or (form is None and is_terminal(sys.stdout))
        asking.show_page(view.page(as_table=as_table), plain=not as_table)
    raise typer.Exit(exit_codes.for_reading(data_has_errors=has_errors))
