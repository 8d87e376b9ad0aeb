"""Sanctions in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.report.dates import written_number

if TYPE_CHECKING:
    from gapcheck.model.laws import Fine, Imprisonment, Sanction
    from gapcheck.report.messages import Messages


def sanction_text(sanction: Sanction | None, messages: Messages) -> str:
    """Return what a section threatens, or nothing where it threatens nothing."""
    if sanction is None:
        return ""
    said = []
    if sanction.imprisonment:
        said.append(messages.say("sanction", "imprisonment", range=_years(sanction.imprisonment, messages)))
    if sanction.aggravated and sanction.aggravated.max:
        said.append(messages.say("sanction", "aggravated", max=length_text(sanction.aggravated.max, messages)))
    if sanction.fine:
        currency = messages.text({"en": sanction.fine.currency or ""})
        said.append(messages.say("sanction", "fine", range=_money(sanction.fine, messages), currency=currency))
    said.append(messages.text(sanction.other))
    return "; ".join(part.strip() for part in said if part)


def length_text(written: str, messages: Messages) -> str:
    """Return a length like `6 months`, `life` or `death` in words."""
    number, _, unit = written.partition(" ")
    if not unit:
        return messages.say("sanction", written)
    return messages.count("unit", unit.rstrip("s"), int(number))


def _years(range_: Imprisonment, messages: Messages) -> str:
    least = length_text(range_.min, messages) if range_.min else ""
    most = length_text(range_.max, messages) if range_.max else ""
    return _range(least, most, messages)


def _money(fine: Fine, messages: Messages) -> str:
    least, most = ("" if sum_ is None else written_number(sum_, messages) for sum_ in (fine.min, fine.max))
    return _range(least, most, messages)


def _range(least: str, most: str, messages: Messages) -> str:
    if least and most:
        return messages.say("sanction", "range", min=least, max=most)
    return messages.say("sanction", "up-to", max=most) if most else messages.say("sanction", "from", min=least)
