"""gapcheck schema: JSON Schemas of the files and of the output."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gapcheck.cli.options import Language, WorkspaceOption


def schema(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="Like section or article. Default: the names of all.")
    ] = None,
    write_to: Annotated[
        Path | None, typer.Option("--write", metavar="DIR", help="Write all of them into a folder.")
    ] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Print the JSON Schema of a kind of file, for editors that complete and check while you type.

    Example: gapcheck schema section
    """
    import json

    from gapcheck import api
    from gapcheck.cli import asking, exit_codes
    from gapcheck.cli.output import write, write_json
    from gapcheck.report.messages import messages_in

    data = api.open_data(workspace, instruments=[], jurisdictions=[], use_cache=False)
    has_errors = asking.warn_about(data, messages_in(Language.EN.value), workspace)
    schemas = api.schemas(data)
    if write_to is not None:
        from gapcheck.cli.making import write_texts

        texts = {
            f"{key}.json": json.dumps(value, ensure_ascii=False, indent=1) + "\n" for key, value in schemas.items()
        }
        write_texts(write_to, texts)
    elif name is None:
        write(schemas)
    elif name in schemas:
        write_json(json.dumps(schemas[name], ensure_ascii=False, indent=1))
    else:
        raise api.UnknownNameError("unknown-thing", name, schemas)
    raise typer.Exit(exit_codes.for_reading(data_has_errors=has_errors))
