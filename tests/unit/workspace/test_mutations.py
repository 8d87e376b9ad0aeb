"""Whatever becomes of the files of a workspace, opening it never fails: it says what is wrong and goes on."""

from __future__ import annotations

import re
import tempfile
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.assess.instrument import assess_instrument
from gapcheck.assess.paragraph import Bench
from gapcheck.workspace.workspace import Workspace, open_workspace
from tests.unit.workspace.tiny import FILES, Tiny, paths_in_use

PATHS = sorted(FILES)
SNIPPETS = [
    "",
    "\n",
    "  ",
    "\t",
    ": ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    "~",
    "null",
    '"',
    "'",
    "#",
    "&a ",
    "*a",
    "!t ",
    "|",
    "---\n",
    "<<: ",
    "? ",
    "%",
    "0",
    "no",
    "1.10",
    "2018-07-01",
    "under 99999999999",
    "any",
    "é",
    "\N{COMBINING ACUTE ACCENT}",
    "\N{LINE SEPARATOR}",
    "\x85",
    "\x00",
    "\N{ZERO WIDTH NO-BREAK SPACE}",
    "\r",
    "𠮷",
    "conduct",
    "conduct: publish",
    "- {}",
    "14.1",
    "penal-code-2015/147",
]
LINES = sorted({line for text in FILES.values() for line in text.splitlines(keepends=True)})
WORD = re.compile(r"[\w./-]+")
WORDS = sorted({word for text in FILES.values() for word in WORD.findall(text)})


@st.composite
def changed_text(draw: st.DrawFn, text: str) -> str:
    """Return a text with a few changes, most of which still leave it YAML."""
    for _ in range(draw(st.integers(1, 3))):
        lines = text.splitlines(keepends=True) or [""]
        number = draw(st.integers(0, len(lines) - 1))
        words = list(WORD.finditer(lines[number]))
        match draw(st.sampled_from(["word"] * 5 + ["drop", "double", "swap", "foreign", "splice", "cut"])):
            case "word" if words:
                start, end = draw(st.sampled_from(words)).span()
                new = draw(st.sampled_from(WORDS) | st.sampled_from(SNIPPETS))
                lines[number] = lines[number][:start] + new + lines[number][end:]
            case "drop":
                del lines[number]
            case "double":
                lines.insert(number, lines[number])
            case "swap":
                lines[number], lines[0] = lines[0], lines[number]
            case "foreign":
                lines[number] = draw(st.sampled_from(LINES))
            case "cut":
                del lines[number + 1 :]
            case _:
                line = lines[number]
                start = draw(st.integers(0, len(line)))
                end = draw(st.integers(start, min(len(line), start + 12)))
                lines[number] = line[:start] + draw(st.sampled_from(SNIPPETS)) + line[end:]
        text = "".join(lines)
    return text


def judged(workspace: Workspace) -> None:
    """Assess everything that was read: what has no meaning was left out before."""
    day = date(2026, 11, 22)
    for treaty in workspace.treaties.values():
        for statutes in workspace.statutes.values():
            assess_instrument(Bench(treaty, statutes, workspace.lexicon, day), lambda _article, _paragraph: True)


@settings(max_examples=100)
@given(st.data())
def test_changed_files_are_said_or_used(data: st.DataObject) -> None:
    changed = data.draw(st.lists(st.sampled_from(PATHS), min_size=1, max_size=3, unique=True))
    with tempfile.TemporaryDirectory() as folder:
        tiny = Tiny(Path(folder) / "workspace")
        for path in changed:
            tiny.write(path, data.draw(changed_text(FILES[path])))
        cache = Path(folder) / "cache"
        cold = open_workspace([tiny.root], cache_folder=cache)
        assert set(FILES) - set(changed) <= {*paths_in_use(cold), *left_out_beside(cold)}
        for diagnostic in cold.diagnostics:
            assert diagnostic.path in cold.files or diagnostic.code.name in {"unreadable-file", "unknown-id"}
            if diagnostic.span:
                lines = tiny.read(diagnostic.path).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
                assert diagnostic.excerpt == lines.split("\n")[diagnostic.span.line - 1]
                assert 1 <= diagnostic.span.column <= len(diagnostic.excerpt) + 1
        warm = open_workspace([tiny.root], cache_folder=cache)
        assert (warm.diagnostics, warm.treaties, warm.statutes) == (cold.diagnostics, cold.treaties, cold.statutes)
        judged(cold)


def left_out_beside(workspace: Workspace) -> set[str]:
    """Return the files that a mistake in another file can leave without a use."""
    wrong = {diagnostic.path for diagnostic in workspace.diagnostics}
    words = any(path.startswith("provisions/vocabulary/") for path in wrong)
    return {
        path
        for path in FILES
        if words
        or path in wrong
        or any(path.startswith(other.rpartition("/")[0]) for other in wrong if other.count("/") == 2)
    }


@settings(max_examples=60)
@given(
    st.dictionaries(
        st.one_of(
            st.sampled_from(PATHS),
            st.builds(
                "/".join,
                st.lists(
                    st.sampled_from(
                        ["provisions", "national_laws", "vocabulary", "vn", "mappings", "bills", "hanoi", "đ", "x.yaml"]
                    ),
                    min_size=2,
                    max_size=5,
                ),
            ).map(lambda path: f"{path}/art-1.yaml"),
        ),
        st.one_of(st.binary(max_size=40), st.sampled_from(sorted(FILES.values())).map(str.encode)),
        min_size=1,
        max_size=4,
    )
)
def test_any_bytes_in_any_place_are_said_or_used(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        tiny = Tiny(Path(folder))
        for path, content in files.items():
            tiny.write(path, content)
        workspace = tiny.open()
        judged(workspace)
        for path in files:
            is_said = any(one.path in {path, path.rpartition("/")[0]} for one in workspace.diagnostics)
            assert is_said or path in {*FILES, *workspace.files} or "/bills/" in path or not path.startswith(ROOTS)


ROOTS = ("provisions/", "national_laws/")
