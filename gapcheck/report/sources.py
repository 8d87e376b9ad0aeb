"""The texts that verdicts rest on, the most consequential unverified first: a worklist for a lawyer."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gapcheck.model.verification import Level
from gapcheck.report.csv_text import csv_text
from gapcheck.report.dates import in_brackets
from gapcheck.report.page import Page, Table

if TYPE_CHECKING:
    from gapcheck.assess.worklist import Text
    from gapcheck.model.books import StatuteBook
    from gapcheck.report.messages import Messages

FORMAT, VERSION = "gapcheck.sources", 1
COLUMNS = ("text", "kind", "level", "decides", "rests_on_it", "source", "consulted")


@dataclass(frozen=True)
class SourcesView:
    """The worklist of one jurisdiction in one language."""

    statutes: StatuteBook
    texts: tuple[Text, ...]
    messages: Messages

    def page(self) -> Page:
        """Return the page: how many texts of each level, then the texts."""
        say = self.messages.say
        page = Page(say("sources", "title", jurisdiction=self.messages.text(self.statutes.jurisdiction.name)))
        counted = Counter(text.level for text in self.texts)
        listed = (f"{counted[level]} {say('level', level.value)}" for level in Level if counted[level])
        page.add("", say("sources", "counts", total=len(self.texts), counts="; ".join(listed)))
        for verified, key in ((False, "to-check"), (True, "checked")):
            texts = [text for text in self.texts if text.is_verified is verified]
            heads = ("text", "level", "rests", "source")
            rows = tuple(self._row(text) for text in texts)
            columns = tuple(say("sources", head) for head in heads)
            page.add(say("sources", key), table=Table(columns, rows) if rows else None)
        return page

    def _row(self, text: Text) -> tuple[str, ...]:
        name = self.messages.say("sources", "searched", law=text.name) if text.is_law else text.name
        rests = ", ".join(f"{finding.id.number} {self._verdict(finding.verdict.value)}" for finding in text.findings)
        return (name, self.messages.say("level", text.level.value), rests or "-", self._source(text))

    def _verdict(self, code: str) -> str:
        return self.messages.say("verdict", code)

    def _source(self, text: Text) -> str:
        verification = text.verification
        if verification is None or not verification.source:
            return "-"
        source = self.messages.text({"en": verification.source})
        return source + in_brackets(verification.consulted, self.messages)

    def csv(self) -> str:
        """Return the worklist as CSV, one row a text."""
        rows = []
        for text in self.texts:
            consulted = text.verification.consulted if text.verification else None
            source = text.verification.source if text.verification else None
            rests = "; ".join(f"{finding.id} {finding.verdict.value}" for finding in text.findings)
            kind = "law" if text.is_law else "section"
            cells = (text.name, kind, text.level.value, str(text.decides), rests, source or "", str(consulted or ""))
            rows.append(cells)
        return csv_text(COLUMNS, rows)

    def json(self) -> str:
        """Return the worklist as JSON text."""
        data = {
            "format": FORMAT,
            "version": VERSION,
            "jurisdiction": self.statutes.name,
            "texts": [
                {
                    "text": f"{self.statutes.name}:{text.name}",
                    "kind": "law" if text.is_law else "section",
                    "level": text.level.value,
                    "decides": text.decides,
                    "findings": {str(finding.id): finding.verdict.value for finding in text.findings},
                    "source": text.verification.source if text.verification else None,
                    "consulted": _iso(text),
                }
                for text in self.texts
            ],
        }
        return json.dumps(data, ensure_ascii=False, indent=1)


def _iso(text: Text) -> str | None:
    consulted = text.verification.consulted if text.verification else None
    return consulted.isoformat() if consulted else None
