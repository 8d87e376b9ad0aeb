from dataclasses import replace
from datetime import date

import pytest

from gapcheck.model.books import StatuteBook
from gapcheck.model.ids import ParagraphId, SectionId
from gapcheck.model.laws import TreatyRecord, TreatyStatus
from gapcheck.model.mappings import Claim
from gapcheck.model.mappings import Mapping as LawMapping
from gapcheck.model.provisions import Duty
from gapcheck.model.verification import Level
from tests.small_law import article, checked, english, mapping, paragraph, section, statutes, treaty, words


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


# Mappings by way of others

OWN = mapping(
    "1.1",
    sections=("code/1", "code/2"),
    incidental=("code/3",),
    searched=("code",),
    reason=english("Its own reason."),
    claim=Claim.FULL,
    verification=checked(Level.PRIMARY),
)
OTHER = mapping(
    "2.1",
    sections=("code/2", "code/3", "decree/4"),
    incidental=("code/1", "decree/5"),
    searched=("code", "decree"),
    reason=english("The reason of the other."),
    claim=Claim.NONE,
    verification=checked(Level.MEMORY),
)


def mapped(*mappings: LawMapping, elsewhere: tuple[LawMapping, ...] = ()) -> StatuteBook:
    """Return a book with mappings to `pact` and to another instrument."""
    by_number = {
        name: {one.paragraph: one for one in these} for name, these in (("pact", mappings), ("other", elsewhere))
    }
    return replace(statutes(), mappings=by_number)


def answer(book: StatuteBook, number: str = "1.1", instrument: str = "pact") -> LawMapping:
    found = book.mapping_of(ParagraphId(instrument, number))
    assert found is not None
    return found


def test_a_paragraph_that_nobody_mapped_has_no_mapping() -> None:
    assert mapped(OWN).mapping_of(ParagraphId("pact", "1.2")) is None
    assert mapped(OWN).mapping_of(ParagraphId("lanzarote", "1.1")) is None


def test_a_mapping_that_rests_on_no_other_is_given_as_it_is_written() -> None:
    assert mapped(OWN, OTHER).mapping_of(ParagraphId("pact", "1.1")) is OWN


def test_a_mapping_via_another_takes_over_its_sections_and_searched_laws_each_once() -> None:
    found = answer(mapped(replace(OWN, via=("pact:2.1",)), OTHER))
    assert found.sections == ("code/1", "code/2", "code/3", "decree/4")
    assert found.incidental == ("decree/5",)
    assert found.searched == ("code", "decree")


def test_a_mapping_via_another_keeps_its_own_reason_claim_and_sources() -> None:
    found = answer(mapped(replace(OWN, via=("pact:2.1",)), OTHER))
    own_words = ("paragraph", "reason", "claim", "verification", "via", "not_applicable")
    assert [getattr(found, name) for name in own_words] == [
        "1.1",
        OWN.reason,
        Claim.FULL,
        OWN.verification,
        ("pact:2.1",),
        None,
    ]
    without_words = answer(mapped(mapping("1.1", via=("pact:2.1",)), OTHER))
    assert (without_words.reason, without_words.claim, without_words.verification) == (None, None, None)


def test_a_mapping_can_rest_on_paragraphs_of_other_instruments() -> None:
    for via in ("other:2.1", "OTHER:2(1)"):
        found = answer(mapped(mapping("1.1", via=(via,)), elsewhere=(OTHER,)))
        assert found.sections == OTHER.sections
        assert found.incidental == ("code/1", "decree/5")


def test_a_number_alone_is_one_of_the_same_instrument() -> None:
    elsewhere = replace(OTHER, sections=("act/1",))
    assert answer(mapped(mapping("1.1", via=("2.1",)), OTHER, elsewhere=(elsewhere,))).sections == OTHER.sections


def test_a_paragraph_that_nobody_mapped_adds_nothing() -> None:
    lonely = replace(OWN, via=("pact:9.9", "lanzarote:2.1"))
    assert answer(mapped(lonely, OTHER)) == lonely


def test_several_mappings_are_taken_over_in_their_order() -> None:
    third = mapping("3.1", sections=("act/1", "code/1"), searched=("act",))
    found = answer(mapped(mapping("1.1", via=("pact:3.1", "pact:2.1")), OTHER, third))
    assert found.sections == ("act/1", "code/1", "code/2", "code/3", "decree/4")
    assert found.searched == ("act", "code", "decree")


def test_what_the_other_mapping_rests_on_itself_is_not_followed() -> None:
    chain = (mapping("1.1", via=("pact:2.1",)), mapping("2.1", via=("pact:3.1",), sections=("code/2",)))
    assert answer(mapped(*chain, mapping("3.1", sections=("code/3",)))).sections == ("code/2",)


def test_somebody_looked_where_somebody_looked_for_the_other_paragraph() -> None:
    via = mapping("1.1", via=("pact:2.1",))
    assert not via.somebody_looked
    assert answer(mapped(via, OTHER)).somebody_looked
    assert not answer(mapped(via)).somebody_looked


# Where a jurisdiction stands


def record(instrument: str, day: str, status: TreatyStatus = TreatyStatus.SIGNED) -> TreatyRecord:
    return TreatyRecord(instrument=instrument, status=status, as_of=date.fromisoformat(day))


def test_a_jurisdiction_without_a_record_is_said_to_be_nothing() -> None:
    assert statutes().party_to("pact") is None
    assert statutes(treaties=(record("other", "2025-01-01"),)).party_to("pact") is None


@pytest.mark.parametrize("backwards", [False, True])
def test_the_newest_record_of_an_instrument_counts(backwards: bool) -> None:
    older, newer = record("pact", "2025-01-01"), record("pact", "2026-01-01", TreatyStatus.RATIFIED)
    records = [older, newer, record("other", "2027-01-01", TreatyStatus.DENOUNCED)]
    assert statutes(treaties=tuple(records[::-1] if backwards else records)).party_to("pact") is newer
