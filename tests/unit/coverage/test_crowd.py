"""Many scopes at once say the same as one by one."""

from __future__ import annotations

from itertools import product

from gapcheck.coverage.crowd import Crowd, places
from gapcheck.coverage.scope import Scope
from gapcheck.coverage.space import Axis, Space

SPACE = Space(tuple(Axis(name, ("1", "2", "3")) for name in ("a", "b", "c")))
CHOICES = (None, ("1",), ("1", "2"), ("3",))
SCOPES = [
    Scope.of(SPACE, {name: values for name, values in zip("abc", chosen, strict=True) if values})
    for chosen in product(CHOICES, repeat=3)
]


def apart(one: Scope, other: Scope, free: tuple[int, ...] = ()) -> list[int]:
    return [axis for axis in range(3) if axis not in free and not one.mask(axis) & other.mask(axis)]


def test_who_meets_a_scope_and_who_misses_it_on_one_axis() -> None:
    crowd = Crowd(SCOPES)
    for scope in SCOPES:
        meeting, near = crowd.beside(scope)
        assert list(places(meeting)) == [place for place, one in enumerate(SCOPES) if not apart(one, scope)]
        assert list(places(near)) == [place for place, one in enumerate(SCOPES) if len(apart(one, scope)) == 1]


def test_free_axes_keep_nobody_apart() -> None:
    crowd = Crowd(SCOPES)
    for scope in SCOPES:
        meeting, near = crowd.beside(scope, free=(1,))
        assert list(places(meeting)) == [place for place, one in enumerate(SCOPES) if not apart(one, scope, (1,))]
        assert list(places(near)) == [place for place, one in enumerate(SCOPES) if len(apart(one, scope, (1,))) == 1]


def test_fixed_axes_may_not_be_the_one() -> None:
    crowd = Crowd(SCOPES)
    for scope in SCOPES:
        _, near = crowd.beside(scope, fixed={0})
        found = [place for place, one in enumerate(SCOPES) if len(gone := apart(one, scope)) == 1 and gone != [0]]
        assert list(places(near)) == found


def test_who_restricts_an_axis() -> None:
    assert list(places(Crowd(SCOPES).naming(2))) == [place for place, one in enumerate(SCOPES) if 2 in one.masks]
    assert Crowd([Scope(SPACE, {})]).naming(0) == 0


def test_nobody_is_no_crowd() -> None:
    assert Crowd([]).beside(SCOPES[0]) == (0, 0)
