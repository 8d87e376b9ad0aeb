"""A report as Markdown (CommonMark with tables): for repositories and for people who mend texts by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gapcheck.report.report_kinds import Audience

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from gapcheck.report.report_view import Entry, ReportView

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&$])")
_BEGINS_LIST = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)])(?=\s|[-=]*$))")


def report_markdown(view: ReportView) -> str:
    """Return the report as Markdown."""
    return "\n".join(_lines(view)) + "\n"


def escaped(text: str) -> str:
    """Return a text that Markdown shows as it stands: its own signs are written with a backslash."""
    plain = _SPECIAL.sub(r"\\\1", text)
    return _BEGINS_LIST.sub(_without_list, plain)


def _without_list(found: re.Match[str]) -> str:
    """Return the beginning of a line that would begin a list, so that it does not."""
    space, sign, number, dot = found.groups()
    return f"{space}\\{sign}" if sign else f"{space}{number}\\{dot}"


def _lines(view: ReportView) -> Iterator[str]:
    yield from (f"# {escaped(view.title)}", "", escaped(view.as_of), "", escaped(view.disclaimer), "")
    if view.warning:
        yield from (f"> {escaped(view.warning)}", "")
    if view.audience is Audience.CONCORDANCE:
        yield from _table(view.concordance_columns, view.concordance)
    elif view.audience is Audience.BRIEF:
        yield from _brief(view)
    else:
        yield from _full(view)
    yield from _section(view.labels["method"], view.method)


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    yield from (f"## {escaped(heading)}", "")
    for line in lines:
        yield from (escaped(line), "")


def _chapters(view: ReportView) -> Iterator[str]:
    labels = view.labels
    yield from (f"## {escaped(labels['chapters'])}", "")
    columns = (labels["chapter"], *(count.word for count in view.counts), labels["total"])
    numbers = [[str(chapter.number_of(count.code)) for count in view.counts] for chapter in view.chapters]
    yield from _table(
        columns,
        [
            (f"{chapter.title} ({chapter.articles})" if chapter.articles else chapter.title, *found, str(chapter.total))
            for chapter, found in zip(view.chapters, numbers, strict=True)
        ],
    )


def _brief(view: ReportView) -> Iterator[str]:
    labels, brief = view.labels, view.brief
    yield from (escaped(" ".join((brief.asks, *view.standing[:1]))), "")
    yield from _chapters(view)
    yield from (f"## {escaped(labels['missing-offences'])}", "")
    for article in brief.missing:
        yield from (f"### {escaped(f'{article.heading} ({article.reference})')}", "")
        for entry in article.gaps:
            yield from (_plain_gap(entry, labels), "")
        for line in article.why:
            yield from (f"{escaped(labels['why'])}: {escaped(line)}.", "")
    if not brief.missing:
        yield from (escaped(brief.none_missing), "")
    lists = (brief.missing_rules, brief.partly, brief.good, brief.unsettled)
    for key, names in zip(("missing-rules", "partly", "good", "unsettled"), lists, strict=True):
        if names:
            yield from _section(labels[key], ["; ".join(names) + "."])
    if brief.star:
        yield from (escaped(brief.star), "")
    yield from _not_assessed(view)


def _plain_gap(entry: Entry, labels: Mapping[str, str]) -> str:
    """Return one missing offence as an item of a list: what is not covered, who is left alone, what would mend it."""
    said = [f"**{escaped(entry.name)}.**" if entry.name else ""]
    for key, what in (("not-covered", entry.not_covered), ("in-part", entry.in_part), ("who", entry.who)):
        said.append(f"{escaped(labels[key])}: {escaped(what)}." if what else "")
    said.append(f"({escaped(entry.level)})" if entry.level else "")
    said.append(f"*{escaped(labels['closest'])}:* {escaped(entry.smallest_change)}")
    return "- " + " ".join(part for part in said if part)


def _not_assessed(view: ReportView) -> Iterator[str]:
    if view.not_assessed:
        yield from _section(view.labels["not-assessed-heading"], [f"{view.not_assessed}."])


def _full(view: ReportView) -> Iterator[str]:
    labels = view.labels
    yield from _section(labels["summary"], view.standing)
    yield from _chapters(view)
    if view.since:
        yield from _section(view.since.title, ())
        columns = ("paragraph", "provision", "since-before", "since-after", "since-what")
        rows = [(one.reference, one.provision, one.before, one.after, one.what) for one in view.since.changes]
        yield from _table([labels[name] for name in columns], rows) if rows else ()
    yield from (f"## {escaped(labels['paragraphs'])}", "")
    for article in view.articles:
        yield from (f"### {escaped(f'{article.reference} {article.heading}')}", "")
        for entry in article.entries:
            yield from _entry(entry, labels)
    yield from _not_assessed(view)
    yield from _cited_sections(view)
    if view.unverified:
        yield from _section(labels["unverified"], [f"{view.unverified}."])
    yield from _section(labels["glossary"], [f"{one.word}: {one.meaning}" for one in view.glossary])


def _entry(entry: Entry, labels: Mapping[str, str]) -> Iterator[str]:
    yield from (f"#### {escaped(f'{entry.reference} {entry.name}'.strip())}", "")
    checked = f" {labels['verification']}: {entry.level}." if entry.level else ""
    facts = f"{labels['duty']}: {entry.duty}.{checked}"
    yield from (f"**{escaped(entry.verdict)}** {escaped(facts)}", "")
    for block in entry.blocks:
        if block.heading:
            yield from (f"##### {escaped(block.heading)}", "")
        for line in block.lines:
            yield from (escaped(line), "")
        if block.table:
            yield from _table(block.table.columns, block.table.rows)
    if entry.candidates:
        yield from (f"##### {escaped(labels['candidates'])}", "")
        columns = ("candidate-section", "candidate-change", "candidate-closes", "candidate-left")
        rows = [(one.name, one.change, one.closes, one.left or labels["nothing-left"]) for one in entry.candidates]
        yield from _table([labels[name] for name in columns], rows)


def _cited_sections(view: ReportView) -> Iterator[str]:
    if not view.sections:
        return
    columns = ("section", "law", "heading", "native-heading", "nature", "sanction", "verification", "answers")
    yield from (f"## {escaped(view.labels['cited-sections'])}", "")
    yield from _table(
        [view.labels[name] for name in columns],
        [
            (one.id, one.law, one.heading, one.native, one.nature, one.sanction, one.level, one.paragraphs)
            for one in view.sections
        ],
    )


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(map(escaped, columns)) + " |"
    yield "|" + "---|" * len(columns)
    yield from ("| " + " | ".join(escaped(cell) or " " for cell in row) + " |" for row in rows)
    yield ""
