"""gapcheck explain: everything that stands behind one verdict."""

from __future__ import annotations

import re

import pytest

from gapcheck.report.messages import LANGUAGES, messages_in
from tests.unit.cli.running import DAY, Ran, run_here, workspace

BLOCKS = (
    "requirement", "cover", "residue", "options", "contested", "near", "considered", "overreach", "reason", "rests",
    "evidence", "pieces",
)  # fmt: skip
HEADINGS = {name: tuple(messages_in(language).say("explain", name) for language in LANGUAGES) for name in BLOCKS}
SAID_OF = {
    "14.1.c": {"requirement", "cover", "residue", "options", "near", "considered", "overreach", "reason", "rests"},
    "15.1": {
        "requirement",
        "cover",
        "residue",
        "options",
        "contested",
        "near",
        "considered",
        "reason",
        "rests",
        "evidence",
    },
    "16.1": {
        "requirement",
        "cover",
        "residue",
        "options",
        "contested",
        "near",
        "considered",
        "reason",
        "rests",
        "evidence",
    },
}


def explained(number: str, *words: str, day: str = DAY, lang: str = "en") -> Ran:
    ran = run_here("explain", "vn", number, "--as-of", day, "--lang", lang, *words)
    assert ran.code == 0, ran.err
    assert ran.err == ""
    return ran


def blocks(ran: Ran) -> dict[str, list[str]]:
    """Return the lines below each heading, without their indentation."""
    found: dict[str, list[str]] = {}
    for block in ran.out.rstrip().split("\n\n")[1:]:
        heading, *lines = block.splitlines()
        found[heading] = [line.strip() for line in lines]
    return found


def block(name: str, ran: Ran) -> list[str]:
    said = blocks(ran)
    return next(said[heading] for heading in HEADINGS[name] if heading in said)


def headings(ran: Ran) -> set[str]:
    said = blocks(ran)
    return {name for name, words in HEADINGS.items() if any(heading in said for heading in words)}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("number", SAID_OF)
def test_all_that_stands_behind_a_verdict_is_shown(number: str, lang: str) -> None:
    ran = explained(number, lang=lang)
    assert headings(ran) == SAID_OF[number]
    assert ran.lines[0].startswith(f"hanoi:{number}  ")
    assert ran.lines[2] == {"en": "Verdict: missing", "vi": "Kết luận: thiếu"}[lang]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("number", SAID_OF)
def test_all_adds_the_exact_pieces_and_hides_nothing(number: str, lang: str) -> None:
    short, full = explained(number, lang=lang), explained(number, "--all", lang=lang)
    assert headings(full) == SAID_OF[number] | {"pieces"}
    for name in SAID_OF[number] - {"near"}:
        assert set(block(name, short)) <= set(block(name, full))


def test_few_near_misses_are_shown_and_the_others_counted() -> None:
    short, full = explained("16.1"), explained("16.1", "--all")
    shown, *more = block("near", short)[:5], block("near", short)[5]
    assert block("near", full)[:5] == shown
    hidden = len(block("near", full)) - 5
    assert more == [f"and {hidden} more: gapcheck explain vn hanoi:16.1 --all shows them."]


def test_a_near_miss_names_the_section_the_acts_and_the_one_change() -> None:
    near = block("near", explained("14.1.c"))
    assert (
        "penal-code-2015/326 (Dissemination of obscene cultural products): "
        "would reach possessing if it applied whether or not it is for dissemination."
    ) in near[:2]
    assert (
        "decree-330-2026/31 (Breaches of child protection in cyberspace): "
        "would reach possessing if it were criminal punishment instead of administrative sanction."
    ) in near


def test_a_change_that_would_close_the_gap_says_so() -> None:
    assert block("near", explained("17.1.b.i"))[0].endswith("That would close the gap.")


def test_the_cover_table_has_a_row_an_act_and_a_column_an_age_band() -> None:
    assert block("cover", explained("14.1.c")) == [
        "Conduct      under 16                      aged 16 or 17",
        "controlling  no                            no",
        "possessing   in part: penal-code-2015/326  in part: penal-code-2015/326",
    ]


def test_the_cover_table_has_one_column_where_no_age_matters() -> None:
    header, *rows = block("cover", explained("17.1.b.i"))
    assert re.split(r"\s{2,}", header) == ["Conduct", "All"]
    assert all(re.search(r"  (no|yes: .+|in part: .+)$", row) for row in rows)


def test_the_requirement_says_what_is_demanded_and_what_every_offence_demands() -> None:
    demanded = block("requirement", explained("14.1.c"))
    assert demanded[1] == "Duty: must"
    assert "Conduct: possessing; controlling" in demanded
    assert "Age of the person shown: under 18" in demanded
    every_offence = "punishing the act itself; intent; criminal punishment; perpetrators"
    assert f"As for every paragraph of this kind (Offence): {every_offence}" in demanded


