"""GC301 section-without-source: a version of a section does not say where it was read.

A reader must be able to hold the encoding against the law. Without a source nobody can, and everything that rests on
the version counts as general knowledge that was not checked.

PASS
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01}
        reaches: {conduct: publish}
        verification: {level: dated, source: Official gazette 2017 no. 3, consulted: 2025-11-21}

FAIL 2
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01, to: 2024-12-31}
        reaches: {conduct: publish}
      - in_force: {from: 2025-01-01}
        reaches: {conduct: publish}
        verification: {level: dated}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lint.rule import Hit, Rule
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.lint.setting import Setting


def check(setting: Setting) -> Iterator[Hit]:
    """Yield the versions that cite nothing."""
    for path, at, version in setting.versions():
        if version.verification is None or version.verification.source is None:
            yield Hit(path, (*at, "verification"), {"since": version.in_force.from_.isoformat()})


RULE = Rule("GC301", "section-without-source", Severity.WARNING, check)
