"""Vietnamese headings use the terms that Vietnamese law and the Vietnamese press use."""

from __future__ import annotations

import re

import pytest

from gapcheck import api

TERMS = {
    "child sexual abuse material": "tài liệu xâm hại tình dục trẻ em",
    "confiscation": "tịch thu",
    "content data": "dữ liệu nội dung",
    "criminal liability": "trách nhiệm hình sự",
    "expedited preservation": "bảo quản khẩn cấp",
    "extradition": "dẫn độ",
    "freezing": "phong tỏa",
    "illegal access": "truy cập trái phép",
    "illegal interception": "chặn thu trái phép",
    "intimate images": "hình ảnh riêng tư",
    "misuse of devices": "lạm dụng thiết bị",
    "money laundering": "rửa tiền",
    "non-consensual dissemination": "không có sự đồng ý",
    "obscene cultural products": "văn hóa phẩm đồi trụy",
    "production order": "lệnh cung cấp",
    "service provider": "cung cấp dịch vụ",
    "subscriber information": "thông tin thuê bao",
    "traffic data": "dữ liệu lưu lượng",
    "witness protection": "người làm chứng",
}
"""English term: what has to stand in the Vietnamese text."""


@pytest.fixture(scope="module")
def names() -> list[tuple[str, str]]:
    """Return the headings and titles of the law that comes with gapcheck, in English and Vietnamese."""
    data = api.open_data(None)
    held = [
        text
        for treaty in data.treaties.values()
        for article, paragraph in treaty.paragraphs()
        for text in (article.heading, paragraph.heading)
    ]
    for book in data.statutes.values():
        held += [law.title for law in book.laws.values()]
        held += [section.heading for _, section in book.in_reading_order()]
    return [(text["en"].casefold(), text["vi"].casefold()) for text in held if text and {"en", "vi"} <= text.keys()]


@pytest.mark.parametrize("english", TERMS)
def test_a_term_is_said_as_in_the_glossary(english: str, names: list[tuple[str, str]]) -> None:
    said = [vietnamese for heading, vietnamese in names if re.search(rf"\b{english}\b", heading)]
    assert said
    assert [vietnamese for vietnamese in said if TERMS[english] not in vietnamese] == []
