from dataclasses import replace

import pytest

from gapcheck.assess.cover_table import cover_table
from gapcheck.assess.explanation import explained
from gapcheck.assess.near_miss import near_misses, reaches_in_force
from gapcheck.assess.overreach import Overreach
from gapcheck.model.evidence import Figure
from gapcheck.model.ids import SectionId
from gapcheck.model.provisions import OptionType
from tests.small_law import assessed, bench, english, law_that_reaches, mapping, option, paragraph, statutes, words

PROTECTED = option(OptionType.EXCLUSION, scope=words(victim_age="16"), protects=True)
CHILD_MATERIAL = paragraph(words(conduct=["produce", "possess"], victim_age="under 18"), options=(PROTECTED,))
LAWS = {
    "code/1": law_that_reaches(words(conduct="produce")),
    "code/2": law_that_reaches(words(conduct="possess", victim_age="under 16")),
    "code/3": law_that_reaches(words(conduct="possess", victim_age="17")),
}


def figure(*paragraphs: str) -> Figure:
    return Figure(id="figure", figure=english("One in ten."), paragraphs=paragraphs)


def test_a_finding_stands_on_its_cover_what_comes_close_what_goes_too_far_and_what_nobody_mapped() -> None:
    on = bench(CHILD_MATERIAL, of=statutes(LAWS, [mapping(sections=("code/1", "code/2"))]))
    finding = assessed(on)
    found = explained(on, finding)
    assert found.finding is finding
    assert found.cover == cover_table(finding, on.lexicon)
    assert found.near_misses == near_misses(on, finding, reaches_in_force(on))
    assert [miss.section.section for miss in found.near_misses] == ["2", "1"]
    assert found.overreach == (Overreach(SectionId("zz", "code", "1"), PROTECTED),)
    assert found.unmapped == (SectionId("zz", "code", "3"),)
    assert found.figures == ()


@pytest.mark.parametrize(
    ("about", "bears"),
    [("pact:1.1", True), ("pact:1", True), ("1.1", True), ("pact:1.2", False), ("other:1.1", False)],
)
def test_a_figure_bears_on_the_paragraphs_that_it_names_and_on_all_of_an_article(about: str, bears: bool) -> None:
    one = figure("pact:9", about)
    on = bench(CHILD_MATERIAL, of=replace(statutes(), figures=(one,)))
    assert explained(on, assessed(on)).figures == ((one,) if bears else ())


def test_figures_that_are_about_no_jurisdiction_come_after_its_own_where_they_bear_on_the_paragraph() -> None:
    own, world, elsewhere = figure("pact:1.1"), figure("pact:1"), figure("pact:2")
    book = replace(statutes(), figures=(own, elsewhere), world_figures=(world, elsewhere))
    on = bench(CHILD_MATERIAL, of=book)
    assert explained(on, assessed(on)).figures == (own, world)
