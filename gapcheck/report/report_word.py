"""A report as a Word document: real styles and plain paragraphs, so that people can comment, mend and paste it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.report.report_kinds import Audience
from gapcheck.report.word_paper import Cell, Paper, Piece

if TYPE_CHECKING:
    from gapcheck.report.heat_map import HeatMap
    from gapcheck.report.report_view import Entry, ReportView

STATES = {
    "covered": "good", "in-part": "poor", "uncovered": "bad", "permitted": "quiet", "arguable": "fair",
    "recommended": "quiet", "not-asked": "",
}  # fmt: skip
"""The tone of each state of a heat map."""


def report_docx(view: ReportView, template: bytes | None = None) -> bytes:
    """Return the report as a Word document, in the styles of a template where there is one.

    Raises NotATemplate where the template is no document of Word, or holds what would not stay in it.
    """
    paper = Paper(view, template)
    paper.paragraph(view.title, "Title")
    paper.paragraph(view.as_of, "Subtitle")
    if view.audience is Audience.BRIEF:
        _brief(paper, view)
    elif view.audience is Audience.FULL:
        _full(paper, view)
    else:
        _concordance(paper, view)
    return paper.finished()


def _brief(paper: Paper, view: ReportView) -> None:
    labels, brief = view.labels, view.brief
    paper.paragraph(" ".join((brief.asks, *view.standing[:1])))
    if view.warning:
        paper.warning(view.warning)
    _chapters(paper, view)
    _missing_offences(paper, view)
    lists = (brief.missing_rules, brief.partly, brief.good, brief.unsettled)
    for key, names in zip(("missing-rules", "partly", "good", "unsettled"), lists, strict=True):
        if names:
            paper.heading(labels[key], 1)
            paper.paragraph("; ".join(names) + ".")
    if brief.star:
        paper.paragraph(brief.star)
    _not_assessed(paper, view)
    paper.heading(labels["method"], 1)
    paper.paragraph(" ".join(view.method))
    paper.paragraph(view.disclaimer)


def _missing_offences(paper: Paper, view: ReportView) -> None:
    labels = view.labels
    paper.heading(labels["missing-offences"], 1)
    for article in view.brief.missing:
        paper.heading(f"{article.reference}. {article.heading}", 2)
        for entry in article.gaps:
            if entry.name:
                paper.heading(f"{entry.name} ({entry.number})", 3)
            said = (
                ("not-covered", entry.not_covered), ("in-part", entry.in_part), ("who", entry.who),
                ("closest", entry.smallest_change), ("verification", entry.level),
            )  # fmt: skip
            for key, what in said:
                if what:
                    tone = "poor" if key == "verification" and entry.is_shaky else ""
                    paper.paragraph((Piece(f"{labels[key]}: ", bold=True), Piece(what, tone=tone)))
        for line in article.why:
            paper.paragraph((Piece(f"{labels['why']}: ", bold=True), Piece(f"{line}.")))
    if not view.brief.missing:
        paper.paragraph(view.brief.none_missing)


def _full(paper: Paper, view: ReportView) -> None:
    labels = view.labels
    _standing(paper, view)
    if view.unverified:
        paper.paragraph((Piece(f"{labels['unverified']}: ", bold=True), Piece(view.unverified)))
    paper.paragraph(view.disclaimer)
    paper.contents(labels["contents"])
    _chapters(paper, view)
    if view.since:
        paper.heading(view.since.title, 1)
        columns = ("paragraph", "provision", "since-before", "since-after", "since-what")
        rows = [(one.reference, one.provision, one.before, one.after, one.what) for one in view.since.changes]
        paper.table([labels[key] for key in columns], rows, view.since.title)
    paper.heading(labels["paragraphs"], 1)
    for article in view.articles:
        paper.heading(f"{article.reference}. {article.heading}", 2)
        for entry in article.entries:
            _entry(paper, entry, labels)
    paper.turn()
    _cited(paper, view)
    paper.turn()
    _not_assessed(paper, view)
    _method(paper, view)
    paper.heading(labels["glossary"], 1)
    terms = [(Cell(one.word, bold=True), one.meaning) for one in view.glossary]
    paper.table((labels["term"], labels["meaning"]), terms, labels["glossary"])


def _concordance(paper: Paper, view: ReportView) -> None:
    labels, columns = view.labels, view.concordance_columns
    _standing(paper, view)
    paper.paragraph(view.disclaimer)
    _chapters(paper, view)
    _method(paper, view)
    paper.turn()
    paper.heading(labels["concordance"], 1)
    rows = (
        [
            Cell(text, entry.tone if column == labels["transposition"] else "")
            for column, text in zip(columns, row, strict=True)
        ]
        for entry, row in zip(view.entries, view.concordance, strict=True)
    )
    paper.table(columns, list(rows), labels["concordance"])


def _standing(paper: Paper, view: ReportView) -> None:
    paper.heading(view.labels["summary"], 1)
    for line in view.standing:
        paper.paragraph(line)
    if view.warning:
        paper.warning(view.warning)


def _chapters(paper: Paper, view: ReportView) -> None:
    """Write the verdicts by chapter: numbers that are shaded by what they count."""
    labels, counts = view.labels, view.counts
    paper.heading(labels["chapters"], 1)
    rows: list[list[str | Cell]] = []
    for chapter in view.chapters:
        numbers = [(chapter.number_of(one.code), one.tone) for one in counts]
        cells = (Cell(str(number), tone if number else "") for number, tone in numbers)
        name = f"{chapter.title} ({chapter.articles})" if chapter.articles else chapter.title
        rows.append([name, *cells, Cell(str(chapter.total), bold=True)])
    total = sum(one.number for one in counts)
    totals = (Cell(str(one.number), one.tone, bold=True) for one in counts)
    rows.append([Cell(labels["total"], bold=True), *totals, Cell(str(total), bold=True)])
    columns = (labels["chapter"], *(one.word for one in counts), labels["total"])
    paper.table(columns, rows, labels["chapters"])


def _entry(paper: Paper, entry: Entry, labels: dict[str, str]) -> None:
    """Write what is said of one paragraph; the first block of it is the verdict."""
    paper.heading(f"{entry.reference} {entry.name}".strip(), 3)
    facts = (Piece(entry.verdict, bold=True, tone=entry.tone), Piece(f"  {labels['duty']}: {entry.duty}. "))
    level = (Piece(f"{labels['verification']}: {entry.level}.", tone="poor" if entry.is_shaky else ""),)
    paper.paragraph((*facts, *level) if entry.level else facts)
    for line in entry.blocks[0].lines if entry.blocks else entry.uncovered:
        paper.paragraph(line)
    for block in entry.blocks[1:]:
        if block.heading:
            paper.heading(block.heading, 4)
        paper.bullets(block.lines)
        if block.heat:
            _heat(paper, block.heat, block.heading)
        elif block.table:
            paper.table(block.table.columns, block.table.rows, block.heading)
    if entry.candidates:
        paper.heading(labels["candidates"], 4)
        columns = ("candidate-section", "candidate-change", "candidate-closes", "candidate-left")
        rows = [(one.name, one.change, one.closes, one.left or labels["nothing-left"]) for one in entry.candidates]
        paper.table([labels[key] for key in columns], rows, labels["candidates"])
    elif entry.is_gap:
        paper.paragraph(entry.smallest_change)


def _heat(paper: Paper, heat: HeatMap, caption: str) -> None:
    rows = [[Cell(row.act), *(Cell(cell.text, STATES.get(cell.state, "")) for cell in row.cells)] for row in heat.rows]
    paper.table(heat.columns, rows, caption)


def _cited(paper: Paper, view: ReportView) -> None:
    labels = view.labels
    paper.heading(labels["cited-sections"], 1)
    columns = (
        "law", "section", "heading", "native-heading", "nature", "in-force-since", "sanction", "verification", "source",
        "answers",
    )  # fmt: skip
    rows = [
        (
            one.law, one.id, one.heading, one.native, one.nature, one.since, one.sanction, one.level, one.source,
            one.paragraphs,
        )
        for one in view.sections
    ]  # fmt: skip
    paper.table([labels[key] for key in columns], rows, labels["cited-sections"])
    paper.heading(labels["evidence"], 1)
    heads = [labels[key] for key in ("figure", "about", "said-by", "on", "source", "answers")]
    figures = [(one.figure, one.about, one.said_by, one.on, one.source, one.paragraphs) for one in view.evidence]
    paper.table(heads, figures, labels["evidence"])


def _not_assessed(paper: Paper, view: ReportView) -> None:
    if view.not_assessed:
        paper.heading(view.labels["not-assessed-heading"], 1)
        paper.paragraph(f"{view.not_assessed}.")


def _method(paper: Paper, view: ReportView) -> None:
    paper.heading(view.labels["method"], 1)
    paper.bullets(view.method)
