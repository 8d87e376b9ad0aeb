"""README, guides and decisions say what is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gapcheck.model.laws import Nature, TreatyStatus, VersionStatus
from gapcheck.model.mappings import Claim, Confidence, ReviewState
from gapcheck.model.provisions import Duty, OptionType
from gapcheck.model.verification import Level
from gapcheck.report.messages import messages_in
from tests.unit.cli.running import DAY, ROOT, run_here

README = (ROOT / "README.md").read_text(encoding="utf-8")
ENCODING = (ROOT / "docs/encoding.md").read_text(encoding="utf-8")
PAGES = sorted(
    [*ROOT.glob("*.md"), *(path for path in (ROOT / "docs").rglob("*.md") if path.parent.name != "codes")],
    key=lambda path: path.relative_to(ROOT).as_posix(),
)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def code_blocks(text: str) -> list[str]:
    return re.findall(r"^```\w*\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_the_excerpt_is_what_the_command_prints() -> None:
    (excerpt,) = (block for block in code_blocks(README) if block.startswith("$ gapcheck check"))
    command, *lines = excerpt.splitlines()
    words = command.removeprefix("$ gapcheck ").split()
    ran = run_here(*words, "--format", "table", "--as-of", DAY, COLUMNS="92")
    assert lines == [line.rstrip() for line in ran.lines]


def test_two_commands_set_everything_up() -> None:
    set_up = re.compile(r"^ *(?:\$ )?((?:sudo|apt|apt-get|make|pip|pipx|python3?|uv) .*)$", re.MULTILINE)
    assert [command for block in code_blocks(README) for command in set_up.findall(block)] == ["make run", "make test"]


NEED_WORDS = {"check", "explain", "report", "show", "site", "test"}
"""Commands that do nothing without being told about what, or outside of the project."""


def commands_of(text: str) -> list[str]:
    """Return the commands that a page names in its code: `gapcheck check vn 14 15 16`."""
    return re.findall(r"`gapcheck ([a-z][^`{}…]*)`", text)


@pytest.mark.parametrize(
    "command", sorted({command for page in PAGES for command in commands_of(page.read_text("utf-8"))})
)
def test_every_command_that_is_named_exists(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # some write files into the folder that one is in
    first, *words = command.partition(">")[0].split()
    if "DIR" in words or first == "lint" or (not words and first in NEED_WORDS):
        assert run_here(first, "--help").code == 0
    elif len(words) == 0 or words == ["vn"]:
        assert run_here(first, *words).code == 0
    else:
        ran = run_here(first, *words)
        assert (ran.code, ran.err) == (0, "")


def test_the_table_lists_every_command() -> None:
    table = re.findall(r"^\| `gapcheck ([a-z]+)", README, re.MULTILINE)
    listed = re.findall(r"^  ([a-z]+)  +[A-Z]", run_here("--help").out, re.MULTILINE)
    assert table == listed


def test_the_exit_codes_are_those_of_the_program() -> None:
    assert (
        "0 clean, 1 gaps at or above `--fail-on`, 2 wrong usage, 3 errors in the files, 70 a bug of gapcheck" in README
    )


LINK = re.compile(r"\]\(([^)\s]+)\)")


def anchors(page: Path) -> set[str]:
    """Return what the headings of a page are linked by."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", link):
            continue
        target, _, anchor = link.partition("#")
        there = (page.parent / target).resolve() if target else page
        # The pages about codes are generated.
        assert there.exists() or "docs/codes" in there.as_posix(), link
        assert there.is_relative_to(ROOT), link
        assert not anchor or anchor in anchors(there), link


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_decision_is_listed(page: Path) -> None:
    if page.parent.name == "decisions" and page.name != "README.md":
        assert f"({page.name})" in (page.parent / "README.md").read_text(encoding="utf-8")


def words_after(opening: str) -> list[str]:
    """Return the words in `code` of the sentence of the guide that begins so."""
    start = ENCODING.index(opening) + len(opening)
    sentence = re.split(r"\.\s", ENCODING[start:], maxsplit=1)[0]
    return re.findall(r"`([^`]+)`", sentence)


def test_the_guide_lists_the_duties() -> None:
    assert words_after("\nDuties: ") == list(Duty)


def test_the_guide_lists_the_types_of_options() -> None:
    table = ENCODING[ENCODING.index("| type | what it says | fields |") :].partition("\n\n")[0]
    assert set(re.findall(r"^\| ([a-z-]+) \|", table, re.MULTILINE)) - {"type"} == set(OptionType)


def test_the_guide_lists_the_levels_best_first() -> None:
    assert re.findall(r"`([a-z-]+)` ", ENCODING[ENCODING.index("## Verification levels") :]) == list(Level)


@pytest.mark.parametrize(
    ("field", "closed_list"),
    [
        ("nature", Nature),
        ("status", VersionStatus),
        ("claim", Claim),
        ("confidence", Confidence),
        ("review", ReviewState),
    ],
)
def test_the_guide_lists_the_words_of_a_field(field: str, closed_list: type[Nature]) -> None:
    (comment,) = set(re.findall(rf"^ *{field}: .*?# (\w.*\|.*)$", ENCODING, re.MULTILINE))
    listed = re.findall(r"[a-z]+(?:-[a-z]+)*", re.sub(r"\(.*?\)|;.*", "", comment))
    assert set(listed) == set(closed_list)


def test_the_guide_lists_where_a_state_can_stand() -> None:
    (listed,) = re.findall(r"status \(([^)]+)\), signed", ENCODING)
    assert set(listed.split(" | ")) <= set(TreatyStatus)


def test_the_guide_names_the_themes_of_the_bundled_instrument() -> None:
    (listed,) = re.findall(r"^theme: .*# (.*)$", ENCODING, re.MULTILINE)
    used = set(
        re.findall(
            r"^theme: ([a-z-]+)",
            "\n".join(p.read_text("utf-8") for p in (ROOT / "provisions").rglob("art-*.yaml")),
            re.MULTILINE,
        )
    )
    assert used <= set(listed.split(" | "))


def test_the_design_page_has_every_verdict_in_the_words_of_the_program() -> None:
    page = (ROOT / "docs/model.md").read_text(encoding="utf-8")
    table = re.findall(r"^\| ([a-z ]+) \|", page[page.index("## Verdicts") :], re.MULTILINE)
    said = {
        messages_in("en").say("verdict", verdict) for verdict in ("aligned", "aligned-by-option", "arguable", "partial")
    }
    assert said <= set(table)
    assert len(set(table) - {"verdict"}) == 8
