"""What a report says, before any renderer lays it out."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gapcheck import api
from gapcheck.assess.instrument import assess_instrument
from gapcheck.model.ids import article_numbers
from gapcheck.model.mappings import Completion
from gapcheck.model.provisions import Duty
from gapcheck.report import reporting
from gapcheck.report.heat_map import HeatMap
from gapcheck.report.messages import LANGUAGES, messages_in
from gapcheck.report.report_brief import brief
from gapcheck.report.report_kinds import Audience
from gapcheck.report.report_view import Brief, Entry, ReportView
from gapcheck.report.reporting import Material, material, report_view
from tests.small_law import english, treaty
from tests.unit.report.views import small_material, small_view


def entries(view: ReportView) -> dict[str, Entry]:
    return {entry.number: entry for entry in view.entries}


def said_of(entry: Entry) -> HeatMap:
    assert entry.heat is not None
    return entry.heat


def test_verdicts_are_counted_worst_first_and_by_chapter() -> None:
    view = small_view()
    assert [(count.code, count.number) for count in view.counts] == [
        ("missing", 1),
        ("partial", 1),
        ("not-assessed", 1),
    ]
    first, rest = view.chapters
    assert (first.title, first.articles, first.total) == ("First", "1-2", 2)
    assert (rest.title, rest.articles, rest.total) == ("Other articles", "", 1), "what leaves a choice is not counted"
    assert [first.number_of(code) for code in ("missing", "partial", "aligned")] == [1, 1, 0]


def test_an_instrument_without_chapters_is_one() -> None:
    held = small_material()
    treaty = held.bench.treaty
    bare = replace(treaty, instrument=replace(treaty.instrument, chapters=()))
    view = report_view(
        Material(replace(held.bench, treaty=bare), held.assessment, held.explanations), Audience.FULL, messages_in("en")
    )
    assert [(chapter.title, chapter.articles) for chapter in view.chapters] == [("Pact", "")]


def test_what_nobody_looked_at_is_listed_and_never_among_the_gaps() -> None:
    view = small_view()
    assert view.not_assessed == "Article 4"
    assert [entry.number for entry in view.gaps] == ["1.1", "2"]
    assert [one.number for article in view.articles for one in article.entries] == ["1.1", "2", "3"]
    assert "4" not in str(view.brief)


def test_what_rests_on_texts_that_nobody_read_is_said_on_the_first_page_and_marked() -> None:
    view = small_view()
    assert view.warning.startswith("3 of 3 verdicts rest")
    assert view.unverified == "Articles 1-3"
    assert view.brief.partly == ("- (1)*",)
    assert "official version" in view.brief.star


def test_a_gap_says_what_is_not_covered_whom_it_leaves_alone_and_what_would_mend_it() -> None:
    one = entries(small_view())["1.1"]
    assert (one.not_covered, one.in_part) == ("possess", "produce")
    assert one.who == "persons under 18"
    assert one.reference == "Article 1(1)"
    assert [(each.kind, each.what) for each in one.residues] == [
        ("gap", "possess"),
        ("gap", "produce: victim_age: aged 16 or 17"),
        ("permitted (1.2, may limit)", "material: virtual"),
    ]
    (candidate, *_) = one.candidates
    assert (candidate.section, candidate.closes, candidate.left) == (
        "code/1",
        "produce (victim_age: aged 16 or 17)",
        "possess",
    )
    assert candidate.settles_an_act
    assert one.smallest_change.startswith("code, section 1 (Making) would cover produce")


def test_a_gap_that_no_section_comes_near_takes_a_provision_of_its_own() -> None:
    two = entries(small_view())["2"]
    assert two.candidates == ()
    assert "provision of its own" in two.smallest_change
    assert two.who == "everyone"


def test_a_heat_map_tells_covered_from_uncovered_cells_and_names_the_section() -> None:
    heat = said_of(entries(small_view())["1.1"])
    assert heat.columns == ("conduct", "under 16", "aged 16 or 17")
    cells = {row.act: [(cell.state, cell.sections) for cell in row.cells] for row in heat.rows}
    assert cells == {
        "produce": [("covered", ("code/1",)), ("uncovered", ())],
        "possess": [("uncovered", ()), ("uncovered", ())],
    }


def test_what_leaves_a_choice_is_no_gap_anywhere() -> None:
    three = entries(small_view())["3"]
    assert not three.is_gap
    assert three.transposition == "discretionary, not used in full"
    assert {cell.state for row in said_of(three).rows for cell in row.cells} == {"recommended"}


def test_sections_have_their_native_headings_beside_the_reader_s() -> None:
    (section,) = small_view().sections
    assert (section.id, section.heading, section.native, section.paragraphs) == ("code/1", "Making", "การผลิต", "1, 3")
    one = entries(small_view())["1.1"]
    assert (one.acts, one.sections) == (("code",), ("section 1: Making (การผลิต)",))


def test_figures_say_who_published_them_and_when() -> None:
    (row,) = small_view().evidence
    assert (row.figure, row.said_by, row.on, row.paragraphs) == ("One in five", "Somebody", "1 January 2026", "1")
    assert entries(small_view())["1.1"].why == ("One in five - Somebody, 1 January 2026",)


def test_a_table_of_concordance_carries_what_a_lawyer_wrote_on_the_act_to_come() -> None:
    held = small_material()
    mappings = held.bench.statutes.mappings["pact"]
    completion = Completion(act=english("Bill 7"), planned=date(2027, 7, 1))
    written = {**mappings, "2": replace(mappings["2"], completion=completion)}
    bench = replace(held.bench, statutes=replace(held.bench.statutes, mappings={"pact": written}))
    view = report_view(
        material(bench, assess_instrument(bench, lambda *_: True)), Audience.CONCORDANCE, messages_in("en")
    )
    row = dict(zip(view.concordance_columns, view.concordance[1], strict=True))
    assert (row["Act that will complete it"], row["Planned for"]) == ("Bill 7", "1 July 2027")
    assert row["Transposition"] == "not transposed"


def test_only_a_full_report_holds_everything_behind_each_verdict() -> None:
    assert {entry.number for entry in small_view().entries if not entry.blocks} == {"4"}, "nobody looked at it"
    assert not any(entry.blocks for entry in small_view(Audience.BRIEF).entries)


def test_themes_that_have_a_name_are_called_by_it() -> None:
    names = dict(small_view().choices.themes)
    assert names == {"child-protection": "protection of children", "intimate-images": "intimate images"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_are_written_as_people_write_them(language: str) -> None:
    view = small_view(language=language)
    assert view.day == {"en": "1 January 2026", "vi": "ngày 01 tháng 01 năm 2026"}[language]
    assert not re.search(r"\b2026-01-01\b", " ".join((view.title, view.as_of, *view.standing)))


@pytest.mark.parametrize("instrument", ["hanoi", "budapest", "lanzarote"])
def test_every_article_lies_in_one_chapter(instrument: str) -> None:
    treaty = api.treaty_of(api.open_data(instruments=[instrument], jurisdictions=["vn"]), instrument)
    numbers = [
        number
        for chapter in treaty.instrument.chapters
        for written in chapter.articles
        for number in article_numbers(written)
    ]
    assert len(numbers) == len(set(numbers))
    assert {article.article for article in treaty.articles} <= set(numbers)


def test_every_label_is_one_that_a_renderer_or_a_template_uses() -> None:
    package = Path(reporting.__file__).parent
    templates = "\n".join(path.read_text("utf-8") for path in sorted((package / "templates").glob("*.*")))
    modules = ("report_pdf", "report_word", "word_paper", "report_sheets", "report_markdown")
    renderers = "\n".join((package / f"{name}.py").read_text("utf-8") for name in modules)
    unused = [
        label
        for label in reporting.LABELS
        if not re.search(rf"[\"']{label}[\"']|labels\.{label}(?![\w-])", templates)
        and not re.search(rf"[\"']{label}[\"']", renderers)
    ]
    assert unused == []


def brief_on(*changed: Entry) -> Brief:
    return brief(changed, "Pact", messages_in("en"))


def test_a_brief_on_what_binds_nobody_is_about_what_it_recommends() -> None:
    held = small_material()
    advice = treaty(
        *(
            replace(article, paragraphs=(replace(paragraph, duty=Duty.RECOMMENDS),))
            for article, paragraph in held.bench.treaty.paragraphs()
        )
    )
    bench = replace(held.bench, treaty=replace(held.bench.treaty, articles=advice.articles))
    view = report_view(material(bench, assess_instrument(bench, lambda *_: True)), Audience.BRIEF, messages_in("en"))
    assert view.brief.asks == "The Pact recommends 4 things to the law; none of them binds."
    assert [gap.number for article in view.brief.missing for gap in article.gaps] == ["2", "3"]
    assert sum(count.number for count in view.counts) == len(view.entries) == 4


def test_that_no_offence_is_missing_is_said_only_of_those_that_were_looked_at() -> None:
    good, unseen = (
        replace(entries(small_view())["1.1"], code=code, is_offence=True) for code in ("aligned", "not-assessed")
    )
    rule = replace(good, is_offence=False)
    told = {
        (good, unseen): "Of the offences that were looked at, none is missing altogether.",
        (unseen, rule): "Nobody has looked at the offences yet.",
        (rule,): "No offence is asked for.",
    }
    assert {given: brief_on(*given).none_missing for given in told} == told
    assert small_view().brief.none_missing == ""
