"""GC303 vietnamese-missing: a text that readers see has no Vietnamese.

Reports in Vietnamese fall back on English where a text is missing. The international side and the vocabulary are
needed in both languages everywhere; the files of a jurisdiction only where Vietnamese is one of its languages.

PASS
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01}
        reaches: {conduct: publish}
        verification: {level: dated, source: Official gazette 2017 no. 3}

PASS
    # national_laws/zz/jurisdiction.yaml
    jurisdiction: zz
    name: {en: Zedland}
    languages: [en]

FAIL 2
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication}
    versions:
      - in_force: {from: 2018-01-01}
        summary: {en: Whoever publishes.}
        reaches: {conduct: publish}
        verification: {level: dated, source: Official gazette 2017 no. 3}

FAIL
    # provisions/vocabulary/conduct.yaml
    element: conduct
    kind: terms
    label: {en: Conduct, vi: Hành vi}
    definition: {en: What the person does., vi: Việc mà người thực hiện làm.}
    terms:
      publish: {label: {en: publishing}, definition: {en: Making public., vi: Đưa ra công khai.}}
      possess: {label: {en: possessing, vi: tàng trữ}, definition: {en: Having., vi: Đang có.}}
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from gapcheck.lint.rule import Hit, Rule
from gapcheck.lint.setting import article_file, folder_of, mapping_file, section_file, vocabulary_file
from gapcheck.model.reading import yaml_name
from gapcheck.source.diagnostics import Severity
from gapcheck.workspace.discover import PROVISIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.lint.setting import At, Setting
    from gapcheck.model.books import StatuteBook, TreatyBook, Vocabulary

_VIETNAMESE = "vi"


def check(setting: Setting) -> Iterator[Hit]:
    """Yield the texts without Vietnamese."""
    for path, start, value in _all_values(setting):
        for at, text in _texts_in(value, start):
            if _VIETNAMESE not in text:
                yield Hit(path, at)


def _all_values(setting: Setting) -> Iterator[tuple[str, At, object]]:
    """Yield what the files hold that are to be read in Vietnamese, with the place of each value."""
    workspace = setting.workspace
    yield from _of_vocabulary(workspace.vocabulary)
    for treaty in workspace.treaties.values():
        yield from _of_treaty(treaty)
    for statutes in workspace.statutes.values():
        if _VIETNAMESE in statutes.jurisdiction.languages:
            yield from _of_statutes(statutes)


def _of_vocabulary(vocabulary: Vocabulary) -> Iterator[tuple[str, At, object]]:
    for name, element in vocabulary.elements.items():
        yield vocabulary_file(name), (), element
    for name, kind in vocabulary.kinds.items():
        yield vocabulary_file("kinds"), ("kinds", name), kind


def _of_treaty(treaty: TreatyBook) -> Iterator[tuple[str, At, object]]:
    yield f"{PROVISIONS}/{treaty.name}/instrument.yaml", (), treaty.instrument
    for article in treaty.articles:
        yield article_file(treaty, article.article), (), article


def _of_statutes(statutes: StatuteBook) -> Iterator[tuple[str, At, object]]:
    folder = folder_of(statutes)
    yield f"{folder}/jurisdiction.yaml", (), statutes.jurisdiction
    yield f"{folder}/evidence.yaml", ("evidence",), statutes.figures
    for name, law in statutes.laws.items():
        yield f"{folder}/{name}/law.yaml", (), law
    for local, section in statutes.sections.items():
        yield section_file(statutes, local), (), section
    for instrument, mappings in statutes.mappings.items():
        for mapping in mappings.values():
            yield mapping_file(statutes, instrument, mapping.paragraph), (mapping.paragraph,), mapping


def _texts_in(value: object, at: At) -> Iterator[tuple[At, dict[str, str]]]:
    """Yield the texts of a value with their places: a text is a mapping that has English."""
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts_in(getattr(value, field.name), (*at, yaml_name(field.name)))
    elif isinstance(value, dict):
        if isinstance(value.get("en"), str):
            yield at, value
            return
        for key, inner in value.items():
            yield from _texts_in(inner, (*at, key))
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            yield from _texts_in(inner, (*at, number))


RULE = Rule("GC303", "vietnamese-missing", Severity.WARNING, check)
