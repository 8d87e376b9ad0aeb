"""gapcheck report: an assessment for people who decide."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.cli.options import AsOfOption, JurisdictionArgument, NoCacheOption, WorkspaceOption


class ReportLanguage(StrEnum):
    """The languages of a report."""

    EN = "en"
    VI = "vi"
    BOTH = "both"


class ForWhom(StrEnum):
    """Whom a report is for."""

    BRIEF = "brief"
    FULL = "full"
    CONCORDANCE = "concordance"


class Form(StrEnum):
    """The formats of a report."""

    HTML = "html"
    MARKDOWN = "md"
    CSV = "csv"
    JSON = "json"


def report(
    jurisdiction: JurisdictionArgument,
    instruments: Annotated[
        list[str] | None,
        typer.Argument(metavar="[INSTRUMENT]...", help="Instruments: hanoi, budapest, all. Default: hanoi."),
    ] = None,
    audience: Annotated[
        ForWhom,
        typer.Option("--audience", help="For ministers (brief), for drafters (full), or a table (concordance)."),
    ] = ForWhom.FULL,
    form: Annotated[
        list[Form] | None, typer.Option("--format", help="May be given several times. Default: html.")
    ] = None,
    lang: Annotated[
        ReportLanguage, typer.Option("--lang", envvar="GAPCHECK_LANG", help="The language of the report.")
    ] = ReportLanguage.EN,
    as_of: AsOfOption = None,
    theme: Annotated[
        list[str] | None,
        typer.Option("--theme", metavar="THEME", help="Only articles of this theme, like child-protection."),
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Where the files go.")] = Path(
        "reports"
    ),
    force: Annotated[bool, typer.Option("--force", help="Write over files that gapcheck did not make.")] = False,
    workspace: WorkspaceOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Write a report on what a law does not cover of a convention, as files.

    Example: gapcheck report vn --audience brief --lang both --output build
    """
    from gapcheck import api
    from gapcheck.cli import asking, exit_codes
    from gapcheck.cli.output import write
    from gapcheck.report.made_files import NotOurs, write_made
    from gapcheck.report.messages import LANGUAGES, messages_in

    languages = LANGUAGES if lang is ReportLanguage.BOTH else (lang.value,)
    messages, day, code = messages_in(languages[0]), asking.day(as_of), jurisdiction.strip().lower()
    names = list(asking.by_instrument(instruments or [], api.instrument_names(workspace)))
    data = api.open_data(workspace, instruments=names, jurisdictions=[code], use_cache=not no_cache)
    has_errors = asking.warn_about(data, messages, workspace)
    files: dict[str, str] = {}
    with asking.among_errors(has_errors):
        for name in names:
            question = api.Question(code, name, day, (), tuple(theme or ()))
            forms = [each.value for each in form or (Form.HTML,)]
            files |= api.report(data, question, audience.value, languages, forms)
    try:
        write_made(output, files, force=force)
    except NotOurs as found:
        raise api.UnknownNameError("not-ours", found.name) from None
    except OSError as error:
        problem = error.strerror or ""
        raise api.UnknownNameError("cannot-write", str(output), problem=problem, path=str(output)) from None
    write(str(output / name) for name in sorted(files))
    raise typer.Exit(exit_codes.for_reading(data_has_errors=has_errors))
