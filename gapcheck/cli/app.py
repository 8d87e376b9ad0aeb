"""The program: its commands, and what happens when something goes wrong."""

from __future__ import annotations

import gc
import os
import sys
from typing import Annotated

import typer

from gapcheck import __version__
from gapcheck.cli import (
    check,
    compare,
    crosswalk,
    expectations,
    explain,
    lint,
    listing,
    matrix,
    report,
    schema,
    show,
    site,
    sources,
    vocab,
)
from gapcheck.cli.exit_codes import ExitCode
from gapcheck.cli.options import Language
from gapcheck.cli.output import complain, let_go, prepare_streams, write

app = typer.Typer(
    name="gapcheck",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
COMMANDS = (
    ("check", check.check, "What a law does not cover of a convention."),
    ("explain", explain.explain, "What one verdict rests on, and what comes closest."),
    ("matrix", matrix.matrix, "How each country answers each paragraph."),
    ("compare", compare.compare, "Two laws side by side on one paragraph."),
    ("crosswalk", crosswalk.crosswalk, "Two conventions side by side."),
    ("sources", sources.sources, "What verdicts rest on; what to check first."),
    ("report", report.report, "A report as web page, Markdown, CSV or JSON."),
    ("site", site.site, "A web site of all countries, that needs no server."),
    ("show", show.show, "One article, section, law, country, term or code."),
    ("list", listing.list_things, "What instruments, paragraphs and sections there are."),
    ("vocab", vocab.vocab, "The words that scopes are written with."),
    ("lint", lint.lint, "What is wrong with the law files or missing in them."),
    ("test", expectations.hold_expectations, "Whether what lawyers expect of the data holds."),
    ("schema", schema.schema, "JSON Schemas of the files, for editors and programs."),
)
for _name, _command, _short in COMMANDS:
    app.command(name=_name, short_help=_short)(_command)


def _version(wanted: bool) -> None:
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
    gc.disable()  # one short run makes hardly any cycles, and looking for them costs a fifth of a large check
    prepare_streams()
    out = sys.stdout
    try:
        app(prog_name="gapcheck")
    except SystemExit:
        # typer puts another stream in the place of one that nobody reads any more: whoever read has seen enough.
        if sys.stdout is out:
            raise
        code = ExitCode.CLEAN
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last resort
        code = _explained(error)
    let_go(out)
    sys.exit(code)


def _explained(error: Exception) -> ExitCode:
    try:
        said, code = _said(error)
    except Exception:  # noqa: BLE001 - not even what says it can be loaded
        said, code = [f"gapcheck has a bug: {type(error).__name__}: {error}"], ExitCode.BUG
    if code is ExitCode.BUG and os.environ.get("GAPCHECK_TRACEBACK"):
        raise error
    complain(said)
    return code


def _said(error: Exception) -> tuple[list[str], ExitCode]:
    from gapcheck.api import UnknownNameError
    from gapcheck.report.messages import messages_in

    messages = messages_in(_language())
    if isinstance(error, OSError) and error.filename is None:
        return [messages.say("usage", "cannot-write", path="stdout", problem=error.strerror)], ExitCode.USAGE
    if isinstance(error, UnknownNameError):
        from gapcheck.report.suggestions import what_is_there

        said = what_is_there(error.kind, error.found, error.known, error.facts, messages)
        return said, ExitCode.DATA if error.data_has_errors else ExitCode.USAGE
    return [messages.say("usage", "bug", error=f"{type(error).__name__}: {error}")], ExitCode.BUG


def _language() -> str:
    """Return the language that was asked for, as far as it can be told when something went wrong."""
    said = [os.environ.get("GAPCHECK_LANG", "")]
    for word, following in zip(sys.argv, [*sys.argv[1:], ""], strict=True):
        option, equals, value = word.partition("=")
        if option == "--lang":
            said.append(value if equals else following)
    return next((language.value for language in Language if language.value == said[-1]), Language.EN.value)
