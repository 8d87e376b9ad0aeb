import pytest

from gapcheck.model.ids import ParagraphId, SectionId, plain_number, reading_order


def test_numbers_sort_as_a_lawyer_reads_them() -> None:
    read = ["2", "7", "7bis", "7ter", "10", "14", "14.1", "14.1.a", "14.1.b", "14.2", "14.10", "15", "146a", "a", "b"]
    assert sorted(set(read), key=reading_order) == read


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("14.1.c", "14.1.c"),
        ("14(1)(c)", "14.1.c"),
        ("14 (1) (c)", "14.1.c"),
        ("art. 14(1)(c)", "14.1.c"),
        ("art 14 ( 1 )( c )", "14.1.c"),
        ("Article 14", "14"),
        ("articles 14.1", "14.1"),
        ("ART.14", "14"),
        ("Điều 14", "14"),
        ("điều 14(1)", "14.1"),
        ("para. 14.1", "14.1"),
        ("Paragraph 14.1", "14.1"),
        ("§ 14", "14"),
        ("§14", "14"),
        (" 14.1. ", "14.1"),
        ("7bis", "7bis"),
        ("(14)", "14"),
    ],
)
def test_a_number_is_understood_however_a_person_writes_it(written: str, plain: str) -> None:
    assert plain_number(written) == plain


@pytest.mark.parametrize("number", ["art-5", "annex-1", "article-of-faith", "paraphernalia", "arts"])
def test_a_number_that_only_begins_like_the_word_article_is_left_as_it_is(number: str) -> None:
    assert plain_number(number) == number


def test_a_paragraph_is_written_with_its_instrument() -> None:
    assert str(ParagraphId("hanoi", "14.1.c")) == "hanoi:14.1.c"


def test_a_paragraph_knows_its_article() -> None:
    assert ParagraphId("hanoi", "14.1.c").article == "14"
    assert ParagraphId("hanoi", "7bis").article == "7bis"


@pytest.mark.parametrize(
    ("number", "inside"),
    [("14.1.c", True), ("14.1", True), ("14", True), ("14.1.c.i", False), ("1", False), ("14.1.b", False)],
)
def test_a_paragraph_lies_in_itself_and_in_what_it_is_a_part_of(number: str, inside: bool) -> None:
    assert ParagraphId("hanoi", "14.1.c").lies_in(number) == inside


def test_a_paragraph_does_not_lie_in_a_number_that_only_begins_alike() -> None:
    assert not ParagraphId("hanoi", "14.10").lies_in("14.1")


@pytest.mark.parametrize(
    ("written", "instrument", "number"),
    [
        ("hanoi:14.1.c", "hanoi", "14.1.c"),
        ("Hanoi: art. 14(1)(c)", "hanoi", "14.1.c"),
        ("art. 14(1)(c)", "budapest", "14.1.c"),
        ("Điều 14", "budapest", "14"),
        (" unicef-2025 : 3 ", "unicef-2025", "3"),
    ],
)
def test_a_paragraph_is_of_the_instrument_that_a_person_names_or_of_the_one_at_hand(
    written: str, instrument: str, number: str
) -> None:
    assert ParagraphId.parse(written, "budapest") == ParagraphId(instrument, number)


def test_a_section_is_written_with_its_jurisdiction_or_without() -> None:
    section = SectionId("vn", "penal-code-2015", "147")
    assert str(section) == "vn:penal-code-2015/147"
    assert section.local == "penal-code-2015/147"


@pytest.mark.parametrize(
    ("written", "section"),
    [
        ("vn:penal-code-2015/147", SectionId("vn", "penal-code-2015", "147")),
        ("VN: penal-code-2015 / 147 ", SectionId("vn", "penal-code-2015", "147")),
        ("penal-code-2015/147", SectionId("th", "penal-code-2015", "147")),
        ("penal-code-2015/Điều 147", SectionId("th", "penal-code-2015", "147")),
        ("penal-code-2015/art. 147", SectionId("th", "penal-code-2015", "147")),
        ("crimes-act-1900/91H", SectionId("th", "crimes-act-1900", "91H")),
        ("rules/art-5", SectionId("th", "rules", "art-5")),
    ],
)
def test_a_section_is_of_the_jurisdiction_that_a_person_names_or_of_the_one_at_hand(
    written: str, section: SectionId
) -> None:
    assert SectionId.parse(written, "th") == section


@pytest.mark.parametrize(
    "written", ["", "penal-code-2015", "vn:penal-code-2015", "/147", "penal-code-2015/", "vn:/147"]
)
def test_what_names_no_law_or_no_section_is_no_section(written: str) -> None:
    assert SectionId.parse(written, "vn") is None


def test_sections_sort_by_jurisdiction_law_and_number() -> None:
    read = [
        SectionId("au", "criminal-code", "474"),
        SectionId("vn", "decree", "9"),
        SectionId("vn", "penal-code", "9"),
        SectionId("vn", "penal-code", "9a"),
        SectionId("vn", "penal-code", "10"),
    ]
    assert sorted(set(read), key=lambda section: section.reading_order) == read