@pytest.mark.parametrize(
    ("number", "piece"),
    [
        ("14.1.c", "gap: controlling"),
        ("14.1.c", "permitted (14.3.a, may limit): virtual images"),
        ("15.1", "arguable: persons aged 16 or 17. The article leaves"),
        ("15.3", "recommendation: communicating with a child"),
    ],
)
def test_each_part_of_what_is_left_has_its_class_and_its_reason(number: str, piece: str) -> None:
    assert any(line.startswith(piece) for line in block("residue", explained(number)))


def test_an_option_says_whether_it_plays_a_part() -> None:
    options = block("options", explained("14.1.c"))
    assert options[0].startswith("14.3.a (may limit; part of what is uncovered falls here): A State may")
    assert options[1].startswith("14.3.b (may limit; plays no part): A State may")


def test_an_option_that_needs_a_reservation_says_so() -> None:
    (option,) = (line for line in block("options", explained("11.1.b")) if line.startswith("11.3 "))
    assert "needs a reservation on deposit" in option


def test_sections_say_what_they_were_made_for_and_their_nature() -> None:
    considered = block("considered", explained("14.1.c"))
    assert considered[0].startswith(
        "penal-code-2015/326 Dissemination of obscene cultural products (Tội truyền bá văn hóa phẩm đồi trụy), "
        "criminal (made for something else"
    )
    assert "administrative (made for something else" in considered[1]
    assert considered[-1].startswith("Laws searched: Penal Code (100/2015/QH13), ")
    assert "(made for this" in block("considered", explained("7.1"))[0]


def test_what_it_rests_on_is_each_text_with_its_level_and_the_weakest_of_them() -> None:
    rests = block("rests", explained("14.1.c"))
    assert rests[0].startswith("Paragraph: authentic text in another language. A/RES/79/243")
    assert rests[1].startswith("penal-code-2015/326: official text in force. ")
    assert rests[-2].startswith("Mapping: drafted, not reviewed; confidence high. ")
    assert rests[-1] == "Weakest of these: secondary source."
    assert block("rests", explained("16.1"))[-1] == "Weakest of these: general knowledge, not checked."


def test_the_conclusion_of_the_lawyer_stands_beside_the_computed_one() -> None:
    assert block("reason", explained("14.1.c"))[-1] == "The lawyer concludes: none. The computed verdict agrees."


def test_a_gap_says_what_the_treaty_asks_of_the_state_by_now() -> None:
    signed = "Viet Nam has signed the Hanoi Convention but not ratified it (as of 28 January 2026)"
    signed += ": these would be gaps on ratification."
    assert signed in block_of_verdict(explained("14.1.c"))
    assert signed not in explained("20").out


def block_of_verdict(ran: Ran) -> list[str]:
    return next(lines for heading, lines in blocks(ran).items() if heading.startswith("Verdict: "))


def test_figures_say_why_it_matters() -> None:
    evidence = block("evidence", explained("16.1"))
    assert evidence
    assert all(re.search(r" - .+, \d{1,2} [A-Z][a-z]+ \d{4}$", line) for line in evidence)


def test_a_paragraph_on_which_a_fact_is_open_names_the_fact_before_the_worst_that_can_be() -> None:
    ran = explained("6.1")
    assert ran.lines[2] == "Verdict: undetermined"
    *facts, at_worst, worst = block_of_verdict(ran)
    assert facts
    assert all(re.fullmatch(r"Not known: Rule or safeguard of [a-z0-9-]+/\d+\.", fact) for fact in facts)
    assert (at_worst, worst) == ("At worst:", "Not reached at all: consistency with human rights.")
    assert block("reason", ran)[-1] == "The lawyer concludes: partial. The computed verdict is open."
    assert "would be gaps" not in ran.out


def test_a_paragraph_that_does_not_concern_viet_nam_says_why_and_weighs_nothing() -> None:
    ran = explained("17.2.b", "--all")
    assert ran.lines[2] == "Verdict: not applicable"
    assert block_of_verdict(ran)[0].startswith("Vietnamese law works with no list of source offences: ")
    assert not headings(ran) & {"cover", "residue", "near", "pieces"}


def test_what_is_left_to_choice_is_a_recommendation_and_never_a_gap() -> None:
    ran = explained("15.3")
    assert ran.lines[2] == "Verdict: missing (optional)"
    assert "A State may go this far; not doing so is no gap." in block_of_verdict(ran)
    assert "would be gaps" not in ran.out


def test_an_aligned_paragraph_says_that_nothing_is_left() -> None:
    ran = explained("20")
    assert ran.lines[2:4] == ["Verdict: aligned", "  Nothing is left uncovered."]
    assert not headings(ran) & {"residue", "near"}


@pytest.mark.parametrize(
    ("number", "day", "note"),
    [
        (
            "16.1",
            "2017-06-01",
            "(Tội truyền bá văn hóa phẩm đồi trụy) (not in force on this day: from 1 January 2018)",
        ),
        ("14.1.c", "2026-06-30", "(not in force on this day: from 19 August 2026)"),
        ("14.1.c", "2026-06-30", "(not in force on this day: from 1 July 2026)"),
    ],
)
def test_a_section_that_is_not_in_force_on_the_day_is_listed_with_its_dates(number: str, day: str, note: str) -> None:
    assert any(line.endswith(note) for line in block("considered", explained(number, day=day)))


