"""GC306 versions-overlap: two versions of a section count at the same time.

On any day a section has one text. Where two versions count on the same day the first in the file is taken and the
other is never seen, so the verdict depends on their order; the older one usually lacks its last day.

PASS
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01, to: 2024-12-31}
        reaches: {conduct: publish}
        verification: {level: dated, source: Official gazette 2017 no. 3}
      - in_force: {from: 2025-01-01}
        reaches: {conduct: [publish, possess]}
        verification: {level: dated, source: Official gazette 2024 no. 8}

FAIL
    # national_laws/zz/act/1.yaml
    section: "1"
    heading: {en: Publication, vi: Phổ biến}
    versions:
      - in_force: {from: 2018-01-01}
        reaches: {conduct: publish}
        verification: {level: dated, source: Official gazette 2017 no. 3}
      - in_force: {from: 2025-01-01}
        reaches: {conduct: [publish, possess]}
        verification: {level: dated, source: Official gazette 2024 no. 8}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lint.rule import Hit, Rule
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.lint.setting import Setting
    from gapcheck.model.laws import Version


def check(setting: Setting) -> Iterator[Hit]:
    """Yield every version that counts on a day on which an earlier one in the file counts too."""
    for path, section in setting.sections():
        for number, version in enumerate(section.versions):
            other = next((earlier for earlier in section.versions[:number] if _overlap(earlier, version)), None)
            if other:
                shared = max(version.in_force.from_, other.in_force.from_).isoformat()
                facts = {"since": version.in_force.from_.isoformat(), "other": other.in_force.from_.isoformat()}
                yield Hit(path, ("versions", number, "in_force"), {**facts, "day": shared})


def _overlap(one: Version, other: Version) -> bool:
    """Whether both count on the first day that both periods hold, if there is one."""
    first_shared = max(one.in_force.from_, other.in_force.from_)
    return one.counts_on(first_shared) and other.counts_on(first_shared)


RULE = Rule("GC306", "versions-overlap", Severity.WARNING, check)
