"""What the verdict waits for, said in both languages: deposits, figures, and other levels of government."""

from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck.report.messages import LANGUAGES
from tests.unit.cli.running import DAY, Ran, run_here, workspace

PACT = """\
article: "1"
heading: {en: Duties, vi: Nghĩa vụ}
paragraphs:
  - id: "1.1"
    kind: offence
    duty: shall
    requires: {conduct: [produce, possess], victim_age: under 18}
    options:
      - {id: "1.4", type: reservation, needs: reservation, scope: {victim_age: 16 to 17}}
      - {id: "1.5", type: reservation, needs: declaration, scope: {conduct: produce}}
  - id: "1.2"
    kind: power
    duty: shall
    requires: {power: preserve-data}
    measures: [{measure: preservation-period, comparator: at-least, value: 90, unit: days}]
"""
FIGURE = "    measures: [{{measure: preservation-period, value: {value}, unit: {unit}}}]\n"


def zedland(folder: Path, *, facts: str = "", period: str = "", left_to: str = "", ages: str = "under 16") -> str:
    """Write a law that reaches people under 16 and preserves data, for a time or without one."""
    power = (
        '"2"\nheading: {en: Keeping, vi: Giữ}\nversions:\n  - in_force: {from: 2000-01-01}\n    nature: procedural\n'
    )
    power += "    reaches: {measure: procedural-power, power: preserve-data}\n"
    files = {
        "provisions/pact/instrument.yaml": "instrument: pact\ntitle: {en: Pact, vi: Hiệp ước}\n",
        "provisions/pact/art-1.yaml": PACT,
        "national_laws/zz/jurisdiction.yaml": f"jurisdiction: zz\nname: {{en: Zedland, vi: Nước Z}}\n{facts}",
        "national_laws/zz/act/law.yaml": "law: act\ntitle: {en: Act}\n",
        "national_laws/zz/act/1.yaml": 'section: "1"\nheading: {en: Material, vi: Tài liệu}\nversions:\n'
        "  - in_force: {from: 2000-01-01}\n"
        f"    reaches: {{conduct: [produce, possess], victim_age: {ages}}}\n",
        "national_laws/zz/act/2.yaml": f"section: {power}{period}",
        "national_laws/zz/mappings/pact/art-1.yaml": f'- {{paragraph: "1.1", sections: [act/1]{left_to}}}\n'
        '- {paragraph: "1.2", sections: [act/2]}\n',
    }
    return workspace(folder, files)


def party(more: str) -> str:
    return (
        f"treaties:\n  - {{instrument: pact, status: ratified, ratified: 2001-01-01, as_of: 2026-01-01, {more}}}\n"
        if more
        else "treaties: [{instrument: pact, status: ratified, as_of: 2026-01-01}]\n"
    )


def said(folder: str, number: str, lang: str = "en") -> tuple[str, str]:
    """Return the verdict on a paragraph and what is said of it."""
    data = run_here("check", "zz", f"pact:{number}", "--as-of", DAY, "--format", "json", "--workspace", folder).json
    text = data["paragraphs"][0]["text"][lang]
    ran = explained(folder, number, lang)
    assert text in " ".join(line.strip() for line in ran.lines)
    return data["paragraphs"][0]["verdict"], text


