"""gapcheck test: whether what lawyers expect of the data holds."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gapcheck.cli.options import Language, LanguageOption, NoCacheOption, WorkspaceOption


def hold_expectations(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Files or folders. Default: tests/expectations in the workspace."),
    ] = None,
    lang: LanguageOption = Language.EN,
    workspace: WorkspaceOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Hold written expectations against the data, and say which do not hold and why.

    Example: gapcheck test tests/expectations/hanoi.yaml
    """
    from gapcheck import api
    from gapcheck.cli import asking, exit_codes
    from gapcheck.cli.output import write
    from gapcheck.report.expectation_text import failure_lines, verdict_line
    from gapcheck.report.messages import messages_in

    messages = messages_in(lang.value)
    wanted = paths or [(workspace or Path()) / api.EXPECTATIONS]
    data = api.open_data(workspace, use_cache=not no_cache)
    has_errors = asking.warn_about(data, messages, workspace)
    asked, diagnostics = api.expectations(data, wanted)
    has_errors |= asking.show_diagnostics(diagnostics, messages, data.vocabulary)
    failed = 0
    for one in asked:
        found = api.failures(data, one)
        failed += bool(found)
        write(failure_lines(one, found, messages))
    if asked or not has_errors:
        write([verdict_line(len(asked), failed, messages)])
    raise typer.Exit(exit_codes.for_expectations(failed, data_has_errors=has_errors))
