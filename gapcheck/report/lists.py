"""Lists of what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.report.page import Page, Table

if TYPE_CHECKING:
    from gapcheck.model.books import StatuteBook, TreatyBook
    from gapcheck.report.messages import Messages
    from gapcheck.workspace.workspace import Workspace


class Lists:
    """Makes the lists of one workspace in one language."""

    def __init__(self, workspace: Workspace, messages: Messages) -> None:
        """Take the data and the language."""
        self.workspace = workspace
        self.messages = messages

    def everything(self) -> Page:
        """Return the names of all instruments and jurisdictions."""
        text, say = self.messages.text, self.messages.say
        page = Page("gapcheck")
        treaties = tuple(
            (name, text(treaty.instrument.title), str(len(treaty.by_number)))
            for name, treaty in sorted(self.workspace.treaties.items())
        )
        page.add(say("show", "treaties"), table=Table(("id", say("show", "name"), say("show", "paragraphs")), treaties))
        statutes = tuple(
            (name, text(book.jurisdiction.name), str(len(book.sections)))
            for name, book in sorted(self.workspace.statutes.items())
        )
        page.add(
            say("show", "jurisdictions"), table=Table(("id", say("show", "name"), say("show", "sections")), statutes)
        )
        return page

    def paragraphs(self, treaty: TreatyBook, *, kind: str | None, duty: str | None) -> Page:
        """Return the paragraphs of an instrument, with their duties."""
        text, say = self.messages.text, self.messages.say
        page = Page(f"{treaty.name}  {text(treaty.instrument.title)}")
        rows = tuple(
            (
                paragraph.id,
                text(paragraph.heading or article.heading),
                paragraph.kind,
                f"{say('duty', paragraph.duty.value)} ({paragraph.duty.value})",
                text(paragraph.summary),
            )
            for article, paragraph in treaty.paragraphs()
            if (kind is None or paragraph.kind == kind) and (duty is None or paragraph.duty == duty)
        )
        columns = (
            say("check", "column-paragraph"),
            say("check", "column-provision"),
            say("show", "kind"),
            say("show", "duty"),
            say("show", "summary"),
        )
        page.add("", *([] if rows else [say("show", "nothing")]), table=Table(columns, rows) if rows else None)
        return page

    def sections(self, statutes: StatuteBook) -> Page:
        """Return the sections of a jurisdiction, with their nature today or when they last counted."""
        text, say = self.messages.text, self.messages.say
        page = Page(f"{statutes.name}  {text(statutes.jurisdiction.name)}")
        rows = tuple(
            (section_id.local, text(section.heading), say("nature", section.versions[-1].nature.value))
            for section_id, section in statutes.in_reading_order()
        )
        columns = ("id", say("check", "column-provision"), say("show", "nature"))
        page.add("", table=Table(columns, rows) if rows else None)
        return page
