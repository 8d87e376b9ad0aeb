"""The rules, all of them, and what they say of a workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lint import (
    age_not_over,
    article_missing,
    cites_section_not_in_force,
    claim_disagrees,
    definition_asks_for_more,
    law_without_source,
    mapping_cites_section_not_in_force,
    mapping_says_nothing,
    memory_level,
    numbering_gap,
    paragraph_without_mapping,
    paragraph_without_scope,
    period_backwards,
    reason_missing,
    relation_asserted,
    section_without_source,
    source_without_date,
    summary_incomplete,
    summary_offence,
    term_without_definition,
    unmapped_reach,
    versions_gap,
    versions_overlap,
    via_without_relation,
    vietnamese_missing,
)
from gapcheck.lint.page import page_of
from gapcheck.lint.places import span_at
from gapcheck.source.diagnostics import CODES, Code, Diagnostic
from gapcheck.workspace.load import read_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gapcheck.lint.rule import Hit, Rule
    from gapcheck.lint.setting import Setting

RULES: tuple[Rule, ...] = (
    section_without_source.RULE,
    mapping_cites_section_not_in_force.RULE,
    vietnamese_missing.RULE,
    claim_disagrees.RULE,
    unmapped_reach.RULE,
    versions_overlap.RULE,
    mapping_says_nothing.RULE,
    paragraph_without_mapping.RULE,
    reason_missing.RULE,
    term_without_definition.RULE,
    period_backwards.RULE,
    law_without_source.RULE,
    memory_level.RULE,
    article_missing.RULE,
    paragraph_without_scope.RULE,
    summary_incomplete.RULE,
    numbering_gap.RULE,
    relation_asserted.RULE,
    via_without_relation.RULE,
    cites_section_not_in_force.RULE,
    age_not_over.RULE,
    summary_offence.RULE,
    definition_asks_for_more.RULE,
    versions_gap.RULE,
    source_without_date.RULE,
)


def run(setting: Setting, rules: Iterable[Rule] = RULES) -> list[Diagnostic]:
    """Return what the rules have to say, in the order of files and lines."""
    hits: dict[str, list[tuple[Rule, Hit]]] = {}
    for rule in rules:
        for hit in rule.check(setting):
            hits.setdefault(hit.path, []).append((rule, hit))
    found = [diagnostic for path, of_file in hits.items() for diagnostic in _placed(setting, path, of_file)]
    return sorted(found, key=lambda diagnostic: diagnostic.order)


def every_code() -> list[Code]:
    """Return the codes of the reader and of the rules, in the order of their numbers."""
    return sorted([*CODES.values(), *(rule.as_code for rule in RULES)], key=lambda code: code.code)


def code_called(written: str) -> Code | None:
    """Return the code that a person means by its number or its name."""
    wanted = written.strip().casefold()
    return next((code for code in every_code() if wanted in {code.code.casefold(), code.name}), None)


def documented() -> list[tuple[Code, tuple[tuple[int, str], ...]]]:
    """Return every code with the examples of its rule: how many hits there are in each, and its text."""
    examples = {rule.name: tuple((one.hits, one.text) for one in page_of(rule).examples) for rule in RULES}
    return [(code, examples.get(code.name, ())) for code in every_code()]


def _placed(setting: Setting, path: str, hits: list[tuple[Rule, Hit]]) -> Iterator[Diagnostic]:
    """Yield the hits in one file as diagnostics; the file is read once more for their lines."""
    if path not in setting.workspace.files:
        yield from (Diagnostic(rule.as_code, path, facts=hit.facts) for rule, hit in hits)
        return
    document = read_document(setting.workspace.files[path])
    for rule, hit in hits:
        span = span_at(document, hit.at)
        excerpt = document.lines[span.line - 1] if span else ""
        yield Diagnostic(rule.as_code, path, span, excerpt, hit.facts)
