"""One assessment as a report: what each reader needs of it, in one language."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from gapcheck.assess.explanation import explained
from gapcheck.assess.near_miss import reaches_in_force
from gapcheck.model.ids import article_numbers
from gapcheck.model.verdicts import Verdict
from gapcheck.report.citations import law_name, native_heading
from gapcheck.report.dates import written_date, written_number_of_paragraph
from gapcheck.report.messages import one_line
from gapcheck.report.number_lists import number_list
from gapcheck.report.report_brief import brief
from gapcheck.report.report_changes import since
from gapcheck.report.report_entries import entry
from gapcheck.report.report_view import (
    ArticleEntries,
    ChapterCount,
    Choices,
    CitedSection,
    Count,
    EvidenceRow,
    ReportView,
    Term,
)
from gapcheck.report.sanctions import sanction_text
from gapcheck.report.sentences import Sentences
from gapcheck.report.view import TONES, count_lines, instrument_name, treaty_lines
from gapcheck.report.words import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gapcheck.assess.explanation import Explanation
    from gapcheck.assess.findings import Assessment
    from gapcheck.assess.paragraph import Bench
    from gapcheck.model.provisions import Chapter
    from gapcheck.report.messages import Messages
    from gapcheck.report.report_changes import Previous
    from gapcheck.report.report_kinds import Audience
    from gapcheck.report.report_view import Entry


LABELS = (
    "summary", "missing-offences", "missing-rules", "partly", "who", "not-covered", "in-part", "why", "closest",
    "good", "unsettled", "not-assessed-heading", "paragraphs", "paragraph", "provision", "duty", "verdict",
    "remains", "act", "verification", "method", "filter", "only-gaps", "nothing-fits",
    "transposition", "theme", "completing-act", "planned", "expand", "text-filter", "demands", "none",
    "details", "candidates", "candidate-section", "candidate-change", "candidate-closes", "candidate-left",
    "chapter", "chapters", "articles", "total", "glossary", "term", "meaning",
    "since-before", "since-after", "since-what", "law", "section", "heading", "native-heading", "nature",
    "in-force-since", "sanction", "source", "answers", "evidence", "figure", "about", "said-by", "on", "residues",
    "kind", "what", "language", "copy-link", "copied", "contents", "page", "unverified", "binds", "yes",
    "no", "reason", "concordance", "nothing-left", "all-verdicts", "all-themes", "all-duties", "cited-sections",
    "as-table", "cut",
)  # fmt: skip
"""What renderers name by themselves: headings, columns, buttons."""
METHOD_STEPS = 5
CONCORDANCE = (
    "article", "paragraph", "provision", "duty", "act", "section", "transposition", "remains", "completing-act",
    "planned", "remark",
)  # fmt: skip
"""The columns of a table of concordance."""
GLOSSARY = ("gap", "option", "contested", "near", "overreach", "incidental", "verification")


@dataclass(frozen=True)
class Material:
    """An assessment with all that stands behind it: worked out once for every language and format."""

    bench: Bench
    assessment: Assessment
    explanations: tuple[Explanation, ...]
    """Of its findings, in their order."""
    previous: Previous | None = None
    """What was said before, where changes since then are wanted."""
    only: tuple[str, ...] = ()
    """The numbers and themes that it is limited to, where it is not about the whole instrument."""


def material(
    bench: Bench, assessment: Assessment, previous: Previous | None = None, only: tuple[str, ...] = ()
) -> Material:
    """Return the material of reports on an assessment."""
    reaches = reaches_in_force(bench)
    explanations = tuple(explained(bench, finding, reaches) for finding in assessment.findings)
    return Material(bench, assessment, explanations, previous, only)


def report_view(material: Material, audience: Audience, messages: Messages) -> ReportView:
    """Return the report for an audience in one language."""
    bench, assessment, say = material.bench, material.assessment, messages.say
    instrument = instrument_name(bench.treaty, messages)
    names = {"jurisdiction": messages.text(bench.statutes.jurisdiction.name), "instrument": instrument}
    standing = (*treaty_lines(bench.treaty, bench.statutes, messages), *count_lines(assessment, messages))
    wording = Wording(bench.lexicon, messages)
    entries = tuple(entry(bench, explanation, audience, wording) for explanation in material.explanations)
    counted = tuple(one for one in entries if one.binds) or entries
    every = [one.number for one in entries]
    shaky = [one.number for one in entries if one.is_shaky]
    not_assessed = [one.number for one in entries if not one.is_looked_at]
    sentences = Sentences(wording, bench.statutes.jurisdiction)
    return ReportView(
        title=say("report", f"title-{audience.value}", **names),
        language=messages.language,
        language_name=say("language", "name"),
        audience=audience,
        **names,
        as_of=say("report", "as-of", day=written_date(assessment.as_of, messages)),
        day=written_date(assessment.as_of, messages),
        day_code=assessment.as_of.isoformat(),
        standing=tuple(map(one_line, standing)),
        disclaimer=say("report", "disclaimer"),
        warning=messages.count("report", "warning", len(shaky), total=len(every) - len(not_assessed)) if shaky else "",
        unverified=_numbered(shaky, every, messages),
        not_assessed=_numbered(not_assessed, every, messages),
        counts=_counts(counted),
        chapters=tuple(_chapters(bench.treaty.instrument.chapters, counted, messages, instrument)),
        entries=entries,
        articles=tuple(_by_article(entries, messages)),
        choices=_choices(entries, messages),
        brief=brief(counted, instrument, messages),
        sections=tuple(_cited_sections(bench, assessment, messages)),
        evidence=tuple(_evidence(material.explanations, messages)),
        concordance=tuple(_concordance_row(one) for one in entries),
        concordance_columns=tuple(say("report", name) for name in CONCORDANCE),
        since=since(material.previous, assessment, sentences) if material.previous else None,
        glossary=tuple(_glossary(entries, messages)),
        method=tuple(say("report", f"method-{step}") for step in range(1, METHOD_STEPS + 1)),
        labels={key: say("report", key) for key in LABELS},
    )


def _numbered(numbers: Sequence[str], every: Sequence[str], messages: Messages) -> str:
    """Return numbers as a list after the word for articles; nothing where there are none."""
    said = number_list(numbers, every)
    return messages.count("report", "numbered", 2 if {",", "-"} & set(said) else 1, numbers=said) if said else ""


def _by_article(entries: Iterable[Entry], messages: Messages) -> Iterator[ArticleEntries]:
    looked_at = (one for one in entries if one.is_looked_at)
    for number, found in groupby(looked_at, key=lambda one: one.article):
        inside = tuple(found)
        yield ArticleEntries(number, written_number_of_paragraph(number, messages), inside[0].heading, inside)


def _choices(entries: Sequence[Entry], messages: Messages) -> Choices:
    looked_at = [one for one in entries if one.is_looked_at]
    return Choices(
        verdicts=tuple((code, messages.say("verdict", code)) for code in dict.fromkeys(one.code for one in looked_at)),
        themes=tuple({one.theme: one.theme_name for one in looked_at if one.theme}.items()),
        duties=tuple({one.duty_code: one.duty for one in looked_at}.items()),
    )


def _counts(entries: Sequence[Entry]) -> tuple[Count, ...]:
    """Count the verdicts, worst first."""
    found = Counter(one.code for one in entries)
    words = {one.code: one.verdict for one in entries}
    worst_first = reversed(Verdict)
    return tuple(
        Count(verdict.value, words[verdict.value], TONES[verdict], found[verdict.value])
        for verdict in worst_first
        if found[verdict.value]
    )


def _chapters(
    chapters: Sequence[Chapter], entries: Sequence[Entry], messages: Messages, instrument: str
) -> Iterator[ChapterCount]:
    """Yield the chapters that have paragraphs among the entries; the instrument as a whole where it has no chapters."""
    rest = list(entries)
    for chapter in chapters:
        numbers = {number for written in chapter.articles for number in article_numbers(written)}
        inside = [one for one in rest if one.article in numbers]
        rest = [one for one in rest if one.article not in numbers]
        if counts := _counts(inside):
            yield ChapterCount(messages.text(chapter.title), one_line(", ".join(chapter.articles)), counts)
    if counts := _counts(rest):
        yield ChapterCount(messages.say("report", "other-articles") if chapters else instrument, "", counts)


def _cited_sections(bench: Bench, assessment: Assessment, messages: Messages) -> Iterator[CitedSection]:
    """Yield the sections that answer a paragraph or catch part of one, by law and number."""
    answers: dict[str, list[str]] = {}
    for finding in assessment.findings:
        for section_id in (*finding.sections, *finding.incidental):
            answers.setdefault(section_id.local, []).append(finding.id.number)
    every = [finding.id.number for finding in assessment.findings]
    for section_id, section in bench.statutes.in_reading_order():
        version = section.in_force(bench.as_of)
        if section_id.local not in answers or version is None:
            continue
        verification = version.verification
        yield CitedSection(
            id=one_line(section_id.local),
            law=law_name(bench.statutes, section_id.law, messages),
            heading=messages.text(section.heading),
            native=native_heading(bench.statutes, section, messages),
            nature=messages.say("nature", version.nature.value),
            since=written_date(version.in_force.from_, messages),
            sanction=one_line(sanction_text(version.sanction, messages)),
            level=messages.say("level", verification.level.value) if verification else "",
            source=one_line(verification.source or "") if verification else "",
            paragraphs=number_list(answers[section_id.local], every),
        )


def _evidence(explanations: Iterable[Explanation], messages: Messages) -> Iterator[EvidenceRow]:
    """Yield the published figures that bear on the paragraphs, each once."""
    bears: dict[str, list[str]] = {}
    figures = {}
    for explanation in explanations:
        for figure in explanation.figures:
            figures[figure.id] = figure
            bears.setdefault(figure.id, []).append(explanation.finding.id.number)
    every = [explanation.finding.id.number for explanation in explanations]
    for name, figure in figures.items():
        yield EvidenceRow(
            figure=messages.text(figure.figure),
            about=messages.text(figure.about),
            said_by=messages.text(figure.said_by),
            on=written_date(figure.on, messages) if figure.on else "",
            source=one_line(figure.source or ""),
            paragraphs=number_list(bears[name], every),
        )


def _concordance_row(one: Entry) -> tuple[str, ...]:
    """Return the row of a paragraph; what completes the law, and when, is what a lawyer wrote into the mapping."""
    return (
        one.article, one.number, one.provision, one.duty, "; ".join(one.acts), "; ".join(one.sections),
        one.transposition, " ".join(one.uncovered), one.completing_act, one.planned, one.reason,
    )  # fmt: skip


def _glossary(entries: Iterable[Entry], messages: Messages) -> Iterator[Term]:
    """Yield the words of the report with their meanings: the verdicts that occur, then what else it speaks of."""
    used = {one.code for one in entries}
    for verdict in reversed(Verdict):
        if verdict.value in used:
            yield Term(messages.say("verdict", verdict.value), messages.say("meaning", verdict.value))
    for name in GLOSSARY:
        yield Term(messages.say("glossary", name), messages.say("glossary", f"{name}-means"))
