"""The assessment of an instrument: paragraphs one by one, articles by their worst, counts and nothing but counts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from gapcheck.assess.findings import Assessment
from gapcheck.assess.paragraph import Bench, assess_paragraph
from gapcheck.model.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from gapcheck.model.provisions import Article, Paragraph


def assess_instrument(bench: Bench, wanted: Callable[[Article, Paragraph], bool]) -> Assessment:
    """Assess the wanted paragraphs that can be assessed, in the order of the instrument."""
    findings = tuple(
        assess_paragraph(bench, article, paragraph)
        for article, paragraph in bench.treaty.paragraphs()
        if bench.treaty.is_assessed(paragraph) and wanted(article, paragraph)
    )
    return Assessment(bench.statutes.name, bench.treaty.name, bench.as_of, findings)


def article_verdicts(assessment: Assessment) -> dict[str, Verdict]:
    """Return the verdict of every article: the worst of its mandatory paragraphs."""
    worst: dict[str, Verdict] = {}
    for finding in assessment.findings:
        if finding.is_mandatory:
            number = finding.article.article
            worst[number] = max(
                worst.get(number, finding.verdict), finding.verdict, key=lambda verdict: verdict.severity
            )
    return worst


def counts(assessment: Assessment, *, mandatory: bool) -> dict[Verdict, int]:
    """Count the verdicts of the paragraphs that bind, or of those that do not."""
    found = Counter(finding.verdict for finding in assessment.findings if finding.is_mandatory is mandatory)
    return {verdict: found[verdict] for verdict in Verdict if found[verdict]}
