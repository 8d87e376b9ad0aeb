"""Sanctions in words."""

from __future__ import annotations

import pytest

from gapcheck.model.laws import Fine, Imprisonment, Sanction
from gapcheck.report.messages import messages_in
from gapcheck.report.sanctions import sanction_text


@pytest.mark.parametrize(
    ("sanction", "english", "vietnamese"),
    [
        (None, "", ""),
        (Sanction(), "", ""),
        (
            Sanction(imprisonment=Imprisonment(min="6 months", max="3 years")),
            "imprisonment 6 months to 3 years",
            "phạt tù từ 6 tháng đến 3 năm",
        ),
        (Sanction(imprisonment=Imprisonment(max="1 year")), "imprisonment up to 1 year", "phạt tù đến 1 năm"),
        (Sanction(imprisonment=Imprisonment(min="10 days")), "imprisonment from 10 days", "phạt tù từ 10 ngày"),
        (
            Sanction(imprisonment=Imprisonment(min="20 years", max="life"), aggravated=Imprisonment(max="death")),
            "imprisonment 20 years to life; up to death in aggravated cases",
            "phạt tù từ 20 năm đến chung thân; đến tử hình trong trường hợp tăng nặng",
        ),
        (
            Sanction(fine=Fine(min=10_000_000, max=100_000_000, currency="VND")),
            "fine 10,000,000 to 100,000,000 VND",
            "phạt tiền từ 10.000.000 đến 100.000.000 VND",
        ),
        (Sanction(fine=Fine(max=500)), "fine up to 500", "phạt tiền đến 500"),
        (Sanction(other={"en": "A ban.", "vi": "Cấm."}), "A ban.", "Cấm."),
        (
            Sanction(
                imprisonment=Imprisonment(max="2 years"),
                fine=Fine(min=0, max=5, currency="EUR"),
                other={"en": "A ban."},
            ),
            "imprisonment up to 2 years; fine 0 to 5 EUR; A ban.",
            "phạt tù đến 2 năm; phạt tiền từ 0 đến 5 EUR; A ban.",
        ),
    ],
)
def test_a_sanction_is_said_in_both_languages(sanction: Sanction | None, english: str, vietnamese: str) -> None:
    assert sanction_text(sanction, messages_in("en")) == english
    assert sanction_text(sanction, messages_in("vi")) == vietnamese
