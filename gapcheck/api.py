"""The public Python surface: opening data, assessing, explaining. The only place that joins the steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gapcheck.assess.instrument import assess_instrument
from gapcheck.assess.paragraph import Bench, assess_paragraph
from gapcheck.model.ids import plain_number
from gapcheck.report.check_view import CheckView
from gapcheck.resources import DEFAULT_INSTRUMENT, bundled_root
from gapcheck.source.cache import Shelf, default_folder
from gapcheck.workspace.discover import NATIONAL_LAWS, PROVISIONS
from gapcheck.workspace.workspace import Workspace, names_below, open_workspace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from gapcheck.assess.expectation import Failure
    from gapcheck.assess.explanation import Explanation
    from gapcheck.assess.findings import Assessment
    from gapcheck.model.books import StatuteBook, TreatyBook
    from gapcheck.model.provisions import Article, Paragraph
    from gapcheck.report.compare import ComparisonPage
    from gapcheck.report.crosswalk_view import CrosswalkView
    from gapcheck.report.matrix import MatrixView
    from gapcheck.report.messages import Messages
    from gapcheck.report.report_kinds import Audience, ReportFormat
    from gapcheck.report.sources import SourcesView
    from gapcheck.source.diagnostics import Code, Diagnostic
    from gapcheck.workspace.expectations import Asked


__all__ = [
    "DEFAULT_INSTRUMENT",
    "EXPECTATIONS",
    "Order",
    "Question",
    "UnknownNameError",
    "assess",
    "bench_of",
    "check",
    "check_as_json",
    "compare",
    "crosswalk",
    "documented_codes",
    "expectations",
    "explain",
    "failures",
    "instrument_names",
    "jurisdiction_names",
    "lint",
    "matrix",
    "one_paragraph",
    "open_data",
    "report",
    "roots_of",
    "schemas",
    "site",
    "sources",
    "statutes_of",
    "treaty_of",
]


EXPECTATIONS = "tests/expectations"
"""Where the expectations of a workspace are, unless somebody says otherwise."""

MOST_ANSWERS = 100
"""Of one jurisdiction and instrument that are remembered; beyond that all but the last are forgotten."""


class UnknownNameError(LookupError):
    """Somebody asked for what is not there. `kind` names the message, `known` what there is instead."""

    def __init__(self, kind: str, found: str, known: Iterable[str] = (), **facts: str) -> None:
        """Remember what was asked for."""
        super().__init__(found)
        self.kind = kind
        self.found = found
        self.known = tuple(known)
        self.facts = facts
        self.data_has_errors = kind == "broken"
        """Whether errors in the files may be why it is not there."""


@dataclass(frozen=True)
class Question:
    """What is asked: whose law, against what, on which day; all of it, or some numbers and themes."""

    jurisdiction: str
    instrument: str
    as_of: date
    numbers: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Order:
    """What a report is to be."""

    audience: Audience
    languages: tuple[str, ...]
    forms: tuple[ReportFormat, ...]
    since: str | None = None
    """The text of a previous assessment, where changes since then are wanted."""
    since_name: str = ""
    """What messages call it."""
    template: bytes | None = None
    """A Word file whose styles, margins, header and footer are kept."""
    template_name: str = ""


def roots_of(workspace: Path | None) -> tuple[Path, ...]:
    """Return the bundled data and, over it, the user's workspace."""
    if workspace is None:
        return (bundled_root(),)
    if not workspace.is_dir():
        raise UnknownNameError("no-workspace", str(workspace))
    return (bundled_root(), workspace)


def open_data(
    workspace: Path | None = None,
    *,
    instruments: Sequence[str] | None = None,
    jurisdictions: Sequence[str] | None = None,
    use_cache: bool = True,
) -> Workspace:
    """Read the data: the named instruments and jurisdictions, all of them where none is named."""
    roots = roots_of(workspace)
    for kind, parent, wanted in (
        ("unknown-instrument", PROVISIONS, instruments),
        ("unknown-jurisdiction", NATIONAL_LAWS, jurisdictions),
    ):
        known = names_below(roots, parent)
        for name in wanted or ():
            if name not in known:
                raise UnknownNameError(kind, name, known)
    return open_workspace(
        roots,
        instruments=instruments,
        jurisdictions=jurisdictions,
        cache_folder=default_folder() if use_cache else None,
    )


