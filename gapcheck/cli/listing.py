"""gapcheck list: what there is."""

from __future__ import annotations

from typing import Annotated

import typer

from gapcheck.cli.options import Language, LanguageOption, NoCacheOption, PlainOption, WorkspaceOption


def list_things(
    thing: Annotated[
        str | None,
        typer.Argument(metavar="[THING]", help="An instrument or a jurisdiction. Default: the names of all."),
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="Only paragraphs of this kind, like offence.")
    ] = None,
    duty: Annotated[
        str | None, typer.Option("--duty", metavar="DUTY", help="Only paragraphs with this duty, like shall.")
    ] = None,
    lang: LanguageOption = Language.EN,
    plain: PlainOption = False,
    workspace: WorkspaceOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """List the instruments and jurisdictions, the paragraphs of one, or the sections of the other.

    Example: gapcheck list hanoi --kind offence
    """
    from gapcheck import api
    from gapcheck.cli import asking, exit_codes
    from gapcheck.model.provisions import Duty
    from gapcheck.report.lists import Lists
    from gapcheck.report.messages import messages_in

    messages = messages_in(lang.value)
    data = api.open_data(workspace, use_cache=not no_cache)
    has_errors = asking.warn_about(data, messages, workspace)
    lists, name = Lists(data, messages), (thing or "").strip().lower()
    with asking.among_errors(has_errors):
        for word, known in (
            (kind, tuple(data.vocabulary.kinds)),
            (duty, tuple(Duty)),
            (name or None, (*data.treaties, *data.statutes)),
        ):
            if word is not None and word not in known:
                raise api.UnknownNameError("unknown-thing", word, known)
    if name in data.treaties:
        page = lists.paragraphs(data.treaties[name], kind=kind, duty=duty)
    else:
        page = lists.sections(data.statutes[name]) if name else lists.everything()
    asking.show_page(page, plain=plain)
    raise typer.Exit(exit_codes.for_reading(data_has_errors=has_errors))
