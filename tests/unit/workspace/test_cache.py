"""The parse cache never changes an answer: whatever becomes of files, of the program or of the cache."""

from __future__ import annotations

import multiprocessing
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import gapcheck
from gapcheck.api import instrument_names, open_data
from gapcheck.resources import bundled_root
from gapcheck.source import cache, yaml_text
from gapcheck.workspace.workspace import Workspace, open_workspace
from tests.unit.workspace.tiny import (
    ARTICLE,
    CONDUCT,
    FILES,
    MAPPINGS,
    NEXT_SECTION,
    SECTION,
    Tiny,
    names,
    paths_in_use,
    said,
)

PACKAGE = Path(gapcheck.__file__).parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the files that were parsed and not found in the cache, while a test runs."""
    paths: list[str] = []
    real = yaml_text.read_yaml

    def noted(path: str, content: bytes) -> yaml_text.Document:
        paths.append(path)
        return real(path, content)

    monkeypatch.setattr(yaml_text, "read_yaml", noted)
    return paths


def same(first: Workspace, second: Workspace) -> bool:
    return (
        first.vocabulary == second.vocabulary
        and first.treaties == second.treaties
        and first.statutes == second.statutes
        and first.diagnostics == second.diagnostics
        and first.files == second.files
    )


def test_the_bundled_data_is_the_same_from_files_and_from_the_cache(folder: Path, parsed: list[str]) -> None:
    without = open_workspace([bundled_root()])
    cold = open_workspace([bundled_root()], cache_folder=folder)
    assert parsed.count(SECTION) == 2
    parsed.clear()
    warm = open_workspace([bundled_root()], cache_folder=folder)
    assert parsed == []
    assert same(without, cold)
    assert same(cold, warm)
    assert repr(warm.statutes) == repr(cold.statutes)
    assert repr(warm.treaties) == repr(cold.treaties)


def test_an_unchanged_file_is_not_parsed_again(tiny: Tiny, folder: Path, parsed: list[str]) -> None:
    tiny.open(cache_folder=folder)
    assert sorted(parsed) == sorted(FILES)
    parsed.clear()
    assert paths_in_use(tiny.open(cache_folder=folder)) == set(FILES)
    assert parsed == []


def test_a_changed_file_is_parsed_again_and_no_other(tiny: Tiny, folder: Path, parsed: list[str]) -> None:
    tiny.open(cache_folder=folder)
    times = os.stat(tiny.root / SECTION)  # noqa: PTH116
    tiny.replace(SECTION, "under 16\n", "under 14\n")
    os.utime(tiny.root / SECTION, ns=(times.st_atime_ns, times.st_mtime_ns))
    parsed.clear()
    warm = tiny.open(cache_folder=folder)
    assert parsed == [SECTION]
    assert warm.statutes["vn"].sections["penal-code-2015/147"].versions[0].reaches[0]["victim_age"] == ("under 14",)
    assert same(warm, tiny.open())


def test_a_touched_file_is_not_parsed_again(tiny: Tiny, folder: Path, parsed: list[str]) -> None:
    tiny.open(cache_folder=folder)
    os.utime(tiny.root / SECTION, (1, 1))
    parsed.clear()
    tiny.open(cache_folder=folder)
    assert parsed == []


def test_a_file_with_errors_is_said_again_each_time(tiny: Tiny, folder: Path) -> None:
    tiny.replace(SECTION, "nature: criminal", "nature: penal")
    tiny.replace(ARTICLE, "under 18", "under eighteen")
    first = tiny.open(cache_folder=folder)
    second = tiny.open(cache_folder=folder)
    assert names(first.diagnostics) == ["unknown-value", "age-not-readable"]
    assert same(first, second)


def test_words_are_judged_anew_when_the_vocabulary_changes(tiny: Tiny, folder: Path) -> None:
    tiny.open(cache_folder=folder)
    tiny.replace(CONDUCT, "  possess: {label: {en: possessing}}\n", "")
    warm = tiny.open(cache_folder=folder)
    assert said(warm.diagnostics) == [("unknown-term", ARTICLE, "7:35-7:42"), ("unknown-term", ARTICLE, "12:27-12:34")]
    assert same(warm, tiny.open())


def test_content_that_moves_to_another_path_is_judged_anew(tiny: Tiny, folder: Path) -> None:
    tiny.open(cache_folder=folder)
    first, second = tiny.read(SECTION), tiny.read(NEXT_SECTION)
    tiny.write(SECTION, second)
    tiny.write(NEXT_SECTION, first)
    warm = tiny.open(cache_folder=folder)
    assert names(warm.diagnostics) == ["id-not-path", "id-not-path"]


def test_a_deleted_file_leaves_the_workspace_and_the_cache(tiny: Tiny, folder: Path) -> None:
    tiny.open(cache_folder=folder)
    before = sum(shelf.stat().st_size for shelf in folder.iterdir())
    tiny.remove(NEXT_SECTION)
    tiny.replace(MAPPINGS, "  incidental: [penal-code-2015/326]\n", "")
    warm = tiny.open(cache_folder=folder)
    assert warm.diagnostics == []
    assert paths_in_use(warm) == set(FILES) - {NEXT_SECTION}
    assert sum(shelf.stat().st_size for shelf in folder.iterdir()) < before


def test_another_program_has_another_cache(
    tiny: Tiny, folder: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny.open(cache_folder=folder)
    monkeypatch.setattr(cache, "program_digest", lambda: b"another program!")
    parsed.clear()
    assert paths_in_use(tiny.open(cache_folder=folder)) == set(FILES)
    assert sorted(parsed) == sorted(FILES)


def test_another_root_has_another_cache(tiny: Tiny, folder: Path, parsed: list[str], tmp_path: Path) -> None:
    other = Tiny(tmp_path / "another")
    tiny.open(cache_folder=folder)
    parsed.clear()
    other.open(cache_folder=folder)
    assert sorted(parsed) == sorted(FILES)
    parsed.clear()
    tiny.open(cache_folder=folder)
    assert parsed == []


def test_a_root_keeps_its_cache_through_a_link(tiny: Tiny, folder: Path, parsed: list[str], tmp_path: Path) -> None:
    tiny.open(cache_folder=folder)
    (tmp_path / "link").symlink_to(tiny.root)
    parsed.clear()
    open_workspace([tmp_path / "link"], cache_folder=folder)
    assert parsed == []


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def flipped_at_the_end(content: bytes) -> bytes:
    return content[:-5] + bytes([content[-5] ^ 1]) + content[-4:]


def flipped_in_the_head(content: bytes) -> bytes:
    return content[:30] + bytes([content[30] ^ 128]) + content[31:]


def emptied(_content: bytes) -> bytes:
    return b""


def garbage(_content: bytes) -> bytes:
    return b"\xde\xad\xbe\xef" * 1000


def sealed_garbage(_content: bytes) -> bytes:
    """Return a shelf that is whole, but holds no entries."""
    return cache.MAGIC + cache.digest(b"\xc1\xff") + b"\xc1\xff"


def sealed_nothing(_content: bytes) -> bytes:
    return cache.MAGIC + cache.digest(b"") + b""


@pytest.mark.parametrize(
    "damage",
    [cut, flipped_at_the_end, flipped_in_the_head, emptied, garbage, sealed_garbage, sealed_nothing],
    ids=lambda damage: damage.__name__,
)
def test_a_damaged_cache_is_made_anew(
    tiny: Tiny, folder: Path, parsed: list[str], damage: Callable[[bytes], bytes]
) -> None:
    whole = tiny.open(cache_folder=folder)
    for shelf in folder.iterdir():
        shelf.write_bytes(damage(shelf.read_bytes()))
    parsed.clear()
    assert same(tiny.open(cache_folder=folder), whole)
    assert sorted(parsed) == sorted(FILES)
    parsed.clear()
    assert same(tiny.open(cache_folder=folder), whole)
    assert parsed == []


def test_an_entry_of_another_shape_is_read_anew(tiny: Tiny, folder: Path, parsed: list[str]) -> None:
    whole = tiny.open(cache_folder=folder)
    shelf = cache.Shelf(folder, f"{tiny.root}\nnational_laws/vn")
    shelf.put(SECTION, cache.digest(FILES[SECTION].encode()), {"section": ["147"], "versions": None})
    shelf.put(MAPPINGS, cache.digest(FILES[MAPPINGS].encode()), "text")
    shelf.keep(set(FILES))
    parsed.clear()
    assert same(tiny.open(cache_folder=folder), whole)
    assert sorted(parsed) == sorted([SECTION, MAPPINGS])


def test_a_cache_folder_that_is_a_file_is_no_failure(tiny: Tiny, folder: Path) -> None:
    folder.write_text("not a folder")
    assert same(tiny.open(cache_folder=folder), tiny.open())
    assert same(tiny.open(cache_folder=folder / "below"), tiny.open())
    assert folder.read_text() == "not a folder"


def test_a_shelf_that_cannot_be_replaced_is_no_failure(tiny: Tiny, folder: Path) -> None:
    tiny.open(cache_folder=folder)
    for shelf in list(folder.iterdir()):
        shelf.unlink()
        shelf.mkdir()
        (shelf / "in the way").touch()
    assert same(tiny.open(cache_folder=folder), tiny.open())
    assert [shelf.name for shelf in folder.iterdir() if shelf.name.startswith(".")] == []


def test_a_full_disk_is_no_failure_and_leaves_nothing_behind(
    tiny: Tiny, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert same(tiny.open(cache_folder=folder), tiny.open())
    assert list(folder.iterdir()) == []


def test_without_a_cache_folder_nothing_is_written(tiny: Tiny, tmp_path: Path) -> None:
    tiny.open()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["workspace"]


def test_nothing_is_written_where_nothing_changed(tiny: Tiny, folder: Path) -> None:
    tiny.open(cache_folder=folder)
    before = {shelf.name: shelf.stat().st_ino for shelf in folder.iterdir()}
    tiny.open(cache_folder=folder)
    assert {shelf.name: shelf.stat().st_ino for shelf in folder.iterdir()} == before
    assert len(before) == 3


def test_nothing_but_shelves_is_in_the_cache_and_no_pickle(tiny: Tiny, folder: Path) -> None:
    tiny.open(cache_folder=folder)
    assert {shelf.suffix for shelf in folder.iterdir()} == {".shelf"}
    assert all(shelf.read_bytes().startswith(cache.MAGIC) for shelf in folder.iterdir())
    unsafe = re.compile(r"^\s*(?:import|from) (?:pickle|marshal|shelve)\b", re.MULTILINE)
    assert [path for path in PACKAGE.rglob("*.py") if unsafe.search(path.read_text())] == []


def open_often(root: str, folder: str, section: int) -> list[str]:
    """Write a section of one's own and open the workspace, again and again; return what was ever wrong."""
    said_wrong: list[str] = []
    for turn in range(15):
        Tiny(Path(root), {}).write(
            f"national_laws/vn/penal-code-2015/{section}.yaml",
            f'section: "{section}"\nheading: {{en: Turn {turn}}}\nversions: []\n',
        )
        workspace = open_workspace([Path(root)], cache_folder=Path(folder))
        found = workspace.statutes["vn"].sections[f"penal-code-2015/{section}"].heading["en"]
        said_wrong += [found] if found != f"Turn {turn}" else []
        said_wrong += [one.code.name for one in workspace.diagnostics if str(section) in one.path]
        said_wrong += sorted(set(FILES) - paths_in_use(workspace))
    return said_wrong