def instrument_names(workspace: Path | None) -> list[str]:
    """Return the names of the instruments that there are."""
    return names_below(roots_of(workspace), PROVISIONS)


def jurisdiction_names(workspace: Path | None) -> list[str]:
    """Return the codes of the jurisdictions that there are."""
    return names_below(roots_of(workspace), NATIONAL_LAWS)


def treaty_of(workspace: Workspace, instrument: str) -> TreatyBook:
    """Return an instrument that was read."""
    if instrument not in workspace.treaties:
        raise UnknownNameError("broken", f"{PROVISIONS}/{instrument}/instrument.yaml")
    return workspace.treaties[instrument]


def statutes_of(workspace: Workspace, jurisdiction: str) -> StatuteBook:
    """Return a jurisdiction that was read."""
    if jurisdiction not in workspace.statutes:
        raise UnknownNameError("broken", f"{NATIONAL_LAWS}/{jurisdiction}/jurisdiction.yaml")
    return workspace.statutes[jurisdiction]


def bench_of(workspace: Workspace, jurisdiction: str, instrument: str, as_of: date) -> Bench:
    """Return what paragraphs are held against."""
    return Bench(treaty_of(workspace, instrument), statutes_of(workspace, jurisdiction), workspace.lexicon, as_of)


def check(workspace: Workspace, question: Question, language: str) -> CheckView:
    """Return what is shown of a check in one language; one question about the same files is not worked out twice."""
    folder = None if workspace.diagnostics else workspace.cache_folder
    shelf = Shelf(folder, f"check\n{question.jurisdiction}\n{question.instrument}")
    asked = "\n".join((language, question.as_of.isoformat(), *question.numbers, "themes", *question.themes))
    answer: CheckView | None = shelf.get(asked, workspace.fingerprint, CheckView)
    if answer is None:
        from gapcheck.report.messages import messages_in  # noqa: PLC0415 - not needed where the answer is known
        from gapcheck.report.view import check_view  # noqa: PLC0415

        _, assessment = _assessed(workspace, question)
        answer = check_view(workspace, assessment, messages_in(language))
        shelf.put(asked, workspace.fingerprint, answer)
        still_true = shelf.made_from(workspace.fingerprint)
        shelf.keep(still_true if len(still_true) <= MOST_ANSWERS else {asked})
    return answer


def check_as_json(workspace: Workspace, questions: Iterable[Question]) -> str:
    """Return the assessment that answers a question as JSON, a list of them for several questions."""
    from gapcheck.report.assessment_json import assessment_json  # noqa: PLC0415 - not needed for a table

    return assessment_json([_assessed(workspace, question) for question in questions])


def _assessed(workspace: Workspace, question: Question) -> tuple[Bench, Assessment]:
    bench = bench_of(workspace, question.jurisdiction, question.instrument, question.as_of)
    return bench, assess(bench, numbers=question.numbers, themes=question.themes)


def assess(bench: Bench, *, numbers: Sequence[str] = (), themes: Sequence[str] = ()) -> Assessment:
    """Assess the jurisdiction of the bench: everything, or the articles, paragraphs and themes that are named."""
    wanted = [_known_number(bench.treaty, number) for number in numbers]
    known_themes = sorted({article.theme for article in bench.treaty.articles if article.theme})
    for theme in themes:
        if theme not in known_themes:
            raise UnknownNameError("unknown-theme", theme, known_themes)

    def is_wanted(article: Article, paragraph: Paragraph) -> bool:
        its_id = bench.treaty.id_of(paragraph)
        return (not wanted or any(its_id.lies_in(number) for number in wanted)) and (
            not themes or article.theme in themes
        )

    return assess_instrument(bench, is_wanted)


