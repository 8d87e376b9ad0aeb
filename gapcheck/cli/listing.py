"""gapcheck list: what there is."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from gapcheck.cli.options import Language, LanguageOption, NoCacheOption, PlainOption, WorkspaceOption


def list_things(
    thing: Annotated[
        Optional[str],
        typer.Argument(metavar="[THING]", help="An instrument or a jurisdiction. Default: the names of all."),
    ] = None,
    kind: Annotated[Optional[str], typer.Option("--kind", metavar="KIND", help="Only paragraphs of this kind, like offence.")] = None,
    duty: Annotated[Optional[str], typer.Option("--duty", metavar="DUTY", help="Only paragraphs with this duty, like shall.")] = None,
    lang: LanguageOption = Language.EN,
    plain: PlainOption = False,
    workspace: WorkspaceOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """List the instruments and jurisdictions, the paragraphs of one, or the sections of the other.

    Example: gapcheck list hanoi --kind offence
    """
    from gapcheck import api  # noqa: PLC0415 - --help must not wait for it
    from gapcheck.cli import asking, exit_codes  # noqa: PLC0415
    from gapcheck.model.provisions import Duty  # noqa: PLC0415
    from gapcheck.report.lists import Lists  # noqa: PLC0415
    from gapcheck.report.messages import messages_in  # noqa: PLC0415

    messages = messages_in(lang.value)
    data = api.open_data(workspace, use_cache=not no_cache)
    has_errors = asking.warn_about(data, messages, workspace)
    for word, known in ((kind, data.vocabulary.kinds), (duty, Duty)):
        if word is not None and word not in tuple(known):
            raise api.UnknownNameError("unknown-thing", word, known)
    lists = Lists(data, messages)
    name = (thing or "").lower()
    if name in data.treaties:
        page = lists.paragraphs(data.treaties[name], kind=kind, duty=duty)
    elif name in data.statutes:
        page = lists.sections(data.statutes[name])
    elif not name:
        page = lists.everything()
    else:
        raise api.UnknownNameError("unknown-thing", name, (*data.treaties, *data.statutes))
    asking.show_page(page, plain=plain)
    raise typer.Exit(exit_codes.for_reading(data_has_errors=has_errors))
