"""The rules of the house that no tool checks."""

from __future__ import annotations

import ast
import re
import unicodedata
from pathlib import Path

from tests.unit.cli.running import ROOT

MODULES = sorted((ROOT / "gapcheck").rglob("*.py"))
LONGEST = 400
LAW_FILES = sorted(path for folder in ("provisions", "national_laws") for path in (ROOT / folder).rglob("*.yaml"))
TEXTS = [*LAW_FILES, *sorted((ROOT / "gapcheck/locale").rglob("*.po")), *sorted((ROOT / "docs").rglob("*.md"))]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_every_module_is_short() -> None:
    assert [name_of(path) for path in MODULES if len(path.read_text("utf-8").splitlines()) > LONGEST] == []


def test_every_module_says_in_a_sentence_what_it_is_about() -> None:
    said = {name_of(path): (ast.get_docstring(tree_of(path)) or "").partition("\n")[0] for path in MODULES}
    assert [name for name, sentence in said.items() if sentence[-1:] not in {".", "?"}] == []


def test_nothing_is_printed_past_the_streams_that_can_say_everything() -> None:
    past = [
        name_of(path)
        for path in MODULES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"print", "input"}
    ]
    assert past == []


def test_nothing_is_called_utils_or_helpers() -> None:
    banned = {"utils", "helpers", "common", "manager", "misc"}
    assert [name_of(path) for path in MODULES if path.stem in banned or path.parent.name in banned] == []


def test_the_same_letters_are_the_same_characters_everywhere() -> None:
    pieces = [name_of(path) for path in TEXTS if not unicodedata.is_normalized("NFC", path.read_text(encoding="utf-8"))]
    assert pieces == []


HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")


def test_no_file_holds_characters_that_nobody_sees() -> None:
    assert [name_of(path) for path in TEXTS if HIDDEN.search(path.read_text(encoding="utf-8"))] == []


def is_laid_out(text: str) -> bool:
    """Whether a law file has no tabs, no `---`, no anchors, no spaces that end a line, and ends with one line end."""
    unquoted = re.sub(r'"[^"]*"', "", text)
    return (
        "\t" not in text
        and text.endswith("\n")
        and not text.endswith("\n\n")
        and not re.search(r"^---|[ ]+$", text, re.MULTILINE)
        and not re.search(r"(?:^|[\s:\[,])[&*][\w-]+(?=\s|$)", unquoted)
    )


def test_every_law_file_is_laid_out_as_the_guide_asks() -> None:
    assert [name_of(path) for path in LAW_FILES if not is_laid_out(path.read_text(encoding="utf-8"))] == []


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
