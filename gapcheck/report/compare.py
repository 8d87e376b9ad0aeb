"""Two laws on one paragraph, side by side, as a page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from gapcheck.model.verdicts import Reached, Verdict
from gapcheck.report.page import Page, Table
from gapcheck.report.sanctions import sanction_text
from gapcheck.report.sentences import Sentences
from gapcheck.report.view import provision_name, verdict_text
from gapcheck.report.words import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gapcheck.assess.comparison import Comparison
    from gapcheck.assess.cover_table import Cell, CoverTable
    from gapcheck.assess.findings import Finding
    from gapcheck.assess.paragraph import Bench
    from gapcheck.coverage.scope import Scope
    from gapcheck.report.messages import Messages

FORMAT, VERSION = "gapcheck.comparison", 1


class ComparisonPage:
    """Lays out the comparison of two laws on one paragraph."""

    def __init__(self, benches: tuple[Bench, Bench], comparison: Comparison, messages: Messages) -> None:
        """Take the two laws and what was found."""
        self.benches = benches
        self.comparison = comparison
        self.messages = messages
        self.wording = Wording(benches[0].lexicon, messages)
        self.sentences = Sentences(self.wording)
        self.names = tuple(messages.text(bench.statutes.jurisdiction.name) for bench in benches)

    def page(self) -> Page:
        """Return the page: verdicts, acts side by side, what only one reaches, what neither does, sanctions."""
        comparison, say = self.comparison, self.messages.say
        page = Page(f"{comparison.one.id}  {provision_name(comparison.one, self.messages)}")
        findings = (comparison.one, comparison.other)
        page.add(
            "",
            *(
                f"{name}: {verdict_text(finding, self.messages)}"
                for name, finding in zip(self.names, findings, strict=True)
            ),
            say("compare-relation", comparison.relation.value, one=self.names[0], other=self.names[1]),
        )
        if any(finding.outcome is None for finding in findings):
            page.add("", say("compare", "not-assessed"))
        page.add(say("compare", "acts"), table=self._acts())
        page.add(say("compare", "only", name=self.names[0]), *self._said(comparison.only_one))
        page.add(say("compare", "only", name=self.names[1]), *self._said(comparison.only_other))
        page.add(say("compare", "neither"), *self._said(comparison.neither))
        for bench, finding, name in zip(self.benches, findings, self.names, strict=True):
            page.add(say("compare", "sections", name=name), *self._sections(bench, finding))
        return page

    def _acts(self) -> Table:
        """Return each required act with how far each law reaches it, and by which sections."""
        one, other = self.comparison.covers
        rows = []
        for row in one.rows:
            cells = (self._in_all_bands(table, row) for table in (one, other))
            rows.append((self.wording.acts(one.lead, row), *cells))
        return Table((self.wording.element(one.lead), *self.names), tuple(rows))

    def _in_all_bands(self, table: CoverTable, row: int) -> str:
        cells = [cell for cell in table.cells[table.rows.index(row)] if cell.is_required]
        sections = dict.fromkeys(section.local for cell in cells for section in cell.sections)
        how = self.messages.say("reached", _together(cells).value)
        return f"{how}: {', '.join(sections)}" if sections else how

    def _said(self, scopes: Iterable[Scope]) -> Iterator[str]:
        lead, besides = self.comparison.one.requirement.lead, self.sentences.required(self.comparison.one)
        for scope in scopes:
            acts = self.wording.acts(lead, scope.mask(lead))
            narrower = self.wording.scope(scope, besides, (lead,))
            yield f"{acts} ({narrower})" if narrower else acts

    def _sections(self, bench: Bench, finding: Finding) -> Iterator[str]:
        for section_id in (*finding.sections, *finding.incidental):
            section = bench.statutes.sections.get(section_id.local)
            version = section.in_force(bench.as_of) if section else None
            if section and version:
                sanction = sanction_text(version.sanction, self.messages)
                heading = self.messages.text(section.heading)
                yield f"{section_id.local} {heading}: {sanction}" if sanction else f"{section_id.local} {heading}"

    def json(self) -> str:
        """Return the comparison as JSON text, scopes spelled out to single terms."""
        comparison = self.comparison
        data = {
            "format": FORMAT,
            "version": VERSION,
            "paragraph": str(comparison.one.id),
            "as_of": self.benches[0].as_of.isoformat(),
            "one": _side(self.benches[0], comparison.one),
            "other": _side(self.benches[1], comparison.other),
            "relation": comparison.relation.value,
            "only_one": [scope.spelled() for scope in comparison.only_one],
            "only_other": [scope.spelled() for scope in comparison.only_other],
            "neither": [scope.spelled() for scope in comparison.neither],
        }
        return json.dumps(data, ensure_ascii=False, indent=1)


def _together(cells: Iterable[Cell]) -> Reached:
    """Return how far an act is reached over all ages together."""
    found = {cell.reached for cell in cells}
    if found <= {Reached.WHOLLY}:
        return Reached.WHOLLY
    return Reached.NOT_AT_ALL if found == {Reached.NOT_AT_ALL} else Reached.IN_PART


def _side(bench: Bench, finding: Finding) -> dict[str, Any]:
    return {
        "jurisdiction": bench.statutes.name,
        "verdict": finding.verdict.value,
        "assessed": finding.verdict is not Verdict.NOT_ASSESSED,
        "sections": [str(section) for section in finding.sections],
        "incidental": [str(section) for section in finding.incidental],
    }
