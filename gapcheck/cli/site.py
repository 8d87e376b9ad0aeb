"""gapcheck site: what was found of several countries as a site of plain files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gapcheck.cli.options import AsOfOption, NoCacheOption, WorkspaceOption


def site(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the site goes.")],
    jurisdictions: Annotated[
        list[str] | None, typer.Argument(metavar="[JURISDICTION]...", help="Whose law: vn th au. Default: all.")
    ] = None,
    instrument: Annotated[
        list[str] | None,
        typer.Option("--instrument", metavar="NAME", help="May be given several times. Default: all instruments."),
    ] = None,
    as_of: AsOfOption = None,
    force: Annotated[bool, typer.Option("--force", help="Write over files that gapcheck did not make.")] = False,
    workspace: WorkspaceOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Write a site of plain files in every language: any web server shows it, and so does a browser from a disk.

    Example: gapcheck site build/site vn th --instrument hanoi
    """
    from gapcheck import api
    from gapcheck.cli import asking, exit_codes
    from gapcheck.cli.making import progress, write_files
    from gapcheck.cli.output import write
    from gapcheck.report.messages import messages_in

    messages, day = messages_in("en"), asking.day(as_of)
    codes = dict.fromkeys(code.strip().lower() for code in jurisdictions or api.jurisdiction_names(workspace))
    names = list(asking.by_instrument(instrument or [asking.ALL], api.instrument_names(workspace)))
    data = api.open_data(workspace, instruments=names, jurisdictions=list(codes), use_cache=not no_cache)
    has_errors = asking.warn_about(data, messages, workspace)
    files: dict[str, bytes] = {}
    with asking.among_errors(has_errors), progress(messages) as tell:
        for name, content in api.site(data, list(codes), names, day):
            tell(name)
            files[name] = content
    write_files(folder, files, force=force, whole="site")
    write([str(folder / "index.html")])
    raise typer.Exit(exit_codes.for_reading(data_has_errors=has_errors))
