from dataclasses import replace

from gapcheck.assess.overreach import Overreach, overreaches
from gapcheck.model.ids import SectionId
from gapcheck.model.laws import Nature, Section
from gapcheck.model.provisions import OptionType
from gapcheck.model.verdicts import Verdict
from tests.small_law import assessed, bench, law_that_reaches, mapping, option, paragraph, statutes, words

OWN_IMAGES = option(OptionType.EXCLUSION, scope=words(victim_age="16 to 17", condition="serious-harm"), protects=True)
CHILD_MATERIAL = paragraph(words(conduct="produce", victim_age="under 18"), options=(OWN_IMAGES,))


def found(law: Section, *, unreadable: bool = False, one: object = OWN_IMAGES) -> tuple[Overreach, ...]:
    book = statutes(
        {} if unreadable else {"code/1": law},
        [mapping(sections=("code/1",))],
        unreadable=("code/1",) if unreadable else (),
    )
    on = bench(replace(CHILD_MATERIAL, options=(one,)), of=book)  # type: ignore[arg-type]
    return overreaches(on, assessed(on))


SECTION = SectionId("zz", "code", "1")


def test_a_criminal_section_that_reaches_into_what_is_protected_overreaches_though_nothing_is_missing() -> None:
    law = law_that_reaches(words(conduct="produce"))
    assert found(law) == (Overreach(SECTION, OWN_IMAGES),)
    on = bench(CHILD_MATERIAL, of=statutes({"code/1": law}, [mapping(sections=("code/1",))]))
    assert assessed(on).verdict is Verdict.ALIGNED


def test_a_section_that_excludes_what_is_protected_does_not_overreach() -> None:
    law = law_that_reaches(words(conduct="produce"), excludes=(words(victim_age="16 to 17", condition="serious-harm"),))
    assert found(law) == ()


def test_only_criminal_sections_overreach() -> None:
    assert found(law_that_reaches(words(conduct="produce"), nature=Nature.ADMINISTRATIVE)) == ()


def test_an_option_that_protects_nothing_is_not_overreached() -> None:
    assert found(law_that_reaches(words(conduct="produce")), one=replace(OWN_IMAGES, protects=False)) == ()


def test_a_section_that_cannot_be_read_is_not_accused() -> None:
    assert found(law_that_reaches(), unreadable=True) == ()
