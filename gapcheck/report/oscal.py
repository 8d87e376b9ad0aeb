"""The assessment as an OSCAL mapping collection (NIST, Control Mapping model 1.2), for tools that read such mappings.

The instrument is the source and national law the target, so each relationship says what a paragraph is to a section.
What OSCAL has no word for stands under a namespace of our own. Texts are Markdown there, so their signs are escaped.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from gapcheck.coverage.region import Region
from gapcheck.coverage.relation import INVERSE, Relation, relation
from gapcheck.model.mappings import ReviewState
from gapcheck.model.verdicts import Verdict
from gapcheck.report.messages import messages_in, one_line
from gapcheck.report.report_markdown import escaped
from gapcheck.report.sentences import Sentences
from gapcheck.report.view import instrument_name, provision_name
from gapcheck.report.words import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from gapcheck.assess.findings import Assessment, Finding
    from gapcheck.assess.paragraph import Bench
    from gapcheck.assess.reach import Reach
    from gapcheck.model.ids import SectionId

Json = dict[str, Any]

OSCAL_VERSION = "1.2.1"
OWN = "urn:gapcheck:oscal"
"""The namespace of what only we say: a name, not an address."""
NOT_DETERMINED, NOTHING_MAPPED = "not-determined", "nothing-mapped"
"""Relationships in our own namespace: what is unknown of the section decides; no entry, though OSCAL asks for one."""

_RELATIONSHIPS = {**{each: each.value for each in Relation}, Relation.EQUAL: "equal-to"}
_UUIDS = uuid5(NAMESPACE_URL, OWN)
_INTENT = (
    "Whoever encoded the law mapped sections to paragraphs; each relationship is computed from the situations that "
    "both hold: what the paragraph requires (source) to what the section reaches on the day (target), not-determined "
    "where that turns on what is not known of the section. The verdict on a paragraph, over all its sections, is a "
    "property of the mapping whose group is the paragraph. Nothing follows from a paragraph without an entry: "
    "not-assessed says that nobody has looked, and is no gap. Unmapped controls are binding paragraphs that were "
    "looked at and of which no section reaches anything; what is left of other gaps is a qualifier of their entries."
)
_WHOLE = "Of the paragraph as a whole, over all sections mapped to it: "


def oscal_mapping(bench: Bench, assessment: Assessment) -> str:
    """Return the assessment as OSCAL in JSON, in English; the same bytes for the same input."""
    messages = messages_in("en")
    speaker = Sentences(Wording(bench.lexicon, messages), bench.statutes.jurisdiction)
    names = {
        "jurisdiction": messages.text(bench.statutes.jurisdiction.name),
        "instrument": instrument_name(bench.treaty, messages),
    }
    rest = {
        "metadata": {
            "title": _markup(messages.say("check", "title", date=assessment.as_of, **names)),
            "last-modified": f"{assessment.as_of.isoformat()}T00:00:00Z",
            "version": assessment.as_of.isoformat(),
            "oscal-version": OSCAL_VERSION,
            "remarks": _markup(messages.say("report", "disclaimer")),
        },
        "provenance": {
            "method": "hybrid",
            "matching-rationale": "semantic",
            "status": _status(bench, assessment),
            "mapping-description": _markup(_INTENT),
        },
        "mappings": [_mapping(bench, assessment, speaker)],
        "back-matter": {"resources": list(_resources(bench, assessment, speaker))},
    }
    whole = {"mapping-collection": {"uuid": _uuid("collection", json.dumps(rest)), **rest}}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _status(bench: Bench, assessment: Assessment) -> str:
    """Return `complete` only where every paragraph of the instrument is decided and every mapping was reviewed."""
    asked = sum(bench.treaty.is_assessed(paragraph) for _, paragraph in bench.treaty.paragraphs())
    undecided = {Verdict.NOT_ASSESSED, Verdict.UNDETERMINED}
    decided = sum(finding.verdict not in undecided for finding in assessment.findings)
    if not decided or decided < asked:
        return "not-complete"
    return "complete" if all(_review(finding) is ReviewState.REVIEWED for finding in assessment.findings) else "draft"


def _mapping(bench: Bench, assessment: Assessment, speaker: Sentences) -> Json:
    mapped = [(finding, list(_maps(bench, finding, speaker))) for finding in assessment.findings]
    unmapped = [
        _token(assessment.instrument, finding.id.number)
        for finding, maps in mapped
        if finding.is_gap and all(one["relationship"] == Relation.NO_RELATIONSHIP for one in maps)
    ]
    about = (_token(assessment.instrument), _token(assessment.jurisdiction))
    gaps = {"uuid": _uuid("gaps", *about), "unmapped-controls": [{"with-ids": unmapped}]}
    return _said(
        {
            "uuid": _uuid("mapping", *about),
            "source-resource": {"type": "catalog", "href": f"#{_uuid('instrument', about[0])}"},
            "target-resource": {"type": "catalog", "href": f"#{_uuid('jurisdiction', about[1])}"},
            "maps": [one for _, maps in mapped for one in maps] or [_nothing_mapped(*about)],
            "props": [prop for finding in assessment.findings for prop in _properties(finding, speaker)],
            "source-gap-summary": gaps if unmapped else None,
        }
    )


def _maps(bench: Bench, finding: Finding, speaker: Sentences) -> Iterator[Json]:
    """Yield how the paragraph relates to each section that is mapped to it and in force."""
    required = Region.of(bench.lexicon.space, finding.requirement.scopes)
    source = _token(finding.id.instrument, finding.id.number)
    confidence = finding.mapping.confidence if finding.mapping else None
    for section, reach in {reach.section: reach for reach in finding.reaches}.items():
        target = _token(section.jurisdiction, section.law, section.section)
        related = _related(reach, required)
        yield _said(
            {
                "uuid": _uuid("map", source, target),
                "ns": None if related else OWN,
                "relationship": _RELATIONSHIPS[related] if related else NOT_DETERMINED,
                "sources": [{"type": "control", "id-ref": source}],
                "targets": [_target(bench, section, target, speaker)],
                "qualifiers": [_gap(finding, speaker)] if finding.is_gap else None,
                "confidence-score": {"category": confidence.value} if confidence else None,
                "props": [
                    *([_property("incidental", "yes")] if section in finding.incidental else ()),
                    *(_property("unknown-element", fact.element) for fact in reach.unknown),
                ],
            }
        )


def _related(reach: Reach, required: Region) -> Relation | None:
    """Return what the paragraph is to the section, or None where what is not known of the section decides it."""
    least, most = (relation(Region.of(required.space, scopes), required) for scopes in (reach.least, reach.most))
    return INVERSE[least] if least is most else None


def _target(bench: Bench, section: SectionId, control: str, speaker: Sentences) -> Json:
    held, law = bench.statutes.sections.get(section.local), bench.statutes.laws.get(section.law)
    return _said(
        {
            "type": "control",
            "id-ref": control,
            "props": [_property("section", str(section))],
            "links": [{"href": f"#{_law_uuid(section)}", "rel": "reference"}] if law else None,
            "remarks": _markup(speaker.messages.text(held.heading)) if held else None,
        }
    )


def _gap(finding: Finding, speaker: Sentences) -> Json:
    return {
        "subject": "source",
        "predicate": "has-requirement",
        "category": "addressable",
        "description": _markup(_WHOLE + " ".join(speaker.in_short(finding))),
    }


def _nothing_mapped(source: str, target: str) -> Json:
    """Return the one entry of a mapping that has none, since OSCAL asks for one: that it says nothing."""
    return {
        "uuid": _uuid("map", source, target),
        "ns": OWN,
        "relationship": NOTHING_MAPPED,
        "sources": [{"type": "control", "id-ref": source}],
        "targets": [{"type": "control", "id-ref": target}],
        "remarks": "No section in force is mapped to any paragraph. This entry states no relationship.",
    }


def _properties(finding: Finding, speaker: Sentences) -> Iterator[Json]:
    """Yield what is found about a paragraph over all its sections."""
    group = _token(finding.id.instrument, finding.id.number)
    binds = "binding" if finding.is_mandatory else "not-binding"
    found = " ".join(speaker.in_short(finding))
    yield _property("paragraph", str(finding.id), group=group, remarks=provision_name(finding, speaker.messages))
    yield _property("verdict", finding.verdict.value, **{"class": binds}, group=group, remarks=found)
    yield _property("duty", finding.paragraph.duty.value, group=group)
    if finding.verification:
        yield _property("verification", finding.verification.value, group=group)
    if review := _review(finding):
        yield _property("review", review.value, group=group)
    for absent in finding.absent:
        yield _property("not-in-force", str(absent.section), group=group)


def _review(finding: Finding) -> ReviewState | None:
    return finding.mapping.review.state if finding.mapping and finding.mapping.review else None


def _resources(bench: Bench, assessment: Assessment, speaker: Sentences) -> Iterator[Json]:
    """Yield the instrument, the law of the jurisdiction, and the laws that sections are mapped from."""
    messages, instrument, state = speaker.messages, bench.treaty.instrument, bench.statutes.jurisdiction
    yield _resource(
        _uuid("instrument", _token(assessment.instrument)), messages.text(instrument.title), instrument.citation
    )
    law_of = f"Law of {messages.text(state.name)} as encoded for gapcheck"
    yield _resource(_uuid("jurisdiction", _token(assessment.jurisdiction)), law_of, None)
    sections = (reach.section for finding in assessment.findings for reach in finding.reaches)
    for uuid, name in {_law_uuid(section): section.law for section in sections}.items():
        if law := bench.statutes.laws.get(name):
            yield _resource(uuid, messages.text(law.title), law.citation)


def _resource(uuid: str, title: str, citation: str | None) -> Json:
    return _said({"uuid": uuid, "title": _markup(title), "citation": {"text": _markup(citation)} if citation else None})


def _law_uuid(section: SectionId) -> str:
    return _uuid("law", _token(section.jurisdiction, section.law))


def _property(name: str, value: str, *, remarks: str = "", **more: str) -> Json:
    said = {"name": name, "ns": OWN, "value": _line(value), **more}
    return {**said, "remarks": _markup(remarks)} if remarks else said


def _token(*parts: str) -> str:
    """Return an id that OSCAL takes for a token, another one for every other id.

    >>> _token("hanoi", "14.1.c"), _token("2nd pact", "1")
    ('hanoi_14.1.c', '_32_nd_20_pact_1')
    """
    written = [re.sub(r"[^0-9A-Za-z.-]", _coded, part) for part in parts]
    return "_".join([re.sub(r"^[^A-Za-z_]", _coded, written[0]), *written[1:]])


def _coded(sign: re.Match[str]) -> str:
    return f"_{ord(sign.group()):x}_"


def _uuid(*names: str) -> str:
    """Return the UUID (RFC 4122, version 5) of what the names stand for: the same in every edition."""
    return str(uuid5(_UUIDS, "\n".join(names)))


def _line(text: str) -> str:
    return " ".join(one_line(text).split()) or "-"


def _markup(text: str) -> str:
    return escaped(_line(text))


def _said(fields: Mapping[str, Any]) -> Json:
    """Return the fields without those that say nothing: OSCAL takes no empty lists."""
    return {name: value for name, value in fields.items() if value}
