"""gapcheck explain: everything that stands behind one verdict."""

from __future__ import annotations

from typing import Annotated

import typer

from gapcheck.cli.options import (
    AsOfOption,
    JurisdictionArgument,
    Language,
    LanguageOption,
    NoCacheOption,
    PlainOption,
    WorkspaceOption,
)


def explain(
    jurisdiction: JurisdictionArgument,
    paragraph: Annotated[str, typer.Argument(metavar="PARAGRAPH", help="14.1.c, 14(1)(c) or hanoi:14.1.c.")],
    as_of: AsOfOption = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also every near miss, unmapped sections, and the residue piece by piece.")
    ] = False,
    lang: LanguageOption = Language.EN,
    plain: PlainOption = False,
    workspace: WorkspaceOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Show what exactly is uncovered, which section comes closest, and what the verdict rests on.

    Example: gapcheck explain vn 14.1.c
    """
    from gapcheck import api
    from gapcheck.cli import asking, exit_codes
    from gapcheck.report.explain import explain_page
    from gapcheck.report.messages import messages_in

    day, messages = asking.day(as_of), messages_in(lang.value)
    jurisdiction = jurisdiction.lower()
    (instrument, numbers), *_ = asking.by_instrument([paragraph], ()).items()
    data = api.open_data(workspace, instruments=[instrument], jurisdictions=[jurisdiction], use_cache=not no_cache)
    has_errors = asking.warn_about(data, messages, workspace)
    with asking.among_errors(has_errors):
        bench = api.bench_of(data, jurisdiction, instrument, day)
        explanation = api.explain(bench, numbers[0] if numbers else paragraph)
    asking.show_page(explain_page(bench, explanation, messages, everything=everything), plain=plain)
    raise typer.Exit(exit_codes.for_reading(data_has_errors=has_errors))
