from gapcheck.coverage.region import Region
from gapcheck.coverage.relation import Relation, relation
from gapcheck.coverage.scope import Scope
from gapcheck.coverage.space import Axis, Space

SPACE = Space(
    (Axis("conduct", ("produce", "possess", "sell")), Axis("age", ("16", "17", "adult")), Axis("gain", ("yes", "no")))
)
EVERYTHING = Scope.of(SPACE)
CHILDREN = Scope.of(SPACE, age=["16", "17"])
POSSESSING = Scope.of(SPACE, conduct=["possess"])


def region(*scopes: Scope, less: tuple[Scope, ...] = ()) -> Region:
    return Region.of(SPACE, scopes, less)


def spelled(of: Region) -> list[dict[str, tuple[str, ...]]]:
    return [piece.spelled() for piece in of]


def test_without_scopes_there_is_nothing() -> None:
    assert not region()
    assert not region(less=(CHILDREN,))
    assert not region(CHILDREN, less=(EVERYTHING,))
    assert region(CHILDREN)


def test_values_that_lead_to_the_same_rest_stay_together() -> None:
    found = region(EVERYTHING, less=(Scope.of(SPACE, conduct=["possess"], age=["adult"]),))
    assert spelled(found) == [
        {"conduct": ("produce", "sell")},
        {"conduct": ("possess",), "age": ("16", "17")},
    ]


def test_an_axis_that_makes_no_difference_is_left_out() -> None:
    split = [Scope.of(SPACE, conduct=[conduct], age=["16"]) for conduct in ("sell", "possess", "produce")]
    assert spelled(region(*split)) == [{"age": ("16",)}]


def test_different_ways_can_lead_to_the_same_rest() -> None:
    ways = [
        Scope.of(SPACE, conduct=["produce"], gain=["yes"]),
        Scope.of(SPACE, conduct=["possess"], age=["16"], gain=["yes"]),
        Scope.of(SPACE, conduct=["sell"], gain=["no"]),
    ]
    assert [Scope.of(SPACE, piece) for piece in spelled(region(*ways))] == ways


def test_regions_are_equal_however_they_came_about() -> None:
    one = region(CHILDREN, POSSESSING)
    other = region(Scope.of(SPACE, age=["17"]), POSSESSING, Scope.of(SPACE, age=["16"]))
    assert one == other
    assert hash(one) == hash(other)
    assert one != region(CHILDREN)
    assert one != spelled(one)


def test_a_region_shows_its_pieces() -> None:
    assert repr(region(POSSESSING)) == "Region([{'conduct': ('possess',)}])"


def test_a_region_is_cut_by_subtraction_and_by_meeting() -> None:
    assert region(CHILDREN).minus([POSSESSING]) == region(
        Scope.of(SPACE, conduct=["produce", "sell"], age=["16", "17"])
    )
    assert region(CHILDREN).meet([POSSESSING]) == region(Scope.of(SPACE, conduct=["possess"], age=["16", "17"]))
    assert not region(CHILDREN).meet([])


def test_a_region_knows_what_it_touches_contains_and_holds() -> None:
    found = region(CHILDREN, POSSESSING)
    assert found.touches(Scope.of(SPACE, conduct=["possess"], age=["adult"]))
    assert not found.touches(Scope.of(SPACE, conduct=["sell"], age=["adult"]))
    assert found.contains(Scope.of(SPACE, conduct=["possess"]))
    assert not found.contains(Scope.of(SPACE, conduct=["sell"]))
    assert SPACE.axes[0].spell(region(POSSESSING).values(0)) == ("possess",)


def test_a_region_counts_its_situations() -> None:
    assert region(CHILDREN, POSSESSING).cells() == 14
    assert region().cells() == 0


def test_two_regions_relate_in_the_words_of_nist_ir_8477() -> None:
    one = region(CHILDREN)
    assert relation(one, region(CHILDREN)) is Relation.EQUAL
    assert relation(one, region(EVERYTHING)) is Relation.SUBSET_OF
    assert relation(region(EVERYTHING), one) is Relation.SUPERSET_OF
    assert relation(one, region(POSSESSING)) is Relation.INTERSECTS_WITH
    assert relation(one, region(Scope.of(SPACE, age=["adult"]))) is Relation.NO_RELATIONSHIP


def test_nothing_is_equal_to_nothing_and_related_to_nothing_else() -> None:
    assert relation(region(), region()) is Relation.EQUAL
    assert relation(region(), region(CHILDREN)) is Relation.NO_RELATIONSHIP
