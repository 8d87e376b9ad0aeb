"""GC312 law-without-source: a law does not say where it was read.

What is said of a law as a whole (its number, its dates, that it was searched and has nothing) rests on having read
it. Without a source a verdict that rests on the search counts as general knowledge that was not checked.

PASS
    # national_laws/zz/act/law.yaml
    law: act
    title: {en: Act, vi: Luật}
    verification: {level: dated, source: Official gazette 2017 no. 3, consulted: 2025-11-21}

FAIL
    # national_laws/zz/act/law.yaml
    law: act
    title: {en: Act, vi: Luật}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lint.rule import Hit, Rule
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.lint.setting import Setting


def check(setting: Setting) -> Iterator[Hit]:
    """Yield the laws that cite nothing."""
    for path, law in setting.laws():
        if law.verification is None or law.verification.source is None:
            at = ("verification",) if law.verification else ("law",)
            yield Hit(path, at, {"law": law.law})


RULE = Rule("GC312", "law-without-source", Severity.WARNING, check)
