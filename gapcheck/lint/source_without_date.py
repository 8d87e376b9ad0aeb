"""GC325 source-without-date: a source is named without the day on which it was read.

Law changes. A reader must be able to tell whether a text was read before or after an amendment, and facts after the
date of a source are not known.

PASS
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01}
        reaches: {conduct: [publish, possess]}
        verification: {level: dated, source: Official gazette 2017 no. 3, consulted: 2025-11-21}

FAIL
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01}
        reaches: {conduct: [publish, possess]}
        verification: {level: dated, source: Official gazette 2017 no. 3}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lint.rule import Hit, Rule
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.lint.setting import Setting


def check(setting: Setting) -> Iterator[Hit]:
    """Yield the sources of versions and laws that have no date."""
    for path, at, version in setting.versions():
        if version.verification and version.verification.source and version.verification.consulted is None:
            yield Hit(path, (*at, "verification"))
    for path, law in setting.laws():
        if law.verification and law.verification.source and law.verification.consulted is None:
            yield Hit(path, ("verification",))


RULE = Rule("GC325", "source-without-date", Severity.WARNING, check)
