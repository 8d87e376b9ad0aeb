"""Two instruments side by side: which paragraphs correspond, how, and what each covers that the other does not."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from gapcheck.assess.requirement import requirement_of
from gapcheck.coverage.largest import fewest_scopes, largest_scopes
from gapcheck.coverage.region import Region
from gapcheck.coverage.relation import INVERSE, Relation, relation
from gapcheck.model.ids import ParagraphId, reading_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gapcheck.assess.lexicon import Lexicon
    from gapcheck.assess.requirement import Leeway, Requirement
    from gapcheck.coverage.scope import Scope
    from gapcheck.coverage.space import Space
    from gapcheck.model.books import TreatyBook
    from gapcheck.model.provisions import Article, Paragraph, Related


@dataclass(frozen=True)
class Side:
    """A paragraph with what it demands."""

    id: ParagraphId
    article: Article
    paragraph: Paragraph
    requirement: Requirement | None
    """None where nothing is demanded of a statute."""
    region: Region


@dataclass(frozen=True)
class Match:
    """How a paragraph relates to its counterpart."""

    one: Side
    other: Side | None
    """None where there is no counterpart."""
    relation: Relation
    asserted: Related | None = None
    """What an encoder says of the two, where scopes cannot say it."""
    more: tuple[Scope, ...] = ()
    """The largest scopes that the paragraph demands and the counterpart does not, the fewest that say it all."""
    less: tuple[Scope, ...] = ()
    """The same the other way round."""
    only_here: tuple[Leeway, ...] = ()
    """Options that the paragraph leaves to States and the counterpart does not, or not on the same terms."""
    only_there: tuple[Leeway, ...] = ()


def sides(treaty: TreatyBook, lexicon: Lexicon) -> dict[str, Side]:
    """Return the paragraphs of an instrument by number; an age of consent stands for everybody under 18."""
    found = {}
    for number, (article, paragraph) in treaty.by_number.items():
        asked = treaty.is_assessed(paragraph)
        requirement = requirement_of(paragraph, treaty, lexicon) if asked else None
        region = Region.of(lexicon.space, requirement.scopes if requirement else ())
        found[number] = Side(treaty.id_of(paragraph), article, paragraph, requirement, region)
    return found


def crosswalk(one: TreatyBook, other: TreatyBook, lexicon: Lexicon, *, number: str | None = None) -> tuple[Match, ...]:
    """Return the counterparts of every paragraph of `one` in `other`, or of those that lie in `number`.

    Every containment is shown. Of paragraphs that only overlap, those are shown of which one overlaps with no other
    paragraph so much. A paragraph without counterpart stands alone, if it demands something of a statute.
    """
    here, there = sides(one, lexicon), sides(other, lexicon)
    asserted = {**_asserted(here, there), **_asserted_from_there(here, there)}
    matches: list[Match] = []
    for pair, how in (_computed(here, there) | dict.fromkeys(asserted)).items():
        mine, theirs = here[pair[0]], there[pair[1]]
        if how is None:
            related, said = asserted[pair]
            matches.append(Match(mine, theirs, said, asserted=related))
        else:
            matches.append(_match(mine, theirs, how, lexicon.space))
    matched = {match.one.id.number for match in matches}
    alone = (side for side in here.values() if side.requirement and side.id.number not in matched)
    matches += [Match(side, None, Relation.NO_RELATIONSHIP) for side in alone]
    wanted = [match for match in matches if number is None or match.one.id.lies_in(number)]
    return tuple(sorted(wanted, key=_in_reading_order))


def _in_reading_order(match: Match) -> tuple[object, ...]:
    return (reading_order(match.one.id.number), reading_order(match.other.id.number) if match.other else ())


Pair = tuple[str, str]


def _computed(here: dict[str, Side], there: dict[str, Side]) -> dict[Pair, Relation | None]:
    """Return the pairs whose scopes say how they relate."""
    overlaps = {
        (mine.id.number, theirs.id.number): _Overlap.of(mine.region, theirs.region)
        for mine in here.values()
        for theirs in there.values()
        if any(mine.region.touches(scope) for scope in theirs.region)
    }
    best_here, best_there = _closest(overlaps, 0), _closest(overlaps, 1)
    return {
        pair: overlap.relation
        for pair, overlap in overlaps.items()
        if overlap.relation is not Relation.INTERSECTS_WITH
        or overlap.closeness in {best_here[pair[0]], best_there[pair[1]]}
    }


@dataclass(frozen=True)
class _Overlap:
    relation: Relation
    closeness: Fraction
    """What two paragraphs share of all that they hold (Jaccard 1912): for choosing, never for showing."""

    @classmethod
    def of(cls, one: Region, other: Region) -> _Overlap:
        shared = one.meet(other).cells()
        return cls(relation(one, other), Fraction(shared, one.cells() + other.cells() - shared))


def _closest(overlaps: dict[Pair, _Overlap], side: int) -> dict[str, Fraction]:
    closest: dict[str, Fraction] = {}
    for pair, overlap in overlaps.items():
        closest[pair[side]] = max(overlap.closeness, closest.get(pair[side], overlap.closeness))
    return closest


def _asserted(here: dict[str, Side], there: dict[str, Side]) -> dict[Pair, tuple[Related, Relation]]:
    return {
        (side.id.number, target.number): (related, Relation(related.relation.value))
        for side in here.values()
        for related, target in _related(side)
        if target.number in there and target.instrument == there[target.number].id.instrument
    }


def _asserted_from_there(here: dict[str, Side], there: dict[str, Side]) -> dict[Pair, tuple[Related, Relation]]:
    found = _asserted(there, here)
    return {(mine, theirs): (related, INVERSE[said]) for (theirs, mine), (related, said) in found.items()}


def _related(side: Side) -> Iterator[tuple[Related, ParagraphId]]:
    for related in side.paragraph.related:
        yield related, ParagraphId.parse(related.paragraph, side.id.instrument)


def _match(mine: Side, theirs: Side, how: Relation, space: Space) -> Match:
    return Match(
        mine,
        theirs,
        how,
        more=_beyond(mine, theirs, space),
        less=_beyond(theirs, mine, space),
        only_here=tuple(_options_of_its_own(mine, theirs, space)),
        only_there=tuple(_options_of_its_own(theirs, mine, space)),
    )


def _beyond(one: Side, other: Side, space: Space) -> tuple[Scope, ...]:
    """Return the fewest largest scopes of what `one` demands beyond `other`."""
    left = one.region.minus(other.region)
    return fewest_scopes(largest_scopes(space, one.region.pieces, other.region.pieces), left) if left else ()


def _options_of_its_own(one: Side, other: Side, space: Space) -> Iterator[Leeway]:
    """Yield the options of `one` that leave out something that no option of `other` does on the same terms."""
    theirs = _leeways(other)
    for leeway in _leeways(one):
        left_out = Region.of(space, leeway.scopes).meet(one.region).meet(other.region)
        alike = (scope for their in theirs if their.option.needs is leeway.option.needs for scope in their.scopes)
        if left_out.minus(tuple(alike)):
            yield leeway


def _leeways(side: Side) -> Iterable[Leeway]:
    return side.requirement.leeways if side.requirement else ()
