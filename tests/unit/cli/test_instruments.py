"""Several instruments in one check, instruments with figures in their names, and soft law."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gapcheck import api
from gapcheck.cli.asking import by_instrument
from tests.unit.cli.running import DAY, DAY_IN_WORDS, ROOT, Ran, run_here, workspace

KNOWN = ("budapest", "hanoi", "lanzarote", "unicef-2025")
ON_DAY = ("--as-of", DAY)


@pytest.mark.parametrize(
    ("wanted", "asked"),
    [
        ([], {"hanoi": []}),
        (["14", "15.1"], {"hanoi": ["14", "15.1"]}),
        (["lanzarote"], {"lanzarote": []}),
        (["budapest", "lanzarote"], {"budapest": [], "lanzarote": []}),
        (["unicef-2025"], {"unicef-2025": []}),
        (["UNICEF-2025"], {"unicef-2025": []}),
        (["unicef-2025:1"], {"unicef-2025": ["1"]}),
        (["unicef-2025:"], {"unicef-2025": []}),
        (["budapest:9", "14", "budapest:2"], {"budapest": ["9", "2"], "hanoi": ["14"]}),
        (["all"], {"hanoi": [], "budapest": [], "lanzarote": [], "unicef-2025": []}),
        ([" ALL "], {"hanoi": [], "budapest": [], "lanzarote": [], "unicef-2025": []}),
        (["hanoy"], {"hanoy": []}),
        (["unicef-2026"], {"hanoi": ["unicef-2026"]}),
    ],
    ids=str,
)
def test_what_is_asked_for_is_sorted_by_instrument(wanted: list[str], asked: dict[str, list[str]]) -> None:
    found = by_instrument(wanted, KNOWN)
    assert found == asked
    assert list(found) == list(asked)


def checked(*wanted: str, code: int = 0) -> Ran:
    ran = run_here("check", "vn", *wanted, *ON_DAY)
    assert ran.code == code, ran.err
    return ran


def titles(ran: Ran) -> list[str]:
    return [line for line in ran.lines if line.startswith("Viet Nam against the ")]


def test_several_instruments_come_one_after_the_other_as_they_were_named() -> None:
    ran = checked("lanzarote", "budapest")
    assert titles(ran) == [
        f"Viet Nam against the Lanzarote Convention on {DAY_IN_WORDS['en']}",
        f"Viet Nam against the Budapest Convention on {DAY_IN_WORDS['en']}",
    ]
    assert ran.out == checked("lanzarote").out + checked("budapest").out


def test_all_is_every_instrument_that_there_is_and_the_default_one_first() -> None:
    ran = checked("all")
    names = api.instrument_names(None)
    assert len(titles(ran)) == len(names) == len(list((ROOT / "provisions").glob("*/instrument.yaml")))
    assert titles(ran)[0] == f"Viet Nam against the Hanoi Convention on {DAY_IN_WORDS['en']}"
    assert [one["instrument"] for one in run_here("check", "vn", "all", *ON_DAY, "--format", "json").json] == [
        "hanoi",
        *(name for name in names if name != "hanoi"),
    ]


def test_the_gaps_of_every_instrument_count(tmp_path: Path) -> None:
    files = {
        "provisions/pact/instrument.yaml": "instrument: pact\ntitle: {en: Pact}\n",
        "provisions/pact/art-1.yaml": 'article: "1"\nheading: {en: x}\nparagraphs:\n'
        '  - {id: "1.1", kind: offence, duty: shall, requires: {conduct: publish}}\n',
        "national_laws/zz/jurisdiction.yaml": "jurisdiction: zz\nname: {en: Zedland}\n",
        "national_laws/zz/act/law.yaml": "law: act\ntitle: {en: Act}\n",
        "national_laws/zz/mappings/pact/art-1.yaml": '- {paragraph: "1.1", searched: [act]}\n',
    }
    folder = workspace(tmp_path, files)
    words = ("check", "zz", *ON_DAY, "--fail-on", "missing", "--workspace", folder)
    assert run_here(*words, "hanoi").code == 0
    assert run_here(*words, "hanoi", "pact").code == 1
    assert run_here(*words, "all").code == 1


@pytest.mark.parametrize("written", ["unicef-2025", "Unicef-2025", "unicef-2025:"])
def test_an_instrument_with_a_figure_in_its_name_is_found_by_it(written: str) -> None:
    assert titles(checked(written)) == [f"Viet Nam against the UNICEF call 2025 on {DAY_IN_WORDS['en']}"]


def test_a_paragraph_of_an_instrument_with_a_figure_in_its_name_is_found() -> None:
    assert len(titles(checked("unicef-2025:1"))) == 1
    assert run_here("show", "unicef-2025").lines[0].startswith("unicef-2025  ")
    assert run_here("show", "unicef-2025:1").lines[0].startswith("unicef-2025:1  ")
    assert run_here("crosswalk", "unicef-2025", "hanoi").lines[0] == "UNICEF call 2025 beside Hanoi Convention"


# Soft law

SOFT_LAW = {
    "provisions/appeal-1999/instrument.yaml": "instrument: appeal-1999\ntitle: {en: Appeal, vi: Lời kêu gọi}\n"
    "type: soft-law\n",
    "provisions/appeal-1999/art-1.yaml": """\
