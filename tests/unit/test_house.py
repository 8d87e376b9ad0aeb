"""The rules of the house that no tool checks."""

from __future__ import annotations

import ast
import re
import unicodedata
from pathlib import Path

import pytest

from tests.unit.cli.running import ROOT

MODULES = sorted((ROOT / "gapcheck").rglob("*.py"))
LONGEST = 400
LAW_FILES = sorted(path for folder in ("provisions", "national_laws") for path in (ROOT / folder).rglob("*.yaml"))
TEXTS = [*LAW_FILES, *sorted((ROOT / "gapcheck/locale").glob("*.toml")), *sorted((ROOT / "docs").rglob("*.md"))]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_what_it_is_about(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert (ast.get_docstring(tree) or "").splitlines()[0][-1] in ".?…"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_is_printed_past_the_streams_that_can_say_everything(path: Path) -> None:
    called = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert "print" not in called
    assert "input" not in called


def test_nothing_is_called_utils_or_helpers() -> None:
    banned = {"utils", "helpers", "common", "manager", "misc"}
    assert [name_of(path) for path in MODULES if path.stem in banned or path.parent.name in banned] == []


def test_the_same_letters_are_the_same_characters_everywhere() -> None:
    pieces = [name_of(path) for path in TEXTS if not unicodedata.is_normalized("NFC", path.read_text(encoding="utf-8"))]
    assert pieces == []


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_no_file_holds_characters_that_nobody_sees(path: Path) -> None:
    hidden = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
    assert hidden.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", LAW_FILES, ids=name_of)
def test_a_law_file_is_laid_out_as_the_guide_asks(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "\t" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert not re.search(r"^---|[ ]+$", text, re.MULTILINE)
    assert not re.search(r"(?:^|[\s:\[,])[&*][\w-]+(?=\s|$)", re.sub(r'"[^"]*"', "", text)), "no anchors"


def test_every_text_of_the_law_files_is_there_in_vietnamese() -> None:
    # One line a text in flow style, or a block with one language a line.
    silent = [
        name_of(path)
        for path in LAW_FILES
        if len(re.findall(r"\ben: ", path.read_text("utf-8"))) != len(re.findall(r"\bvi: ", path.read_text("utf-8")))
    ]
    assert silent == []


def test_every_command_is_one_short_file() -> None:
    for path in sorted((ROOT / "gapcheck/cli").glob("*.py")):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST // 2, path.name


def test_the_tests_of_a_module_are_found_below_its_folder() -> None:
    folders = {path.parent.name for path in MODULES if path.parent != ROOT / "gapcheck"}
    assert {
        path.name for path in (ROOT / "tests/unit").iterdir() if path.is_dir() and path.name != "__pycache__"
    } <= folders
