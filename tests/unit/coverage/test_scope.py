import pytest

from gapcheck.coverage.scope import Scope
from gapcheck.coverage.space import Axis, Space

SPACE = Space((Axis("conduct", ("produce", "possess")), Axis("age", ("16", "17", "adult")), Axis("means", ("system",))))
POSSESSING = Scope.of(SPACE, conduct=["possess"])
CHILDREN = Scope.of(SPACE, age=["16", "17"])


def test_an_axis_spells_its_values_in_its_own_order() -> None:
    axis = SPACE.axis("age")
    assert axis.spell(axis.mask(["adult", "16"])) == ("16", "adult")


def test_an_axis_does_not_know_a_value_that_is_not_its_own() -> None:
    with pytest.raises(KeyError):
        SPACE.axis("age").mask(["18"])


def test_a_space_walks_its_axes_in_their_order() -> None:
    assert [axis.name for axis in SPACE] == ["conduct", "age", "means"]


def test_two_axes_of_one_space_have_different_names() -> None:
    with pytest.raises(ValueError, match="two axes share a name"):
        Space((Axis("age", ("16",)), Axis("age", ("17",))))


def test_a_scope_without_any_value_on_an_axis_is_refused() -> None:
    with pytest.raises(ValueError, match="a scope must leave a value on age"):
        Scope.of(SPACE, age=[])


def test_an_axis_with_all_its_values_is_open() -> None:
    assert Scope.of(SPACE, {"age": ["adult", "17", "16"]}, means=["system"]) == Scope.of(SPACE)
    assert Scope.of(SPACE).spelled() == {}


def test_a_scope_is_equal_to_scopes_only() -> None:
    possessing = Scope.of(SPACE, conduct=["possess"])
    assert possessing == POSSESSING
    assert possessing != {"conduct": ("possess",)}


def test_a_scope_shows_its_restrictions_in_the_order_of_the_axes() -> None:
    assert repr(Scope.of(SPACE, age=["16"], conduct=["possess"])) == "Scope({'conduct': ('possess',), 'age': ('16',)})"


def test_what_a_scope_contains_is_restricted_wherever_the_scope_is() -> None:
    both = Scope.of(SPACE, conduct=["possess"], age=["16"])
    assert POSSESSING.contains(both)
    assert not both.contains(POSSESSING)
    assert not CHILDREN.contains(Scope.of(SPACE, age=["17", "adult"]))


def test_scopes_without_a_common_value_on_some_axis_do_not_meet() -> None:
    assert POSSESSING.meet(Scope.of(SPACE, conduct=["produce"], age=["16"])) is None


def test_scopes_meet_in_the_values_of_both() -> None:
    assert POSSESSING.meet(CHILDREN) == Scope.of(SPACE, conduct=["possess"], age=["16", "17"])


def test_an_axis_can_be_set_opened_and_not_emptied() -> None:
    age = SPACE.index["age"]
    assert CHILDREN.within(age, SPACE.axes[age].mask(["adult"])) == Scope.of(SPACE, age=["adult"])
    assert CHILDREN.within(age, 0) is None
    assert CHILDREN.widened(age) == Scope.of(SPACE)
    assert POSSESSING.widened(age) == POSSESSING


def test_taking_away_what_does_not_meet_leaves_the_scope_as_it_is() -> None:
    adults = Scope.of(SPACE, age=["adult"])
    assert CHILDREN.minus(adults) == [CHILDREN]
    assert CHILDREN.sharp(adults) == [CHILDREN]


def test_taking_away_a_scope_from_itself_leaves_nothing() -> None:
    assert CHILDREN.minus(CHILDREN) == []
    assert CHILDREN.sharp(CHILDREN) == []


def test_what_is_left_can_be_said_without_overlap_or_as_large_as_possible() -> None:
    everything, taken = Scope.of(SPACE), Scope.of(SPACE, conduct=["produce"], age=["16"])
    assert [one.spelled() for one in everything.minus(taken)] == [
        {"conduct": ("possess",)},
        {"conduct": ("produce",), "age": ("17", "adult")},
    ]
    assert [one.spelled() for one in everything.sharp(taken)] == [{"conduct": ("possess",)}, {"age": ("17", "adult")}]


def test_a_scope_counts_its_situations_on_every_axis() -> None:
    assert Scope.of(SPACE).cells() == 6
    assert CHILDREN.cells() == 4
