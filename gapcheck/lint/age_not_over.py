"""GC321 age-not-over: an age is written "not over", which takes in one year more than "under".

Some laws protect persons who are "not over 15", and conventions speak of persons "under 18". The year between is easily
lost when a law is encoded or translated, so the reading is worth a second look.

PASS
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01}
        reaches: {conduct: [publish, possess], victim_age: under 16}
        verification: {level: dated, source: Official gazette 2017 no. 3, consulted: 2025-11-21}

FAIL
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01}
        reaches: {conduct: [publish, possess], victim_age: not over 15}
        verification: {level: dated, source: Official gazette 2017 no. 3, consulted: 2025-11-21}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lint.rule import Hit, Rule
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.lint.setting import Setting


def check(setting: Setting) -> Iterator[Hit]:
    """Yield the ages of sections that are written so."""
    for path, at, version in setting.versions():
        for limb, scope in enumerate(version.reaches):
            for element, terms in scope.items():
                for term in terms:
                    if term.startswith("not over "):
                        facts = {"written": term, "last": term.removeprefix("not over ")}
                        yield Hit(path, (*at, "reaches", limb, element), facts)


RULE = Rule("GC321", "age-not-over", Severity.HINT, check)
