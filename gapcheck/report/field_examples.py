"""A line for each required field that shows how it is written; the same in every language."""

from __future__ import annotations

_TEXT = "{en: …, vi: …}"

_VOCABULARY = {
    "element": "element: conduct",
    "kind": "kind: terms",
    "label": f"label: {_TEXT}",
}
_PROVISIONS = {
    "instrument": "instrument: hanoi",
    "title": f"title: {_TEXT}",
    "article": 'article: "14"',
    "articles": 'articles: ["7-21"]',
    "heading": f"heading: {_TEXT}",
    "id": 'id: "14.1.c"',
    "kind": "kind: offence",
    "duty": "duty: shall",
    "type": "type: limitation",
    "reason": f"reason: {_TEXT}",
    "level": "level: dated",
    "in_force": "in_force: no",
    "as_of": "as_of: 2026-11-21",
}
_NATIONAL_LAWS = {
    "jurisdiction": "jurisdiction: vn",
    "name": "name: {en: Viet Nam, vi: Việt Nam}",
    "instrument": "instrument: hanoi",
    "status": "status: signed",
    "as_of": "as_of: 2026-11-21",
    "law": "law: penal-code-2015",
    "title": f"title: {_TEXT}",
    "from": "from: 2018-01-01",
    "citation": "citation: 86/2025/QH15",
    "section": 'section: "147"',
    "heading": f"heading: {_TEXT}",
    "in_force": "in_force: {from: 2018-01-01}",
    "reaches": "reaches: {conduct: publish}",
    "level": "level: dated",
    "paragraph": 'paragraph: "14.1.c"',
    "state": "state: drafted",
    "act": f"act: {_TEXT}",
    "id": "id: reports-2025",
    "figure": f"figure: {_TEXT}",
}


def example_of(field: str, path: str) -> str | None:
    """Return a line with the field as it is written in a file at that path."""
    if path.startswith("provisions/vocabulary/"):
        return _VOCABULARY.get(field)
    return (_PROVISIONS if path.startswith("provisions/") else _NATIONAL_LAWS).get(field)
