"""The nature of a section is a word of the vocabulary like any other."""

from __future__ import annotations

from tests.unit.workspace.tiny import SECTION, Tiny

NATURE = "provisions/vocabulary/nature.yaml"
ONLY_CIVIL = "element: nature\nkind: terms\nlabel: {en: Nature}\nterms:\n  civil: {label: {en: civil}}\n"


def test_a_nature_that_the_vocabulary_lacks_is_said_and_the_section_is_unknown_law(tiny: Tiny) -> None:
    tiny.write(NATURE, ONLY_CIVIL)
    workspace = tiny.open()
    found = [one for one in workspace.diagnostics if one.path == SECTION]
    assert [one.code.name for one in found] == ["unknown-term"]
    assert found[0].facts == {"found": "criminal", "allowed": ("civil",), "element": "nature"}
    assert any(statutes.unreadable for statutes in workspace.statutes.values())
