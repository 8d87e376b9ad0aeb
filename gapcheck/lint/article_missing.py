"""GC314 article-missing: an article that an instrument is to be encoded with has no file.

An instrument says in `articles` which of its articles belong to the encoding. A report on the whole instrument would
be silent on an article that is missing, and silence is read as agreement.

PASS
    # provisions/pact/instrument.yaml
    instrument: pact
    title: {en: Pact, vi: Hiệp ước}
    articles: ["1-2"]
    # provisions/pact/art-2.yaml
    article: "2"
    heading: {en: Attempt, vi: Phạm tội chưa đạt}
    paragraphs:
      - {id: "2", kind: offence, duty: shall, requires: {conduct: publish}}

PASS
    # provisions/pact/instrument.yaml
    instrument: pact
    title: {en: Pact, vi: Hiệp ước}

FAIL 2
    # provisions/pact/instrument.yaml
    instrument: pact
    title: {en: Pact, vi: Hiệp ước}
    articles: ["1-2", "7"]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lint.rule import Hit, Rule
from gapcheck.lint.setting import article_file, instrument_file
from gapcheck.model.ids import article_numbers
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.lint.setting import Setting


def check(setting: Setting) -> Iterator[Hit]:
    """Yield the articles that are to be there and are not; a file with errors is there."""
    with_errors = {diagnostic.path for diagnostic in setting.workspace.diagnostics}
    for treaty in setting.workspace.treaties.values():
        there = {article.article for article in treaty.articles}
        for place, written in enumerate(treaty.instrument.articles):
            for number in article_numbers(written):
                if number not in there and article_file(treaty, number) not in with_errors:
                    facts = {"article": number, "file": article_file(treaty, number)}
                    yield Hit(instrument_file(treaty), ("articles", place), facts)


RULE = Rule("GC314", "article-missing", Severity.ERROR, check)
