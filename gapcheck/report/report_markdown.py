"""A report as Markdown (CommonMark with tables): for repositories and for people who mend texts by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gapcheck.report.report_view import Audience

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gapcheck.report.report_view import Entry, ReportView

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_BEGINS_LIST = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)])(?=\s))")


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
    labels = view.labels
    yield from (f"# {escaped(view.title)}", "", escaped(labels["disclaimer"]), "")
    if view.warning:
        yield from (f"> {escaped(view.warning)}", "")
    yield from (f"## {labels['summary']}", "")
    for line in view.standing:
        yield from (escaped(line), "")
    if view.audience is Audience.CONCORDANCE:
        yield from _concordance(view)
    elif view.audience is Audience.BRIEF:
        yield from _brief(view)
    else:
        yield from _full(view)
    yield from (f"## {labels['method']}", "")
    for line in view.method:
        yield from (escaped(line), "")


def _brief(view: ReportView) -> Iterator[str]:
    labels = view.labels
    yield from (f"## {labels['missing-offences']}", "")
    for entry in view.missing_offences:
        yield from _head(entry)
        yield from (f"{escaped(entry.summary)} **{labels['who']}:** {escaped(' '.join(entry.uncovered))}", "")
        if entry.why:
            yield from (f"**{labels['why']}:** {escaped('; '.join(entry.why))}.", "")
        if entry.closest:
            yield from (f"**{labels['closest']}:** {escaped(entry.closest[0])}", "")
    for key, entries in (("other-gaps", view.other_gaps), ("good", view.good), ("open", view.open)):
        yield from (f"## {labels[key]}", "")
        yield from (f"- {escaped(f'{entry.number} {entry.provision}: {entry.verdict}')}" for entry in entries)
        yield ""


def _head(entry: Entry) -> Iterator[str]:
    yield from (f"### {escaped(f'{entry.number} {entry.provision}')}", "")
    yield from (f"**{escaped(entry.verdict)}** ({escaped(entry.level) or '-'})", "")


def _full(view: ReportView) -> Iterator[str]:
    yield from (f"## {view.labels['paragraphs']}", "")
    for entry in view.entries:
        yield from _head(entry)
        for block in entry.blocks:
            if block.heading:
                yield from (f"#### {escaped(block.heading)}", "")
            for line in block.lines:
                yield from (escaped(line), "")
            if block.table:
                yield from _table(block.table.columns, block.table.rows)


def _concordance(view: ReportView) -> Iterator[str]:
    yield from _table([view.labels[name] for name in CONCORDANCE], concordance_rows(view))


CONCORDANCE = (
    "paragraph", "provision", "duty", "sections", "transposition", "remains", "completing-act", "planned", "remark",
)  # fmt: skip
"""The columns of a table of concordance."""


def concordance_rows(view: ReportView) -> list[tuple[str, ...]]:
    """Return the rows of a table of concordance; what completes the law, and when, is for a lawyer to fill in."""
    return [
        (
            entry.number, entry.provision, entry.duty, "; ".join(entry.sections), entry.transposition,
            " ".join(entry.uncovered), "", "", entry.reason,
        )
        for entry in view.entries
    ]  # fmt: skip


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(map(escaped, columns)) + " |"
    yield "|" + "---|" * len(columns)
    yield from ("| " + " | ".join(escaped(cell) or " " for cell in row) + " |" for row in rows)
    yield ""