def test_two_processes_can_share_a_cache(tiny: Tiny, folder: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        answers = pool.starmap(open_often, [(str(tiny.root), str(folder), 401), (str(tiny.root), str(folder), 402)])
    assert answers == [[], []]
    assert [shelf.name for shelf in folder.iterdir() if shelf.suffix != ".shelf"] == []
    assert same(tiny.open(cache_folder=folder), tiny.open())


def test_what_the_cache_holds_is_read_without_pydantic_and_without_yaml(folder: Path) -> None:
    program = (
        "import sys; from gapcheck.api import open_data; workspace = open_data(jurisdictions=['vn']);"
        "print(len(workspace.diagnostics), sorted({'pydantic', 'yaml', 'rapidfuzz', 'rich'} & set(sys.modules)))"
    )
    environment = {**os.environ, "GAPCHECK_CACHE_DIR": str(folder), "PYTHONPATH": str(PACKAGE.parent)}
    answers = [
        subprocess.run(
            [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
        ).stdout.strip()
        for _ in range(2)
    ]
    assert answers == ["0 ['pydantic', 'yaml']", "0 []"]
    assert len(list(folder.glob("*.shelf"))) > 2


def test_the_cache_folder_can_be_chosen_in_the_environment(
    tiny: Tiny, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GAPCHECK_CACHE_DIR", str(folder))
    assert cache.default_folder() == folder
    open_data(tiny.root, jurisdictions=[], use_cache=False)
    assert not folder.exists()
    open_data(tiny.root, jurisdictions=[])
    assert len(list(folder.glob("*.shelf"))) >= len(instrument_names(tiny.root))


def test_the_usual_cache_folder_is_the_users(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("GAPCHECK_CACHE_DIR", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache.default_folder().name == "gapcheck"
    assert cache.default_folder().is_relative_to(tmp_path)


def test_the_cache_depends_on_everything_that_decides_how_a_file_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "__file__", str(tmp_path / "source" / "cache.py"))
    for name in ("model", "source", "workspace"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "one.py").write_text("")

    def digest() -> bytes:
        return cache.program_digest.__wrapped__()

    seen = [digest()]
    assert digest() == seen[0]
    for name in ("model", "source", "workspace"):
        (tmp_path / name / "one.py").write_text("changed")
        seen.append(digest())
    (tmp_path / "model" / "one.py").rename(tmp_path / "model" / "two.py")
    seen.append(digest())
    (tmp_path / "model" / "two.py").rename(tmp_path / "source" / "two.py")
    seen.append(digest())
    monkeypatch.setattr(cache, "__version__", "another")
    seen.append(digest())
    assert len(set(seen)) == len(seen)