def explain(bench: Bench, number: str) -> Explanation:
    """Return what stands behind the finding on one paragraph."""
    from gapcheck.assess.explanation import explained  # noqa: PLC0415 - not needed to check

    return explained(bench, assess_paragraph(bench, *one_paragraph(bench.treaty, number)))


def crosswalk(
    workspace: Workspace, one: str, other: str, messages: Messages, *, number: str | None = None
) -> CrosswalkView:
    """Return two instruments side by side: all of the first, or an article or paragraph of it."""
    from gapcheck.assess import crosswalk as walk  # noqa: PLC0415 - not needed to check
    from gapcheck.report.crosswalk_view import CrosswalkView  # noqa: PLC0415
    from gapcheck.report.words import Wording  # noqa: PLC0415

    treaty, beside = treaty_of(workspace, one), treaty_of(workspace, other)
    wanted = None if number is None else _known_number(treaty, number)
    matches = walk.crosswalk(treaty, beside, workspace.lexicon, number=wanted)
    return CrosswalkView(treaty, beside, matches, Wording(workspace.lexicon, messages))


def expectations(workspace: Workspace, paths: Iterable[Path]) -> tuple[tuple[Asked, ...], tuple[Diagnostic, ...]]:
    """Return the expectations written in the files at and below the paths, and what is wrong with the files."""
    from gapcheck.workspace.expectations import files_of_expectations, read_expectations  # noqa: PLC0415

    paths = tuple(paths)
    files = files_of_expectations(paths)
    if not all(file.exists() for file in files) or not files:
        raise UnknownNameError("no-expectations", ", ".join(map(str, paths)))
    return read_expectations(files, workspace)


def failures(workspace: Workspace, asked: Asked) -> tuple[Failure, ...]:
    """Return what of an expectation does not hold."""
    from gapcheck.assess import expectation  # noqa: PLC0415 - not needed to check

    grounds = expectation.Grounds(workspace.treaties, workspace.statutes, workspace.lexicon)
    return expectation.failures(asked.expectation, grounds)


def compare(one: Bench, other: Bench, number: str, messages: Messages) -> ComparisonPage:
    """Return two laws side by side on one paragraph."""
    from gapcheck.assess.comparison import compared  # noqa: PLC0415 - not needed to check
    from gapcheck.report.compare import ComparisonPage  # noqa: PLC0415

    wanted = one_paragraph(one.treaty, number)
    findings = [assess_paragraph(bench, *wanted) for bench in (one, other)]
    return ComparisonPage((one, other), compared(findings[0], findings[1], one.lexicon), messages)


def matrix(workspace: Workspace, questions: Sequence[Question], messages: Messages) -> MatrixView:
    """Return several jurisdictions beside each other: the same question to each of them."""
    from gapcheck.report.matrix import matrix_view  # noqa: PLC0415 - not needed to check

    assessed = [_assessed(workspace, question) for question in questions]
    columns = [(bench.statutes, assessment) for bench, assessment in assessed]
    return matrix_view(assessed[0][0].treaty, columns, messages)


def sources(workspace: Workspace, questions: Sequence[Question], messages: Messages) -> SourcesView:
    """Return the texts on which the answers to questions about one jurisdiction rest, most urgent to check first."""
    from gapcheck.assess.worklist import worklist  # noqa: PLC0415 - not needed to check
    from gapcheck.report.sources import SourcesView  # noqa: PLC0415

    assessed = [_assessed(workspace, question) for question in questions]
    statutes = assessed[0][0].statutes
    findings = [finding for _, assessment in assessed for finding in assessment.findings]
    return SourcesView(statutes, worklist(statutes, findings, questions[0].as_of), messages)


