"""GC324 versions-gap: there are days between two versions of a section on which it has no text.

A law rarely stops and begins again. A hole between two versions is mostly a wrong date, and an assessment of a day in
it would say that the section reaches nothing. Where the law was really repealed and made anew, a version with the
status `repealed` for the days between says so.

PASS
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01, to: 2024-12-31}
        reaches: {conduct: publish}
        verification: {level: dated, source: Official gazette 2017 no. 3, consulted: 2025-11-21}
      - in_force: {from: 2025-01-01}
        reaches: {conduct: [publish, possess]}
        verification: {level: dated, source: Official gazette 2024 no. 8, consulted: 2025-11-21}

FAIL
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01, to: 2024-12-31}
        reaches: {conduct: publish}
        verification: {level: dated, source: Official gazette 2017 no. 3, consulted: 2025-11-21}
      - in_force: {from: 2025-02-01}
        reaches: {conduct: [publish, possess]}
        verification: {level: dated, source: Official gazette 2024 no. 8, consulted: 2025-11-21}
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from gapcheck.lint.rule import Hit, Rule
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.lint.setting import Setting

_ONE_DAY = timedelta(days=1)


def check(setting: Setting) -> Iterator[Hit]:
    """Yield the versions that begin later than the day after those before them end."""
    for path, section in setting.sections():
        in_order = sorted(enumerate(section.versions), key=lambda item: item[1].in_force.from_)
        covered = None
        for number, version in in_order:
            if covered is not None and version.in_force.from_ > covered + _ONE_DAY:
                facts = {"last": covered.isoformat(), "since": version.in_force.from_.isoformat()}
                yield Hit(path, ("versions", number, "in_force"), facts)
            if version.in_force.to is None:
                break
            covered = max(covered or version.in_force.to, version.in_force.to)


RULE = Rule("GC324", "versions-gap", Severity.WARNING, check)
