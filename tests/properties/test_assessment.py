"""The whole assessment agrees with counting situations one by one, whatever the law looks like."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import event, given
from hypothesis import strategies as st

from gapcheck.assess.findings import Finding, ResiduePiece
from gapcheck.assess.near_miss import near_misses, reaches_in_force, unmapped_reaches
from gapcheck.assess.paragraph import assess_paragraph
from gapcheck.assess.statements import leeway_statements
from gapcheck.model.verdicts import Reached, ResidueClass, Verdict
from tests.properties.counting import Counting, Situations, expected, in_force, version_reach
from tests.properties.worlds import World, sections, shuffled, worlds

GAPS = {ResidueClass.GAP, ResidueClass.RECOMMENDATION}


def assessed(world: World) -> Finding:
    bench = world.bench()
    return assess_paragraph(bench, *bench.treaty.by_number[world.paragraph.id])


def gap_of(world: World) -> Situations:
    return pieces(world, assessed(world), GAPS)


def pieces(world: World, finding: Finding, classes: Iterable[ResidueClass]) -> Situations:
    counting = Counting(world.vocabulary.elements)
    return counting.in_scopes(piece.scope for piece in finding.residue if piece.kind in classes)


def spelled(finding: Finding) -> list[tuple[object, ...]]:
    """Return what a finding says, without objects that are made anew with each assessment."""
    said: list[tuple[object, ...]] = [
        (piece.kind, piece.option and piece.option.id, piece.contested, piece.scope.spelled())
        for piece in finding.residue
    ]
    said += [(one.kind, one.reached, one.lead, one.scope.spelled()) for one in finding.gap_statements]
    said.append((finding.verdict, finding.wholly_reached, finding.spared, finding.by_general_law_only))
    return said


@given(worlds())
def test_the_verdict_is_the_one_that_counting_finds(world: World) -> None:
    counted = expected(Counting(world.vocabulary.elements), world, world.paragraph)
    finding = assessed(world)
    event(f"verdict {finding.verdict}")
    assert finding.verdict is counted.verdict


@given(worlds())
def test_every_part_of_the_residue_is_what_counting_finds(world: World) -> None:
    counting = Counting(world.vocabulary.elements)
    counted = expected(counting, world, world.paragraph).worst
    finding = assessed(world)
    assert finding.outcome is not None
    assert pieces(world, finding, ResidueClass) == counted.residue
    assert pieces(world, finding, GAPS) == counted.gap
    permitted: dict[str, list[ResiduePiece]] = {}
    arguable: dict[int, list[ResiduePiece]] = {}
    for piece in finding.residue:
        if piece.kind is ResidueClass.PERMITTED:
            assert piece.option is not None
            permitted.setdefault(piece.option.id, []).append(piece)
        elif piece.kind is ResidueClass.ARGUABLE:
            arguable.setdefault(id(piece.contested), []).append(piece)
    assert {
        name: counting.in_scopes(one.scope for one in part) for name, part in permitted.items()
    } == counted.permitted
    assert {key: counting.in_scopes(one.scope for one in part) for key, part in arguable.items()} == counted.arguable
    assert finding.outcome.own == counted.own


@given(worlds())
def test_the_pieces_of_a_residue_never_overlap(world: World) -> None:
    counting = Counting(world.vocabulary.elements)
    found = assessed(world).residue
    together = counting.in_scopes(piece.scope for piece in found)
    assert sum(len(counting.in_scope(piece.scope)) for piece in found) == len(together)


@given(worlds())
def test_unknown_facts_are_listed_exactly_where_they_leave_the_verdict_open(world: World) -> None:
    finding = assessed(world)
    assert bool(finding.unknown) == (finding.verdict is Verdict.UNDETERMINED)


@given(worlds())
def test_by_general_law_only_means_that_other_law_alone_reaches_the_requirement(world: World) -> None:
    counted = expected(Counting(world.vocabulary.elements), world, world.paragraph)
    only_general = not counted.best.own and bool(counted.worst.reached & counted.required) and not counted.worst.gap
    assert assessed(world).by_general_law_only == only_general


@given(worlds(), st.data())
def test_adding_a_section_never_makes_the_gap_larger_and_removing_it_never_smaller(
    world: World, data: st.DataObject
) -> None:
    drawn = data.draw(sections(world.vocabulary.elements))
    new = ("code/new",)
    mapping = (
        replace(world.mapping, sections=world.mapping.sections + new)
        if data.draw(st.booleans())
        else replace(world.mapping, incidental=world.mapping.incidental + new)
    )
    larger = replace(world, sections={**world.sections, "code/new": drawn}, mapping=mapping)
    assert gap_of(larger) <= gap_of(world)


@given(worlds(known=True), st.data())
def test_adding_a_section_never_worsens_a_verdict(world: World, data: st.DataObject) -> None:
    drawn = data.draw(sections(world.vocabulary.elements, known=True))
    larger = replace(
        world,
        sections={**world.sections, "code/new": drawn},
        mapping=replace(world.mapping, sections=(*world.mapping.sections, "code/new")),
    )
    assert assessed(larger).verdict.severity <= assessed(world).verdict.severity


@given(worlds(), st.data())
def test_the_order_of_files_sections_scopes_and_words_never_matters(world: World, data: st.DataObject) -> None:
    assert spelled(assessed(data.draw(shuffled(world)))) == spelled(assessed(world))


@given(worlds())
def test_assessing_twice_says_the_same(world: World) -> None:
    bench = world.bench()
    pair = bench.treaty.by_number[world.paragraph.id]
    assert assess_paragraph(bench, *pair) == assess_paragraph(bench, *pair)


@given(worlds())
def test_what_is_said_of_the_gap_is_uncovered_cannot_be_widened_and_holds_the_whole_gap(world: World) -> None:
    counting = Counting(world.vocabulary.elements)
    counted = expected(counting, world, world.paragraph).worst
    said = assessed(world).gap_statements
    for statement in said:
        assert counting.in_scope(statement.scope) <= counted.residue
        for added in counting.widenings(statement.scope):
            assert not added <= counted.residue
    assert counting.in_scopes(statement.scope for statement in said) >= counted.gap


@given(worlds())
def test_each_act_of_the_gap_is_said_once_with_all_that_is_left_out_of_it(world: World) -> None:
    counting = Counting(world.vocabulary.elements)
    counted = expected(counting, world, world.paragraph)
    finding = assessed(world)
    axis = finding.requirement.lead
    lead = world.bench().lexicon.space.axes[axis]
    by_acts: dict[int, list[Situations]] = {}
    for statement in finding.gap_statements:
        assert statement.lead & ~statement.scope.mask(axis) == 0
        by_acts.setdefault(statement.lead, []).append(counting.in_scope(statement.scope))
        acts = counting.with_value(counted.required & counted.worst.reached, lead.name, lead.spell(statement.lead))
        assert statement.reached is (Reached.IN_PART if acts else Reached.NOT_AT_ALL)
    said = [act for values in by_acts for act in lead.spell(values)]
    assert len(said) == len(set(said))
    assert set(said) == counting.values_of(counted.worst.gap, lead.name)
    for values, scopes in by_acts.items():
        gap_of_acts = counting.with_value(counted.worst.gap, lead.name, lead.spell(values))
        assert frozenset().union(*scopes) >= gap_of_acts
        for number in range(len(scopes)):
            assert not frozenset().union(*scopes[:number], *scopes[number + 1 :]) >= gap_of_acts


@given(worlds())
def test_acts_are_wholly_reached_or_spared_as_counting_finds(world: World) -> None:
    counting = Counting(world.vocabulary.elements)
    counted = expected(counting, world, world.paragraph)
    finding = assessed(world)
    lead = world.bench().lexicon.space.axes[finding.requirement.lead]
    required, residue, gap = (
        counting.values_of(part, lead.name) for part in (counted.required, counted.worst.residue, counted.worst.gap)
    )
    assert set(lead.spell(finding.wholly_reached)) == required - residue
    assert set(lead.spell(finding.spared)) == residue - gap


@given(worlds())
def test_what_is_said_of_options_and_readings_lies_in_them_and_holds_all_they_leave_out(world: World) -> None:
    counting = Counting(world.vocabulary.elements)
    counted = expected(counting, world, world.paragraph).worst
    finding = assessed(world)
    assert finding.outcome is not None
    bench = world.bench()
    said: dict[str, Situations] = {}
    for statement in leeway_statements(bench.lexicon.space, finding.requirement, finding.outcome):
        scope = counting.in_scope(statement.scope)
        assert scope <= counted.residue
        key = statement.option.id if statement.option else str(id(statement.contested))
        said[key] = said.get(key, frozenset()) | scope
    held = {str(key): part for key, part in (*counted.permitted.items(), *counted.arguable.items())}
    assert said.keys() == held.keys()
    assert all(said[key] >= held[key] for key in held)


@given(worlds())
def test_a_near_miss_would_close_what_it_says_by_a_change_of_one_element(world: World) -> None:
    counting = Counting(world.vocabulary.elements)
    bench = world.bench()
    finding = assessed(world)
    gap = pieces(world, finding, GAPS)
    free = [bench.lexicon.space.axes[axis].name for axis in finding.requirement.free]
    found = near_misses(bench, finding, reaches_in_force(bench))
    assert len({(miss.section, miss.axis) for miss in found}) == len(found)
    for miss in found:
        axis = bench.lexicon.space.axes[miss.axis]
        version = in_force(world.sections[miss.section.local], world)
        assert version is not None
        reached = counting.opened(version_reach(counting, version)[0], free)
        closes = counting.in_scopes(miss.closes)
        assert closes
        assert closes <= gap & counting.opened(reached, [axis.name]) - reached
        assert counting.in_scopes(miss.leaves) == gap - reached - closes
        assert set(axis.spell(miss.lacks)) == counting.values_of(closes, axis.name)
        assert not miss.has & miss.lacks


@given(worlds())
def test_the_unmapped_sections_are_those_that_speak_of_the_acts_and_reach_the_requirement(world: World) -> None:
    counting = Counting(world.vocabulary.elements)
    bench = world.bench()
    finding = assessed(world)
    required = expected(counting, world, world.paragraph).required
    free = [bench.lexicon.space.axes[axis].name for axis in finding.requirement.free]
    lead = bench.lexicon.space.axes[finding.requirement.lead]
    unmapped = {section.local for section in unmapped_reaches(finding, reaches_in_force(bench))}
    for local, section in world.sections.items():
        version = in_force(section, world)
        reached = counting.opened(version_reach(counting, version)[0], free) if version else frozenset()
        if local in {*world.mapping.sections, *world.mapping.incidental} or not reached & required:
            assert local not in unmapped
        elif counting.values_of(reached, lead.name) != set(lead.values):
            assert local in unmapped
