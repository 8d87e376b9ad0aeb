"""gapcheck lint: what is wrong with the files, or missing from them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gapcheck.cli.options import AsOfOption, Language, LanguageOption, NoCacheOption, WorkspaceOption


def lint(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Only what concerns these files or folders. Default: everything."),
    ] = None,
    as_of: AsOfOption = None,
    lang: LanguageOption = Language.EN,
    workspace: WorkspaceOption = None,
    no_cache: NoCacheOption = False,
    write_docs: Annotated[
        Path | None, typer.Option("--write-docs", metavar="DIR", help="Write a page about every code into a folder.")
    ] = None,
) -> None:
    """Check the law files: errors, warnings and hints, each with its place and what to do.

    Example: gapcheck lint national_laws/vn
    """
    from gapcheck import api
    from gapcheck.cli import asking, exit_codes
    from gapcheck.cli.output import write
    from gapcheck.report.messages import messages_in

    messages = messages_in(lang.value)
    if write_docs is not None:
        from gapcheck.cli.making import write_texts
        from gapcheck.report.code_pages import code_pages

        write_texts(write_docs, code_pages(api.documented_codes()))
        return
    data = api.open_data(workspace, use_cache=not no_cache)
    diagnostics = api.lint(data, as_of=asking.day(as_of))
    if paths:
        diagnostics = asking.concerning(diagnostics, data, paths)
    from gapcheck.report.diagnostic_text import diagnostic_lines, summary_line

    for diagnostic in diagnostics:
        write([*diagnostic_lines(diagnostic, lang.value, data.vocabulary), ""])
    write([summary_line(diagnostics, len(data.files), messages)])
    raise typer.Exit(exit_codes.for_diagnostics(diagnostics))
