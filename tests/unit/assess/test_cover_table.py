from gapcheck.assess.cover_table import Cell, CoverTable, cover_table
from gapcheck.model.ids import SectionId
from gapcheck.model.laws import Section
from gapcheck.model.provisions import Duty, OptionType, Paragraph
from gapcheck.model.verdicts import Reached, ResidueClass
from tests.small_law import (
    LEXICON,
    assessed,
    bench,
    contested,
    held_against,
    law_that_reaches,
    option,
    paragraph,
    words,
)

CHILD_MATERIAL = paragraph(words(conduct=["produce", "possess"], victim_age="under 18"))
NO, PART, WHOLE = Reached.NOT_AT_ALL, Reached.IN_PART, Reached.WHOLLY


def table(one: Paragraph, **sections: Section) -> CoverTable:
    return cover_table(held_against(one, **sections), LEXICON)


def rows(cover: CoverTable) -> list[tuple[str, ...]]:
    return [LEXICON.space.axes[cover.lead].spell(row) for row in cover.rows]


def bands(cover: CoverTable) -> list[tuple[str, ...]]:
    assert cover.age_axis is not None
    return [LEXICON.space.axes[cover.age_axis].spell(band) for band in cover.bands]


def years(first: int, last: int) -> tuple[str, ...]:
    return tuple(str(year) for year in range(first, last + 1))


def by(reached: Reached, *sections: str, left: ResidueClass | None = None) -> Cell:
    """Return a cell; what is not wholly reached is a gap unless `left` says otherwise."""
    found = tuple(SectionId("zz", "code", section) for section in sections)
    return Cell(reached, found, left=left or (None if reached is WHOLE else ResidueClass.GAP))


def test_there_is_a_row_for_each_required_act_and_a_column_for_each_band_that_sections_treat_alike() -> None:
    cover = table(
        CHILD_MATERIAL,
        a=law_that_reaches(words(conduct="produce", victim_age="under 16")),
        b=law_that_reaches(words(conduct="possess", victim_age=["under 13", "adult"])),
    )
    assert rows(cover) == [("possess",), ("produce",)]
    assert bands(cover) == [years(0, 12), years(13, 15), years(16, 17)]


def test_a_cell_says_how_far_it_is_reached_and_by_which_sections() -> None:
    cover = table(
        CHILD_MATERIAL,
        a=law_that_reaches(words(conduct="produce", victim_age="under 16")),
        b=law_that_reaches(words(conduct=["produce", "possess"], condition="for-gain")),
    )
    assert bands(cover) == [years(0, 15), years(16, 17)]
    assert cover.cells == (
        (by(PART, "b"), by(PART, "b")),
        (by(WHOLE, "a", "b"), by(PART, "b")),
    )


def test_sections_that_leave_nothing_together_reach_a_cell_wholly() -> None:
    cover = table(
        paragraph(words(conduct="produce")),
        a=law_that_reaches(words(conduct="produce", material="real")),
        b=law_that_reaches(words(conduct="produce", material="virtual")),
    )
    assert cover.cells == ((by(WHOLE, "a", "b"),),)


def test_where_no_age_is_required_there_is_one_column() -> None:
    cover = table(paragraph(words(conduct="produce")), a=law_that_reaches(words(conduct="publish")))
    assert (cover.age_axis, cover.bands, cover.cells) == (None, (0,), ((by(NO),),))


def test_a_band_may_have_a_hole() -> None:
    cover = table(CHILD_MATERIAL, a=law_that_reaches(words(conduct="produce", victim_age="13 to 15")))
    assert bands(cover) == [(*years(0, 12), *years(16, 17)), years(13, 15)]


def test_an_act_that_is_not_required_at_an_age_is_not_said_to_be_unreached() -> None:
    cover = table(
        paragraph(words(conduct="produce", victim_age="under 18"), words(conduct="possess", victim_age="any")),
        a=law_that_reaches(words(conduct=["produce", "possess"], victim_age="under 18")),
    )
    assert rows(cover) == [("possess",), ("produce",)]
    assert bands(cover) == [years(0, 17), ("adult",)]
    assert cover.cells == (
        (by(WHOLE, "a"), by(NO)),
        (by(WHOLE, "a"), Cell(WHOLE, (), is_required=False)),
    )


def test_what_is_left_is_the_worst_of_what_is_left_of_a_cell() -> None:
    virtual, for_gain = words(material="virtual"), words(condition="for-gain")
    disputed = contested(scope=words(victim_age="16 to 17"))
    one = paragraph(
        words(conduct=["produce", "possess"], victim_age="under 18"),
        options=(option(OptionType.LIMITATION, scope=virtual),),
        contested=(disputed,),
    )
    cover = table(
        one,
        a=law_that_reaches(words(conduct="produce", material="real", victim_age="under 16")),
        b=law_that_reaches({**words(conduct="possess", victim_age="under 16"), **for_gain}),
    )
    assert rows(cover) == [("possess",), ("produce",)]
    assert bands(cover) == [years(0, 15), years(16, 17)]
    assert [[cell.left for cell in row] for row in cover.cells] == [
        [ResidueClass.GAP, ResidueClass.ARGUABLE],
        [ResidueClass.PERMITTED, ResidueClass.ARGUABLE],
    ]


def test_what_a_state_may_leave_undone_is_a_recommendation() -> None:
    cover = table(paragraph(words(conduct="produce"), duty=Duty.MAY), a=law_that_reaches(words(conduct="publish")))
    assert cover.cells == ((by(NO, left=ResidueClass.RECOMMENDATION),),)


def test_bands_are_split_where_an_option_begins() -> None:
    one = paragraph(
        words(conduct="produce", victim_age="under 18"),
        options=(option(OptionType.EXCLUSION, scope=words(victim_age="16 to 17")),),
    )
    cover = table(one, a=law_that_reaches(words(conduct="produce", victim_age="under 13")))
    assert bands(cover) == [years(0, 12), years(13, 15), years(16, 17)]
    assert [cell.left for cell in cover.cells[0]] == [None, ResidueClass.GAP, ResidueClass.PERMITTED]


def test_a_paragraph_that_nobody_mapped_has_a_table_of_unreached_cells() -> None:
    cover = cover_table(assessed(bench(CHILD_MATERIAL)), LEXICON)
    assert bands(cover) == [years(0, 17)]
    assert cover.cells == ((by(NO),), (by(NO),))
