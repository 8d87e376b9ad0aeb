"""gapcheck report: an assessment for people who decide."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.cli.options import AsOfOption, JurisdictionArgument, NoCacheOption, WorkspaceOption
from gapcheck.report.messages import LANGUAGES
from gapcheck.report.report_kinds import Audience, ReportFormat


class ReportLanguage(StrEnum):
    """The languages of a report: one of them, or all that there are."""

    EN = "en"
    vars().update({code.upper(): code for code in LANGUAGES[1:]})
    BOTH = "both"


def report(
    jurisdiction: JurisdictionArgument,
    instruments: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[INSTRUMENT]...", help="Instruments or parts of them: hanoi, 14, budapest, all. Default: hanoi."
        ),
    ] = None,
    audience: Annotated[
        Audience,
        typer.Option("--audience", help="For ministers (brief), for drafters (full), or a table (concordance)."),
    ] = Audience.FULL,
    form: Annotated[
        list[ReportFormat] | None, typer.Option("--format", help="May be given several times. Default: html.")
    ] = None,
    lang: Annotated[
        ReportLanguage, typer.Option("--lang", envvar="GAPCHECK_LANG", help="The language of the report.")
    ] = ReportLanguage.EN,
    as_of: AsOfOption = None,
    theme: Annotated[
        list[str] | None,
        typer.Option("--theme", metavar="THEME", help="Only articles of this theme, like child-protection."),
    ] = None,
    since: Annotated[
        Path | None,
        typer.Option("--since", metavar="FILE", help="An assessment as JSON; the report then says what changed."),
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option("--template", metavar="FILE", help="A Word file (.docx) whose styles and margins are kept."),
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Where the files go.")] = Path(
        "reports"
    ),
    force: Annotated[bool, typer.Option("--force", help="Write over files that gapcheck did not make.")] = False,
    workspace: WorkspaceOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Write a report on what a law does not cover of a convention, as files.

    Example: gapcheck report vn --audience brief --format pdf --lang both
    """
    from gapcheck import api
    from gapcheck.cli import asking, exit_codes
    from gapcheck.cli.making import contents, progress, write_files
    from gapcheck.cli.output import write
    from gapcheck.report.messages import LANGUAGES, messages_in

    languages = LANGUAGES if lang is ReportLanguage.BOTH else (lang.value,)
    messages, day, code = messages_in(languages[0]), asking.day(as_of), jurisdiction.strip().lower()
    asked = asking.by_instrument(instruments or [], api.instrument_names(workspace))
    if template and ReportFormat.DOCX not in (form or ()):
        raise api.UnknownNameError("template-unused", str(template))
    order = api.Order(
        audience=audience,
        languages=tuple(languages),
        forms=tuple(form or (ReportFormat.HTML,)),
        since=contents(since).decode("utf-8", "replace") if since else None,
        since_name=str(since),
        template=contents(template) if template else None,
        template_name=str(template),
    )
    data = api.open_data(workspace, instruments=list(asked), jurisdictions=[code], use_cache=not no_cache)
    has_errors = asking.warn_about(data, messages, workspace)
    files: dict[str, bytes] = {}
    with asking.among_errors(has_errors), progress(messages) as tell:
        for name, numbers in asked.items():
            question = api.Question(code, name, day, tuple(numbers), tuple(theme or ()))
            tell(name)
            for file, content in api.report(data, question, order):
                tell(file)
                files[file] = content
    write_files(output, files, force=force)
    write(str(output / name) for name in sorted(files))
    raise typer.Exit(exit_codes.for_reading(data_has_errors=has_errors))
