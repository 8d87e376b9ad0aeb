"""Files that gapcheck makes: all or none, never over what somebody else made, never outside of their folder."""

from __future__ import annotations

import json
import os
import re
import tempfile
from errno import EACCES, ENOSPC
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest

from gapcheck.report.made_files import RECORD, NotOurs, write_made


def there(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder without the record of them."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != RECORD)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def record(folder: Path) -> Any:  # noqa: ANN401 - what JSON holds
    return json.loads((folder / RECORD).read_text(encoding="utf-8"))


def digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


def with_record(folder: Path, held: object) -> None:
    (folder / RECORD).write_text(json.dumps(held), encoding="utf-8")


def test_a_new_folder_is_made_with_the_files_and_a_record_of_them(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    write_made(folder, {"two.md": b"2", "one.md": b"1"})
    assert there(folder) == {"one.md": b"1", "two.md": b"2"}
    assert record(folder) == {"one.md": digest(b"1"), "two.md": digest(b"2")}
    assert list(record(folder)) == ["one.md", "two.md"]


def test_files_can_be_read_by_everybody_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_made(tmp_path, {"one.md": b"1"})
    assert (tmp_path / "one.md").stat().st_mode & 0o777 == 0o644
    assert {path.name for path in tmp_path.iterdir()} == {"one.md", RECORD}


def test_what_gapcheck_made_is_written_anew(tmp_path: Path) -> None:
    write_made(tmp_path, {"one.md": b"1"})
    write_made(tmp_path, {"one.md": b"2"})
    write_made(tmp_path, {"one.md": b"3"})
    assert there(tmp_path) == {"one.md": b"3"}


def test_the_same_files_again_change_nothing(tmp_path: Path) -> None:
    write_made(tmp_path, {"one.md": b"1"})
    before = (tmp_path / RECORD).read_bytes()
    write_made(tmp_path, {"one.md": b"1"})
    assert (tmp_path / RECORD).read_bytes() == before


def test_what_is_no_longer_made_stays_and_is_remembered(tmp_path: Path) -> None:
    write_made(tmp_path, {"one.md": b"1"})
    write_made(tmp_path, {"two.md": b"2"})
    assert there(tmp_path) == {"one.md": b"1", "two.md": b"2"}
    write_made(tmp_path, {"one.md": b"3"})
    assert there(tmp_path) == {"one.md": b"3", "two.md": b"2"}


def test_a_file_of_somebody_else_is_not_written_over_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "two.md").write_bytes(b"mine")
    with pytest.raises(NotOurs) as refused:
        write_made(tmp_path, {"one.md": b"1", "two.md": b"2", "three.md": b"3"})
    assert refused.value.name == "two.md"
    assert there(tmp_path) == {"two.md": b"mine"}
    assert not (tmp_path / RECORD).exists()


def test_a_file_that_was_changed_by_hand_is_not_written_over(tmp_path: Path) -> None:
    write_made(tmp_path, {"one.md": b"1", "two.md": b"2"})
    (tmp_path / "one.md").write_bytes(b"1 and more")
    before = (tmp_path / RECORD).read_bytes()
    with pytest.raises(NotOurs) as refused:
        write_made(tmp_path, {"one.md": b"3", "two.md": b"4"})
    assert refused.value.name == "one.md"
    assert there(tmp_path) == {"one.md": b"1 and more", "two.md": b"2"}
    assert (tmp_path / RECORD).read_bytes() == before


def test_a_file_that_was_removed_by_hand_is_made_again(tmp_path: Path) -> None:
    write_made(tmp_path, {"one.md": b"1"})
    (tmp_path / "one.md").unlink()
    write_made(tmp_path, {"one.md": b"1"})
    assert there(tmp_path) == {"one.md": b"1"}


def test_force_writes_over_everything_and_makes_it_ours(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_bytes(b"mine")
    write_made(tmp_path, {"one.md": b"1"}, force=True)
    assert there(tmp_path) == {"one.md": b"1"}
    write_made(tmp_path, {"one.md": b"2"})
    assert there(tmp_path) == {"one.md": b"2"}


@pytest.mark.parametrize(
    "held",
    [b"", b"{", b"[]", b"1", b"\xff\xfe", b'{"one.md": 1}', b'{"one.md": {}}', b"[" * 200_000, b'{"one.md": ""}'],
)
def test_a_record_that_is_broken_vouches_for_nothing_and_is_made_anew(tmp_path: Path, held: bytes) -> None:
    write_made(tmp_path, {"one.md": b"1"})
    (tmp_path / RECORD).write_bytes(held)
    with pytest.raises(NotOurs):
        write_made(tmp_path, {"one.md": b"2"})
    assert (tmp_path / RECORD).read_bytes() == held
    write_made(tmp_path, {"one.md": b"2"}, force=True)
    assert record(tmp_path) == {"one.md": digest(b"2")}


def test_a_folder_without_its_record_is_somebody_else_s(tmp_path: Path) -> None:
    write_made(tmp_path, {"one.md": b"1"})
    (tmp_path / RECORD).unlink()
    with pytest.raises(NotOurs):
        write_made(tmp_path, {"one.md": b"1 again"})


def test_names_may_lead_into_folders_below(tmp_path: Path) -> None:
    write_made(tmp_path, {"vn/art/1.html": b"1", "vn/index.html": b"2", "index.html": b"3"})
    assert there(tmp_path) == {"vn/art/1.html": b"1", "vn/index.html": b"2", "index.html": b"3"}
    (tmp_path / "vn/art/1.html").write_bytes(b"mine")
    with pytest.raises(NotOurs) as refused:
        write_made(tmp_path, {"vn/art/1.html": b"4", "index.html": b"4"})
    assert refused.value.name == "vn/art/1.html"
    assert there(tmp_path)["index.html"] == b"3"


def test_what_a_whole_no_longer_has_is_removed_with_the_folders_that_are_empty_then(tmp_path: Path) -> None:
    write_made(
        tmp_path, {"index.html": b"1", "vn/1.html": b"2", "vn/art/2.html": b"3", "th/1.html": b"4"}, whole="site"
    )
    write_made(tmp_path, {"index.html": b"5", "th/2.html": b"6"}, whole="site")
    assert there(tmp_path) == {"index.html": b"5", "th/2.html": b"6"}
    assert not (tmp_path / "vn").exists()
    assert set(record(tmp_path)) == {"index.html", "th/2.html"}


def test_a_whole_removes_nothing_that_somebody_changed_or_put_there(tmp_path: Path) -> None:
    write_made(tmp_path, {"vn/1.html": b"1", "vn/2.html": b"2"}, whole="site")
    (tmp_path / "vn/1.html").write_bytes(b"mine")
    (tmp_path / "vn/notes.txt").write_bytes(b"mine too")
    write_made(tmp_path, {"index.html": b"3"}, whole="site")
    assert there(tmp_path) == {"index.html": b"3", "vn/1.html": b"mine", "vn/notes.txt": b"mine too"}


def test_a_whole_removes_nothing_of_another_whole_nor_what_is_of_none(tmp_path: Path) -> None:
    write_made(tmp_path, {"report.md": b"1"})
    write_made(tmp_path, {"a.html": b"2"}, whole="one")
    write_made(tmp_path, {"b.html": b"3"}, whole="two")
    assert set(there(tmp_path)) == {"report.md", "a.html", "b.html"}
    write_made(tmp_path, {"c.html": b"4"}, whole="two")
    assert set(there(tmp_path)) == {"report.md", "a.html", "c.html"}
    write_made(tmp_path, {"d.md": b"5"})
    assert set(there(tmp_path)) == {"report.md", "a.html", "c.html", "d.md"}


def test_a_whole_whose_file_is_gone_already_is_written_all_the_same(tmp_path: Path) -> None:
    write_made(tmp_path, {"vn/1.html": b"1"}, whole="site")
    (tmp_path / "vn/1.html").unlink()
    write_made(tmp_path, {"index.html": b"2"}, whole="site")
    assert there(tmp_path) == {"index.html": b"2"}


def test_a_record_that_names_files_elsewhere_removes_none_of_them(tmp_path: Path) -> None:
    folder, outside = tmp_path / "made", tmp_path / "outside.txt"
    (folder / "sub").mkdir(parents=True)
    (tmp_path / "beside").mkdir()
    outside.write_bytes(b"1")
    (tmp_path / "beside/in.txt").write_bytes(b"1")
    (folder / "link.txt").symlink_to(outside)
    (folder / "linked").symlink_to(tmp_path / "beside")
    names = (
        "../outside.txt", "sub/../../outside.txt", str(outside), "link.txt", "linked/in.txt", "../beside/in.txt", "",
        ".", "..", "sub", "\x00", "\ud800", "a" * 5000, "index.html/x", RECORD,
    )  # fmt: skip
    with_record(folder, {name: f"{digest(b'1')} site" for name in names})
    write_made(folder, {"index.html": b"2"}, whole="site")
    assert outside.read_bytes() == b"1"
    assert (tmp_path / "beside/in.txt").read_bytes() == b"1"
    assert (folder / "link.txt").is_symlink()
    assert set(record(folder)) == {"index.html"}


@pytest.mark.parametrize("is_dangling", [False, True])
def test_a_link_is_replaced_and_never_followed(tmp_path: Path, is_dangling: bool) -> None:
    folder, outside = tmp_path / "made", tmp_path / "outside.txt"
    folder.mkdir()
    (folder / "one.md").symlink_to(outside)
    if not is_dangling:
        outside.write_bytes(b"mine")
        with pytest.raises(NotOurs):
            write_made(folder, {"one.md": b"1"})
    write_made(folder, {"one.md": b"1"}, force=not is_dangling)
    assert not (folder / "one.md").is_symlink()
    assert (folder / "one.md").read_bytes() == b"1"
    assert outside.exists() != is_dangling
    assert is_dangling or outside.read_bytes() == b"mine"


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_below_that_is_a_link_to_elsewhere_is_refused(tmp_path: Path, force: bool) -> None:
    folder, outside = tmp_path / "made", tmp_path / "outside"
    folder.mkdir()
    outside.mkdir()
    (folder / "vn").symlink_to(outside)
    with pytest.raises(NotOurs) as refused:
        write_made(folder, {"index.html": b"1", "vn/1.html": b"2"}, force=force)
    assert refused.value.name == "vn/1.html"
    assert there(folder) == there(outside) == {}


@pytest.mark.parametrize("name", ["../one.md", "a/../../one.md"])
def test_a_name_that_leads_out_of_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotOurs):
        write_made(tmp_path / "made", {name: b"1"}, force=True)
    assert not (tmp_path / "one.md").exists()


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "made").symlink_to(tmp_path / "real")
    write_made(tmp_path / "made", {"vn/1.html": b"1"}, whole="site")
    write_made(tmp_path / "made", {"vn/2.html": b"2"}, whole="site")
    assert there(tmp_path / "real") == {"vn/2.html": b"2"}


