"""Figures: what a paragraph asks for, what the sections set, and whether that is enough."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gapcheck.model.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gapcheck.model.ids import SectionId
    from gapcheck.model.laws import Quantity
    from gapcheck.model.provisions import Threshold

FigureSet = tuple["SectionId | None", "Quantity"]
"""A figure with the section that sets it; no section where the law is imagined."""


@dataclass(frozen=True)
class Measured:
    """A figure that a paragraph asks for, beside those that the sections set."""

    threshold: Threshold
    figures: tuple[FigureSet, ...]
    is_open: bool = False
    """Whether a further figure may be set by a section whose file has errors."""

    @property
    def is_met(self) -> bool | None:
        """Whether one of the sections goes far enough; None where none sets the figure, or another one still may."""
        if any(self.threshold.is_met_by(quantity.value, quantity.unit) for _, quantity in self.figures):
            return True
        return None if self.is_open or not self.figures else False


def measured(
    thresholds: Iterable[Threshold], figures: Iterable[FigureSet], *, is_open: bool = False
) -> tuple[Measured, ...]:
    """Hold the figures of the sections against those that a paragraph asks for."""
    figures = tuple(figures)
    return tuple(
        Measured(threshold, tuple(figure for figure in figures if figure[1].measure == threshold.measure), is_open)
        for threshold in thresholds
    )


def with_figures(verdict: Verdict, figures: Iterable[Measured]) -> Verdict:
    """Return the verdict once the figures count too: too small a figure is a gap, one that nobody recorded decides."""
    met = [figure.is_met for figure in figures]
    if verdict not in {Verdict.ALIGNED, Verdict.ALIGNED_BY_OPTION, Verdict.ARGUABLE} or all(met):
        return verdict
    return Verdict.PARTIAL if False in met else Verdict.UNDETERMINED
