"""Write a workspace of any size: python tools/corpus.py FOLDER ITEMS.

Half of the items are sections (a file each, in five laws) of the jurisdiction `zz`, half are paragraphs (ten to an
article) of the instrument `pact`, all of them assessed and with a mapping. As in the data that come with gapcheck,
every other paragraph is an offence and the rest are general rules; a section has 1.9 kB, a paragraph 1.2 kB, a mapping
1.3 kB. Nothing is drawn by lot: the same number makes the same files.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

PER_ARTICLE, LAWS = 10, 5
EN = (
    "Whoever with intent and without right does one of the acts named here is punished, whatever the device used, the "
    "place where it stands and the person whom it belongs to. A first offence counts as much as a later one; the fine "
    "comes in the place of imprisonment only where the harm is slight and has been made good before the judgment. "
)
VI = (
    "Người nào cố ý và trái phép thực hiện một trong các hành vi nêu tại đây thì bị xử lý, không phụ thuộc vào thiết bị"
    " được dùng, nơi đặt thiết bị và chủ sở hữu. Vi phạm lần đầu cũng bị xử lý như lần sau; chỉ phạt tiền thay cho phạt"
    " tù khi thiệt hại nhỏ và đã được khắc phục trước khi xét xử. "
)
VERIFICATION = "{level: primary, source: Consolidated text of 2025-09-05 in the gazette, consulted: 2026-11-21}"
OFFENCES = (
    (
        "produce copy procure possess control offer sell distribute transmit publish",
        "object: material, medium: visual, content: [sexual-activity, sexual-parts], depicted_age: under 18",
        "{type: limitation, scope: {depiction: virtual}",
        ("depicted_age: under 16", "content: sexual-content", "condition: [quantity-or-audience]", "means: ict-system"),
    ),
    (
        "access intercept damage delete deteriorate alter suppress input hinder",
        "object: [ict-system, electronic-data, transmission], right: without-right",
        "{type: narrowing, condition: [security-infringed]",
        ("right: without-right", "condition: [further-act]", "means: ict-system", "object: electronic-data"),
    ),
    (
        "communicate solicit groom arrange recruit-for-performance cause-to-witness humiliate",
        "victim_age: under 18, means: ict-system, purpose: [csam-offence, sexual-offence-against-child]",
        "{type: exclusion, protects: yes, scope: {offender: child}",
        ("victim_age: under 16", "offender: adult", "purpose: csam-offence", "victim_reality: actual-child"),
    ),
)
"""Fields of law: the acts, what paragraphs require besides, an option, and what sections may add."""

RULES = ("fair-trial", "rights-of-defence", "effective-prosecution", "long-limitation-period")
FIELDS = 2 * len(OFFENCES)
"""Offences have even numbers, general rules odd ones; numbers that differ by this speak of the same field."""


def some(values: Sequence[str], number: int) -> str:
    """Return one to five of the values, chosen by the bits of the number times the golden ratio (Knuth 1973, 6.4)."""
    bits = number * 2654435769 % 2**32 >> 12
    chosen = [value for place, value in enumerate(values) if bits >> place & 1]
    return ", ".join(chosen[:5] or [values[number % len(values)]])


def text(key: str, number: int, size: int, indent: str) -> str:
    """Return a text in two languages of about `size` characters each, another one for every number."""
    start = number % 89
    en, vi = (f"{number} {(sentences * 3)[start : start + size].strip()}" for sentences in (EN, VI))
    return f"{indent}{key}:\n{indent}  en: {en}\n{indent}  vi: {vi}\n"


def limbs(number: int) -> list[str]:
    """Return the two scopes that a section reaches."""
    if number % 2:
        narrower = ", for_offences: csam" if number % 3 == 0 else ""
        return [f"{{measure: {RULES[(number // FIELDS + limb) % len(RULES)]}{narrower}}}" for limb in range(2)]
    acts, _, _, added = OFFENCES[number // 2 % len(OFFENCES)]
    return [
        f"{{conduct: [{some(acts.split(), 2 * number + limb)}], {some(added, 3 * number + limb)}, mental: intent}}"
        for limb in range(2)
    ]


def section(number: int) -> str:
    """Return a section with two limbs."""
    reaches = "".join(f"      - {limb}\n" for limb in limbs(number))
    return (
        f'section: "{number}"\n{text("heading", number, 60, "")}versions:\n  - in_force: {{from: 2018-01-01}}\n'
        f"    by: 12/2017/QH14\n{text('summary', number, 200, '    ')}"
        f"    nature: {'procedural' if number % 2 else 'criminal'}\n    reaches:\n{reaches}"
        "    sanction:\n      imprisonment: {min: 6 months, max: 3 years}\n      aggravated: {max: 12 years}\n"
        "      fine: {min: 10000000, max: 100000000, currency: VND}\n    legal_persons: no\n"
        f"    verification: {VERIFICATION}\n{text('note', number + 1, 240, '    ')}"
    )


def paragraph(number: int, name: str) -> str:
    """Return a paragraph with an option."""
    at, kind, option = number % 89, "measure", "{type: form, element: nature"
    requires = f"measure: {RULES[number // FIELDS % len(RULES)]}"
    if number % 2 == 0:
        acts, required, option, _ = OFFENCES[number // 2 % len(OFFENCES)]
        kind, requires = "offence", f"conduct: [{some(acts.split(), 5 * number + 1)}], {required}"
    return (
        f'  - id: "{name}"\n    kind: {kind}\n    duty: {"may" if number % 9 == 0 else "shall"}\n'
        f"{text('summary', number, 180, '    ')}    requires: {{{requires}}}\n    options:\n"
        f'      - {option}, id: "{name}.a", summary: {{en: "{EN[at : at + 90]}", vi: "{VI[at : at + 90]}"}}}}\n'
        f"{text('note', number + 3, 120, '    ')}"
    )


def mapping(number: int, name: str, sections: int) -> str:
    """Return a mapping to two sections of the same field of law, and to a third that catches part of it."""
    near = ((number + step * FIELDS) % sections for step in range(3))
    first, second, third = (f"law-{one % LAWS}/{one}" for one in near)
    return (
        f'- paragraph: "{name}"\n  sections: [{first}, {second}]\n  incidental: [{third}]\n  searched: [law-0, law-1]\n'
        f"{text('reason', number, 420, '  ')}  claim: partial\n  confidence: high\n  by: written for the benchmark\n"
        "  on: 2026-11-21\n  review: {state: drafted}\n"
    )


def write(folder: Path, items: int) -> None:
    """Write the workspace."""
    count, files = items // 2, {}
    name = "{en: Written for the benchmark, vi: Viết cho phép đo}"
    files["provisions/pact/instrument"] = f"instrument: pact\ntitle: {name}\nadopted: 2024-12-24\n"
    files["national_laws/zz/jurisdiction"] = f"jurisdiction: zz\nname: {name}\nlanguages: [vi]\n"
    for law in range(LAWS):
        files[f"national_laws/zz/law-{law}/law"] = f"law: law-{law}\ntitle: {name}\nverification: {VERIFICATION}\n"
    for number in range(count):
        files[f"national_laws/zz/law-{number % LAWS}/{number}"] = section(number)
    for article in range(1, count // PER_ARTICLE + 1):
        members = [((article - 1) * PER_ARTICLE + place, f"{article}.{place + 1}") for place in range(PER_ARTICLE)]
        heading = f"{text('heading', article, 50, '')}theme: cybercrime\nverification: {VERIFICATION}\n"
        body = "".join(paragraph(number, its_name) for number, its_name in members)
        files[f"provisions/pact/art-{article}"] = f'article: "{article}"\n{heading}paragraphs:\n{body}'
        claims = "".join(mapping(number, its_name, count) for number, its_name in members)
        files[f"national_laws/zz/mappings/pact/art-{article}"] = claims
    for path, content in files.items():
        file = folder / f"{path}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
