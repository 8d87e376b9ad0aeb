"""The worklist of a lawyer who checks texts: what is not verified and holds down most comes first."""

from __future__ import annotations

from gapcheck.assess.worklist import Text, worklist
from gapcheck.model.laws import Law
from gapcheck.model.provisions import Duty
from gapcheck.model.verification import Level
from tests.small_law import (
    DAY,
    assessed,
    bench,
    checked,
    english,
    law_that_reaches,
    mapping,
    paragraph,
    period,
    section,
    statutes,
    version,
    words,
)

ONE = paragraph(words(conduct="produce"), number="1.1", verification=checked(Level.PRIMARY))
TWO = paragraph(words(conduct="possess"), number="1.2", verification=checked(Level.PRIMARY))
MAY = paragraph(words(conduct="publish"), number="1.3", duty=Duty.MAY, verification=checked(Level.PRIMARY))
REACHES_ALL = words(conduct=["produce", "possess", "publish"])


def listed(**levels: Level) -> list[Text]:
    """Return the worklist of a law whose section a answers 1.1 and 1.2, b answers 1.2, c answers 1.3, d nothing."""
    sections = {
        f"code/{name}": law_that_reaches(REACHES_ALL, verification=checked(level)) for name, level in levels.items()
    }
    sections["code/old"] = section(version(REACHES_ALL, in_force=period(last="2001-01-01")))
    of = {"1.1": ["code/a"], "1.2": ["code/a", "code/b"], "1.3": ["code/c"]}
    mappings = [
        mapping(number, sections=tuple(local for local in names if local in sections)) for number, names in of.items()
    ]
    book = statutes(sections, mappings)
    on = bench(ONE, TWO, MAY, of=book)
    return list(worklist(book, [assessed(on, number) for number in of], DAY))


def test_what_holds_down_most_binding_findings_comes_first() -> None:
    found = listed(a=Level.DATED, b=Level.MEMORY, c=Level.MEMORY, d=Level.MEMORY)
    assert [(text.name, text.decides) for text in found] == [("code/a", 1), ("code/b", 1), ("code/c", 0), ("code/d", 0)]


def test_a_verified_text_comes_after_all_others_and_decides_nothing_worse() -> None:
    found = listed(a=Level.PRIMARY, b=Level.PRIMARY_OTHER_LANGUAGE, c=Level.SECONDARY, d=Level.MEMORY)
    assert [text.name for text in found] == ["code/c", "code/d", "code/a", "code/b"]
    assert [text.is_verified for text in found] == [False, False, True, True]


def test_a_section_that_is_not_in_force_is_no_work() -> None:
    assert "code/old" not in [text.name for text in listed(a=Level.DATED)]


def test_a_law_that_was_searched_in_vain_bears_the_finding() -> None:
    laws = {"code": Law(law="code", title=english(), verification=checked(Level.SECONDARY))}
    book = statutes({}, [mapping("1.1", searched=("code", "unknown"))], laws=laws)
    (text,) = worklist(book, [assessed(bench(ONE, of=book))], DAY)
    assert (text.name, text.is_law, text.level, text.decides) == ("code", True, Level.SECONDARY, 1)
    assert [finding.id.number for finding in text.findings] == ["1.1"]
