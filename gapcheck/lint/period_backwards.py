"""GC311 period-backwards: a period ends before it begins.

A version or law with such a period is in force on no day at all and reaches nothing. Usually the two days are
exchanged or a year is mistyped.

PASS
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01, to: 2018-01-01}
        reaches: {conduct: publish}
        verification: {level: dated, source: Official gazette 2017 no. 3}

FAIL 2
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01, to: 2017-12-31}
        reaches: {conduct: publish}
        verification: {level: dated, source: Official gazette 2017 no. 3}
    # national_laws/zz/act/law.yaml
    law: act
    title: {en: Act, vi: Luật}
    in_force: {from: 2018-01-01, to: 2008-01-01}
    verification: {level: dated, source: Official gazette 2017 no. 3}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lint.rule import Hit, Rule
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.lint.setting import At, Setting
    from gapcheck.model.period import Period


def check(setting: Setting) -> Iterator[Hit]:
    """Yield the periods of versions and laws whose last day lies before their first."""
    for path, at, version in setting.versions():
        yield from _backwards(path, at, version.in_force)
    for path, law in setting.laws():
        yield from _backwards(path, (), law.in_force)


def _backwards(path: str, at: At, period: Period | None) -> Iterator[Hit]:
    if period and period.to and period.to < period.from_:
        facts = {"since": period.from_.isoformat(), "until": period.to.isoformat()}
        yield Hit(path, (*at, "in_force", "to"), facts)


RULE = Rule("GC311", "period-backwards", Severity.ERROR, check)
