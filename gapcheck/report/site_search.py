"""What the search of a site looks through: a script holds it, since no page that lies on a disk may fetch a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from gapcheck.report.citations import cited
from gapcheck.report.messages import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from gapcheck.model.books import StatuteBook, TreatyBook
    from gapcheck.report.site_tree import Tree

Found = tuple[str, str, str, str]
"""What kind of thing it is, its title, what else it is called in any language, and where it is."""


def search_script(tree: Tree) -> tuple[str, bytes]:
    """Return the script with everything that is looked through, in one language."""
    data = json.dumps(list(_things(tree)), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"{tree.messages.language}/search-data.js", f"globalThis.searched = {data};\n".encode()


def _things(tree: Tree) -> Iterator[Found]:
    kind = tree.messages.say("site", "a-jurisdiction")
    for statutes in tree.site.jurisdictions:
        about = _about(statutes.name, *_in_every_language(statutes.jurisdiction.name))
        yield kind, tree.jurisdiction_name(statutes), about, tree.places.jurisdiction(statutes.name)
    for treaty in tree.site.instruments:
        yield from _paragraphs(tree, treaty)
    for statutes in tree.site.jurisdictions:
        yield from _laws(tree, statutes)
        yield from _sections(tree, statutes)


def _paragraphs(tree: Tree, treaty: TreatyBook) -> Iterator[Found]:
    kind, name, text = tree.messages.say("report", "paragraph"), tree.instrument_name(treaty), tree.messages.text
    for article, paragraph in treaty.paragraphs():
        headings = ": ".join(part for part in (text(article.heading), text(paragraph.heading)) if part)
        title = f"{tree.reference(paragraph.id)} {headings}, {name}"
        texts = (article.heading, paragraph.heading, paragraph.summary)
        about = _about(paragraph.id, *(said for one in texts for said in _in_every_language(one)))
        yield kind, title, about, tree.places.paragraph(treaty.name, article.article, paragraph.id)


def _laws(tree: Tree, statutes: StatuteBook) -> Iterator[Found]:
    kind, country = tree.messages.say("report", "law"), tree.jurisdiction_name(statutes)
    for name, law in sorted(statutes.laws.items()):
        about = _about(law.citation or "", *_in_every_language(law.title))
        yield kind, f"{tree.messages.text(law.title)}, {country}", about, tree.places.law(statutes.name, name)


def _sections(tree: Tree, statutes: StatuteBook) -> Iterator[Found]:
    kind, country = tree.messages.say("report", "section"), tree.jurisdiction_name(statutes)
    for section_id, section in statutes.in_reading_order():
        title = f"{cited(statutes, section_id, tree.messages)}, {country}"
        words = (f"{word} {section_id.section}" for word in _in_every_language(statutes.jurisdiction.section_word))
        law = statutes.laws.get(section_id.law)
        about = _about(*words, *_in_every_language(section.heading), *_in_every_language(law.title if law else None))
        yield kind, title, about, tree.places.section(statutes.name, section_id.law, section_id.section)


def _in_every_language(text: Mapping[str, str] | None) -> Iterable[str]:
    """Return a text in all its languages: a reader of one often looks for a word of another."""
    return (text or {}).values()


def _about(*texts: str) -> str:
    return " ".join(dict.fromkeys(map(one_line, texts)))
