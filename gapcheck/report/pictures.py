"""Pictures as SVG that stand alone and need no script: each says in words what it shows, and a table stands beside."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from gapcheck.report.messages import one_line

if TYPE_CHECKING:
    from gapcheck.report.heat_map import HeatMap
    from gapcheck.report.report_view import ReportView

WIDTH = 720
"""Of a picture, in its own units; it is drawn as wide as there is room."""
FONT = "font-family='system-ui, sans-serif'"
WHITE, BLACK, STRONG = "fill='#ffffff'", "fill='currentColor'", "font-weight='600'"
FILLS = {
    "bad": "#a3190f", "poor": "#8a4b00", "open": "#5a3fa3", "fair": "#3f5fa3", "good": "#1e6b25", "quiet": "#4f565f",
}  # fmt: skip
"""Dark enough for white figures (at least 4.5 to 1), by how a verdict feels."""
CELLS = {
    "covered": "#1e6b25", "in-part": "#8a4b00", "uncovered": "#a3190f", "permitted": "#3f5fa3", "arguable": "#5a3fa3",
    "recommended": "#4f565f", "not-asked": "#5c626b",
}  # fmt: skip
"""The same for the cells of a heat map, by their state."""
LEAST = 22
"""The least width of a part of a bar: its figure has to fit in."""
LETTER = 7.2
"""The width of a letter of 13 units, on average."""


def chapter_bars(view: ReportView) -> str:
    """Return the verdicts by chapter: a bar each, divided by how many paragraphs have which verdict, worst first."""
    row, bar, top = 46, 20, 4
    legend, height = _legend(view, top + row * len(view.chapters) + 14)
    drawn: list[str] = []
    for place, chapter in enumerate(view.chapters):
        y = top + place * row
        name = f"{chapter.title} ({chapter.articles})" if chapter.articles else chapter.title
        drawn.append(_text(0, y + 13, f"{name}: {chapter.total}", f"{BLACK} {STRONG}"))
        room = WIDTH - 2 - LEAST * len(chapter.counts)
        x = 1.0
        for count in chapter.counts:
            width = LEAST + count.number / chapter.total * room
            about = f"<title>{_plain(f'{count.number} {count.word}')}</title>"
            shape = f"x='{x:.1f}' y='{y + 19}' width='{width - 2:.1f}' height='{bar}' fill='{FILLS[count.tone]}'"
            drawn.append(f"<g>{about}<rect {shape} {_texture(count.tone)}/></g>")
            drawn.append(_text(x + width / 2 - 1, y + 34, str(count.number), f"{WHITE} text-anchor='middle'"))
            x += width
    return _svg(height, view.labels["chapters"], _in_words(view), [*drawn, *legend])


def _in_words(view: ReportView) -> str:
    rows = (
        f"{chapter.title}: " + ", ".join(f"{count.number} {count.word}" for count in chapter.counts)
        for chapter in view.chapters
    )
    return "; ".join(rows)


def _legend(view: ReportView, y: int) -> tuple[list[str], int]:
    """Return the legend from a height on, and the height where it ends."""
    x, drawn = 1.0, []
    for count in view.counts:
        width = 34 + LETTER * len(count.word)
        if x > 1 and x + width > WIDTH:
            x, y = 1.0, y + 24
        shape = f"x='{x:.1f}' y='{y}' width='14' height='14' fill='{FILLS[count.tone]}'"
        drawn += [f"<rect {shape} {_texture(count.tone)}/>", _text(x + 20, y + 12, count.word)]
        x += width
    return drawn, y + 20


def _texture(tone: str) -> str:
    """Return the outline by which bars are told apart without their colours."""
    dashes = {"poor": "5 3", "open": "1 3", "fair": "8 2 1 2", "quiet": "2 2"}.get(tone)
    return "stroke='currentColor' stroke-width='1.5'" + (f" stroke-dasharray='{dashes}'" if dashes else "")


def heat_picture(heat: HeatMap, title: str) -> str:
    """Return a heat map: acts down, ages across, in each cell the word and the sections."""
    first, row, top = 270, 42, 30
    width = (WIDTH - first) / max(len(heat.columns) - 1, 1)
    drawn = [_text(0, 18, heat.columns[0], f"{BLACK} {STRONG}")]
    drawn += [
        _text(first + width * place + 6, 18, name, f"{BLACK} {STRONG}") for place, name in enumerate(heat.columns[1:])
    ]
    for down, line in enumerate(heat.rows):
        y = top + down * row
        drawn.append(_text(0, y + 24, _cut(line.act, first)))
        for across, cell in enumerate(line.cells):
            x = first + across * width
            shape = f"x='{x:.1f}' y='{y}' width='{width - 3:.1f}' height='{row - 3}' fill='{CELLS[cell.state]}'"
            drawn.append(f"<g><title>{_plain(cell.text)}</title><rect {shape}/></g>")
            drawn.append(_text(x + 6, y + 16, cell.word, f"{WHITE} {STRONG}"))
            drawn.append(_text(x + 6, y + 32, _cut(", ".join(cell.sections), width), WHITE))
    said = "; ".join(f"{line.act}: {', '.join(cell.text for cell in line.cells)}" for line in heat.rows)
    return _svg(top + row * len(heat.rows), title, said, drawn)


def on_paper(svg: str) -> str:
    """Return a picture for a file of its own: on white, with a margin, in black."""
    opened = svg.partition("viewBox='")[2]
    _, _, width, height = opened.partition("'")[0].split()
    box = f"viewBox='-16 -16 {int(width) + 32} {int(height) + 32}'"
    paper = f"<rect x='-16' y='-16' width='{int(width) + 32}' height='{int(height) + 32}' fill='#ffffff'/>"
    svg = svg.replace(f"viewBox='0 0 {width} {height}'", f"{box} color='#16191d'", 1)
    return svg.replace("</desc>", f"</desc>{paper}", 1) + "\n"


def _cut(text: str, width: float) -> str:
    """Return as much of a text as there is room for; the whole of it is in the title of its cell and in the table."""
    most = max(int(width / LETTER) - 2, 1)
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _svg(height: int, title: str, described: str, drawn: list[str]) -> str:
    head = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {height}' role='img'>"
    said = f"<title>{_plain(title)}</title><desc>{_plain(described)}</desc>"
    return head + said + "".join(drawn) + "</svg>"


def _text(x: float, y: float, text: str, look: str = BLACK) -> str:
    return f"<text x='{x:.1f}' y='{y:.1f}' font-size='13' {FONT} {look}>{_plain(text)}</text>"


def _plain(text: str) -> str:
    return escape(one_line(text))
