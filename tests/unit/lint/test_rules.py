"""Every PASS and FAIL block of every rule is a small set of files laid over `base`: it gets as many hits as it says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gapcheck.lint import registry
from gapcheck.lint.page import Example, page_of
from gapcheck.lint.rule import Rule
from gapcheck.lint.setting import Setting
from gapcheck.source.diagnostics import Severity
from gapcheck.workspace.workspace import Workspace, open_workspace

BASE = Path(__file__).parent / "base"
DAY = date(2026, 1, 1)

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}-{number}")
    for rule in registry.RULES
    for number, example in enumerate(page_of(rule).examples, 1)
]


def laid_over_base(files: dict[str, str], folder: Path) -> Workspace:
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return open_workspace((BASE, folder))


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_finds_in_its_examples_what_it_says(rule: Rule, example: Example, tmp_path: Path) -> None:
    workspace = laid_over_base(example.files(), tmp_path)
    assert workspace.diagnostics == []
    assert len(registry.run(Setting(workspace, DAY), [rule])) == example.hits


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_what_a_rule_finds_lies_in_the_workspace(rule: Rule, example: Example, tmp_path: Path) -> None:
    workspace = laid_over_base(example.files(), tmp_path)
    for diagnostic in registry.run(Setting(workspace, DAY), [rule]):
        lines = workspace.files[diagnostic.path].location.read_text(encoding="utf-8").split("\n")
        assert diagnostic.span is None or diagnostic.excerpt == lines[diagnostic.span.line - 1]


def test_no_rule_has_anything_to_say_of_the_base() -> None:
    workspace = open_workspace((BASE,))
    assert workspace.diagnostics == []
    assert registry.run(Setting(workspace, DAY)) == []


@pytest.mark.parametrize("rule", registry.RULES, ids=lambda rule: rule.name)
def test_a_rule_has_files_that_pass_and_files_that_fail(rule: Rule) -> None:
    hits = [example.hits for example in page_of(rule).examples]
    assert 0 in hits
    assert any(hits)
    assert all(example.files() for example in page_of(rule).examples)


@pytest.mark.parametrize("rule", registry.RULES, ids=lambda rule: rule.name)
def test_the_page_of_a_rule_bears_its_code_and_name(rule: Rule) -> None:
    page = page_of(rule)
    assert (page.code, page.name) == (rule.code, rule.name)
    assert page.definition.endswith(".")
    assert page.reason


def test_a_rule_without_a_page_is_our_own_mistake() -> None:
    rule = Rule("GC399", "nothing", Severity.HINT, check=lambda _: iter(()))
    with pytest.raises(ValueError, match="does not begin with a code, a name and a definition"):
        page_of(rule)


@pytest.mark.parametrize("rule", registry.RULES, ids=lambda rule: rule.name)
def test_a_rule_stands_in_the_file_of_its_name(rule: Rule) -> None:
    assert rule.check.__module__ == f"gapcheck.lint.{rule.name.replace('-', '_')}"


def test_every_file_with_a_rule_is_in_the_registry_once() -> None:
    folder = Path(registry.__file__).parent
    files = sorted(file.stem for file in folder.glob("*.py") if "\nRULE = " in file.read_text(encoding="utf-8"))
    assert sorted(rule.name.replace("-", "_") for rule in registry.RULES) == files


def test_the_codes_of_the_rules_have_no_gaps() -> None:
    assert [rule.code for rule in registry.RULES] == [f"GC{301 + place}" for place in range(len(registry.RULES))]


def test_no_two_codes_share_a_number_or_a_name() -> None:
    codes = registry.every_code()
    assert len({code.code for code in codes}) == len({code.name for code in codes}) == len(codes)


def test_a_code_is_found_by_its_number_and_by_its_name() -> None:
    assert registry.code_called(" gc304 ") == registry.code_called("claim-disagrees")
    assert registry.code_called("GC999") is None
