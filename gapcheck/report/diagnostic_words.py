"""What is said of a diagnostic: its message, and the one hint that fits what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.report.diagnostic_cases import SPECIAL, Case, in_one_line, say_what_is_known
from gapcheck.report.messages import diagnostic_messages, messages_in

if TYPE_CHECKING:
    from gapcheck.model.books import Vocabulary
    from gapcheck.source.diagnostics import Diagnostic

_LONGEST_FACT = 240
"""In characters: paths and lists of paragraphs are said in full."""

_WORDS_OF_REPORTS = ("claim", "verdict", "status")
"""Facts that are words of a closed list, which reports have words for in a table of the same name."""


class DiagnosticWords:
    """Says diagnostics in one language, with the labels of the vocabulary where it could be read."""

    def __init__(self, language: str, vocabulary: Vocabulary | None = None) -> None:
        """Take the language."""
        self.tables = diagnostic_messages(language)
        self.messages = messages_in(language)
        self.vocabulary = vocabulary

    def message(self, diagnostic: Diagnostic) -> str:
        """Return the sentence that is enough alone."""
        case = self._case(diagnostic)
        return self.tables.say(diagnostic.code.name, case.message, **case.facts)

    def hint(self, diagnostic: Diagnostic) -> str:
        """Return what to do about it in one sentence, or nothing."""
        case, name = self._case(diagnostic), diagnostic.code.name
        if case.made_hint or not self.tables.has(name, case.hint):
            return case.made_hint
        return self.tables.say(name, case.hint, **case.facts)

    def meaning(self, name: str) -> str:
        """Return what a code means and why it matters."""
        return self.tables.say(name, "meaning")

    def _case(self, diagnostic: Diagnostic) -> Case:
        facts: dict[str, object] = {
            name: in_one_line(value) if name == "found" else in_one_line(value, _LONGEST_FACT)
            for name, value in diagnostic.facts.items()
        }
        for name in _WORDS_OF_REPORTS:
            if name in facts:
                facts[name] = self.messages.say(name, str(facts[name]))
        facts["path"] = in_one_line(diagnostic.path, _LONGEST_FACT)
        case = Case(diagnostic, self.tables, self.messages, self.vocabulary, facts)
        if form := diagnostic.facts.get("form"):
            case.message = f"message-{form}"
        if special := SPECIAL.get(diagnostic.code.name):
            special(case)
        say_what_is_known(case)
        return case
