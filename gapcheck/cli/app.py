"""The program: its commands, and what happens when something goes wrong."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from gapcheck import __version__
from gapcheck.cli import check, explain, listing, lint, schema, show, vocab
from gapcheck.cli.exit_codes import ExitCode
from gapcheck.cli.output import complain, prepare_streams, write

app = typer.Typer(
    name="gapcheck",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (check.check, explain.explain, show.show, listing.list_things, vocab.vocab, lint.lint, schema.schema):
    app.command(name={"list_things": "list"}.get(command.__name__))(command)


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it with the value of the option
    if wanted:
        write([f"gapcheck {__version__}"])
        raise typer.Exit


@app.callback()
def about(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """Does our law do what this convention demands, and if not, exactly what is missing?

    Example: gapcheck check vn
    """


def main() -> None:
    """Run the program; whatever happens, a person reads sentences and not a traceback."""
    prepare_streams()
    try:
        app(prog_name="gapcheck")
    except BrokenPipeError:
        # Whoever read the output has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(ExitCode.CLEAN)
    except KeyboardInterrupt:
        sys.exit(ExitCode.INTERRUPTED)
    except Exception as error:  # noqa: BLE001 - the last resort
        sys.exit(_explained(error))


def _explained(error: Exception) -> ExitCode:
    from gapcheck.api import UnknownNameError  # noqa: PLC0415 - only when something went wrong
    from gapcheck.report.messages import messages_in  # noqa: PLC0415

    language = "vi" if os.environ.get("GAPCHECK_LANG") == "vi" else "en"
    if "--lang" in sys.argv[:-1]:
        language = sys.argv[sys.argv.index("--lang") + 1]
    messages = messages_in(language)
    if isinstance(error, UnknownNameError):
        from gapcheck.report.suggestions import what_is_there  # noqa: PLC0415

        complain(what_is_there(error.kind, error.found, error.known, error.facts, messages))
        return ExitCode.DATA if error.kind == "broken" else ExitCode.USAGE
    if os.environ.get("GAPCHECK_TRACEBACK"):
        raise error
    complain([messages.say("usage", "bug", error=f"{type(error).__name__}: {error}")])
    return ExitCode.BUG
