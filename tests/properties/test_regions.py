"""The arithmetic of scopes agrees with counting situations one by one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from gapcheck.coverage.largest import fewest_scopes, largest_scopes
from gapcheck.coverage.region import Region
from gapcheck.coverage.relation import Relation, relation
from gapcheck.coverage.scope import Scope
from gapcheck.coverage.space import Axis, Space

Situations = frozenset[tuple[str, ...]]


@st.composite
def spaces(draw: st.DrawFn) -> Space:
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    names = draw(st.permutations("abcd"))
    return Space(
        tuple(
            Axis(name, tuple(f"{name}{number}" for number in range(size)))
            for name, size in zip(names, sizes, strict=False)
        )
    )


@st.composite
def scopes_of(draw: st.DrawFn, space: Space) -> Scope:
    restricted = draw(st.lists(st.sampled_from(space.axes), unique=True))
    allowed = {axis.name: draw(st.sets(st.sampled_from(axis.values), min_size=1)) for axis in restricted}
    return Scope.of(space, allowed)


@st.composite
def spaces_with(draw: st.DrawFn, lists: int, most: int = 4) -> tuple[Space, list[list[Scope]]]:
    """Draw a space and several lists of scopes in it."""
    space = draw(spaces())
    return space, [draw(st.lists(scopes_of(space), max_size=most)) for _ in range(lists)]


@st.composite
def spaces_with_two_scopes(draw: st.DrawFn) -> tuple[Scope, Scope]:
    space = draw(spaces())
    return draw(scopes_of(space)), draw(scopes_of(space))


def counted(space: Space, scopes: Sequence[Scope]) -> Situations:
    """Return every situation that lies in one of the scopes, found by asking each."""
    return frozenset(
        situation
        for situation in product(*(axis.values for axis in space.axes))
        if any(
            all(
                value in scope.spelled().get(axis.name, axis.values)
                for axis, value in zip(space.axes, situation, strict=True)
            )
            for scope in scopes
        )
    )


def overlaps(space: Space, scopes: Sequence[Scope]) -> bool:
    return any(counted(space, [one]) & counted(space, [other]) for one, other in combinations(scopes, 2))


def in_space(scope: Scope) -> Situations:
    return counted(scope.space, [scope])


@given(spaces_with_two_scopes())
def test_a_scope_contains_another_when_all_its_situations_lie_in_it(drawn: tuple[Scope, Scope]) -> None:
    one, other = drawn
    assert one.contains(other) == (in_space(one) >= in_space(other))


@given(spaces_with_two_scopes())
def test_scopes_are_equal_when_their_situations_are(drawn: tuple[Scope, Scope]) -> None:
    one, other = drawn
    assert (one == other) == (in_space(one) == in_space(other))
    assert one != other or hash(one) == hash(other)


@given(spaces_with_two_scopes())
def test_two_scopes_meet_in_the_situations_of_both(drawn: tuple[Scope, Scope]) -> None:
    one, other = drawn
    both = one.meet(other)
    assert (in_space(both) if both else frozenset()) == in_space(one) & in_space(other)


@given(spaces_with_two_scopes())
def test_subtracting_a_scope_leaves_the_other_situations_each_once(drawn: tuple[Scope, Scope]) -> None:
    one, other = drawn
    left = one.minus(other)
    assert counted(one.space, left) == in_space(one) - in_space(other)
    assert not overlaps(one.space, left)


@given(spaces_with_two_scopes())
def test_the_sharp_product_holds_every_scope_that_avoids_the_other(drawn: tuple[Scope, Scope]) -> None:
    one, other = drawn
    left = one.sharp(other)
    assert counted(one.space, left) == in_space(one) - in_space(other)
    assert set(left) == set(largest_by_trying(one.space, in_space(one) - in_space(other)))


@given(spaces_with_two_scopes())
def test_a_scope_counts_its_situations(drawn: tuple[Scope, Scope]) -> None:
    scope, _ = drawn
    assert scope.cells() == len(in_space(scope))


@given(spaces_with(2))
def test_a_region_holds_exactly_what_was_put_in_and_not_taken_out(drawn: tuple[Space, list[list[Scope]]]) -> None:
    space, (plus, minus) = drawn
    wanted = counted(space, plus) - counted(space, minus)
    region = Region.of(space, plus, minus)
    assert counted(space, region.pieces) == wanted
    assert bool(region) == bool(wanted)
    assert region.cells() == len(wanted)


@given(spaces_with(2))
def test_the_pieces_of_a_region_never_overlap(drawn: tuple[Space, list[list[Scope]]]) -> None:
    space, (plus, minus) = drawn
    assert not overlaps(space, Region.of(space, plus, minus).pieces)


@given(spaces_with(2), st.data())
def test_equal_sets_have_equal_pieces_however_they_came_about(
    drawn: tuple[Space, list[list[Scope]]], data: st.DataObject
) -> None:
    space, (plus, minus) = drawn
    region = Region.of(space, plus, minus)
    values = [axis.values for axis in space.axes]
    cells = [
        Scope.of(space, {axis.name: (value,) for axis, value in zip(space.axes, situation, strict=True)})
        for situation in product(*values)
        if situation in counted(space, plus) - counted(space, minus)
    ]
    assert Region.of(space, data.draw(st.permutations(cells))) == region
    assert Region.of(space, data.draw(st.permutations(cells))).pieces == region.pieces
    assert hash(Region.of(space, cells)) == hash(region)
    step_by_step = Region.of(space, data.draw(st.permutations(plus)))
    for taken in data.draw(st.permutations(minus)):
        step_by_step = step_by_step.minus([taken])
    assert step_by_step.pieces == region.pieces


@given(spaces_with(2))
def test_regions_are_equal_exactly_when_their_situations_are(drawn: tuple[Space, list[list[Scope]]]) -> None:
    space, (one, other) = drawn
    assert (Region.of(space, one) == Region.of(space, other)) == (counted(space, one) == counted(space, other))


@given(spaces_with(2))
def test_region_minus_and_meet_agree_with_sets(drawn: tuple[Space, list[list[Scope]]]) -> None:
    space, (one, other) = drawn
    region = Region.of(space, one)
    assert counted(space, region.minus(other).pieces) == counted(space, one) - counted(space, other)
    assert counted(space, region.meet(other).pieces) == counted(space, one) & counted(space, other)


@given(spaces_with(2))
def test_a_region_knows_which_scopes_it_contains_and_touches(drawn: tuple[Space, list[list[Scope]]]) -> None:
    space, (one, other) = drawn
    region, held = Region.of(space, one), counted(space, one)
    for scope in other:
        assert region.contains(scope) == (in_space(scope) <= held)
        assert region.touches(scope) == bool(in_space(scope) & held)


@given(spaces_with(1))
def test_a_region_knows_the_values_that_occur_on_an_axis(drawn: tuple[Space, list[list[Scope]]]) -> None:
    space, (scopes,) = drawn
    region, held = Region.of(space, scopes), counted(space, scopes)
    for number, axis in enumerate(space):
        assert set(axis.spell(region.values(number))) == {situation[number] for situation in held}


def largest_by_trying(space: Space, held: Situations) -> list[Scope]:
    """Return the scopes inside a set that no other such scope contains, found by trying every scope there is."""
    subsets = [
        [chosen for size in range(1, len(axis.values) + 1) for chosen in combinations(axis.values, size)]
        for axis in space.axes
    ]
    names = [axis.name for axis in space.axes]
    inside = [
        (frozenset(product(*chosen)), dict(zip(names, chosen, strict=True)))
        for chosen in product(*subsets)
        if held.issuperset(product(*chosen))
    ]
    return [Scope.of(space, chosen) for mine, chosen in inside if not any(mine < other for other, _ in inside)]


@st.composite
def narrow_spaces_with(draw: st.DrawFn, most: int) -> tuple[Space, list[list[Scope]]]:
    """Draw so few values that every scope can be tried."""
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    space = Space(
        tuple(
            Axis(name, tuple(f"{name}{number}" for number in range(size)))
            for name, size in zip("abc", sizes, strict=False)
        )
    )
    return space, [draw(st.lists(scopes_of(space), max_size=most)) for _ in range(2)]


@given(narrow_spaces_with(3))
def test_the_largest_scopes_are_all_those_that_cannot_be_widened(drawn: tuple[Space, list[list[Scope]]]) -> None:
    space, (plus, minus) = drawn
    held = counted(space, plus) - counted(space, minus)
    found = largest_scopes(space, plus, minus)
    assert len(found) == len(set(found))
    assert set(found) == set(largest_by_trying(space, held))


@given(spaces_with(2))
def test_the_largest_scopes_together_are_the_region(drawn: tuple[Space, list[list[Scope]]]) -> None:
    space, (plus, minus) = drawn
    found = largest_scopes(space, plus, minus)
    assert counted(space, found) == counted(space, plus) - counted(space, minus)


@given(spaces_with(2), st.data())
def test_the_largest_scopes_do_not_depend_on_any_order(
    drawn: tuple[Space, list[list[Scope]]], data: st.DataObject
) -> None:
    space, (plus, minus) = drawn
    mixed = largest_scopes(space, data.draw(st.permutations(plus)), data.draw(st.permutations(minus)))
    assert mixed == largest_scopes(space, plus, minus)


@given(spaces_with(2, most=6))
def test_the_fewest_scopes_cover_what_all_candidates_cover_and_no_fewer_would(
    drawn: tuple[Space, list[list[Scope]]],
) -> None:
    space, (candidates, wanted) = drawn
    region = Region.of(space, wanted)
    coverable = counted(space, wanted) & counted(space, candidates)
    chosen = fewest_scopes(candidates, region)
    assert set(chosen) <= set(candidates)
    assert counted(space, chosen) >= coverable
    sets = [in_space(scope) for scope in candidates]
    fewest = next(
        size
        for size in range(len(sets) + 1)
        for some in combinations(sets, size)
        if frozenset().union(*some) >= coverable
    )
    assert len(chosen) == fewest


@given(spaces_with(2))
def test_the_relation_of_two_regions_is_the_one_of_nist_ir_8477(drawn: tuple[Space, list[list[Scope]]]) -> None:
    space, (one, other) = drawn
    mine, theirs = counted(space, one), counted(space, other)
    found = relation(Region.of(space, one), Region.of(space, other))
    match found:
        case Relation.EQUAL:
            assert mine == theirs
        case Relation.NO_RELATIONSHIP:
            assert mine != theirs
            assert not mine & theirs
        case Relation.SUBSET_OF:
            assert mine
            assert mine < theirs
        case Relation.SUPERSET_OF:
            assert theirs
            assert mine > theirs
        case Relation.INTERSECTS_WITH:
            assert mine & theirs
            assert mine - theirs
            assert theirs - mine


@given(spaces_with(2))
def test_the_relation_turns_round_when_the_regions_change_places(drawn: tuple[Space, list[list[Scope]]]) -> None:
    space, (one, other) = drawn
    turned = {Relation.SUBSET_OF: Relation.SUPERSET_OF, Relation.SUPERSET_OF: Relation.SUBSET_OF}
    forth = relation(Region.of(space, one), Region.of(space, other))
    back = relation(Region.of(space, other), Region.of(space, one))
    assert back == turned.get(forth, forth)