def explained(folder: str, number: str, lang: str = "en") -> Ran:
    ran = run_here("explain", "zz", f"pact:{number}", "--as-of", DAY, "--workspace", folder, "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    return ran


def row(folder: str, number: str, lang: str) -> str:
    ran = run_here("check", "zz", f"pact:{number}", "--as-of", DAY, "--workspace", folder, "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    return ran.lines[2]


# Declarations and reservations


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            (
                "Not known: whether a reservation was made (1.4). At worst: "
                "Reached only in part: producing, possessing (left out: persons aged 16 or 17)."
            ),
        ),
        (
            "vi",
            (
                "Chưa rõ: có bảo lưu hay không (1.4). Trong trường hợp xấu nhất: "
                "Chỉ được quy định một phần: sản xuất, tàng trữ (còn thiếu: người từ đủ 16 đến dưới 18 tuổi)."
            ),
        ),
    ],
)
@pytest.mark.parametrize("whole", ["", "deposits_complete: no, deposits: []"], ids=["nobody-looked", "known-in-part"])
def test_an_option_of_which_nobody_recorded_a_deposit_leaves_the_verdict_open(
    tmp_path: Path, whole: str, lang: str, text: str
) -> None:
    folder = zedland(tmp_path, facts=party(whole))
    verdict, found = said(folder, "1.1", lang)
    assert verdict == "undetermined"
    assert found.startswith(text.partition(":")[0])
    assert _without_the_declaration(found) == text
    assert text.partition(".")[0] in row(folder, "1.1", lang)


def _without_the_declaration(text: str) -> str:
    """Return the text without the option that needs a declaration: it lets out producing alone, so it may be named."""
    for sentence in (
        "Not known: whether a declaration was made (1.5). ",
        "Chưa rõ: có tuyên bố hay không (1.5). ",
    ):
        text = text.replace(sentence, "")
    return text


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            (
                "Reached only in part: producing, possessing (left out: persons aged 16 or 17). "
                "Could have been left out (1.4), but no reservation was made. "
                "Could have been left out (1.5), but no declaration was made. [act/1]"
            ),
        ),
        (
            "vi",
            (
                "Chỉ được quy định một phần: sản xuất, tàng trữ (còn thiếu: người từ đủ 16 đến dưới 18 tuổi). "
                "Lẽ ra được phép không quy định (1.4), nhưng chưa có bảo lưu. "
                "Lẽ ra được phép không quy định (1.5), nhưng chưa có tuyên bố. [act/1]"
            ),
        ),
    ],
)
def test_a_party_that_deposited_nothing_has_forgone_its_options(tmp_path: Path, lang: str, text: str) -> None:
    folder = zedland(tmp_path, facts=party("deposits: []"))
    assert said(folder, "1.1", lang)[0] == "partial"
    assert row(folder, "1.1", lang).endswith(text)
    made = {"en": "1.4 (may leave out by reservation, no reservation was made; plays no part)", "vi": "chưa có bảo lưu"}
    assert made[lang] in explained(folder, "1.1", lang).out


@pytest.mark.parametrize(
    ("lang", "made"), [("en", "by the reservation of 1 January 2001"), ("vi", "theo bảo lưu ngày")]
)
def test_a_party_that_made_the_reservation_has_its_option_and_says_from_when(
    tmp_path: Path, lang: str, made: str
) -> None:
    folder = zedland(tmp_path, facts=party('deposits: [{option: "1.4", made: 2001-01-01}]'))
    assert said(folder, "1.1", lang)[0] == "aligned-by-option"
    assert made in row(folder, "1.1", lang)


def test_a_reservation_that_was_withdrawn_is_forgone(tmp_path: Path) -> None:
    deposit = 'deposits: [{option: "1.4", made: 2001-01-01, withdrawn: 2010-01-01}]'
    folder = zedland(tmp_path, facts=party(deposit))
    assert said(folder, "1.1")[0] == "partial"
    assert "Could have been left out (1.4), but no reservation was made." in row(folder, "1.1", "en")


@pytest.mark.parametrize("facts", ["", party("deposits: []").replace("ratified, ratified: 2001-01-01", "signed")])
def test_a_state_that_is_no_party_yet_can_still_make_the_reservation(tmp_path: Path, facts: str) -> None:
    folder = zedland(tmp_path, facts=facts)
    assert said(folder, "1.1")[0] == "aligned-by-option"
    assert "May be left out (1.4, needs a reservation on deposit): persons aged 16 or 17." in row(folder, "1.1", "en")


