"""The assessment as JSON: scopes spelled out to single terms, so that another program can do its own arithmetic."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from gapcheck.assess.instrument import article_verdicts, counts
from gapcheck.assess.near_miss import near_misses, reaches_in_force
from gapcheck.assess.statements import leeway_statements
from gapcheck.model.provisions import Formality
from gapcheck.report.messages import LANGUAGES, messages_in
from gapcheck.report.sentences import Sentences
from gapcheck.report.words import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gapcheck.assess.findings import Assessment, Finding, ResiduePiece, Statement
    from gapcheck.assess.near_miss import NearMiss
    from gapcheck.assess.paragraph import Bench
    from gapcheck.assess.thresholds import Measured
    from gapcheck.coverage.scope import Scope

FORMAT, VERSION = "gapcheck.assessment", 1


def assessment_json(assessed: Sequence[tuple[Bench, Assessment]]) -> str:
    """Return one assessment as JSON text, several as a list of them; the same bytes for the same input."""
    data = [assessment_data(bench, assessment) for bench, assessment in assessed]
    return json.dumps(data[0] if len(data) == 1 else data, ensure_ascii=False, indent=1)


def assessment_data(bench: Bench, assessment: Assessment) -> dict[str, Any]:
    """Return the assessment as plain data."""
    reaches = reaches_in_force(bench)
    wordings = (Wording(bench.lexicon, messages_in(language)) for language in LANGUAGES)
    speakers = [Sentences(wording, bench.statutes.jurisdiction) for wording in wordings]
    paragraphs = []
    for finding in assessment.findings:
        misses = near_misses(bench, finding, reaches)
        paragraphs.append(_paragraph(finding, misses, speakers))
    return {
        "format": FORMAT,
        "version": VERSION,
        "jurisdiction": assessment.jurisdiction,
        "instrument": assessment.instrument,
        "as_of": assessment.as_of.isoformat(),
        "paragraphs": paragraphs,
        "summary": {
            "mandatory": {verdict.value: n for verdict, n in counts(assessment, mandatory=True).items()},
            "optional": {verdict.value: n for verdict, n in counts(assessment, mandatory=False).items()},
            "articles": {number: verdict.value for number, verdict in article_verdicts(assessment).items()},
        },
    }


def _paragraph(finding: Finding, misses: tuple[NearMiss, ...], speakers: list[Sentences]) -> dict[str, Any]:
    confidence = finding.mapping.confidence if finding.mapping else None
    return {
        "id": str(finding.id),
        "article": finding.article.article,
        "kind": finding.paragraph.kind,
        "duty": finding.paragraph.duty.value,
        "verdict": finding.verdict.value,
        "verification": finding.verification.value if finding.verification else None,
        "confidence": confidence.value if confidence else None,
        "sections": [str(section) for section in finding.sections],
        "incidental": [str(section) for section in finding.incidental],
        "not_in_force": [str(absent.section) for absent in finding.absent],
        "general_law_only": finding.by_general_law_only,
        "requires": [_spelled(scope) for scope in finding.requirement.scopes],
        "residue": [_piece(piece, finding) for piece in finding.residue],
        "statements": [_statement(statement, finding, speakers) for statement in _statements(finding)],
        "text": {speaker.messages.language: " ".join(speaker.uncovered(finding)) for speaker in speakers},
        "near_misses": [_near_miss(miss, finding) for miss in misses],
        "unknown": [{"section": str(fact.section), "element": fact.element} for fact in finding.unknown],
        "unknown_deposits": [f"{finding.id.instrument}:{leeway.option.id}" for leeway in finding.unrecorded],
        "measures": [_measured(figure) for figure in finding.figures],
        "via": list(finding.mapping.via) if finding.mapping else [],
        "claim": {"by_lawyer": finding.claim.by_lawyer, "agrees": finding.claim.agrees} if finding.claim else None,
    }


def _statements(finding: Finding) -> tuple[Statement, ...]:
    if finding.outcome is None:
        return ()
    requirement = finding.requirement
    space = requirement.scopes[0].space
    return (*finding.gap_statements, *leeway_statements(space, requirement, finding.outcome))


def _spelled(scope: Scope) -> dict[str, list[str]]:
    """Return the restricted elements with their single terms; terms by letter, ages by year."""
    return {name: list(values) for name, values in scope.spelled().items()}


def _origin(statement: Statement | ResiduePiece, finding: Finding) -> dict[str, Any]:
    origin: dict[str, Any] = {"class": statement.kind.value}
    if statement.option:
        origin["option"] = f"{finding.id.instrument}:{statement.option.id}"
        if statement.option.needs is not Formality.NOTHING:
            origin["needs"] = statement.option.needs.value
    if statement.contested:
        origin["reason"] = statement.contested.reason
    return origin


def _piece(piece: ResiduePiece, finding: Finding) -> dict[str, Any]:
    return {**_origin(piece, finding), "scope": _spelled(piece.scope)}


def _statement(statement: Statement, finding: Finding, speakers: list[Sentences]) -> dict[str, Any]:
    return {
        **_origin(statement, finding),
        "scope": _spelled(statement.scope),
        "reached": statement.reached.value,
        "text": {speaker.messages.language: speaker.statement(finding, statement) for speaker in speakers},
    }


def _measured(figure: Measured) -> dict[str, Any]:
    asked = figure.threshold
    return {
        "measure": asked.measure,
        "comparator": asked.comparator.value,
        "value": asked.value,
        "unit": asked.unit.value,
        "met": figure.is_met,
        "set": [
            {"section": str(section), "value": quantity.value, "unit": quantity.unit.value}
            for section, quantity in figure.figures
        ],
    }


def _near_miss(miss: NearMiss, finding: Finding) -> dict[str, Any]:
    axis = finding.requirement.scopes[0].space.axes[miss.axis]
    return {
        "section": str(miss.section),
        "element": axis.name,
        "has": list(axis.spell(miss.has)),
        "lacks": list(axis.spell(miss.lacks)),
        "closes_all": miss.closes_all,
    }
