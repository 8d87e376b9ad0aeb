"""The schemas for editors describe what the reader accepts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from gapcheck.source.json_schemas import SHAPES, file_schemas
from gapcheck.source.yaml_text import read_yaml
from gapcheck.workspace.workspace import Workspace
from tests.unit.source.reading import data_of
from tests.unit.workspace.tiny import ARTICLE, FILES, LAW, NEXT_SECTION, Tiny

SECTION_START = 'section: "1"\nheading: {en: x}\nversions:\n  - in_force: {from: 2018-01-01}\n'


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return Tiny(tmp_path_factory.mktemp("schemas")).open()


@pytest.fixture(scope="module")
def schemas(workspace: Workspace) -> dict[str, dict[str, Any]]:
    return file_schemas(workspace.vocabulary)


def complaints(schema: dict[str, Any], text: str) -> list[str]:
    """Return the paths at which an editor would complain."""
    return [one.json_path for one in Draft202012Validator(schema).iter_errors(data_of(text))]


def test_every_kind_of_file_has_a_schema_that_is_one(schemas: dict[str, dict[str, Any]]) -> None:
    assert sorted(schemas) == sorted(SHAPES)
    for name, schema in schemas.items():
        Draft202012Validator.check_schema(schema)
        assert schema["title"] == f"gapcheck {name}"


def test_what_the_reader_accepts_the_schemas_accept(workspace: Workspace, schemas: dict[str, dict[str, Any]]) -> None:
    for path, file in workspace.files.items():
        data = read_yaml(path, FILES[path].encode()).data
        found = Draft202012Validator(schemas[file.kind.value]).iter_errors(data)
        assert [(path, one.json_path, one.message) for one in found] == []


@pytest.mark.parametrize(
    ("name", "text", "at"),
    [
        ("law", "law: x\ntitle: {en: x}\ntitel: y\n", "$"),
        ("law", "law: x\ntitle: {vi: x}\n", "$.title"),
        ("law", "law: x\ntitle: {en: x}\nin_force: {from: 2018-1-1}\n", "$.in_force"),
        ("section", f"{SECTION_START}    reaches: {{conducts: publish}}\n", "$.versions[0].reaches"),
        ("section", f"{SECTION_START}    reaches: [{{conduct: publich}}]\n", "$.versions[0].reaches"),
        ("section", f"{SECTION_START}    reaches: []\n    nature: penal\n", "$.versions[0].nature"),
        (
            "article",
            'article: "1"\nheading: {en: x}\nparagraphs: [{id: "1", kind: ofence, duty: shall}]\n',
            "$.paragraphs[0].kind",
        ),
        ("mappings", "paragraph: x\n", "$"),
    ],
)
def test_what_the_reader_refuses_the_schemas_refuse(
    schemas: dict[str, dict[str, Any]], name: str, text: str, at: str
) -> None:
    found = complaints(schemas[name], text)
    assert len(found) == 1
    assert found[0].startswith(at)


def test_conditions_can_be_asked_for_not_to_be_met(schemas: dict[str, dict[str, Any]]) -> None:
    scope = schemas["section"]["$defs"]["Scope"]["properties"]
    assert scope["condition_not_met"] == scope["condition"]
    assert complaints(schemas["section"], f"{SECTION_START}    reaches: {{condition_not_met: for-gain}}\n") == []


def test_fields_are_described_by_what_the_model_says_of_them(schemas: dict[str, dict[str, Any]]) -> None:
    assert schemas["law"]["properties"]["law"]["description"] == "The name of the folder."
    assert schemas["law"]["$defs"]["Period"]["properties"]["from"]["description"] == "The first day."
    words = schemas["article"]["$defs"]["Scope"]["properties"]["conduct"]["anyOf"][0]["oneOf"]
    assert words[0] == {"const": "publish", "description": "publishing"}


def test_schemas_of_a_vocabulary_without_conditions_know_none(tmp_path: Path) -> None:
    path = "provisions/vocabulary/conduct.yaml"
    defined = FILES[path].replace("{label: {en: possessing}}", "{label: {en: possessing}, definition: {en: Having.}}")
    vocabulary = Tiny(tmp_path, {path: defined, LAW: "", ARTICLE: "", NEXT_SECTION: ""}).open().vocabulary
    scope = file_schemas(vocabulary)["section"]["$defs"]["Scope"]["properties"]
    assert list(scope) == ["conduct"]
    assert scope["conduct"]["anyOf"][0]["oneOf"][1] == {"const": "possess", "description": "possessing. Having."}
