"""Every command explains itself, and its example works."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.unit.cli.running import DAY, ROOT, Ran, run, run_here

COMMANDS = (
    "check", "explain", "matrix", "compare", "crosswalk", "sources", "report", "site", "show", "list", "vocab", "lint",
    "test", "schema",
)  # fmt: skip
PAGES = ((), *((command,) for command in COMMANDS))


def example_of(*command: str) -> tuple[str, ...]:
    shown = re.findall(r"^  Example: gapcheck (.+)$", run_here(*command, "--help").out, re.MULTILINE)
    assert len(shown) == 1, "one example"
    return tuple(shlex.split(shown[0]))


def ends_well(command: tuple[str, ...], ran: Ran) -> bool:
    """Whether an example ended as it should: lint ends with 3 where somebody else's file is being mended."""
    return ran.code in ({0, 3} if command[:1] == ("lint",) else {0})


def test_the_help_lists_every_command() -> None:
    listed = re.findall(r"^  ([a-z]+)  +[A-Z]", run_here("--help").out, re.MULTILINE)
    assert tuple(listed) == COMMANDS


def test_no_words_at_all_show_the_help_and_end_as_wrong_usage() -> None:
    ran = run_here()
    assert ran.code == 2
    assert ran.out + ran.err == run_here("--help").out


@pytest.mark.parametrize("command", PAGES, ids=" ".join)
def test_help_says_what_the_command_does_and_ends_its_description_with_an_example(command: tuple[str, ...]) -> None:
    ran = run_here(*command, "--help")
    assert ran.code == 0
    assert ran.err == ""
    before_options = re.split(r"\n\n(?=(?:Arguments|Options|Commands):)", ran.out)[0]
    assert before_options.splitlines()[-1].startswith("  Example: gapcheck ")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_explains_every_argument_and_option(command: str) -> None:
    entries = re.split(r"\n  (?=\S)", run_here(command, "--help", COLUMNS="200").out.partition("Options:")[2])
    for entry in filter(str.strip, entries):
        _, *explained = re.split(r"\s{2,}", entry.strip(), maxsplit=1)
        assert explained, f"{command}: {entry!r} is not explained"
        assert explained[0][0].isupper()


@pytest.mark.parametrize("command", COMMANDS)
def test_help_speaks_no_python(command: str) -> None:
    assert not re.search(r"<str>|\bTEXT\b|\bNone\b|Optional|Enum", run_here(command, "--help").out)


@pytest.fixture
def place(command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the example of a command is tried: those that write files have a folder to themselves."""
    folder = tmp_path if command[:1] in (("report",), ("site",)) else ROOT
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("command", PAGES, ids=" ".join)
@pytest.mark.usefixtures("place")
def test_the_example_works_in_this_process(command: tuple[str, ...]) -> None:
    ran = run_here(*example_of(*command))
    assert ends_well(command, ran), ran.err
    assert ran.out.strip()


@pytest.mark.parametrize("command", PAGES, ids=" ".join)
def test_the_example_works_in_a_process_of_its_own(command: tuple[str, ...], place: Path) -> None:
    ran = run(*example_of(*command), cwd=place)
    assert ends_well(command, ran), ran.err
    assert ran.out.strip()


@pytest.mark.parametrize("command", COMMANDS)
def test_the_short_form_of_help_is_known(command: str) -> None:
    assert run_here(command, "-h") == run_here(command, "--help")


def test_the_version_is_that_of_the_package() -> None:
    ran = run_here("--version")
    assert ran.code == 0
    said = re.search(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert said
    assert ran.out == f"gapcheck {said[1]}\n"


def test_both_processes_say_the_same() -> None:
    words = ("check", "vn", "14", "--as-of", DAY)
    assert run(*words) == run_here(*words)
