"""Pages about single things: articles, paragraphs, sections, laws, jurisdictions, elements and terms."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gapcheck.assess.reach import NATURE, reach_of
from gapcheck.assess.requirement import requirement_of
from gapcheck.model.ids import reading_order
from gapcheck.model.provisions import Formality
from gapcheck.model.verification import level_of
from gapcheck.report.dates import in_brackets
from gapcheck.report.figures import figure_line
from gapcheck.report.page import Page, Table
from gapcheck.report.sanctions import sanction_text
from gapcheck.report.sentences import Sentences
from gapcheck.report.view import instrument_name, treaty_lines
from gapcheck.report.words import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.model.books import StatuteBook, TreatyBook
    from gapcheck.model.laws import Deposit, Law, Version
    from gapcheck.model.period import Period
    from gapcheck.model.provisions import Article, Option, Paragraph
    from gapcheck.model.verification import Verification
    from gapcheck.model.vocabulary import Element
    from gapcheck.report.messages import Messages
    from gapcheck.workspace.workspace import Workspace


class Pages:
    """Makes the pages of one workspace in one language."""

    def __init__(self, workspace: Workspace, messages: Messages) -> None:
        """Take the data and the language."""
        self.workspace = workspace
        self.messages = messages
        self.wording = Wording(workspace.lexicon, messages)
        self.sentences = Sentences(self.wording)

    def instrument(self, treaty: TreatyBook) -> Page:
        """Return the page of an instrument: its facts and its articles."""
        instrument, text, say = treaty.instrument, self.messages.text, self.messages.say
        page = Page(f"{treaty.name}  {text(instrument.title)}")
        standing = instrument.status
        facts = [instrument.citation or "", text(instrument.entry_into_force)]
        if standing:
            key = "in-force" if standing.in_force else "not-yet-in-force"
            facts.append(say("treaty", key, instrument=instrument_name(treaty, self.messages), date=standing.as_of))
            facts.append(text(standing.note))
        page.add("", *facts)
        if rules := instrument.deposits:
            where = f" ({rules.article})" if rules.article else ""
            moment = f"{text(rules.when)}{where}. {say('show', 'to-whom')}: {text(rules.to)}."
            page.add(say("show", "deposits"), moment, text(rules.note))
        articles = sorted(treaty.articles, key=lambda article: reading_order(article.article))
        rows = tuple((article.article, text(article.heading), article.theme or "") for article in articles)
        columns = (say("show", "article"), say("check", "column-provision"), say("show", "theme"))
        page.add(say("show", "articles"), table=Table(columns, rows))
        page.add(say("show", "verification"), self._verification(instrument.verification), text(instrument.note))
        return page

    def article(self, treaty: TreatyBook, article: Article) -> Page:
        """Return the page of an article: all its paragraphs."""
        page = Page(f"{treaty.name}:{article.article}  {self.messages.text(article.heading)}")
        page.add("", table=self._skeleton(treaty, article))
        for paragraph in article.paragraphs:
            page.add(self._paragraph_heading(paragraph), *self._paragraph_lines(treaty, paragraph))
        page.add(self.messages.say("show", "verification"), self._verification(article.verification))
        page.add(self.messages.say("explain", "note"), self.messages.text(article.note))
        return page

    def _skeleton(self, treaty: TreatyBook, article: Article) -> Table:
        """Return the paragraphs of an article at a glance: what kind they are, how they bind, whether law is asked."""
        say, text = self.messages.say, self.messages.text
        rows = tuple(
            (
                paragraph.id,
                text(paragraph.heading),
                text(self.workspace.vocabulary.kinds[paragraph.kind].label),
                say("duty", paragraph.duty.value),
                say("show", "yes" if treaty.is_assessed(paragraph) else "no"),
            )
            for paragraph in article.paragraphs
        )
        columns = (
            "id",
            say("check", "column-provision"),
            *(say("show", name) for name in ("kind", "duty", "assessed")),
        )
        return Table(columns, rows)

    def paragraph(self, treaty: TreatyBook, article: Article, paragraph: Paragraph) -> Page:
        """Return the page of a paragraph."""
        page = Page(f"{treaty.name}:{self._paragraph_heading(paragraph)}  {self.messages.text(article.heading)}")
        page.add("", *self._paragraph_lines(treaty, paragraph))
        options = [self._option(option) for option in paragraph.options]
        page.add(self.messages.say("show", "options"), *options)
        contested = [self.messages.text(dispute.reason) for dispute in paragraph.contested]
        page.add(self.messages.say("show", "contested"), *contested)
        page.add(self.messages.say("explain", "note"), self.messages.text(paragraph.note))
        verification = paragraph.verification or article.verification
        page.add(self.messages.say("show", "verification"), self._verification(verification))
        none = self.messages.say("check", "none")
        mapped = [
            f"{statutes.name}: {', '.join((*mapping.sections, *mapping.incidental)) or none}"
            for statutes in self.workspace.statutes.values()
            if (mapping := statutes.mappings.get(treaty.name, {}).get(paragraph.id))
        ]
        page.add(self.messages.say("show", "mapped"), *mapped)
        return page

    def _paragraph_heading(self, paragraph: Paragraph) -> str:
        heading = self.messages.text(paragraph.heading)
        return f"{paragraph.id}  {heading}" if heading else paragraph.id

    def _paragraph_lines(self, treaty: TreatyBook, paragraph: Paragraph) -> Iterator[str]:
        say, text = self.messages.say, self.messages.text
        kind = self.workspace.vocabulary.kinds.get(paragraph.kind)
        yield text(paragraph.summary)
        yield f"{say('show', 'kind')}: {text(kind.label) if kind else paragraph.kind}. " + say(
            "explain", "duty", duty=say("duty", paragraph.duty.value)
        )
        if treaty.is_assessed(paragraph) and kind:
            shared = self.workspace.lexicon.scope(kind.requires).masks
            for scope in requirement_of(paragraph, treaty, self.workspace.lexicon).scopes:
                yield f"{say('show', 'requires')}: {' | '.join(self.wording.lines(scope, shared))}"
        yield from (self.sentences.threshold(threshold) for threshold in paragraph.measures)
        for related in paragraph.related:
            relation = say("crosswalk-relation", related.relation.value)
            facts = {"relation": relation, "paragraph": related.paragraph, "reason": text(related.reason)}
            yield say("show", "related", **facts)

    def _option(self, option: Option) -> str:
        say = self.messages.say
        needs = "" if option.needs is Formality.NOTHING else f", {say('needs', option.needs.value)}"
        when = f" {self.messages.text(option.when)}" if option.when else ""
        return f"{option.id} ({say('option', option.type.value)}{needs}): {self.messages.text(option.summary)}{when}"

    def jurisdiction(self, statutes: StatuteBook) -> Page:
        """Return the page of a jurisdiction: its facts, its laws and where it stands towards instruments."""
        jurisdiction, say, text = statutes.jurisdiction, self.messages.say, self.messages.text
        page = Page(f"{statutes.name}  {text(jurisdiction.name)}")
        ages = {"majority": jurisdiction.age_of_majority, "consent": jurisdiction.age_of_consent}
        page.add("", *(f"{say('show', key)}: {age}" for key, age in ages.items() if age), text(jurisdiction.note))
        for treaty in self.workspace.treaties.values():
            records = [record for record in jurisdiction.treaties if record.instrument == treaty.name]
            lines = treaty_lines(treaty, statutes, self.messages) if records else []
            made = (deposit for record in records for deposit in record.deposits or ())
            lines += [self._deposit(deposit) for deposit in made]
            page.add(say("show", "treaties"), *lines, *(text(record.note) for record in records))
        rows = tuple(
            (
                name,
                text(law.title),
                law.citation or "",
                str(sum(1 for local in statutes.sections if _law_of(local) == name)),
            )
            for name, law in sorted(statutes.laws.items())
        )
        columns = ("id", say("show", "laws"), say("show", "source"), say("show", "sections"))
        page.add(say("show", "laws"), table=Table(columns, rows) if rows else None)
        page.add(say("explain", "evidence"), *(figure_line(figure, self.messages) for figure in statutes.figures))
        return page

    def _deposit(self, deposit: Deposit) -> str:
        key = "deposit-withdrawn" if deposit.withdrawn else "deposit"
        facts = {"option": deposit.option, "made": deposit.made, "withdrawn": deposit.withdrawn}
        return f"{self.messages.say('show', key, **facts)} {self.messages.text(deposit.summary)}".rstrip()

    def law(self, statutes: StatuteBook, law: Law) -> Page:
        """Return the page of a law: its facts and its sections."""
        say, text = self.messages.say, self.messages.text
        page = Page(f"{statutes.name}:{law.law}  {text(law.title)}")
        page.add("", law.citation or "", self._period(law.in_force) if law.in_force else "")
        amended = [
            f"{amendment.citation}{in_brackets(amendment.from_, self.messages)} {text(amendment.note)}".rstrip()
            for amendment in law.amended_by
        ]
        page.add(say("show", "amended"), *amended)
        mine = [(local, section) for local, section in statutes.sections.items() if _law_of(local) == law.law]
        mine.sort(key=lambda item: reading_order(item[1].section))
        rows = tuple((section.section, text(section.heading)) for _, section in mine)
        page.add(say("show", "sections"), table=Table(("id", say("check", "column-provision")), rows) if rows else None)
        page.add(say("show", "verification"), self._verification(law.verification))
        page.add(say("explain", "note"), text(law.note))
        return page

    def section(self, statutes: StatuteBook, local: str) -> Page:
        """Return the page of a section: every version, what it reaches, and the paragraphs it is mapped to."""
        section = statutes.sections[local]
        page = Page(f"{statutes.name}:{local}  {self.messages.text(section.heading)}")
        for version in section.versions:
            page.add(self._version_heading(version), *self._version_lines(statutes, local, version))
        mapped = [
            f"{instrument}:{number}"
            for instrument, mappings in statutes.mappings.items()
            for number, mapping in mappings.items()
            if local in (*mapping.sections, *mapping.incidental)
        ]
        page.add(self.messages.say("show", "mapped"), ", ".join(sorted(mapped, key=reading_order)))
        page.add(self.messages.say("explain", "note"), self.messages.text(section.note))
        return page

    def _version_heading(self, version: Version) -> str:
        by = f", {self.messages.say('show', 'by', act=version.by)}" if version.by else ""
        status = self.messages.say("status", version.status.value)
        return f"{self._period(version.in_force)}{by} ({status})"

    def _version_lines(self, statutes: StatuteBook, local: str, version: Version) -> Iterator[str]:
        say, text = self.messages.say, self.messages.text
        yield text(version.summary)
        yield f"{say('show', 'nature')}: {say('nature', version.nature.value)}"
        as_written = replace(version, excludes=())
        scopes = reach_of(statutes.id_of(local), as_written, self.workspace.lexicon).most
        defaults = {self.workspace.lexicon.axis(name) for name in self.workspace.lexicon.defaults}
        nature = self.workspace.lexicon.space.index.get(NATURE, -1)
        for scope in scopes:
            without = (nature, *(axis for axis in defaults if self._is_default(axis, scope.mask(axis))))
            said = self.wording.scope(scope, {}, without) or say("show", "everything")
            yield f"{say('show', 'reaches')}: {said}"
        if not scopes:
            yield f"{say('show', 'reaches')}: {say('show', 'background')}"
        for words in version.excludes:
            yield f"{say('show', 'excludes')}: {self.wording.scope(self.workspace.lexicon.scope(words), {})}"
        if version.unknown:
            yield f"{say('show', 'unknown')}: {', '.join(version.unknown)}"
        for quantity in version.measures:
            yield self.sentences.quantity(quantity)
        sanction = sanction_text(version.sanction, self.messages)
        yield f"{say('show', 'sanction')}: {sanction}" if sanction else ""
        persons = {"yes": "yes", "no": "no"}.get(version.legal_persons.value, "unknown-value")
        yield f"{say('show', 'legal-persons')}: {say('show', persons)}"
        yield f"{say('show', 'verification')}: {self._verification(version.verification)}"
        yield f"{say('explain', 'note')}: {text(version.note)}" if version.note else ""

    def _is_default(self, axis: int, mask: int) -> bool:
        name = self.workspace.lexicon.space.axes[axis].name
        return self.workspace.lexicon.space.axes[axis].spell(mask) == self.workspace.lexicon.defaults[name]

    def element(self, element: Element) -> Page:
        """Return the page of an element: its definition and its terms."""
        say, text = self.messages.say, self.messages.text
        page = Page(f"{element.element}  {text(element.label)}")
        default = element.terms.get(element.default or "")
        said = say("show", "default", term=text(default.label)) if default else ""
        page.add("", text(element.definition), said)
        rows = tuple(
            (name, text(term.label), text(term.definition), ", ".join(term.covers))
            for name, term in element.terms.items()
        )
        columns = ("id", say("show", "name"), say("show", "definition"), say("show", "covers"))
        page.add("", table=Table(columns, rows) if rows else None)
        return page

    def term(self, element: Element, name: str) -> Page:
        """Return the page of a term: its meaning and the files that use it."""
        say, text = self.messages.say, self.messages.text
        term = element.terms[name]
        page = Page(f"{element.element}: {name}  {text(term.label)}")
        page.add("", text(term.definition), f"{say('show', 'covers')}: {', '.join(term.covers)}" if term.covers else "")
        used = [
            f"{statutes.name}:{local}"
            for statutes in self.workspace.statutes.values()
            for local, section in sorted(statutes.sections.items())
            if any(name in limb.get(element.element, ()) for version in section.versions for limb in version.reaches)
        ]
        page.add(say("show", "used-by"), ", ".join(used))
        return page

    def kinds(self) -> Page:
        """Return the page of the kinds of paragraphs: what each is, and whether a statute can answer it."""
        text, say = self.messages.text, self.messages.say
        page = Page(say("show", "kinds"))
        rows = tuple(
            (name, text(kind.label), say("show", "yes" if kind.answerable else "no"), text(kind.definition))
            for name, kind in self.workspace.vocabulary.kinds.items()
        )
        columns = ("id", *(say("show", name) for name in ("name", "assessed", "definition")))
        page.add("", table=Table(columns, rows) if rows else None)
        return page

    def vocabulary(self) -> Page:
        """Return the page of all elements."""
        text, say = self.messages.text, self.messages.say
        page = Page(say("show", "vocabulary"))
        rows = tuple(
            (name, text(element.label), text(element.definition), str(len(element.terms)))
            for name, element in sorted(self.workspace.vocabulary.elements.items())
        )
        columns = ("id", say("show", "name"), say("show", "definition"), say("show", "terms"))
        page.add("", table=Table(columns, rows) if rows else None)
        return page

    def _period(self, period: Period) -> str:
        key = "in-force-until" if period.to else "in-force"
        return self.messages.say("show", key, first=period.from_, last=period.to)

    def _verification(self, verification: Verification | None) -> str:
        level = self.messages.say("level", level_of(verification).value)
        if not verification or not verification.source:
            return level
        consulted = in_brackets(verification.consulted, self.messages)
        return f"{level}. {self.messages.text({'en': verification.source})}{consulted}"


def _law_of(local: str) -> str:
    return local.partition("/")[0]
