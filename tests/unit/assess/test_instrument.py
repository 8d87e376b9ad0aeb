from dataclasses import replace

from gapcheck.assess.findings import Assessment
from gapcheck.assess.instrument import article_verdicts, assess_instrument, counts
from gapcheck.model.books import TreatyBook
from gapcheck.model.laws import Section
from gapcheck.model.provisions import Article, Duty, Paragraph
from gapcheck.model.verdicts import Verdict
from tests.small_law import DAY, article, bench, law_that_reaches, mapping, paragraph, statutes, treaty, words

PRODUCE = words(conduct="produce")
LAWS: dict[str, Section] = {
    "code/1": law_that_reaches(PRODUCE),
    "code/2": law_that_reaches(words(conduct="produce", victim_age="adult")),
}


def assessment_of(of: TreatyBook, *, only: str = "") -> Assessment:
    """Assess paragraphs of which a.1 is aligned, a.2 partial, a.3 missing and all others not assessed."""
    mappings = [
        claim
        for one in of.articles
        for claim in (
            mapping(f"{one.article}.1", sections=("code/1",)),
            mapping(f"{one.article}.2", sections=("code/2",)),
            mapping(f"{one.article}.3", searched=("code",)),
        )
    ]
    on = replace(bench(of=statutes(LAWS, mappings)), treaty=of)
    return assess_instrument(on, lambda _, paragraph: paragraph.id.startswith(only))


def numbered(number: str, duty: Duty = Duty.SHALL) -> Paragraph:
    return paragraph(PRODUCE, number=number, duty=duty)


def one_article(number: str, *paragraphs: Paragraph) -> Article:
    return article(*paragraphs, number=number)


def test_paragraphs_are_assessed_in_the_order_of_the_instrument() -> None:
    of = treaty(one_article("10", numbered("10.1")), one_article("2", numbered("2.2"), numbered("2.1")))
    found = assessment_of(of)
    assert [str(finding.id) for finding in found.findings] == ["pact:2.2", "pact:2.1", "pact:10.1"]
    assert (found.jurisdiction, found.instrument, found.as_of) == ("zz", "pact", DAY)


def test_only_the_wanted_paragraphs_are_assessed() -> None:
    of = treaty(one_article("2", numbered("2.1"), numbered("2.2")), one_article("3", numbered("3.1")))
    assert [finding.id.number for finding in assessment_of(of, only="2.").findings] == ["2.1", "2.2"]


def test_a_paragraph_that_demands_nothing_is_not_assessed_at_all() -> None:
    silent = paragraph(number="2.1", of_kind="measure")
    interpretive = numbered("2.2", Duty.INTERPRETIVE)
    extending = paragraph(number="2.3", extends="2.4")
    of = treaty(one_article("2", silent, interpretive, extending, numbered("2.4")))
    assert [finding.id.number for finding in assessment_of(of).findings] == ["2.3", "2.4"]


def test_the_verdict_of_an_article_is_the_worst_of_its_mandatory_paragraphs() -> None:
    of = treaty(
        one_article("1", numbered("1.1"), numbered("1.2"), numbered("1.3")),
        one_article("2", numbered("2.1"), numbered("2.2"), numbered("2.3", Duty.MAY)),
        one_article("3", numbered("3.1"), numbered("3.4")),
        one_article("4", numbered("4.3", Duty.MAY)),
    )
    assert article_verdicts(assessment_of(of)) == {
        "1": Verdict.MISSING,
        "2": Verdict.PARTIAL,
        "3": Verdict.NOT_ASSESSED,
    }


def test_counts_are_of_the_paragraphs_that_bind_or_of_those_that_do_not_best_verdict_first() -> None:
    of = treaty(
        one_article("1", numbered("1.3"), numbered("1.1"), numbered("1.2", Duty.MAY)),
        one_article("2", numbered("2.1"), numbered("2.3", Duty.MAY)),
    )
    found = assessment_of(of)
    assert list(counts(found, mandatory=True).items()) == [(Verdict.ALIGNED, 2), (Verdict.MISSING, 1)]
    assert list(counts(found, mandatory=False).items()) == [(Verdict.PARTIAL, 1), (Verdict.MISSING, 1)]
