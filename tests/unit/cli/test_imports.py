"""What a command imports: nothing that it does not need, so that nobody waits for it."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache

import pytest

from tests.unit.cli.running import DAY, ENVIRONMENT, ROOT, run

PYTHON = ("-X", "importtime", "-m", "gapcheck")
HEAVY = frozenset({"pydantic", "pydantic_core", "jinja2", "ruamel", "docx", "openpyxl", "xlsxwriter", "typst", "yaml"})
"""Libraries that read, write or validate what a check on a warm cache has no need of."""
WHEN_WRONG = frozenset({"rapidfuzz", "jsonschema"})
DRAWN = frozenset({"rich"})


@cache
def imported(*words: str) -> frozenset[str]:
    """Return the libraries, and the modules of gapcheck, that a command imports when everything was read before."""
    run("lint")  # reads everything and fills the cache
    done = subprocess.run(
        (sys.executable, *PYTHON, *words), check=True, capture_output=True, cwd=ROOT, env=ENVIRONMENT, timeout=60
    )
    modules = re.findall(r"^import time:\s+\d+ \|\s+\d+ \|\s*(\S+)$", done.stderr.decode(), re.MULTILINE)
    assert "gapcheck.cli.app" in modules
    return frozenset(modules) | {module.partition(".")[0] for module in modules}


@pytest.mark.parametrize(
    "words",
    [
        ("check", "vn", "--as-of", DAY),
        ("check", "vn", "--as-of", DAY, "--format", "json"),
        ("explain", "vn", "14.1.c", "--as-of", DAY),
        ("show", "vn:penal-code-2015/147"),
        ("list", "hanoi"),
        ("--help",),
        ("--version",),
    ],
    ids=" ".join,
)
def test_on_a_warm_cache_no_command_imports_what_only_reading_and_writing_need(words: tuple[str, ...]) -> None:
    assert not imported(*words) & HEAVY


def test_lint_reads_the_text_again_to_point_at_it_and_validates_nothing_twice() -> None:
    assert not imported("lint") & (HEAVY - {"yaml"})


@pytest.mark.parametrize(
    "words",
    [("check", "vn", "--as-of", DAY), ("explain", "vn", "14.1.c", "--as-of", DAY), ("list", "hanoi"), ("lint",)],
    ids=" ".join,
)
def test_what_goes_into_a_pipe_is_not_drawn_and_what_is_right_needs_no_suggestions(words: tuple[str, ...]) -> None:
    assert not imported(*words) & (WHEN_WRONG | DRAWN)


def test_a_table_is_drawn_by_rich_and_by_nothing_more() -> None:
    modules = imported("check", "vn", "--as-of", DAY, "--format", "table")
    assert "rich" in modules
    assert not modules & (HEAVY | WHEN_WRONG | {"markdown_it", "pygments"})


def test_a_check_imports_none_of_what_other_commands_need() -> None:
    others = {
        "gapcheck.assess.cover_table",
        "gapcheck.assess.near_miss",
        "gapcheck.lint.registry",
        "gapcheck.report.explain",
        "gapcheck.report.show",
        "gapcheck.report.lists",
        "gapcheck.report.diagnostic_text",
        "gapcheck.report.assessment_json",
        "gapcheck.report.terminal",
        "gapcheck.source.json_schemas",
    }
    assert not imported("check", "vn", "--as-of", DAY) & others


@pytest.mark.parametrize("words", [("--help",), ("--version",)], ids=" ".join)
def test_help_and_version_read_no_law(words: tuple[str, ...]) -> None:
    assert not imported(*words) & {"gapcheck.api", "gapcheck.workspace.workspace", "msgspec"}
