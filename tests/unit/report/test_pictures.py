"""Pictures: well-formed, hostile text stays text, and what they show is said in words."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from gapcheck.report.heat_map import HeatCell, HeatMap, HeatRow
from gapcheck.report.pictures import CELLS, FILLS, chapter_bars, heat_picture, on_paper
from gapcheck.report.report_view import ReportView
from gapcheck.report.view import TONES
from tests.unit.report.views import HOSTILE, small_view

SVG = "{http://www.w3.org/2000/svg}"


def rectangles(svg: str) -> list[dict[str, str]]:
    return [element.attrib for element in ET.fromstring(svg).iter(f"{SVG}rect")]  # noqa: S314 - our own


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("fill", sorted({*FILLS.values(), *CELLS.values()}))
def test_white_figures_can_be_read_on_every_colour(fill: str) -> None:
    assert 1.05 / (luminance(fill) + 0.05) >= 4.5


def test_there_is_a_colour_for_every_tone() -> None:
    assert set(FILLS) == set(TONES.values())


def test_bars_say_what_they_show() -> None:
    view = small_view()
    root = ET.fromstring(chapter_bars(view))  # noqa: S314 - our own
    title, described = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("role") == "img"
    assert title is not None
    assert title.text == view.labels["chapters"]
    assert described is not None
    for chapter in view.chapters:
        for count in chapter.counts:
            assert f"{count.number} {count.word}" in (described.text or "")


def test_parts_of_a_bar_lie_side_by_side_within_the_picture() -> None:
    view = small_view()
    root = ET.fromstring(chapter_bars(view))  # noqa: S314 - our own
    width = float((root.get("viewBox") or "").split()[2])
    for line in {shape["y"] for shape in rectangles(chapter_bars(view))}:
        end = 0.0
        for shape in (one for one in rectangles(chapter_bars(view)) if one["y"] == line):
            assert float(shape["x"]) >= end
            end = float(shape["x"]) + float(shape["width"])
        assert end <= width


def with_hostile_text(view: ReportView) -> ReportView:
    chapters = tuple(replace(chapter, title=HOSTILE, articles=HOSTILE) for chapter in view.chapters)
    return replace(view, title=HOSTILE, chapters=chapters)


def test_hostile_text_stays_text() -> None:
    svg = chapter_bars(with_hostile_text(small_view()))
    tags = {element.tag.removeprefix(SVG) for element in ET.fromstring(svg).iter()}  # noqa: S314 - our own
    assert tags == {"svg", "title", "desc", "g", "rect", "text"}
    assert "\u202e" not in svg


HEAT = HeatMap(
    ("Conduct", "under 16", "aged 16 or 17"),
    (
        HeatRow("producing", (HeatCell("covered", "yes", ("code/1",)), HeatCell("uncovered", "no", ()))),
        HeatRow("a" * 60, (HeatCell("permitted", "may be left out", ()), HeatCell("not-asked", "-", ()))),
    ),
)


def test_a_heat_map_has_a_cell_for_each_act_at_each_age_with_its_sections() -> None:
    svg = heat_picture(HEAT, "Article 14")
    assert [shape["fill"] for shape in rectangles(svg)] == [
        CELLS[state] for state in ("covered", "uncovered", "permitted", "not-asked")
    ]
    assert "code/1" in svg
    assert "…" in svg, "a long act is cut in the picture"
    assert "a" * 60 in svg, "and whole in the description"


def test_a_picture_for_a_file_of_its_own_is_on_white() -> None:
    svg = on_paper(heat_picture(HEAT, "Article 14"))
    root = ET.fromstring(svg)  # noqa: S314 - our own
    assert (root.get("viewBox") or "").startswith("-16 -16 ")
    assert rectangles(svg)[0]["fill"] == "#ffffff"
    assert svg.endswith("\n")
