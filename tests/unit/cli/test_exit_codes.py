"""How a command ends: 0 clean, 1 findings, 2 wrong usage, 3 errors in the files, 70 a bug; never with a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest

from gapcheck import api
from gapcheck.cli import app, exit_codes
from gapcheck.cli.options import FailOn
from gapcheck.model.verdicts import Verdict
from tests.unit.cli.running import DAY, DAY_IN_WORDS, ENVIRONMENT, GAPCHECK, ROOT, Ran, run, run_here, workspace

BROKEN = "this is: [not, yaml\n"
ON_DAY = ("--as-of", DAY)


def no_traceback(ran: Ran) -> bool:
    return "Traceback" not in ran.err and "Traceback" not in ran.out


# Findings


@pytest.mark.parametrize(
    ("wanted", "fail_on", "code"),
    [
        ("14.1.c", "never", 0),
        ("14.1.c", "missing", 1),
        ("14.1.c", "partial", 1),
        ("7.1", "never", 0),
        ("7.1", "missing", 0),
        ("7.1", "partial", 1),
        ("10", "partial", 0),
        ("11.1.b", "partial", 0),
        ("20", "partial", 0),
        ("4.1", "partial", 0),
    ],
    ids=str,
)
def test_gaps_end_a_check_with_1_only_from_the_level_that_was_named(wanted: str, fail_on: str, code: int) -> None:
    assert run_here("check", "vn", wanted, *ON_DAY, "--fail-on", fail_on).code == code


def test_gaps_alone_are_the_news_of_a_check_and_not_its_failure() -> None:
    assert run_here("check", "vn", *ON_DAY).code == 0


def test_what_a_paragraph_leaves_to_choice_never_ends_a_check_with_1() -> None:
    ran = run_here("check", "vn", "15.3", "19.3", *ON_DAY, "--fail-on", "partial")
    assert "missing (optional)" in ran.out
    assert "partial (optional)" in ran.out
    assert ran.code == 0


@pytest.mark.parametrize("form", ["table", "plain", "json"])
def test_the_exit_code_does_not_depend_on_the_format(form: str) -> None:
    assert run_here("check", "vn", "16.1", *ON_DAY, "--fail-on", "missing", "--format", form).code == 1


@pytest.mark.parametrize("fail_on", FailOn)
def test_errors_in_the_files_weigh_more_than_gaps(fail_on: FailOn) -> None:
    assert exit_codes.for_verdicts(["missing"], fail_on, data_has_errors=True) == 3


@pytest.mark.parametrize("verdict", [verdict for verdict in Verdict if not verdict.is_gap])
def test_no_other_verdict_counts_as_a_finding(verdict: Verdict) -> None:
    assert exit_codes.for_verdicts([verdict.value], FailOn.PARTIAL, data_has_errors=False) == 0


# Wrong usage

WRONG = {
    "jurisdiction": (("check", "vnn"), "There is no jurisdiction vnn.", "Did you mean vn?"),
    "instrument": (("check", "vn", "hanoy"), "There is no instrument hanoy.", "Did you mean hanoi?"),
    "instrument-with-number": (("check", "vn", "hanoj:14"), "There is no instrument hanoj.", "Did you mean hanoi?"),
    "article": (("check", "vn", "144"), "There is no paragraph 144 in hanoi.", ""),
    "paragraph": (("explain", "vn", "14.1.x"), "There is no paragraph 14.1.x in hanoi.", "14.1.c"),
    "paragraph-to-show": (("show", "14.1.cc"), "There is no paragraph 14.1.cc in hanoi.", "Did you mean 14.1.c?"),
    "section": (
        ("show", "vn:penal-code-2015/1470"),
        "There is no section vn:penal-code-2015/1470.",
        "penal-code-2015/147",
    ),
    "law": (("show", "vn:penal-code-2051"), "There is no section vn:penal-code-2051.", "penal-code-2015"),
    "theme": (("check", "vn", "--theme", "childprotection"), "There is no theme childprotection.", "child-protection?"),
    "term": (("show", "publsh"), "Nothing is called publsh.", "Did you mean publish?"),
    "element": (("vocab", "conducts"), "Nothing is called conducts.", "Did you mean conduct?"),
    "code": (("show", "GC999"), "Nothing is called GC999.", ""),
    "kind": (("list", "hanoi", "--kind", "offense"), "Nothing is called offense.", "Did you mean offence?"),
    "duty": (("list", "hanoi", "--duty", "shal"), "Nothing is called shal.", "Did you mean shall?"),
    "thing-to-list": (("list", "hanoii"), "Nothing is called hanoii.", "Did you mean hanoi?"),
    "schema": (("schema", "sections"), "Nothing is called sections.", "Did you mean section?"),
    "date-form": (("check", "vn", "--as-of", "21.11.2026"), "21.11.2026 is no date.", "Write it as 2026-11-21."),
    "date-in-no-calendar": (("explain", "vn", "14.1.c", "--as-of", "2026-02-30"), "2026-02-30 is no date.", ""),
    "workspace": (("check", "vn", "--workspace", "/nowhere"), "/nowhere is not a folder that can be read.", ""),
    "several": (("explain", "vn", "14.1"), "14.1 is more than one paragraph: 14.1.a, 14.1.b, 14.1.c, 14.1.d.", ""),
    "nothing-assessable": (("explain", "vn", "14.2"), "Nothing is assessed at hanoi:14.2", ""),
    "whole-instrument": (("explain", "vn", "hanoi"), "hanoi", ""),
    "path": (("lint", "/nowhere"), "There is no law file at or below /nowhere.", ""),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_not_there_ends_with_2_and_a_word_on_what_there_is(name: str) -> None:
    words, said, hint = WRONG[name]
    ran = run_here(*words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert hint in ran.err
    assert no_traceback(ran)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check",), "JURISDICTION"),
        (("explain", "vn"), "PARAGRAPH"),
        (("check", "vn", "--fromat", "json"), "--format"),
        (("check", "vn", "--format", "pdf"), "'table', 'plain', 'json'"),
        (("check", "vn", "--fail-on", "arguable"), "'missing', 'partial', 'never'"),
        (("check", "vn", "--lang", "fr"), "'en', 'vi'"),
        (("cheque", "vn"), "check"),
        (("list", "hanoi", "vn"), "unexpected"),
    ],
    ids=str,
)
def test_a_slip_in_the_command_ends_with_2_and_names_what_would_do(words: tuple[str, ...], said: str) -> None:
    ran = run_here(*words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert no_traceback(ran)


@pytest.mark.parametrize("words", [("--lang", "vi"), ("--lang=vi",)], ids=" ".join)
def test_what_is_not_there_is_said_in_the_language_that_was_asked_for(words: tuple[str, ...]) -> None:
    ran = run_here("check", "vn", "99", *words)
    assert (ran.code, ran.err.splitlines()[0]) == (2, "Không có khoản 99 trong hanoi.")


def test_the_language_can_come_from_the_environment() -> None:
    assert run_here("check", "vn", "99", GAPCHECK_LANG="vi").err.startswith("Không có khoản 99")
    assert run_here("check", "vn", "99", "--lang", "en", GAPCHECK_LANG="vi").err.startswith("There is no paragraph 99")


def test_words_after_the_double_dash_are_no_options() -> None:
    ran = run_here("check", "vn", "--", "--lang", "../../en")
    assert ran.code == 2
    assert ran.err.startswith("There is no instrument --lang.")


def test_a_word_that_is_not_text_ends_with_2() -> None:
    ran = run("check", "vn", "14\udcff")
    assert ran.code == 2
    assert no_traceback(ran)


def test_nothing_is_written_where_nothing_can_be_written(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("no folder", encoding="utf-8")
    ran = run_here("schema", "--write", str(file))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"Cannot write {file}: ")


# Errors in the files


@pytest.fixture(scope="module")
def with_a_broken_section(tmp_path_factory: pytest.TempPathFactory) -> str:
    files = {"national_laws/vn/penal-code-2015/326.yaml": BROKEN}
    return workspace(tmp_path_factory.mktemp("broken"), files)


def test_a_broken_section_ends_a_check_with_3_and_the_results_are_shown_all_the_same(
    with_a_broken_section: str,
) -> None:
    ran = run_here("check", "vn", "14", *ON_DAY, "--workspace", with_a_broken_section)
    assert ran.code == 3
    assert "14.1.c  undetermined  " in ran.out
    assert next(line for line in ran.lines if line.startswith("14.1.c")).endswith("[incidental: penal-code-2015/326]")
    assert "14.1.d  missing       " in ran.out
    assert "14.1.d" not in ran.err
    assert "national_laws/vn/penal-code-2015/326.yaml:" in ran.err
    assert "GC101" in ran.err


def test_a_broken_section_is_said_where_it_decides(with_a_broken_section: str) -> None:
    ran = run_here("explain", "vn", "14.1.c", *ON_DAY, "--workspace", with_a_broken_section)
    assert ran.code == 3
    assert "Not known: what penal-code-2015/326 reaches (its file has errors)." in ran.out
    assert "these would be gaps" not in ran.out


def test_paragraphs_that_have_nothing_to_do_with_it_are_decided_as_before(with_a_broken_section: str) -> None:
    broken = run_here("check", "vn", *ON_DAY, "--workspace", with_a_broken_section)
    sound = run_here("check", "vn", *ON_DAY)
    differ = {line.split(" ")[0] for line in set(broken.lines) ^ set(sound.lines) if line[:1].isdigit()}
    assert differ == {"14.1.a", "14.1.c", "16.1"}


def test_the_json_of_broken_files_is_whole(with_a_broken_section: str) -> None:
    ran = run_here("check", "vn", "14.1.c", *ON_DAY, "--format", "json", "--workspace", with_a_broken_section)
    assert ran.code == 3
    (paragraph,) = ran.json["paragraphs"]
    assert paragraph["verdict"] == "undetermined"
    assert paragraph["unknown"] == [{"section": "vn:penal-code-2015/326", "element": "section"}]


@pytest.mark.parametrize(
    "words",
    [
        ("show", "vn:penal-code-2015/147"),
        ("show", "vn:penal-code-2015/326"),
        ("list", "vn"),
        ("lint",),
        ("lint", "{workspace}"),
    ],
    ids=" ".join,
)
def test_every_command_that_reads_the_broken_file_ends_with_3(
    words: tuple[str, ...], with_a_broken_section: str
) -> None:
    filled = (word.format(workspace=with_a_broken_section) for word in words)
    ran = run_here(*filled, "--workspace", with_a_broken_section)
    assert ran.code == 3
    assert no_traceback(ran)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("provisions/hanoi/instrument.yaml", ("check", "vn")),
        ("provisions/hanoi/instrument.yaml", ("show", "14.1.c")),
        ("provisions/hanoi/art-14.yaml", ("explain", "vn", "14.1.c")),
        ("provisions/hanoi/art-14.yaml", ("show", "14.1.c")),
        ("provisions/hanoi/art-14.yaml", ("check", "vn", "14")),
        ("provisions/vocabulary/conduct.yaml", ("check", "vn")),
        ("provisions/vocabulary/conduct.yaml", ("vocab", "conduct")),
        ("provisions/vocabulary/conduct.yaml", ("schema", "section")),
        ("provisions/vocabulary/nature.yaml", ("show", "vn:penal-code-2015/147")),
        ("provisions/vocabulary/kinds.yaml", ("explain", "vn", "14.1.c")),
        ("provisions/vocabulary/kinds.yaml", ("list", "hanoi", "--kind", "offence")),
        ("national_laws/vn/jurisdiction.yaml", ("check", "vn")),
        ("national_laws/vn/jurisdiction.yaml", ("list", "vn")),
        ("national_laws/vn/mappings/hanoi/art-14.yaml", ("check", "vn", "14.1.c")),
        ("national_laws/vn/penal-code-2015/law.yaml", ("explain", "vn", "14.1.c")),
        ("national_laws/vn/evidence.yaml", ("explain", "vn", "14.1.c")),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_whichever_file_is_broken_the_command_ends_with_3_and_names_it(
    path: str, words: tuple[str, ...], tmp_path: Path
) -> None:
    ran = run_here(*words, "--workspace", workspace(tmp_path, {path: BROKEN}))
    assert ran.code == 3
    assert path in ran.err
    assert no_traceback(ran)


# Our own bugs


def _fail(*_: object, **__: object) -> None:
    raise ZeroDivisionError("no such luck")


def test_a_bug_ends_with_70_and_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "open_data", _fail)
    ran = run_here.__wrapped__("list")
    assert (ran.code, ran.out) == (70, "")
    assert ran.err.startswith("gapcheck has a bug: ZeroDivisionError: no such luck. Please report")
    assert no_traceback(ran)


def test_a_bug_shows_its_traceback_to_whoever_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "open_data", _fail)
    with pytest.raises(ZeroDivisionError, match="no such luck"):
        run_here.__wrapped__("list", GAPCHECK_TRACEBACK="1")


def test_a_bug_in_what_says_bugs_ends_with_70_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "open_data", _fail)
    monkeypatch.setattr(app, "_said", _fail)
    ran = run_here.__wrapped__("list")
    assert (ran.code, ran.err) == (70, "gapcheck has a bug: ZeroDivisionError: no such luck\n")


def test_wrong_usage_shows_no_traceback_even_to_whoever_asks() -> None:
    ran = run_here("check", "zz", GAPCHECK_TRACEBACK="1")
    assert ran.code == 2
    assert no_traceback(ran)


# Interruptions and pipes


def _interrupt(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_ctrl_c_ends_with_130_and_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "open_data", _interrupt)
    ran = run_here.__wrapped__("list")
    assert (ran.code, ran.out, ran.err.strip()) == (130, "", "")


def test_a_signal_from_the_keyboard_ends_a_running_command_with_130() -> None:
    # More is written than a pipe holds, so the command is still writing when its first bytes can be read.
    with subprocess.Popen(
        (*GAPCHECK, "check", "vn", "--format", "json"),
        cwd=ROOT,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    ) as running:
        assert running.stdout
        assert running.stdout.read(1) == b"{"
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert b"Traceback" not in said


@pytest.mark.parametrize(
    "words",
    [
        ("check", "vn", "--as-of", DAY),
        ("check", "vn", "--as-of", DAY, "--format", "table"),
        ("check", "vn", "--as-of", DAY, "--format", "json"),
        ("explain", "vn", "14.1.c"),
        ("schema", "section"),
        ("check", "--help"),
    ],
    ids=" ".join,
)
def test_a_pipe_that_nobody_reads_ends_a_command_quietly(words: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        (*GAPCHECK, *words), check=False, stdout=writing, stderr=subprocess.PIPE, cwd=ROOT, env=ENVIRONMENT, timeout=60
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_first_line_can_be_taken_from_a_pipe() -> None:
    with subprocess.Popen(
        (*GAPCHECK, "check", "vn", "--as-of", DAY),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=ENVIRONMENT,
    ) as running:
        assert running.stdout
        assert running.stderr
        assert running.stdout.readline().decode() == f"Viet Nam against the Hanoi Convention on {DAY_IN_WORDS['en']}\n"
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


@pytest.mark.parametrize("words", [("check", "vn"), ("check", "vn", "--format", "table"), ("list",)], ids=" ".join)
def test_a_full_disk_is_no_bug(words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            (*GAPCHECK, *words), check=False, stdout=full, stderr=subprocess.PIPE, cwd=ROOT, env=ENVIRONMENT, timeout=60
        )
    assert done.returncode == 2
    assert done.stderr.decode() == "Cannot write stdout: No space left on device.\n"
