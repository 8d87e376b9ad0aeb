"""The pages of docs/codes: one a code, and an index."""

from __future__ import annotations

import re

from gapcheck.lint import registry
from gapcheck.lint.page import page_of
from gapcheck.report.code_pages import INDEX, code_pages

PAGES = code_pages(registry.documented())


def test_every_code_has_a_page_and_a_line_in_the_index() -> None:
    codes = [code.code for code in registry.every_code()]
    assert PAGES.keys() == {INDEX, *(f"{code}.md" for code in codes)}
    assert re.findall(r"^\| \[(GC\d+)\]", PAGES[INDEX], re.MULTILINE) == codes


def test_the_page_of_a_rule_has_all_its_examples() -> None:
    for rule in registry.RULES:
        page = PAGES[f"{rule.code}.md"]
        assert page.startswith(f"# {rule.code} {rule.name}\n")
        assert page.count("```yaml\n") == len(page_of(rule).examples)


def test_every_line_of_the_index_says_one_sentence() -> None:
    sentences = [line.split(" | ")[3] for line in PAGES[INDEX].splitlines() if line.startswith("| [")]
    assert all(re.fullmatch(r"[^.]+(?:\.\w[^.]*)*\. \|", sentence) for sentence in sentences)


def test_pages_end_with_one_line_end() -> None:
    assert all(page.endswith("-->\n") and not page.endswith("\n\n") for page in PAGES.values())