@pytest.mark.parametrize("force", [False, True])
def test_where_a_folder_stands_in_the_place_of_a_file_nothing_is_written(tmp_path: Path, force: bool) -> None:
    (tmp_path / "two.md").mkdir()
    with pytest.raises(IsADirectoryError):
        write_made(tmp_path, {"one.md": b"1", "two.md": b"2"}, force=force)
    assert there(tmp_path) == {}


def test_where_a_file_stands_in_the_place_of_a_folder_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "vn").write_bytes(b"mine")
    with pytest.raises(OSError, match=re.escape("vn")):
        write_made(tmp_path, {"index.html": b"1", "vn/1.html": b"2"})
    assert there(tmp_path) == {"vn": b"mine"}
    with pytest.raises(OSError, match=re.escape("vn")):
        write_made(tmp_path / "vn", {"index.html": b"1"})


@pytest.mark.parametrize("failing", [1, 2, 3])
@pytest.mark.parametrize("problem", [ENOSPC, EACCES], ids=os.strerror)
def test_where_something_cannot_be_written_everything_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int, problem: int
) -> None:
    write_made(tmp_path, {"one.md": b"1", "two.md": b"2"})
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    made_before = tempfile.mkstemp
    asked = 0

    def full(**words: Any) -> tuple[int, str]:  # noqa: ANN401 - as mkstemp
        nonlocal asked
        asked += 1
        if asked == failing:
            raise OSError(problem, os.strerror(problem))
        return made_before(**words)

    monkeypatch.setattr(tempfile, "mkstemp", full)
    with pytest.raises(OSError, match=os.strerror(problem)):
        write_made(tmp_path, {"one.md": b"3", "two.md": b"4"})
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    monkeypatch.undo()
    write_made(tmp_path, {"one.md": b"3", "two.md": b"4"})
    assert there(tmp_path) == {"one.md": b"3", "two.md": b"4"}
