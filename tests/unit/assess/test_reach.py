from gapcheck.assess.lexicon import Lexicon
from gapcheck.assess.reach import WHOLE_SECTION, Reach, Unknown, reach_of, unreadable_reach
from gapcheck.coverage.region import Region
from gapcheck.coverage.scope import Scope
from gapcheck.model.ids import SectionId
from gapcheck.model.laws import Nature, Version
from tests.small_law import CONDUCT, LEXICON, element, version, vocabulary, words

SECTION = SectionId("zz", "code", "1")
CRIMINAL = {"nature": ("criminal",)}


def reach(one: Version, lexicon: Lexicon = LEXICON) -> Reach:
    return reach_of(SECTION, one, lexicon)


def spelled(scopes: tuple[Scope, ...]) -> list[dict[str, tuple[str, ...]]]:
    return [scope.spelled() for scope in scopes]


def test_the_nature_of_a_section_counts_as_an_element() -> None:
    found = reach(version(words(conduct="produce"), nature=Nature.CIVIL))
    assert spelled(found.least) == [{"conduct": ("produce",), "nature": ("civil",)}]
    assert found.least == found.most


def test_a_scope_of_a_section_can_name_another_nature() -> None:
    assert spelled(reach(version(words(nature=["criminal", "civil"]))).least) == [{"nature": ("civil", "criminal")}]


def test_in_a_vocabulary_without_natures_the_nature_of_a_section_says_nothing() -> None:
    found = reach(version(words(conduct="produce")), Lexicon(vocabulary(CONDUCT)))
    assert spelled(found.least) == [{"conduct": ("produce",)}]


def test_an_element_with_a_default_means_the_default_where_a_section_does_not_name_it() -> None:
    measure = element("measure", {"punish": ["fine"], "fine": [], "prevent": []}, default="punish")
    lexicon = Lexicon(vocabulary(CONDUCT, measure))
    found = reach(version(words(conduct="produce"), words(measure="prevent")), lexicon)
    assert spelled(found.least) == [
        {"conduct": ("produce",), "measure": ("fine", "punish")},
        {"measure": ("prevent",)},
    ]


def test_a_section_that_only_matters_as_background_reaches_nothing() -> None:
    assert reach(version()) == Reach(SECTION, (), ())


def test_what_is_excluded_is_taken_out_of_every_scope() -> None:
    found = reach(
        version(
            words(conduct="produce"),
            words(conduct="possess"),
            excludes=(words(victim_age="adult"), words(conduct="possess", condition_not_met="for-gain")),
        )
    )
    held = Region.of(LEXICON.space, found.least)
    assert held == Region.of(
        LEXICON.space,
        [
            LEXICON.scope(words(conduct="produce", nature="criminal", victim_age="under 18")),
            LEXICON.scope(words(conduct="possess", nature="criminal", victim_age="under 18", condition="for-gain")),
        ],
    )


def test_a_section_with_an_unknown_element_reaches_nothing_for_certain_and_every_value_at_best() -> None:
    found = reach(version(words(conduct="produce", victim_age="under 16"), unknown=("victim_age",)))
    assert spelled(found.least) == []
    assert spelled(found.most) == [{"conduct": ("produce",), **CRIMINAL}]
    assert found.unknown == (Unknown(SECTION, "victim_age"),)


def test_what_meets_an_unknown_condition_is_reached_however_it_turns_out() -> None:
    found = reach(version(words(conduct="produce"), unknown=("for-gain",)))
    assert spelled(found.least) == [{"conduct": ("produce",), **CRIMINAL, "condition:for-gain": ("met",)}]
    assert spelled(found.most) == [{"conduct": ("produce",), **CRIMINAL}]


def test_a_scope_for_the_other_half_of_an_unknown_condition_is_not_reached_for_certain() -> None:
    found = reach(version(words(condition_not_met="for-gain"), unknown=("for-gain",)))
    assert spelled(found.least) == []
    assert spelled(found.most) == [CRIMINAL]


def test_exclusions_are_certain_even_where_an_element_is_unknown() -> None:
    found = reach(version(words(conduct="produce"), unknown=("material",), excludes=(words(victim_age="adult"),)))
    assert spelled(found.most) == [{"conduct": ("produce",), **CRIMINAL, "victim_age": tuple(map(str, range(18)))}]


def test_several_unknown_facts_are_all_listed() -> None:
    found = reach(version(words(conduct="produce"), unknown=("for-gain", "material")))
    assert [fact.element for fact in found.unknown] == ["for-gain", "material"]
    assert found.least == ()


def test_a_section_that_cannot_be_read_reaches_nothing_for_certain_and_anything_at_best() -> None:
    found = unreadable_reach(SECTION, LEXICON)
    assert (found.least, spelled(found.most)) == ((), [{}])
    assert found.unknown == (Unknown(SECTION, WHOLE_SECTION),)


def test_where_the_form_is_free_a_value_reached_counts_for_all() -> None:
    found = reach(version(words(conduct="produce"), nature=Nature.CIVIL, unknown=("for-gain",)))
    widened = found.widened([LEXICON.axis("nature")])
    assert spelled(widened.least) == [{"conduct": ("produce",), "condition:for-gain": ("met",)}]
    assert spelled(widened.most) == [{"conduct": ("produce",)}]
    assert widened.unknown == found.unknown


def test_where_no_form_is_free_nothing_is_widened() -> None:
    found = reach(version(words(conduct="produce")))
    assert found.widened([]) is found
