"""Days of force."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gapcheck.model.reading import IN_YAML, LegalDate

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days of force, both ends included."""

    __pydantic_config__ = IN_YAML
    from_: LegalDate
    """The first day."""
    to: LegalDate | None = None
    """The last day, when it has ended."""

    def holds(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return self.from_ <= day and (self.to is None or day <= self.to)
