"""gapcheck compare: two laws on one paragraph."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from gapcheck.cli.options import AsOfOption, Language, LanguageOption, NoCacheOption, WorkspaceOption


class PageFormat(StrEnum):
    """The forms of a page that is also data."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"


def compare(
    one: Annotated[str, typer.Argument(metavar="JURISDICTION", help="Whose law: vn.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The law beside it: ph.")],
    paragraph: Annotated[str, typer.Argument(metavar="PARAGRAPH", help="15.1, 14(1)(c) or budapest:9.1.e.")],
    as_of: AsOfOption = None,
    form: Annotated[
        PageFormat | None, typer.Option("--format", help="Default: table in a terminal, plain in a pipe.")
    ] = None,
    lang: LanguageOption = Language.EN,
    workspace: WorkspaceOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Show what two laws reach of one paragraph, what only one of them does, and what neither does.

    Example: gapcheck compare vn ph 15.1
    """
    from gapcheck import api
    from gapcheck.cli import asking, exit_codes
    from gapcheck.cli.output import write_json
    from gapcheck.report.messages import messages_in

    names = one.strip().lower(), other.strip().lower()
    messages, day = messages_in(lang.value), asking.day(as_of)
    (instrument, numbers), *_ = asking.by_instrument([paragraph], ()).items()
    data = api.open_data(workspace, instruments=[instrument], jurisdictions=names, use_cache=not no_cache)
    has_errors = asking.warn_about(data, messages, workspace)
    with asking.among_errors(has_errors):
        benches = tuple(api.bench_of(data, name, instrument, day) for name in names)
        compared = api.compare(benches[0], benches[1], numbers[0] if numbers else paragraph, messages)
    if form is PageFormat.JSON:
        write_json(compared.json())
    else:
        asking.show_page(compared.page(), plain=form is PageFormat.PLAIN)
    raise typer.Exit(exit_codes.for_reading(data_has_errors=has_errors))
