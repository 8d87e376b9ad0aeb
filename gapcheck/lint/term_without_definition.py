"""GC310 term-without-definition: an element, a term or a kind of the vocabulary is not defined.

Two lawyers use a term alike only if they read the same sentence about it. The definition is also what reports and
`gapcheck show` say of the term.

PASS
    # provisions/vocabulary/conduct.yaml
    element: conduct
    kind: terms
    label: {en: Conduct, vi: Hành vi}
    definition: {en: What the person does., vi: Việc mà người thực hiện làm.}
    terms:
      publish: {label: {en: publishing, vi: phổ biến}, definition: {en: Making public., vi: Đưa ra công khai.}}
      possess: {label: {en: possessing, vi: tàng trữ}, definition: {en: Having., vi: Đang có.}}

FAIL 2
    # provisions/vocabulary/conduct.yaml
    element: conduct
    kind: terms
    label: {en: Conduct, vi: Hành vi}
    terms:
      publish: {label: {en: publishing, vi: phổ biến}, definition: {en: Making public., vi: Đưa ra công khai.}}
      possess: {label: {en: possessing, vi: tàng trữ}}

FAIL
    # provisions/vocabulary/kinds.yaml
    kinds:
      offence: {label: {en: Offence, vi: Tội phạm}, requires: {nature: criminal}, lead: conduct}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lint.rule import Hit, Rule
from gapcheck.lint.setting import vocabulary_file
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.lint.setting import Setting


def check(setting: Setting) -> Iterator[Hit]:
    """Yield what has no definition."""
    for name, element in setting.workspace.vocabulary.elements.items():
        path = vocabulary_file(name)
        if element.definition is None:
            yield Hit(path, ("element",), {"term": name})
        for term, value in element.terms.items():
            if value.definition is None:
                yield Hit(path, ("terms", term, "definition"), {"term": term})
    for name, kind in setting.workspace.vocabulary.kinds.items():
        if kind.definition is None:
            yield Hit(vocabulary_file("kinds"), ("kinds", name, "definition"), {"term": name})


RULE = Rule("GC310", "term-without-definition", Severity.WARNING, check)
