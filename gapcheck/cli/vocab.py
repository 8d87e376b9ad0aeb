"""gapcheck vocab: the words that scopes are written with."""

from __future__ import annotations

from typing import Annotated

import typer

from gapcheck.cli.options import Language, LanguageOption, NoCacheOption, PlainOption, WorkspaceOption


def vocab(
    element: Annotated[str | None, typer.Argument(metavar="[ELEMENT]", help="Like conduct. Default: all.")] = None,
    lang: LanguageOption = Language.EN,
    plain: PlainOption = False,
    workspace: WorkspaceOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """List the elements, or the terms of one, with their definitions.

    Example: gapcheck vocab conduct
    """
    from gapcheck import api
    from gapcheck.cli import asking, exit_codes
    from gapcheck.report.messages import messages_in
    from gapcheck.report.show import Pages

    messages = messages_in(lang.value)
    data = api.open_data(workspace, instruments=[], jurisdictions=[], use_cache=not no_cache)
    has_errors = asking.warn_about(data, messages, workspace)
    elements = data.vocabulary.elements
    with asking.among_errors(has_errors):
        if element is not None and element not in elements:
            raise api.UnknownNameError("unknown-thing", element, elements)
    pages = Pages(data, messages)
    asking.show_page(pages.element(elements[element]) if element else pages.vocabulary(), plain=plain)
    raise typer.Exit(exit_codes.for_reading(data_has_errors=has_errors))
