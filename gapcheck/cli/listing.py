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
    kind: Annotated[Optional[str], typer.Option("--kind", help="Only paragraphs of this kind, like offence.")] = None,
    duty: Annotated[Optional[str], typer.Option("--duty", help="Only paragraphs with this duty, like shall.")] = None,
    lang: LanguageOption = Language.EN,
    plain: PlainOption = False,
    workspace: WorkspaceOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """List the instruments and jurisdictions, the paragraphs of one, or the sections of the other.

    Example: gapcheck list hanoi --kind offence
    """
    from gapcheck import api  # noqa: PLC0415 - --help must not wait for it
    from gapcheck.cli import asking  # noqa: PLC0415
    from gapcheck.report.lists import Lists  # noqa: PLC0415
    from gapcheck.report.messages import messages_in  # noqa: PLC0415

    messages = messages_in(lang.value)
    data = api.open_data(workspace, use_cache=not no_cache)
    asking.warn_about(data, messages, workspace)
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
