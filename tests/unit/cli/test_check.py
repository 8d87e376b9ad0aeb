"""gapcheck check: one line a paragraph, then counts, and what the verdicts rest on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gapcheck.report.messages import messages_in
from tests.unit.cli.running import DAY, DAY_IN_WORDS, Ran, run, run_here, words_of, workspace

LANGUAGES = ("en", "vi")
FORMATS = ("table", "plain", "json")
VERDICTS = {
    "en": {
        "aligned": "aligned",
        "aligned-by-option": "aligned by option",
        "not-applicable": "not applicable",
        "arguable": "arguable",
        "not-assessed": "not assessed",
        "undetermined": "undetermined",
        "partial": "partial",
        "missing": "missing",
    },
    "vi": {
        "aligned": "tương thích",
        "aligned-by-option": "tương thích nhờ lựa chọn",
        "not-applicable": "không áp dụng",
        "arguable": "còn tranh luận",
        "not-assessed": "chưa đánh giá",
        "undetermined": "chưa xác định",
        "partial": "một phần",
        "missing": "thiếu",
    },
}


def checked(*words: str, form: str = "plain", lang: str = "en", **environment: str) -> Ran:
    ran = run_here("check", "vn", *words, "--as-of", DAY, "--format", form, "--lang", lang, **environment)
    assert ran.code == 0
    assert ran.err == ""
    return ran


def ids() -> list[str]:
    return [paragraph["id"].partition(":")[2] for paragraph in checked(form="json").json["paragraphs"]]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", FORMATS)
def test_every_format_in_every_language_names_every_paragraph(form: str, lang: str) -> None:
    said = checked(form=form, lang=lang).out
    assert [number for number in ids() if number not in said] == []


@pytest.mark.parametrize(("form", "lang"), [("table", "vi"), ("plain", "vi"), ("json", "en")])
def test_the_same_input_gives_the_same_bytes(form: str, lang: str) -> None:
    words = ("check", "vn", "--as-of", DAY, "--format", form, "--lang", lang)
    assert run(*words, PYTHONHASHSEED="1").out == run(*words, "--no-cache", PYTHONHASHSEED="2").out


@pytest.mark.parametrize("lang", LANGUAGES)
def test_plain_has_one_line_a_paragraph_in_the_order_of_the_instrument(lang: str) -> None:
    title, empty, *lines = checked(lang=lang).lines
    assert title.endswith(DAY_IN_WORDS[lang])
    assert empty == ""
    rows, notes = lines[: lines.index("")], lines[lines.index("") + 1 :]
    assert [re.split(r"\s{2,}", row)[0] for row in rows] == ids()
    verdicts = [one["verdict"] for one in checked(form="json").json["paragraphs"]]
    said = [re.sub(r" \((optional|tùy chọn)\)$", "", re.split(r"\s{2,}", row)[1]) for row in rows]
    assert said == [VERDICTS[lang][verdict] for verdict in verdicts]
    assert len(set(said)) > 6
    assert all(re.search(r"\. \[[^\[\]]+\]$", row) for row in rows), "a row ends with its sections"
    say = messages_in(lang).say
    fields = {
        "total": "\0",
        "counts": "\0",
        "paragraphs": "\0",
        "sections": "\0",
        "jurisdiction": "\0",
        "paragraph": "\0",
    }
    not_assessed = ("not-assessed",) if "not-assessed" in verdicts else ()
    keys = ("mandatory", "optional", *not_assessed, "unverified", "secondary", "not-in-force")
    begins = [say("check", key, **fields).partition("\0")[0] for key in keys]
    assert [note[: len(begin)] for note, begin in zip(notes, begins, strict=False)] == begins
    treaty, advice = notes[len(begins) :]
    assert {"en": "28 January 2026", "vi": "ngày 28 tháng 01 năm 2026"}[lang] in treaty
    assert advice.startswith("gapcheck explain vn ")


def test_a_row_says_the_verdict_what_is_uncovered_and_which_sections() -> None:
    assert checked("17.1.b.i").lines[2] == (
        "17.1.b.i  partial  Laundering of proceeds of crime: Acquiring, possessing and using. Reached only in part: "
        "possessing, acquiring (left out: unless there was no prior promise to the offender). Reached: using. "
        "[penal-code-2015/323, penal-code-2015/324, resolution-03-2019/4]"
    )


def test_what_law_made_for_other_things_catches_is_said_as_such() -> None:
    assert (
        checked("14.1.c")
        .lines[2]
        .endswith("No offence of its own; caught in part by penal-code-2015/326. [incidental: penal-code-2015/326]")
    )


def test_an_option_is_named_with_what_it_needs() -> None:
    assert "May be left out (11.3, needs a reservation on deposit): everything" in checked("11.1.b").out


def test_what_nobody_looked_at_is_neither_hidden_nor_a_gap(tmp_path: Path) -> None:
    files = {"national_laws/zz/jurisdiction.yaml": "jurisdiction: zz\nname: {en: Zedland}\n"}
    words = ("--as-of", DAY, "--workspace", workspace(tmp_path, files), "--fail-on", "partial")
    ran = run_here("check", "zz", "4", "6", *words)
    assert (ran.code, ran.err) == (0, "")
    assert "4.1  not assessed  " in ran.out
    assert [line.endswith(". Nobody has looked. [-]") for line in ran.lines[2:4]] == [True, True]
    assert "Not assessed, so neither a gap nor aligned: 4.1, 6.1." in ran.lines
    assert "Of 2 paragraphs that bind: 2 not assessed." in ran.lines


def test_what_is_open_or_does_not_concern_the_state_is_no_gap_either() -> None:
    ran = checked("6", "17.2.b", "--fail-on", "partial")
    assert re.search(r"^6\.1 +undetermined  .+Not known: .+ At worst: Not reached at all: ", ran.out, re.MULTILINE)
    assert re.search(r"^17\.2\.b +not applicable  .+ \[-\]$", ran.out, re.MULTILINE)
    assert "Of 2 paragraphs that bind: 1 not applicable, 1 undetermined." in ran.lines
    assert "gapcheck explain" not in ran.out


def test_the_counts_are_those_of_the_rows() -> None:
    ran = checked()
    paragraphs = checked(form="json").json["paragraphs"]
    leaves_choice = {"may", "may-consider", "may-reserve", "recommends", "shall-consider"}
    choice = [paragraph for paragraph in paragraphs if paragraph["duty"] in leaves_choice]
    binding, optional = (line for line in ran.lines if line.startswith("Of "))
    assert binding.startswith(f"Of {len(paragraphs) - len(choice)} paragraphs that bind: ")
    assert optional.startswith(f"Of {len(choice)} that leave a choice: ")
    for line in (binding, optional):
        first, *others = map(int, re.findall(r"\d+", line))
        assert sum(others) == first


@pytest.mark.parametrize("level", ["memory", "secondary"])
def test_what_rests_on_unverified_text_is_listed(level: str) -> None:
    said = {
        "memory": "Rests on general knowledge that nobody has checked: ",
        "secondary": "Rests on secondary sources: ",
    }
    (line,) = (line for line in checked().lines if line.startswith(said[level]))
    listed = line.removeprefix(said[level]).rstrip(".").split(", ")
    paragraphs = checked(form="json").json["paragraphs"]
    assert [f"hanoi:{number}" for number in listed] == [one["id"] for one in paragraphs if one["verification"] == level]


@pytest.mark.parametrize("form", ["plain", "table"])
def test_the_status_of_the_treaty_is_said_once(form: str) -> None:
    said = " ".join(checked(form=form, COLUMNS="300").lines)
    assert said.count("Viet Nam has signed the Hanoi Convention but not ratified it (as of 28 January 2026)") == 1
    assert "these would be gaps on ratification" in said


def test_the_next_step_is_named_and_works() -> None:
    last = checked("19", "15").lines[-1]
    assert last == "gapcheck explain vn 15.1 shows what each verdict rests on."
    assert run_here(*last.split()[1:4]).code == 0


def test_nothing_is_advised_where_nothing_is_amiss() -> None:
    assert "gapcheck explain" not in checked("20").out


@pytest.mark.parametrize("theme", ["child-protection", "laundering", "intimate-images", "general-part"])
def test_a_theme_selects_its_articles(theme: str) -> None:
    articles = {"child-protection": {"14", "15"}, "laundering": {"17"}, "intimate-images": {"16"}}
    found = {one["article"] for one in checked("--theme", theme, form="json").json["paragraphs"]}
    assert found == articles.get(theme, {"18", "19", "20", "21"})


def test_several_themes_add_up_and_articles_narrow_them() -> None:
    words = ("--theme", "child-protection", "--theme", "laundering")
    assert {one["article"] for one in checked(*words, form="json").json["paragraphs"]} == {"14", "15", "17"}
    assert {one["article"] for one in checked("15", *words, form="json").json["paragraphs"]} == {"15"}


@pytest.mark.parametrize("words", [("14.2",), ("14", "--theme", "laundering")], ids=str)
def test_where_nothing_is_assessed_it_says_so(words: tuple[str, ...]) -> None:
    assert "Nothing to assess here." in checked(*words).lines
    assert checked(*words, form="json").json["paragraphs"] == []


def test_today_is_the_day_where_none_is_named() -> None:
    title = run_here("check", "vn", "20").lines[0]
    assert re.fullmatch(r"Viet Nam against the Hanoi Convention on \d{1,2} [A-Z][a-z]+ 20\d\d", title)


def on(day: str, number: str) -> dict[str, object]:
    (paragraph,) = run_here("check", "vn", number, "--as-of", day, "--format", "json").json["paragraphs"]
    return dict(paragraph)


def absent(day: str, number: str) -> set[str]:
    return {str(section).partition(":")[2] for section in on(day, number)["not_in_force"]}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("day", "number", "counts", "does_not"),
    [
        ("2026-06-30", "14.1.c", set(), {"decree-174-2026/96", "decree-330-2026/31"}),
        ("2026-07-01", "14.1.c", {"decree-174-2026/96"}, {"decree-330-2026/31"}),
        ("2026-08-18", "14.1.c", {"decree-174-2026/96"}, {"decree-330-2026/31"}),
        ("2026-08-19", "14.1.c", {"decree-174-2026/96", "decree-330-2026/31"}, set()),
        ("2017-12-31", "14.1.c", set(), {"penal-code-2015/326"}),
        ("2018-01-01", "14.1.c", {"penal-code-2015/326"}, set()),
    ],
)
def test_only_what_is_in_force_on_the_day_counts(day: str, number: str, counts: set[str], does_not: set[str]) -> None:
    here = {str(section).partition(":")[2] for section in on(day, number)["incidental"]}  # type: ignore[attr-defined]
    assert counts <= here
    assert does_not <= absent(day, number)
    assert not here & absent(day, number)


def test_what_is_mapped_but_not_in_force_is_listed() -> None:
    ran = run_here("check", "vn", "14.1.c", "--as-of", "2017-06-01")
    assert (
        "Mapped but not in force on this day: penal-code-2015/326, decree-330-2026/31, decree-174-2026/96." in ran.lines
    )
    assert on("2017-06-01", "14.1.c")["verdict"] == "missing"


def test_a_table_says_what_plain_says() -> None:
    def said(text: str) -> list[str]:
        return sorted(bare for word in words_of(text) if (bare := word.strip("[].-")))

    columns = "Paragraph Provision Verdict What is not covered Sections"
    assert said(checked(form="table", COLUMNS="400").out) == said(f"{columns} {checked().out}")


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (None, "Nothing is recorded on where Zedland stands towards the Hanoi Convention."),
        ("status: not-signed", "Zedland had not signed the Hanoi Convention (as of 1 January 2026)."),
        ("status: ratified", "Zedland has ratified the Hanoi Convention (as of 1 January 2026)."),
        ("status: acceded", "Zedland has acceded to the Hanoi Convention (as of 1 January 2026)."),
        (
            "status: unknown",
            "It is not known where Zedland stands towards the Hanoi Convention (as of 1 January 2026).",
        ),
    ],
)
def test_where_a_state_stands_is_said_for_every_status(
    record: str | None, said: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("status")
    treaties = f"treaties: [{{instrument: hanoi, {record}, as_of: 2026-01-01}}]\n" if record else ""
    (folder / "national_laws/zz").mkdir(parents=True)
    (folder / "national_laws/zz/jurisdiction.yaml").write_text(
        f"jurisdiction: zz\nname: {{en: Zedland}}\n{treaties}", encoding="utf-8"
    )
    ran = run_here("check", "zz", "--workspace", str(folder))
    assert ran.code == 0, ran.err
    assert said in ran.lines
    in_force = "The Hanoi Convention was not in force (as of 1 August 2026)." in ran.lines
    assert in_force is (record in {"status: ratified", "status: acceded"})
    assert {re.split(r"\s{2,}", line)[1] for line in ran.lines if re.match(r"\d", line)} == {"not assessed"}


def test_a_file_of_the_workspace_that_replaces_a_bundled_one_is_said(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("shadow")
    (folder / "national_laws/vn").mkdir(parents=True)
    (folder / "national_laws/vn/evidence.yaml").write_text("evidence: []\n", encoding="utf-8")
    ran = run_here("check", "vn", "20", "--workspace", str(folder))
    assert ran.code == 0, ran.err
    assert ran.err == "1 bundled file is replaced by a file of your workspace: national_laws/vn/evidence.yaml.\n"
