import pytest

from gapcheck.coverage import largest
from gapcheck.coverage.largest import fewest_scopes, largest_scopes
from gapcheck.coverage.region import Region
from gapcheck.coverage.scope import Scope
from gapcheck.coverage.space import Axis, Space

SPACE = Space((Axis("conduct", ("produce", "possess", "sell")), Axis("age", ("15", "16", "17"))))
EVERYTHING = Scope.of(SPACE)
PRODUCING_AT_15 = Scope.of(SPACE, conduct=["produce"], age=["15"])

CIRCLE = Space((Axis("hour", tuple(str(hour) for hour in range(12))),))
SHIFTS = [Scope.of(CIRCLE, hour=[str(hour) for hour in range(first, first + 4)]) for first in range(9)]


def spelled(scopes: tuple[Scope, ...]) -> list[dict[str, tuple[str, ...]]]:
    return [scope.spelled() for scope in scopes]


def test_the_largest_scopes_overlap_where_each_is_as_wide_as_can_be() -> None:
    assert spelled(largest_scopes(SPACE, [EVERYTHING], [PRODUCING_AT_15])) == [
        {"conduct": ("possess", "sell")},
        {"age": ("16", "17")},
    ]


def test_scopes_side_by_side_are_seen_as_one() -> None:
    beside = [Scope.of(SPACE, conduct=["produce"]), Scope.of(SPACE, conduct=["sell"])]
    assert spelled(largest_scopes(SPACE, beside, [])) == [{"conduct": ("produce", "sell")}]


def test_of_nothing_there_is_no_largest_scope() -> None:
    assert largest_scopes(SPACE, [], [EVERYTHING]) == ()
    assert largest_scopes(SPACE, [PRODUCING_AT_15], [EVERYTHING]) == ()


@pytest.mark.parametrize("scopes", [[EVERYTHING], [EVERYTHING, PRODUCING_AT_15]])
def test_where_the_largest_scopes_are_too_many_the_pieces_are_returned(
    scopes: list[Scope], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(largest, "MOST_SCOPES", 0)
    pieces = Region.of(SPACE, scopes, [PRODUCING_AT_15]).pieces
    assert set(largest_scopes(SPACE, scopes, [PRODUCING_AT_15])) == set(pieces)


def test_only_candidates_that_touch_the_region_are_chosen_in_the_order_given() -> None:
    candidates = [Scope.of(SPACE, age=["17"]), Scope.of(SPACE, age=["15"]), Scope.of(SPACE, age=["16"])]
    region = Region.of(SPACE, [Scope.of(SPACE, age=["16", "17"])])
    assert fewest_scopes(candidates, region) == (candidates[0], candidates[2])


def test_what_no_candidate_covers_is_ignored() -> None:
    candidates = [Scope.of(SPACE, age=["17"])]
    assert fewest_scopes(candidates, Region.of(SPACE, [EVERYTHING])) == tuple(candidates)


def test_a_candidate_that_is_given_twice_is_chosen_once() -> None:
    candidates = [Scope.of(SPACE, age=["17"])] * 2
    assert fewest_scopes(candidates, Region.of(SPACE, [EVERYTHING])) == (candidates[0],)


def test_a_choice_between_candidates_falls_on_the_fewest() -> None:
    chosen = fewest_scopes(SHIFTS, Region.of(CIRCLE, [Scope.of(CIRCLE)]))
    assert [scope.spelled()["hour"][0] for scope in chosen] == ["0", "4", "8"]


def test_beyond_some_number_of_combinations_the_widest_are_taken_first(monkeypatch: pytest.MonkeyPatch) -> None:
    halves_and_middle = [Scope.of(CIRCLE, hour=map(str, hours)) for hours in (range(6), range(6, 12), range(2, 10))]
    beside = [Scope.of(CIRCLE, hour=map(str, hours)) for hours in (range(2), range(10, 12))]
    everything = Region.of(CIRCLE, [Scope.of(CIRCLE)])
    candidates = halves_and_middle + beside
    assert fewest_scopes(candidates, everything) == tuple(halves_and_middle[:2])
    monkeypatch.setattr(largest, "MOST_COMBINATIONS", 1)
    assert fewest_scopes(candidates, everything) == tuple(halves_and_middle)


@pytest.mark.parametrize(
    ("besides", "left"),
    [([], {"age": ("15", "17")}), (["produce"], {"conduct": ("possess", "sell"), "age": ("15", "17")})],
)
def test_a_scope_that_lies_in_a_larger_one_is_not_said_besides(besides: list[str], left: dict[str, object]) -> None:
    taken = [Scope.of(SPACE, conduct=["possess"], age=["16"]), Scope.of(SPACE, age=["16"])]
    taken += [Scope.of(SPACE, conduct=[conduct]) for conduct in besides]
    assert spelled(largest_scopes(SPACE, [EVERYTHING], taken)) == [left]
