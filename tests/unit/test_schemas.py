"""The schemas that editors complete and explain the law files with."""

from __future__ import annotations

import copy
import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from gapcheck.model.provisions import Duty
from gapcheck.workspace.discover import kind_of
from tests.unit.cli.running import ROOT, Json, run_here

SCHEMAS = ROOT / "docs/schema"
EXPECTATIONS = ROOT / "tests/expectations"
FILES = sorted(
    path for folder in ("provisions", "national_laws", "tests/expectations") for path in (ROOT / folder).rglob("*.yaml")
)
EDITOR_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


class EditorLoader(yaml.CSafeLoader):
    """Reads YAML 1.2 as editors do: dates, yes and no are texts, only figures, true, false and null are more."""

    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012 - the name and place that PyYAML gives them


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*))([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})$"), first)


KINDS = sorted(path.stem for path in SCHEMAS.glob("*.json") if path.stem != "assessment")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def read(path: Path) -> Json:
    return yaml.load(path.read_text(encoding="utf-8"), EditorLoader)  # noqa: S506 - a safe loader


def kind_of_file(path: Path) -> str:
    if path.is_relative_to(EXPECTATIONS):
        return "expectations"
    held = kind_of(path.relative_to(ROOT).with_suffix("").parts)
    assert held, "a stray file"
    return held[0].value


@cache
def schema(kind: str) -> Json:
    return json.loads((SCHEMAS / f"{kind}.json").read_text(encoding="utf-8"))


@cache
def validator(kind: str) -> Draft202012Validator:
    Draft202012Validator.check_schema(schema(kind))
    return Draft202012Validator(schema(kind))


def test_there_are_files_of_every_kind() -> None:
    assert sorted({kind_of_file(path) for path in FILES}) == KINDS


def test_the_committed_schemas_are_what_the_command_writes(tmp_path: Path) -> None:
    assert run_here("schema", "--write", str(tmp_path)).code == 0
    written, committed = (
        {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} for folder in (tmp_path, SCHEMAS)
    )
    assert written.keys() == committed.keys()
    assert [name for name in written if written[name] != committed[name]] == []


@pytest.mark.parametrize("kind", ["section", "assessment"])
def test_the_committed_schemas_are_what_the_command_prints(kind: str) -> None:
    assert run_here("schema", kind).out == (SCHEMAS / f"{kind}.json").read_text(encoding="utf-8")


def pointed_to(path: Path) -> Path | None:
    """Return the schema that the first line of a file points to."""
    found = EDITOR_LINE.match(path.read_text(encoding="utf-8"))
    return Path(os.path.normpath(path.parent / found[1])) if found else None


def test_every_law_file_begins_with_the_line_that_points_editors_to_its_schema() -> None:
    wrong = [name_of(path) for path in FILES if pointed_to(path) != SCHEMAS / f"{kind_of_file(path)}.json"]
    assert wrong == []


@pytest.mark.parametrize("kind", KINDS)
def test_an_editor_finds_nothing_wrong_with_the_law_files(kind: str) -> None:
    errors = [
        f"{name_of(path)} {error.json_path}: {error.message[:200]}"
        for path in FILES
        if kind_of_file(path) == kind
        for error in validator(kind).iter_errors(read(path))
    ]
    assert errors == []


def test_yes_and_no_and_dates_are_read_as_an_editor_reads_them() -> None:
    said = yaml.load("{a: no, b: 2026-11-21, c: 1.10, d: 007, e: '147', f: 18, g: true}", EditorLoader)  # noqa: S506
    assert said == {"a": "no", "b": "2026-11-21", "c": 1.1, "d": 7, "e": "147", "f": 18, "g": True}


SECTION = read(ROOT / "national_laws/vn/penal-code-2015/326.yaml")
ARTICLE = read(ROOT / "provisions/hanoi/art-14.yaml")
MAPPINGS = read(ROOT / "national_laws/vn/mappings/hanoi/art-14.yaml")


def changed(whole: Json, *place: str | int, to: Json) -> Json:
    """Return a file with one value changed or added."""
    new = copy.deepcopy(whole)
    inside = new
    for step in place[:-1]:
        inside = inside[step]
    inside[place[-1]] = to
    return new


