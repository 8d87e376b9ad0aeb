"""Sections as people cite them: the name of the law, the number, the heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.report.messages import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gapcheck.model.books import StatuteBook
    from gapcheck.model.ids import SectionId
    from gapcheck.model.laws import Section
    from gapcheck.report.messages import Messages


def cited(statutes: StatuteBook, section_id: SectionId, messages: Messages) -> str:
    """Return a section with its law and heading, like: Penal Code, Article 147 (heading)."""
    section = statutes.sections.get(section_id.local)
    heading = messages.text(section.heading) if section else ""
    numbered = numbered_section(statutes, section_id, messages)
    return f"{law_name(statutes, section_id.law, messages)}, {numbered}" + (f" ({heading})" if heading else "")


def numbered_section(statutes: StatuteBook, section_id: SectionId, messages: Messages) -> str:
    """Return the number of a section after what sections of the jurisdiction are called, like: Article 147."""
    word = messages.text(statutes.jurisdiction.section_word) or messages.say("report", "section-word")
    number = one_line(section_id.section)
    return f"{word} {number}" if number[:1].isdigit() else number


def law_name(statutes: StatuteBook, name: str, messages: Messages) -> str:
    """Return the title of a law, its short name where nobody encoded the law."""
    law = statutes.laws.get(name)
    return messages.text(law.title) if law else one_line(name)


def full_heading(statutes: StatuteBook, section: Section, messages: Messages) -> str:
    """Return the heading of a section in the language of the reader, and beside it as the law has it."""
    heading, native = messages.text(section.heading), native_heading(statutes, section, messages)
    return f"{heading} ({native})" if native else heading


def native_heading(statutes: StatuteBook, section: Section, messages: Messages) -> str:
    """Return the heading in a language of the jurisdiction's law; nothing where the reader reads that language."""
    return native_text(statutes, section.heading, messages)


def native_text(statutes: StatuteBook, text: Mapping[str, str], messages: Messages) -> str:
    """Return a text in a language of the jurisdiction's law; nothing where the reader reads that language."""
    said = one_line(text.get(native_language(statutes, text), ""))
    return "" if said == messages.text(text) else said


def native_language(statutes: StatuteBook, text: Mapping[str, str]) -> str:
    """Return the language in which a text is native: the first of the jurisdiction's that it is there in."""
    return next((code for code in statutes.jurisdiction.languages if code in text), "")
