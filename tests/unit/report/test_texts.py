"""The texts about the bundled law read as people write: no artefacts anywhere, and one language at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from gapcheck import api
from gapcheck.assess.findings import Finding
from gapcheck.assess.paragraph import Bench
from gapcheck.model.verdicts import ResidueClass, Verdict
from gapcheck.report.explain import explain_page
from gapcheck.report.lists import Lists
from gapcheck.report.messages import LANGUAGES, messages_in
from gapcheck.report.page import Page
from gapcheck.report.sentences import Sentences
from gapcheck.report.show import Pages
from gapcheck.report.view import check_view
from gapcheck.report.words import Wording
from gapcheck.workspace.workspace import Workspace

DAYS = (date(2026, 11, 21), date(2017, 6, 1))


@cache
def data() -> Workspace:
    return api.open_data(use_cache=False)


@cache
def bench(day: date) -> Bench:
    return api.bench_of(data(), "vn", "hanoi", day)


@cache
def findings(day: date) -> tuple[Finding, ...]:
    return api.assess(bench(day)).findings


NUMBERS = tuple(finding.id.number for finding in findings(DAYS[0]))


JURISDICTIONS = tuple(sorted(name for name, book in data().statutes.items() if book.mappings))


@cache
def page(number: str, language: str, day: date) -> Page:
    explanation = api.explain(bench(day), number)
    return explain_page(bench(day), explanation, messages_in(language), everything=True)


def sentences(language: str) -> Sentences:
    return Sentences(Wording(data().lexicon, messages_in(language)))


def texts_of(shown: Page) -> Iterator[str]:
    """Yield every line and cell of a page; ids come before titles, two spaces apart."""
    yield from shown.title.split("  ")
    for block in shown.blocks:
        yield from block.heading.split("  ")
        yield from block.lines
        for row in (block.table.columns, *block.table.rows) if block.table else ():
            yield from row


ARTEFACTS = re.compile(
    r"\s{2,}|^\s|\s$|\(\s|\s\)|\(\)|\[\]|\s[,;:!?]|\s\.(?!\w)|[,;:]\s*[.,;:]|\.\.(?!\.)|\.\s*[,;]\s|[{}]|\ufffd"
    r"|[:(,]\s?None\b|\bNone[,)]|\bTrue\b|\bFalse\b|<\w+[ .]"
)
_QUOTED = re.compile(r"\S+/\S+|“[^”]*”|\"[^\"]*\"|\d\.,")
"""Ids, quotations and legal numbers, in which anything may stand."""


def artefacts(text: str) -> list[str]:
    found = ARTEFACTS.findall(_QUOTED.sub("x", text))
    if text.count("(") != text.count(")") or text.count("“") != text.count("”") or text.count('"') % 2:
        found.append("unbalanced")
    return found


@pytest.mark.parametrize(
    "text",
    [
        "a  b",
        "a ()",
        "( a)",
        "a: .",
        "a ,b c",
        "a;; b",
        "a.. b",
        "a {b}",
        "a (b",
        '"a',
        "a , b",
        " a",
        "a, .",
        "a: None",
        "a: ; b",
    ],
)
def test_the_search_for_artefacts_finds_them(text: str) -> None:
    assert artefacts(text)


@pytest.mark.parametrize(
    "text", ["a (b); c: d, e. F “g” 10,000", "hanoi:14.1.c", "Điều 14(1)(c): a …", "A/RES/79/243, annex"]
)
def test_the_search_for_artefacts_finds_nothing_else(text: str) -> None:
    assert artefacts(text) == []


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", NUMBERS)
def test_an_explanation_has_no_artefacts(number: str, language: str, day: date) -> None:
    assert [(text, artefacts(text)) for text in texts_of(page(number, language, day)) if artefacts(text)] == []


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_check_has_no_artefacts(language: str, day: date) -> None:
    view = check_view(data(), api.assess(bench(day)), messages_in(language))
    texts = [view.title, *view.columns, *view.notes]
    texts += [
        text for row in view.rows for text in (row.number, row.provision, row.verdict, *row.uncovered, row.sections)
    ]
    assert [(text, artefacts(text)) for text in texts if artefacts(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_and_lists_have_no_artefacts(language: str) -> None:
    pages, lists = Pages(data(), messages_in(language)), Lists(data(), messages_in(language))
    treaty, statutes = data().treaties["hanoi"], data().statutes["vn"]
    shown = [
        pages.instrument(treaty),
        pages.jurisdiction(statutes),
        pages.vocabulary(),
        lists.everything(),
        lists.paragraphs(treaty, kind=None, duty=None),
        lists.sections(statutes),
        *(pages.article(treaty, article) for article in treaty.articles),
        *(pages.paragraph(treaty, article, paragraph) for article, paragraph in treaty.paragraphs()),
        *(pages.law(statutes, law) for law in statutes.laws.values()),
        *(pages.section(statutes, local) for local in statutes.sections),
        *(pages.element(element) for element in data().vocabulary.elements.values()),
        *(pages.term(element, term) for element in data().vocabulary.elements.values() for term in element.terms),
    ]
    assert len(shown) > 400
    assert [(text, artefacts(text)) for one in shown for text in texts_of(one) if artefacts(text)] == []


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_uncovered_is_said_in_sentences(language: str, day: date) -> None:
    for finding in findings(day):
        for said in sentences(language).in_short(finding):
            assert re.search(r"[.:]$", said), said
            assert said[0].isupper() or said[0].isdigit(), said


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_gap_is_said_in_words_and_nothing_else_is(language: str, day: date) -> None:
    for finding in findings(day):
        check_that_every_gap_is_said(finding, sentences(language))


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("jurisdiction", JURISDICTIONS)
def test_every_gap_of_every_law_is_said_in_words_and_what_is_open_names_its_cause(
    jurisdiction: str, language: str, day: date
) -> None:
    for instrument in data().treaties:
        on = api.bench_of(data(), jurisdiction, instrument, day)
        speaker = Sentences(Wording(data().lexicon, messages_in(language)), on.statutes.jurisdiction)
        for finding in api.assess(on).findings:
            check_that_every_gap_is_said(finding, speaker)
            if finding.verdict is Verdict.UNDETERMINED:
                check_that_the_cause_is_said(finding, speaker)


def check_that_every_gap_is_said(finding: Finding, speaker: Sentences) -> None:
    """A gap is uncovered situations or too small a figure; where a fact is open it is what there would be at worst."""
    uncovered = any(piece.kind in {ResidueClass.GAP, ResidueClass.RECOMMENDATION} for piece in finding.residue)
    too_small = any(figure.is_met is False for figure in finding.figures)
    assert bool(speaker.about_gap(finding)) is uncovered, finding.id
    assert bool(speaker.about_small_figures(finding)) is too_small, finding.id
    if finding.verdict is not Verdict.UNDETERMINED:
        assert finding.verdict.is_gap is (uncovered or too_small), finding.id
    for said in (*speaker.about_gap(finding), *speaker.about_small_figures(finding)):
        assert said in speaker.uncovered(finding), finding.id


def check_that_the_cause_is_said(finding: Finding, speaker: Sentences) -> None:
    """Before the worst that can be comes why it is open, and after it what that worst is."""
    said, at_worst = speaker.uncovered(finding), speaker.messages.say("gap", "at-worst")
    assert said[0] != at_worst, finding.id
    assert said[-1] != at_worst, finding.id
    if at_worst in said:
        assert said[: said.index(at_worst)] == speaker.about_unknown(finding), finding.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_statement_is_said_twice(language: str) -> None:
    for finding in findings(DAYS[0]):
        said = [sentences(language).statement(finding, statement) for statement in finding.gap_statements]
        assert len(said) == len(set(said)), finding.id


# One language at a time


def labels(language: str) -> set[str]:
    """Return what elements, terms and kinds are called in a language."""
    found = set()
    for element in data().vocabulary.elements.values():
        named = [element.label, *(term.label for term in element.terms.values())]
        named += [term.remainder for term in element.terms.values() if term.remainder]
        found |= {label[language] for label in named}
    return found | {kind.label[language] for kind in data().vocabulary.kinds.values()}


ENGLISH_WORDS = re.compile(
    r"\b(?:the|and|or|of|unless|where|not|any|other|reached|left|under|aged|persons?|material|offences?|paragraph|missing"
    r"|partial|aligned|arguable|verdict|section|nobody|unknown|yes|criminal|administrative)\b"
)
VIETNAMESE_LETTERS = re.compile(r"[ăâđêôơưạảãàáặằẵắậầẫấẹẻẽèéệềễếịỉĩìíọỏõòóộồỗốợờỡớụủũùúựừữứỵỷỹỳý]", re.IGNORECASE)


@cache
def english() -> re.Pattern[str]:
    """Return what finds a label that is English and not Vietnamese too."""
    any_of_them = "|".join(map(re.escape, sorted(labels("en") - labels("vi"), key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{any_of_them})(?!\w)")


def test_the_search_for_english_labels_finds_them() -> None:
    assert english().search("Chưa được quy định: possessing.")
    assert english().search("người thực hiện: offenders under 18")
    assert not english().search("tàng trữ; kiểm soát")


def own_words(number: str, language: str) -> Iterator[str]:
    """Yield what gapcheck itself says in an explanation: sources, authors and citations have no language."""
    say = messages_in(language).say
    with_sources = {say("explain", "rests"), say("explain", "evidence"), say("explain", "considered")}
    for block in page(number, language, DAYS[0]).blocks:
        yield block.heading
        if block.heading not in with_sources:
            yield from block.lines
            for row in (block.table.columns, *block.table.rows) if block.table else ():
                yield from row


def without_names(text: str) -> str:
    """Return a text without ids, file names and foreign words in quotation marks."""
    return re.sub(r"\S+/\S+|“[^”]*”|\"[^\"]*\"|\bgapcheck \S+|--\w+|\bdeepfake\b|\bonline\b", " ", text)


@pytest.mark.parametrize("number", NUMBERS)
def test_no_english_label_is_left_in_vietnamese(number: str) -> None:
    found = [(left[0], text) for text in own_words(number, "vi") if (left := english().search(without_names(text)))]
    assert found == []


@pytest.mark.parametrize("number", NUMBERS)
def test_no_english_word_is_left_in_vietnamese(number: str) -> None:
    found = [
        (match[0], text) for text in own_words(number, "vi") if (match := ENGLISH_WORDS.search(without_names(text)))
    ]
    assert found == []


@pytest.mark.parametrize("number", NUMBERS)
def test_no_vietnamese_word_is_left_in_english(number: str) -> None:
    found = [text for text in own_words(number, "en") if VIETNAMESE_LETTERS.search(without_names(text))]
    assert found == []


def test_every_label_of_the_vocabulary_is_there_in_both_languages_and_no_two_terms_sound_alike() -> None:
    for element in data().vocabulary.elements.values():
        for language in LANGUAGES:
            said = [term.label[language].casefold() for term in element.terms.values()]
            said += [term.remainder[language].casefold() for term in element.terms.values() if term.remainder]
            twice = {label for label in said if said.count(label) > 1}
            assert twice == set(), f"{element.element} in {language}"


def test_verdicts_are_words_and_never_numbers() -> None:
    for language in LANGUAGES:
        view = check_view(data(), api.assess(bench(DAYS[0])), messages_in(language))
        assert not any("%" in text for row in view.rows for text in (row.verdict, *row.uncovered))
        assert {row.verdict.split(" (")[0] for row in view.rows} <= {
            messages_in(language).say("verdict", verdict.value) for verdict in Verdict
        }
