"""gapcheck site: the folder holds what was made, no less and no more, and nothing that somebody else wrote is lost."""

from __future__ import annotations

import gc
import json
from pathlib import Path

import pytest

from gapcheck.report.made_files import RECORD
from tests.unit.cli.running import DAY, Ran, run_here, workspace

PACT = {
    "provisions/pact/instrument.yaml": "instrument: pact\ntitle: {en: Pact, vi: Hiệp ước}\n",
    "provisions/pact/art-1.yaml": """
article: "1"
heading: {en: Copies, vi: Bản sao}
paragraphs:
  - {id: "1.1", kind: offence, duty: shall, summary: {en: a, vi: b}, requires: {conduct: copy}}
""",
    "provisions/pact/art-2.yaml": """
article: "2"
heading: {en: More, vi: Thêm}
paragraphs:
  - {id: "2.1", kind: offence, duty: shall, summary: {en: a, vi: b}, requires: {conduct: copy}}
""",
    "national_laws/zz/jurisdiction.yaml": "jurisdiction: zz\nname: {en: Zedland, vi: Xứ Z}\n",
    "national_laws/zy/jurisdiction.yaml": "jurisdiction: zy\nname: {en: Wyeland, vi: Xứ Y}\n",
}
"""An instrument and two countries, so that a site is made in no time."""


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> str:
    return workspace(tmp_path_factory.mktemp("pact"), PACT)


def site(folder: Path, there: str, *words: str) -> Ran:
    """Run it anew, even with words with which it was run before."""
    chosen = words or ("zz", "zy", "--instrument", "pact")
    return run_here.__wrapped__("site", str(folder), *chosen, "--workspace", there, "--as-of", DAY)


def held(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_says_where_to_begin_and_records_what_it_made(tmp_path: Path, there: str) -> None:
    folder = tmp_path / "trang web đối chiếu"
    assert site(folder, there) == Ran(0, f"{folder / 'index.html'}\n", "")
    made = held(folder)
    record = json.loads(made.pop(RECORD))
    assert set(record) == set(made)
    assert {mark.partition(" ")[2] for mark in record.values()} == {"site"}
    assert {"index.html", "en/pact/1.html", "vi/zz/index.html", "vi/zy/pact.html"} <= set(made)


def test_everything_is_shown_where_nothing_is_named(
    tmp_path: Path, there: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gapcheck.api.jurisdiction_names", lambda _: ["zy", "zz"])
    monkeypatch.setattr("gapcheck.api.instrument_names", lambda _: ["pact"])
    ran = site(tmp_path, there, "--no-cache")
    assert (ran.code, ran.err) == (0, "")
    assert {"en/zy/pact.html", "en/zz/pact.html"} <= set(held(tmp_path))


def test_a_country_may_be_named_in_capitals_and_twice(tmp_path: Path, there: str) -> None:
    assert site(tmp_path / "a", there, "ZZ", "zz", "--instrument", "pact").code == 0
    assert site(tmp_path / "b", there, "zz", "--instrument", "pact", "--instrument", "pact").code == 0
    assert held(tmp_path / "a") == held(tmp_path / "b")


def test_garbage_is_collected_as_before_when_it_is_done(tmp_path: Path, there: str) -> None:
    before = gc.get_threshold()
    assert before[0] > 0
    site(tmp_path, there)
    assert gc.get_threshold() == before


def test_a_second_run_makes_the_same_bytes(tmp_path: Path, there: str) -> None:
    site(tmp_path, there)
    before = held(tmp_path)
    assert site(tmp_path, there).code == 0
    assert held(tmp_path) == before


def test_pages_that_are_gone_are_removed_and_nothing_else(tmp_path: Path, there: str) -> None:
    site(tmp_path, there)
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    changed = tmp_path / "vi" / "zy" / "pact.html"
    changed.write_text("mine", encoding="utf-8")
    assert site(tmp_path, there, "zz", "--instrument", "pact").code == 0
    left = held(tmp_path)
    assert {name for name in left if "/zy/" in name} == {"vi/zy/pact.html"}, "somebody changed this one"
    assert not (tmp_path / "en" / "zy").exists()
    assert left["mine.txt"] == b"mine"
    assert "en/zz/pact.html" in left


def test_a_file_of_somebody_else_stops_it_before_anything_is_written(tmp_path: Path, there: str) -> None:
    other = tmp_path / "en" / "pact" / "1.html"
    other.parent.mkdir(parents=True)
    other.write_text("mine", encoding="utf-8")
    ran = site(tmp_path, there)
    assert (ran.code, ran.out) == (2, "")
    assert "en/pact/1.html" in ran.err
    assert "--force" in ran.err
    assert held(tmp_path) == {"en/pact/1.html": b"mine"}
    assert site(tmp_path, there, "zz", "--instrument", "pact", "--force").code == 0
    assert b"<h1>Pact: Article 1 Copies</h1>" in other.read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("xx",), "There is no jurisdiction xx."),
        (("../zz",), "There is no jurisdiction ../zz."),
        (("zz", "--instrument", "nothing"), "There is no instrument nothing."),
        (("zz", "--instrument", "pact", "--as-of", "yesterday"), "yesterday"),
    ],
)
def test_what_is_not_there_is_said_and_nothing_is_written(
    tmp_path: Path, there: str, words: tuple[str, ...], said: str
) -> None:
    day = () if "--as-of" in words else ("--as-of", DAY)
    ran = run_here("site", str(tmp_path / "made"), *words, *day, "--workspace", there)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not (tmp_path / "made").exists()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, there: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    ran = site(tmp_path / "file" / "in it", there)
    assert (ran.code, ran.out) == (2, "")
    assert "Cannot write" in ran.err


def test_errors_in_the_files_are_said_and_the_site_is_made_all_the_same(tmp_path: Path) -> None:
    broken = {**PACT, "national_laws/zz/act/1.yaml": "section: 1\nversions: nonsense\n"}
    ran = site(tmp_path / "made", workspace(tmp_path / "broken", broken))
    assert ran.code == 3
    assert "gapcheck lint" in ran.err
    assert (tmp_path / "made" / "en" / "zz" / "pact.html").exists()