def test_before_the_penal_code_nothing_reached_intimate_images() -> None:
    ran = explained("16.1", day="2017-06-01")
    assert block_of_verdict(ran)[0] == "Not reached at all: supplying in any way."
    assert "caught in part" not in ran.out
    assert all("no" in row.split() for row in block("cover", ran)[1:])


@pytest.mark.parametrize(
    ("day", "decrees"),
    [
        ("2026-06-30", set()),
        ("2026-07-01", {"decree-174-2026/96"}),
        ("2026-08-19", {"decree-174-2026/96", "decree-330-2026/31"}),
    ],
)
def test_only_decrees_in_force_on_the_day_can_come_close(day: str, decrees: set[str]) -> None:
    mapped = {"decree-174-2026/96", "decree-330-2026/31"}
    near = {line.split(" ")[0] for line in block("near", explained("14.1.c", "--all", day=day))}
    assert near & mapped == decrees


@pytest.fixture(scope="module")
def zedland(tmp_path_factory: pytest.TempPathFactory) -> str:
    sections = {"1": "status: void", "2": "status: repealed", "3": "unknown: [offender]", "4": "unknown: [for-gain]"}
    section = """
section: "{number}"
heading: {{en: Section {number}}}
versions:
  - in_force: {{from: 2020-01-01, to: {to}}}
    {fact}
    nature: criminal
    reaches: [{{conduct: [possess, control], object: material}}]
"""
    return workspace(
        tmp_path_factory.mktemp("zedland"),
        {
            "national_laws/zz/jurisdiction.yaml": "jurisdiction: zz\nname: {en: Zedland}\n",
            "national_laws/zz/act/law.yaml": "law: act\ntitle: {en: Act}\n",
            **{
                f"national_laws/zz/act/{number}.yaml": section.format(number=number, fact=fact, to="2030-01-01")
                for number, fact in sections.items()
            },
            "national_laws/zz/act/5.yaml": section.format(number="5", fact="by: Zed 1", to="2021-01-01"),
            "national_laws/zz/mappings/hanoi/art-14.yaml": """
- paragraph: "14.1.c"
  sections: [act/3, act/4]
  incidental: [act/1, act/2, act/5]
  claim: full
- paragraph: "14.1.d"
  not_applicable: {en: "Zedland has no money, so nobody can pay."}
- paragraph: "14.1.b"
  searched: [act]
  claim: full
""",
        },
    )


@pytest.mark.parametrize("number", ["4.1", "6.1", "17.2.a"])
def test_a_paragraph_that_nobody_looked_at_says_so_and_claims_nothing(zedland: str, number: str) -> None:
    ran, full = (
        run_here("explain", "zz", number, *words, "--as-of", DAY, "--workspace", zedland) for words in ((), ("--all",))
    )
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines[2] == "Verdict: not assessed"
    assert block_of_verdict(ran) == ["Nobody has looked."]
    assert headings(ran) <= {"requirement", "rests", "evidence", "options", "contested"}
    assert "Weakest" not in ran.out
    assert "cover" not in headings(full)


def test_an_undetermined_verdict_names_the_facts_that_would_decide_it(zedland: str) -> None:
    ran = run_here("explain", "zz", "14.1.c", "--as-of", DAY, "--workspace", zedland)
    assert ran.lines[2] == "Verdict: undetermined"
    said = block_of_verdict(ran)
    assert said[:2] == ["Not known: Offender of act/3.", "Not known: it is done for gain of act/4."]
    assert block("reason", ran) == ["The lawyer concludes: full. The computed verdict is open."]


def test_why_a_section_does_not_count_is_said(zedland: str) -> None:
    considered = block("considered", run_here("explain", "zz", "14.1.c", "--as-of", DAY, "--workspace", zedland))
    assert "act/1 Section 1 (does not count: void)" in considered
    assert "act/2 Section 2 (does not count: repealed)" in considered
    assert "act/5 Section 5 (not in force on this day: from 1 January 2020 to 1 January 2021)" in considered


def test_a_paragraph_that_does_not_concern_the_state_says_why(zedland: str) -> None:
    ran = run_here("explain", "zz", "14.1.d", "--as-of", DAY, "--workspace", zedland)
    assert ran.code == 0
    assert ran.lines[2:4] == ["Verdict: not applicable", "  Zedland has no money, so nobody can pay."]
    assert not headings(ran) & {"cover", "residue", "near"}


def test_a_conclusion_that_differs_from_the_computed_one_is_never_resolved_in_silence(zedland: str) -> None:
    ran = run_here("explain", "zz", "14.1.b", "--as-of", DAY, "--workspace", zedland)
    assert "The lawyer concludes: full. The computed verdict is missing: one of them is wrong." in block("reason", ran)
    assert "The lawyer's conclusion differs from the computed one: 14.1.b." in (
        run_here("check", "zz", "--as-of", DAY, "--workspace", zedland).lines
    )
