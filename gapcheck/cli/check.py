"""gapcheck check: hold a jurisdiction's law against an instrument."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from gapcheck.cli.options import (
    AsOfOption,
    FailOn,
    Format,
    JurisdictionArgument,
    Language,
    LanguageOption,
    NoCacheOption,
    WorkspaceOption,
)


def check(
    jurisdiction: JurisdictionArgument,
    wanted: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ARTICLE]...",
            help="Articles, paragraphs, instruments: 14, 14(1)(c), budapest:9, lanzarote, all. Default: hanoi.",
        ),
    ] = None,
    as_of: AsOfOption = None,
    theme: Annotated[
        list[str] | None,
        typer.Option("--theme", metavar="THEME", help="Only articles of this theme, like child-protection."),
    ] = None,
    lang: LanguageOption = Language.EN,
    form: Annotated[
        Format | None, typer.Option("--format", help="Default: table in a terminal, plain in a pipe.")
    ] = None,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="End with exit code 1 at such a gap or a worse one.")
    ] = FailOn.NEVER,
    workspace: WorkspaceOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Say, paragraph by paragraph, what the law does not cover of what a convention demands.

    Example: gapcheck check vn 14 15 16 --as-of 2026-11-21
    """
    from gapcheck import api
    from gapcheck.cli import asking, exit_codes
    from gapcheck.cli.output import is_terminal, write, write_json
    from gapcheck.report.messages import messages_in

    jurisdiction = jurisdiction.lower()
    day, messages = asking.day(as_of), messages_in(lang.value)
    asked = asking.by_instrument(wanted or [], api.instrument_names(workspace))
    data = api.open_data(workspace, instruments=list(asked), jurisdictions=[jurisdiction], use_cache=not no_cache)
    has_errors = asking.warn_about(data, messages, workspace)
    with asking.among_errors(has_errors):
        questions = [
            api.Question(jurisdiction, instrument, day, tuple(numbers), tuple(theme or ()))
            for instrument, numbers in asked.items()
        ]
        views = [api.check(data, question, lang.value) for question in questions]
    if form is Format.JSON:
        write_json(api.check_as_json(data, questions))
    elif form is Format.TABLE or (form is None and is_terminal(sys.stdout)):
        from gapcheck.report import terminal

        for view in views:
            terminal.show_check(view, sys.stdout)
    else:
        from gapcheck.report.plain import check_lines

        for view in views:
            write(check_lines(view))
    gaps = [verdict for view in views for verdict in view.gaps]
    raise typer.Exit(exit_codes.for_verdicts(gaps, fail_on, data_has_errors=has_errors))
