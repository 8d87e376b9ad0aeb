"""Options and arguments that several commands share, declared once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.report.messages import LANGUAGES


class Language(StrEnum):
    """The languages of texts: English, and every other that has a catalogue of messages."""

    EN = "en"
    vars().update({code.upper(): code for code in LANGUAGES[1:]})


class Format(StrEnum):
    """The forms of a check."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"


class FailOn(StrEnum):
    """From which verdict on a check ends with exit code 1."""

    MISSING = "missing"
    PARTIAL = "partial"
    NEVER = "never"


JurisdictionArgument = Annotated[str, typer.Argument(metavar="JURISDICTION", help="Whose law: vn, au, nz and so on.")]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="The law as it stood on a day, like 2026-11-21. Default: today."),
]
LanguageOption = Annotated[Language, typer.Option("--lang", envvar="GAPCHECK_LANG", help="The language of the texts.")]
WorkspaceOption = Annotated[
    Path | None,
    typer.Option(
        "--workspace", metavar="DIR", help="Your own provisions/ and national_laws/, laid over the bundled ones."
    ),
]
NoCacheOption = Annotated[bool, typer.Option("--no-cache", help="Read every file anew and remember nothing.")]
PlainOption = Annotated[bool, typer.Option("--plain", help="Plain text without colours or drawn tables.")]