# Figures


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            (
                "Too small a figure: how long data can be kept preserved: at least 90 days is demanded; "
                "set: act/2: 1 month."
            ),
        ),
        (
            "vi",
            "Con số chưa đạt: yêu cầu thời hạn bảo quản dữ liệu: ít nhất 90 ngày; pháp luật quy định: act/2: 1 tháng.",
        ),
    ],
)
def test_too_small_a_figure_is_a_gap_and_says_what_is_set_and_by_whom(tmp_path: Path, lang: str, text: str) -> None:
    folder = zedland(tmp_path, period=FIGURE.format(value=1, unit="months"))
    assert said(folder, "1.2", lang) == ("partial", text)
    assert row(folder, "1.2", lang).endswith(f"{text} [act/2]")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("value", "unit"), [(90, "days"), (3, "months"), (1, "years"), (2160, "hours")])
def test_a_figure_that_is_large_enough_is_not_spoken_of(tmp_path: Path, value: int, unit: str, lang: str) -> None:
    folder = zedland(tmp_path, period=FIGURE.format(value=value, unit=unit))
    assert said(folder, "1.2", lang) == ("aligned", "")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Not known, since no mapped section sets it: how long data can be kept preserved: at least 90 days."),
        ("vi", "Chưa rõ vì chưa điều nào đã đối chiếu quy định: thời hạn bảo quản dữ liệu: ít nhất 90 ngày."),
    ],
)
def test_a_figure_that_nobody_recorded_is_all_that_is_not_known(tmp_path: Path, lang: str, text: str) -> None:
    folder = zedland(tmp_path)
    assert said(folder, "1.2", lang) == ("undetermined", text)


# Other levels of government

LEVELS = """\
levels: [federal, state]
level_names: {federal: {en: Union, vi: liên minh}, state: {en: Province, vi: tỉnh}}
"""


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            (
                "Not reached at Union level; Province law is not encoded. "
                "Reached only in part: producing, possessing (left out: persons aged 13 to 17)."
            ),
        ),
        (
            "vi",
            (
                "Chưa được quy định ở cấp liên minh; pháp luật tỉnh chưa được mã hóa. "
                "Chỉ được quy định một phần: sản xuất, tàng trữ (còn thiếu: người từ đủ 13 đến dưới 18 tuổi)."
            ),
        ),
    ],
)
def test_what_is_left_to_another_level_is_open_and_says_so_first(tmp_path: Path, lang: str, text: str) -> None:
    facts = LEVELS + party("deposits: []")
    folder = zedland(tmp_path, facts=facts, left_to=", left_to: state", ages="under 13")
    verdict, found = said(folder, "1.1", lang)
    assert verdict == "undetermined"
    assert found == text
    assert text.partition(". ")[0] in explained(folder, "1.1", lang).out
    assert "At worst" not in found


def test_a_level_without_a_name_is_called_by_its_word(tmp_path: Path) -> None:
    folder = zedland(tmp_path, facts="levels: [federal, state]\n", left_to=", left_to: state", ages="under 13")
    assert said(folder, "1.1")[1].startswith("Not reached at federal level; state law is not encoded. ")


def test_what_is_left_to_another_level_does_not_matter_where_nothing_is_left(tmp_path: Path) -> None:
    folder = zedland(tmp_path, facts=LEVELS, left_to=", left_to: state", ages="under 18")
    assert said(folder, "1.1") == ("aligned", "")


def test_what_is_open_never_fails_a_check(tmp_path: Path) -> None:
    folder = zedland(tmp_path, facts=LEVELS, left_to=", left_to: state", ages="under 13")
    ran = run_here("check", "zz", "pact", "--as-of", DAY, "--workspace", folder, "--fail-on", "partial")
    assert (ran.code, ran.err) == (0, "")
    assert "Of 2 paragraphs that bind: 2 undetermined." in ran.lines
