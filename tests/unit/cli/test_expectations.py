"""gapcheck test: whether what lawyers expect of the data holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.running import Ran, run, run_here, workspace

HEAD = "about: {en: Some points.}\nexpectations:\n"
ZEDLAND = {"national_laws/zz/jurisdiction.yaml": "jurisdiction: zz\nname: {en: Zedland}\n"}
HOLDS = """\
  - paragraph: hanoi:15.1
    duty: shall
    because: {en: The article says shall.}
"""
FAILS = """\
  - paragraph: hanoi:15.1
    jurisdiction: zz
    as_of: 2026-11-21
    duty: may
    verdict: missing
    because: {en: It is so., vi: Điều này là đúng.}
"""


def held(folder: Path, *texts: str, lang: str = "en") -> Ran:
    """Run the expectations that are written into a folder, one file a text, beside a jurisdiction without laws."""
    workspace(folder, ZEDLAND)
    for number, text in enumerate(texts, 1):
        (folder / f"{number}.yaml").write_text(HEAD + text, encoding="utf-8")
    paths = sorted(str(path) for path in folder.glob("*.yaml"))
    return run_here("test", *paths, "--workspace", str(folder), "--lang", lang)


def test_where_all_expectations_hold_it_ends_with_0(tmp_path: Path) -> None:
    ran = held(tmp_path, HOLDS, HOLDS * 2)
    assert (ran.code, ran.lines, ran.err) == (0, ["All 3 expectations hold."], "")


def test_one_that_holds_is_one(tmp_path: Path) -> None:
    assert held(tmp_path, HOLDS).lines == ["1 expectation holds."]


def test_one_that_fails_ends_it_with_1_and_says_where_what_and_why(tmp_path: Path) -> None:
    ran = held(tmp_path, HOLDS + FAILS)
    where = f"{(tmp_path / '1.yaml').as_posix()}:6 zz hanoi:15.1"
    assert (ran.code, ran.err) == (1, "")
    assert ran.lines == [
        f"{where}: duty does not hold.",
        "  expected: may",
        "  found: shall",
        "  because: It is so.",
        f"{where}: verdict does not hold.",
        "  expected: missing",
        "  found: not-assessed",
        "  because: It is so.",
        "1 of 2 expectations do not hold.",
    ]


def test_failures_are_said_in_vietnamese(tmp_path: Path) -> None:
    ran = held(tmp_path, FAILS, lang="vi")
    assert ran.code == 1
    assert any(line.strip().endswith("Điều này là đúng.") for line in ran.lines)
    assert "expected" not in ran.out
    assert "hold" not in ran.out


def test_a_file_with_errors_ends_it_with_3_and_the_others_are_held_all_the_same(tmp_path: Path) -> None:
    ran = held(tmp_path, HOLDS.replace("15.1", "15.11"), FAILS)
    assert ran.code == 3
    assert ran.err.startswith(f"{(tmp_path / '1.yaml').as_posix()}:3:16: error GC211 unknown-id\n")
    assert "hanoi:15.1?" in ran.err
    assert ran.lines[-1] == "1 of 1 expectation does not hold."


@pytest.mark.parametrize("text", ["  - [\n", "  - {}\n", "  - {paragraph: hanoi:15.1, because: {en: x}, duty: shal}\n"])
def test_a_file_of_another_form_ends_it_with_3(tmp_path: Path, text: str) -> None:
    ran = held(tmp_path, text)
    assert ran.code == 3
    assert "1.yaml:" in ran.err
    assert "Traceback" not in ran.err


def test_errors_in_the_law_end_it_with_3(tmp_path: Path) -> None:
    folder = workspace(tmp_path, {"national_laws/zz/jurisdiction.yaml": "jurisdiction: [\n", "e/1.yaml": HEAD + HOLDS})
    ran = run_here("test", f"{folder}/e", "--workspace", folder)
    assert (ran.code, ran.lines) == (3, ["1 expectation holds."])
    assert "national_laws/zz/jurisdiction.yaml" in ran.err


@pytest.mark.parametrize("path", ["nowhere", "nowhere.yaml"])
def test_a_path_that_there_is_not_ends_it_with_2(tmp_path: Path, path: str) -> None:
    ran = run_here("test", str(tmp_path / path))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"There are no expectations at {tmp_path / path}. Name a file or a folder.\n"


def test_a_workspace_without_the_usual_folder_ends_it_with_2(tmp_path: Path) -> None:
    ran = run_here("test", "--workspace", str(tmp_path))
    assert ran.code == 2
    assert ran.err.startswith(f"There are no expectations at {tmp_path / 'tests/expectations'}.")


def test_without_a_path_the_usual_folder_of_the_workspace_is_taken(tmp_path: Path) -> None:
    folder = workspace(tmp_path, {"tests/expectations/deeper/points.yaml": HEAD + HOLDS})
    ran = run_here("test", "--workspace", folder)
    assert (ran.code, ran.lines) == (0, ["1 expectation holds."])


def test_without_a_workspace_the_usual_folder_is_the_one_here(tmp_path: Path) -> None:
    workspace(tmp_path, {"tests/expectations/points.yaml": HEAD + HOLDS.replace("shall\n", "may\n", 1)})
    ran = run("test", cwd=tmp_path)
    assert ran.code == 1
    assert ran.lines[0] == "tests/expectations/points.yaml:3 hanoi:15.1: duty does not hold."


def test_a_file_can_be_named_beside_its_folder_and_counts_once(tmp_path: Path) -> None:
    (tmp_path / "1.yaml").write_text(HEAD + HOLDS, encoding="utf-8")
    ran = run_here("test", str(tmp_path / "1.yaml"), str(tmp_path))
    assert (ran.code, ran.lines) == (0, ["1 expectation holds."])


def test_an_expectation_about_an_imagined_law_needs_no_jurisdiction(tmp_path: Path) -> None:
    limited = "  - paragraph: hanoi:15.1\n    law_limited_to: {victim_age: under 16}\n    verdict: aligned\n"
    ran = held(tmp_path, limited + "    because: {en: x}\n")
    assert ran.code == 1
    assert ran.lines[0].endswith("1.yaml:3 hanoi:15.1: verdict does not hold.")


def test_nothing_in_an_expectation_steers_a_terminal(tmp_path: Path) -> None:
    text = '  - {paragraph: "hanoi:15.1", kind: "\\e[31mred", because: {en: "\\e]0;x\\a"}}\n'
    ran = held(tmp_path, text)
    assert ran.code in {1, 3}
    assert "\x1b" not in ran.out + ran.err
