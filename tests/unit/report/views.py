"""Views of reports for tests, made from a small law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from gapcheck.assess.instrument import assess_instrument
from gapcheck.assess.paragraph import Bench
from gapcheck.model.books import TreatyBook
from gapcheck.model.evidence import Figure
from gapcheck.model.provisions import Chapter, Duty, OptionType
from gapcheck.model.verification import Level
from gapcheck.report.messages import messages_in
from gapcheck.report.report_kinds import Audience
from gapcheck.report.report_view import ReportView
from gapcheck.report.reporting import Material, material, report_view
from tests.small_law import (
    DAY,
    LEXICON,
    article,
    checked,
    english,
    law_that_reaches,
    mapping,
    option,
    paragraph,
    statutes,
    treaty,
    words,
)

HOSTILE = "<script>alert(1)</script> =HYPERLINK(1) #import \u202e \x1b[31m | *x* ../.."
"""What every format has to show as it stands, or without what could do harm."""


def small_treaty() -> TreatyBook:
    """Return an instrument with an offence of two acts, one that the law lacks, a rule that leaves a choice, and one
    that nobody looked at."""
    book = treaty(
        article(
            paragraph(
                words(conduct=["produce", "possess"], victim_age="under 18"),
                number="1.1",
                heading=english("Making"),
                options=(
                    option(OptionType.LIMITATION, scope=words(material="virtual"), summary=english("Only real.")),
                ),
            ),
            number="1",
            theme="child-protection",
        ),
        article(paragraph(words(conduct="make-available"), number="2"), number="2", theme="intimate-images"),
        article(paragraph(words(conduct="possess"), number="3", duty=Duty.MAY), number="3"),
        article(paragraph(words(conduct="publish"), number="4"), number="4"),
    )
    chapters = (
        Chapter(title=english("First"), articles=("1-2",)),
        Chapter(title=english("Second"), articles=("3",)),
    )
    return replace(book, instrument=replace(book.instrument, chapters=chapters))


def small_material(as_of: date = DAY) -> Material:
    """Return the material of a report on a small law."""
    section = law_that_reaches(words(conduct="produce", victim_age="under 16"), verification=checked(Level.MEMORY))
    book = statutes(
        {"code/1": replace(section, heading={"en": "Making", "th": "การผลิต"})},
        [
            mapping("1.1", sections=("code/1",), reason=english("It is there.")),
            mapping("2", searched=("code",)),
            mapping("3", sections=("code/1",)),
        ],
        languages=("th",),
    )
    figure = Figure(
        id="one", figure=english("One in five"), said_by=english("Somebody"), on=DAY, paragraphs=("pact:1.1",)
    )
    bench = Bench(small_treaty(), replace(book, figures=(figure,)), LEXICON, as_of)
    return material(bench, assess_instrument(bench, lambda *_: True))


def small_view(audience: Audience = Audience.FULL, language: str = "en") -> ReportView:
    """Return a report on a small law."""
    return report_view(small_material(), audience, messages_in(language))
