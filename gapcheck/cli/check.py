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
        typer.Argument(metavar="[ARTICLE]...", help="Articles or paragraphs: 14, 14(1)(c), hanoi:15.1. Default: all."),
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
    from gapcheck.report.view import check_view

    jurisdiction = jurisdiction.lower()
    day, messages = asking.day(as_of), messages_in(lang.value)
    asked = asking.by_instrument(wanted or [])
    data = api.open_data(workspace, instruments=list(asked), jurisdictions=[jurisdiction], use_cache=not no_cache)
    has_errors = asking.warn_about(data, messages, workspace)
    with asking.among_errors(has_errors):
        benches = [api.bench_of(data, jurisdiction, instrument, day) for instrument in asked]
        assessments = [
            api.assess(bench, numbers=numbers, themes=theme or ())
            for bench, numbers in zip(benches, asked.values(), strict=True)
        ]
    if form is Format.JSON:
        from gapcheck.report.assessment_json import assessment_json

        write_json(assessment_json(list(zip(benches, assessments, strict=True))))
    elif form is Format.TABLE or (form is None and is_terminal(sys.stdout)):
        from gapcheck.report import terminal

        for assessment in assessments:
            terminal.show_check(check_view(data, assessment, messages), sys.stdout)
    else:
        from gapcheck.report.plain import check_lines

        for assessment in assessments:
            write(check_lines(check_view(data, assessment, messages)))
    gaps = [finding.verdict.value for one in assessments for finding in one.findings if finding.is_gap]
    raise typer.Exit(exit_codes.for_verdicts(gaps, fail_on, data_has_errors=has_errors))