@pytest.mark.parametrize(
    ("kind", "file"),
    [
        ("section", changed(SECTION, "versions", 0, "reaches", 0, "conduct", to="publsh")),
        ("section", changed(SECTION, "versions", 0, "reaches", 0, "conduct", to=["publish", "publsh"])),
        ("section", changed(SECTION, "versions", 0, "reaches", 0, "conduct", to=[])),
        ("section", changed(SECTION, "versions", 0, "reaches", 0, "conducts", to="publish")),
        ("section", changed(SECTION, "versions", 0, "reaches", 0, "condition", to=["for-gian"])),
        ("section", changed(SECTION, "versions", 0, "reaches", 0, "condition_not_met", to=["for-gian"])),
        ("section", changed(SECTION, "versions", 0, "in_force", "from", to="1/1/2018")),
        ("section", changed(SECTION, "versions", 0, "nature", to="penal")),
        ("section", changed(SECTION, "versions", 0, "status", to="in force")),
        ("section", changed(SECTION, "versions", 0, "legal_persons", to="perhaps")),
        ("section", changed(SECTION, "versions", 0, "verification", "level", to="seen")),
        ("section", changed(SECTION, "versions", 0, "sanction", "fine", "min", to="much")),
        ("section", changed(SECTION, "heading", to={"vi": "Tội"})),
        ("section", changed(SECTION, "section", to=147)),
        ("section", changed(SECTION, "sections", to="147")),
        ("section", {}),
        ("article", changed(ARTICLE, "paragraphs", 0, "kind", to="offense")),
        ("article", changed(ARTICLE, "paragraphs", 0, "duty", to="must")),
        ("article", changed(ARTICLE, "paragraphs", 0, "requires", "conduct", to="publsh")),
        ("article", changed(ARTICLE, "paragraphs", 0, "options", 0, "type", to="exception")),
        ("article", changed(ARTICLE, "paragraphs", 0, "options", 0, "needs", to="declare")),
        ("mappings", changed(MAPPINGS, 0, "claim", to="some")),
        ("mappings", changed(MAPPINGS, 0, "review", "state", to="fine")),
        ("mappings", changed(MAPPINGS, 0, "sections", to=[{"law": "penal-code-2015"}])),
        ("mappings", {"paragraph": "14.1.a"}),
    ],
)
def test_an_editor_refuses_words_that_there_are_not(kind: str, file: Json) -> None:
    assert not validator(kind).is_valid(file)


@pytest.mark.parametrize(
    ("kind", "file"),
    [
        ("section", changed(SECTION, "versions", 0, "reaches", 0, "conduct", to="publish")),
        ("section", changed(SECTION, "versions", 0, "reaches", 0, "condition_not_met", to="for-gain")),
        ("section", changed(SECTION, "versions", 0, "reaches", 0, "victim_age", to="16 or over")),
        ("section", changed(SECTION, "versions", 0, "reaches", 0, "victim_age", to=16)),
        ("section", changed(SECTION, "versions", 0, "reaches", to={"conduct": "publish"})),
        ("section", changed(SECTION, "versions", 0, "legal_persons", to="unknown")),
        ("section", changed(SECTION, "heading", to={"en": "A", "vi": "B", "fr": "C"})),
        ("article", changed(ARTICLE, "paragraphs", 0, "duty", to="may-reserve")),
    ],
)
def test_an_editor_lets_pass_what_the_guide_allows(kind: str, file: Json) -> None:
    assert [error.message for error in validator(kind).iter_errors(file)] == []


def test_an_editor_explains_every_field_of_a_section() -> None:
    section = schema("section")
    shapes = [section, *(shape for name, shape in section["$defs"].items() if name != "Scope")]
    silent = [
        f"{shape['title']}.{name}"
        for shape in shapes
        for name, field in shape.get("properties", {}).items()
        if not field.get("description")
    ]
    assert silent == []


def test_an_editor_completes_every_term_and_explains_it() -> None:
    scope = schema("section")["$defs"]["Scope"]["properties"]
    for path in (ROOT / "provisions/vocabulary").glob("*.yaml"):
        element = read(path)
        if "element" in element and element["kind"] != "age":
            one, _several = scope[element["element"]]["anyOf"]
            assert [word["const"] for word in one["oneOf"]] == list(element["terms"])
            assert all(word["description"] for word in one["oneOf"])


def test_an_editor_completes_duties_and_kinds() -> None:
    paragraph = schema("article")["$defs"]["Paragraph"]["properties"]
    assert paragraph["duty"]["enum"] == list(Duty)
    kinds = read(ROOT / "provisions/vocabulary/kinds.yaml")["kinds"]
    assert [kind["const"] for kind in paragraph["kind"]["oneOf"]] == list(kinds)
