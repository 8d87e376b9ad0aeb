"""Articles, paragraphs and sections may be called what people call them."""

from __future__ import annotations

import unicodedata

import pytest

from tests.unit.cli.running import DAY, run_here

AS_PEOPLE_WRITE = (
    "14.1.c",
    "14(1)(c)",
    "14 (1) (c)",
    "14( 1 )( c )",
    "art. 14(1)(c)",
    "Art. 14(1)(c)",
    "ART 14(1)(c)",
    "Article 14(1)(c)",
    "article 14.1.c",
    "Điều 14(1)(c)",
    "điều 14.1.c",
    "ĐIỀU 14.1.c",
    unicodedata.normalize("NFD", "Điều 14.1.c"),
    "§ 14.1.c",
    "hanoi:14.1.c",
    "hanoi:14(1)(c)",
    "HANOI: 14.1.c",
    "hanoi:art. 14(1)(c)",
    " 14.1.c ",
)
ARTICLE = ("14", "art. 14", "Article 14", "Điều 14", "hanoi:14", "Hanoi: Art. 14", "14.1", "14(1)")


def numbers(*words: str) -> list[str]:
    ran = run_here("check", *words, "--as-of", DAY, "--format", "json")
    assert ran.code == 0, ran.err
    return [paragraph["id"] for paragraph in ran.json["paragraphs"]]


@pytest.mark.parametrize("written", AS_PEOPLE_WRITE)
def test_a_paragraph_is_found_by_what_people_call_it(written: str) -> None:
    assert numbers("vn", written) == ["hanoi:14.1.c"]


@pytest.mark.parametrize("written", AS_PEOPLE_WRITE)
def test_explain_and_show_know_the_same_names(written: str) -> None:
    assert run_here("explain", "vn", written).lines[0].startswith("hanoi:14.1.c  ")
    assert run_here("show", written).lines[0].startswith("hanoi:14.1.c  ")


@pytest.mark.parametrize("written", ARTICLE)
def test_an_article_stands_for_all_its_paragraphs(written: str) -> None:
    assert numbers("vn", written) == [f"hanoi:14.1.{letter}" for letter in "abcd"]


@pytest.mark.parametrize("jurisdiction", ["vn", "VN", "Vn"])
def test_a_jurisdiction_may_be_written_in_capitals(jurisdiction: str) -> None:
    assert numbers(jurisdiction, "14.1.c") == ["hanoi:14.1.c"]
    assert run_here("explain", jurisdiction, "14.1.c").code == 0
    assert run_here("show", jurisdiction).lines[0] == "vn  Viet Nam"


@pytest.mark.parametrize("written", ["hanoi", "Hanoi", "HANOI", "hanoi:", " hanoi "])
def test_the_name_of_an_instrument_stands_for_all_of_it(written: str) -> None:
    assert numbers("vn", written) == numbers("vn")


def test_paragraphs_come_in_the_order_of_the_instrument_and_once() -> None:
    assert numbers("vn", "15.1", "14.1.c", "14(1)(c)", "7") == ["hanoi:7.1", "hanoi:14.1.c", "hanoi:15.1"]


def test_1_is_not_10() -> None:
    assert numbers("vn", "17.1.a.i") == ["hanoi:17.1.a.i"]
    assert numbers("vn", "17.1.a") == ["hanoi:17.1.a.i", "hanoi:17.1.a.ii"]
    assert run_here("check", "vn", "1").lines[2] == "Nothing to assess here."
    assert run_here("check", "vn", "100").code == 2


def test_explain_takes_an_article_that_has_one_paragraph_to_assess() -> None:
    assert run_here("explain", "vn", "16").lines[0].startswith("hanoi:16.1  ")
    assert run_here("explain", "vn", "20").lines[0].startswith("hanoi:20  ")


@pytest.mark.parametrize(
    "written",
    [
        "vn:penal-code-2015/147",
        "VN:penal-code-2015/147",
        "vn: penal-code-2015/147",
        "vn:penal-code-2015/Điều 147",
        "vn:penal-code-2015/art. 147",
        "penal-code-2015/147",
    ],
)
def test_a_section_is_found_by_what_people_and_reports_call_it(written: str) -> None:
    assert (
        run_here("show", written).lines[0]
        == "vn:penal-code-2015/147  Using a person under 16 for pornographic purposes"
    )


@pytest.mark.parametrize("written", ["vn:penal-code-2015", "penal-code-2015"])
def test_a_law_is_found_with_and_without_its_jurisdiction(written: str) -> None:
    assert run_here("show", written).lines[0] == "vn:penal-code-2015  Penal Code"


def test_every_section_that_a_check_names_can_be_shown_by_that_name() -> None:
    sections = {
        name.partition(":")[2]
        for paragraph in run_here("check", "vn", "--as-of", DAY, "--format", "json").json["paragraphs"]
        for name in (*paragraph["sections"], *paragraph["incidental"])
    }
    assert len(sections) > 30
    for section in sorted(sections)[::6]:
        assert run_here("show", section).lines[0].startswith(f"vn:{section}  ")