def report(workspace: Workspace, question: Question, order: Order) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each file of a report, for one audience, in each language and format."""
    from gapcheck.report.report_changes import NotAnAssessment, previous_assessment  # noqa: PLC0415 - only here
    from gapcheck.report.report_files import ReportMaker  # noqa: PLC0415
    from gapcheck.report.report_pdf import PdfNotInstalled  # noqa: PLC0415
    from gapcheck.report.reporting import material  # noqa: PLC0415
    from gapcheck.report.word_package import NotATemplate  # noqa: PLC0415

    previous = None
    if order.since is not None:
        try:
            previous = previous_assessment(order.since, question.jurisdiction, question.instrument)
        except NotAnAssessment as error:
            about = f"{question.jurisdiction} {question.instrument}"
            raise UnknownNameError(error.kind, order.since_name, about=about) from None
    numbers = (plain_number(number.rpartition(":")[2]) for number in question.numbers)
    held = material(*_assessed(workspace, question), previous, (*numbers, *question.themes))
    maker = ReportMaker(held, order.audience, order.template)
    try:
        yield from maker.files(order.languages, order.forms)
    except PdfNotInstalled:
        raise UnknownNameError("no-pdf", "pdf") from None
    except NotATemplate as error:
        raise UnknownNameError(error.kind, order.template_name) from None


def site(
    workspace: Workspace, jurisdictions: Sequence[str], instruments: Sequence[str], as_of: date
) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each file of a site: every jurisdiction against every instrument, in each language."""
    from gapcheck.report.site import site_files  # noqa: PLC0415 - not needed to check
    from gapcheck.report.site_tree import Held, Site  # noqa: PLC0415

    held = [Held(code, name) for name in instruments for code in jurisdictions]
    assessed = {one: _assessed(workspace, Question(*one, as_of)) for one in held}
    return site_files(Site(workspace, assessed, as_of))


def lint(workspace: Workspace, *, as_of: date) -> list[Diagnostic]:
    """Return everything there is to say about the files: what the reader found, then what the rules find."""
    from gapcheck.lint.registry import run  # noqa: PLC0415 - not needed to check
    from gapcheck.lint.setting import Setting  # noqa: PLC0415

    found = [*workspace.diagnostics, *run(Setting(workspace, as_of))]
    return sorted(found, key=lambda diagnostic: diagnostic.order)


def documented_codes() -> list[tuple[Code, tuple[tuple[int, str], ...]]]:
    """Return every code of diagnostics with the examples of its rule: the hits in each, and its text."""
    from gapcheck.lint.registry import documented  # noqa: PLC0415 - not needed to check

    return documented()


def schemas(workspace: Workspace) -> dict[str, dict[str, Any]]:
    """Return the JSON Schemas of the files, with the words of the vocabulary, and of the assessment."""
    from gapcheck.report.assessment_schema import assessment_schema  # noqa: PLC0415 - not needed to check
    from gapcheck.source.json_schemas import file_schemas  # noqa: PLC0415

    return {"assessment": assessment_schema(), **file_schemas(workspace.vocabulary)}


def one_paragraph(treaty: TreatyBook, number: str) -> tuple[Article, Paragraph]:
    """Return the one assessable paragraph that a person means."""
    wanted = _known_number(treaty, number)
    inside = [
        (article, paragraph)
        for article, paragraph in treaty.paragraphs()
        if treaty.id_of(paragraph).lies_in(wanted) and treaty.is_assessed(paragraph)
    ]
    exact = [pair for pair in inside if pair[1].id == wanted]
    if exact or len(inside) == 1:
        return (exact or inside)[0]
    if not inside:
        raise UnknownNameError("not-assessable", f"{treaty.name}:{wanted}")
    raise UnknownNameError("several", wanted, (paragraph.id for _, paragraph in inside))


def _known_number(treaty: TreatyBook, written: str) -> str:
    number = plain_number(written.rpartition(":")[2])
    if not any(treaty.id_of(paragraph).lies_in(number) for _, paragraph in treaty.paragraphs()):
        raise UnknownNameError("unknown-paragraph", number, treaty.by_number, instrument=treaty.name)
    return number