article: "1"
heading: {en: Material, vi: Tài liệu}
paragraphs:
  - {id: "1.1", kind: offence, duty: recommends, requires: {conduct: publish}}
  - {id: "1.2", kind: offence, duty: recommends, requires: {conduct: [publish, possess]}}
  - {id: "1.3", kind: offence, duty: recommends, requires: {conduct: possess}}
""",
    "national_laws/zz/jurisdiction.yaml": "jurisdiction: zz\nname: {en: Zedland, vi: Nước Z}\n",
    "national_laws/zz/act/law.yaml": "law: act\ntitle: {en: Act}\n",
    "national_laws/zz/act/1.yaml": 'section: "1"\nheading: {en: x}\nversions:\n'
    "  - {in_force: {from: 2000-01-01}, reaches: {conduct: possess}}\n",
    "national_laws/zz/mappings/appeal-1999/art-1.yaml": '- {paragraph: "1.1", searched: [act]}\n'
    '- {paragraph: "1.2", sections: [act/1]}\n- {paragraph: "1.3", sections: [act/1]}\n',
}


@pytest.fixture(scope="module")
def appeal(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a workspace with an instrument that binds nobody."""
    return workspace(tmp_path_factory.mktemp("appeal"), SOFT_LAW)


@pytest.mark.parametrize(
    ("lang", "verdicts"),
    [
        ("en", ["missing (recommended)", "partial (recommended)", "aligned"]),
        ("vi", ["thiếu (khuyến nghị)", "một phần (khuyến nghị)", "tương thích"]),
    ],
)
def test_what_soft_law_asks_for_and_the_law_lacks_is_recommended(appeal: str, lang: str, verdicts: list[str]) -> None:
    ran = run_here("check", "zz", "appeal-1999", *ON_DAY, "--workspace", appeal, "--lang", lang)
    assert ran.code == 0, ran.err
    rows = [re.split(r"\s{2,}", line) for line in ran.lines if line.startswith("1.")]
    assert [row[1] for row in rows] == verdicts


def test_what_soft_law_asks_for_never_fails_a_check(appeal: str) -> None:
    words = ("check", "zz", "appeal-1999", *ON_DAY, "--workspace", appeal, "--fail-on", "partial")
    assert run_here(*words).code == 0


def test_nobody_is_a_party_to_soft_law_so_that_nothing_is_said_of_it(appeal: str) -> None:
    of_appeal = run_here("check", "zz", "appeal-1999", *ON_DAY, "--workspace", appeal)
    assert not [line for line in of_appeal.lines if "recorded" in line or "signed" in line or "party" in line]
    of_treaty = run_here("check", "zz", "hanoi:15", *ON_DAY, "--workspace", appeal)
    assert "Nothing is recorded on where Zedland stands towards the Hanoi Convention." in of_treaty.lines
    assert not [line for line in checked("unicef-2025").lines if "stands towards" in line]


# The skeleton of an article


@pytest.mark.parametrize(
    ("lang", "heads", "yes", "no"),
    [("en", "id Provision Kind Duty Asked of law", "yes", "no"), ("vi", "id", "có", "không")],
)
def test_an_article_shows_its_skeleton_first(lang: str, heads: str, yes: str, no: str) -> None:
    ran = run_here("show", "hanoi:53", "--lang", lang)
    assert ran.code == 0
    title, empty, columns, *lines = ran.lines
    assert (title[:9], empty) == ("hanoi:53 ", "")
    assert " ".join(columns.split()).startswith(heads)
    rows = {row[0]: row for row in (re.split(r"\s{2,}", line.strip()) for line in lines[: lines.index("")])}
    assert list(rows)[:4] == ["53.1", "53.2", "53.3", "53.3.a"]
    assert {len(row) for row in rows.values()} == {5}
    assert (rows["53.1"][-1], rows["53.3"][-1], rows["53.7"][-1]) == (yes, no, no)
    below = [line.split()[0] for line in lines[lines.index("") :] if line.startswith("53.")]
    assert below == list(rows)


def test_the_skeleton_says_how_each_paragraph_binds() -> None:
    lines = run_here("show", "hanoi:53").lines
    (duty,) = {re.split(r"\s{2,}", line.strip())[3] for line in lines if line.startswith("  53.2 ")}
    assert duty == "must, within its means"
