from gapcheck.model.ids import ParagraphId, SectionId
from gapcheck.model.provisions import Duty
from tests.small_law import article, paragraph, section, statutes, treaty, words


def test_the_paragraphs_of_an_instrument_stand_in_its_own_order() -> None:
    tenth = article(paragraph(number="10.2"), paragraph(number="10.1"), number="10")
    second = article(paragraph(number="2"), number="2")
    book = treaty(tenth, second)
    assert [one.id for _, one in book.paragraphs()] == ["2", "10.2", "10.1"]
    assert book.by_number["10.1"] == (tenth, tenth.paragraphs[1])


def test_a_paragraph_gets_the_name_of_its_instrument() -> None:
    assert treaty().id_of(paragraph(number="2.1")) == ParagraphId("pact", "2.1")


def test_a_paragraph_is_assessed_where_something_is_required_of_national_law() -> None:
    book = treaty()
    assert book.is_assessed(paragraph(words(conduct="produce")))
    assert book.is_assessed(paragraph({}))
    assert book.is_assessed(paragraph(extends="1.2"))
    assert not book.is_assessed(paragraph())
    assert not book.is_assessed(paragraph(words(conduct="produce"), duty=Duty.INTERPRETIVE))


def test_sections_stand_in_the_order_of_laws_and_numbers() -> None:
    book = statutes({name: section() for name in ("code/10", "code/9a", "act/11", "code/9")})
    assert [one.local for one, _ in book.in_reading_order()] == ["act/11", "code/9", "code/9a", "code/10"]


def test_a_section_gets_the_code_of_its_jurisdiction() -> None:
    assert statutes().id_of("penal-code-2015/147") == SectionId("zz", "penal-code-2015", "147")
