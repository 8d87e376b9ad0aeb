"""A check is not worked out twice, and never answered from another state of the files."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from gapcheck import api
from gapcheck.report import view
from gapcheck.resources import bundled_root
from gapcheck.source import cache

DAY = date(2026, 11, 21)
QUESTION = api.Question("vn", "hanoi", DAY, ("15",))


@pytest.fixture
def law(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that can be changed, laid over the bundled law, with a cache of its own."""
    monkeypatch.setenv("GAPCHECK_CACHE_DIR", str(tmp_path / "cache"))
    workspace = tmp_path / "my law"
    for part in ("national_laws/vn/penal-code-2015/147.yaml", "national_laws/vn/mappings/hanoi/art-15.yaml"):
        (workspace / part).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(bundled_root() / part, workspace / part)
    return workspace


def answer(law: Path, question: api.Question = QUESTION, language: str = "en", *, use_cache: bool = True) -> object:
    data = api.open_data(law, instruments=["hanoi"], jurisdictions=["vn"], use_cache=use_cache)
    return api.check(data, question, language)


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_same_question_is_answered_alike_without_being_worked_out(
    law: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = answer(law)
    monkeypatch.setattr(view, "check_view", None)
    assert answer(law) == first


def test_without_the_cache_it_is_worked_out_again(law: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(law)
    monkeypatch.setattr(view, "check_view", lambda *_: "worked out")
    assert answer(law, use_cache=False) == "worked out"


@pytest.mark.parametrize(
    "changed",
    [
        api.Question("vn", "hanoi", date(2017, 1, 1), ("15",)),
        api.Question("vn", "hanoi", DAY, ("14",)),
        api.Question("vn", "hanoi", DAY),
        api.Question("vn", "hanoi", DAY, (), ("child-protection",)),
    ],
)
def test_another_question_has_another_answer(law: Path, changed: api.Question) -> None:
    assert answer(law) != answer(law, changed)


def test_another_language_has_another_answer(law: Path) -> None:
    assert answer(law) != answer(law, language="vi")


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("national_laws/vn/penal-code-2015/147.yaml", "conduct: solicit", "conduct: groom"),
        ("national_laws/vn/mappings/hanoi/art-15.yaml", "incidental: [penal-code-2015/147]", "incidental: []"),
    ],
)
def test_a_changed_file_has_another_answer_at_once(law: Path, path: str, old: str, new: str) -> None:
    before = answer(law)
    replace(law / path, old, new)
    after = answer(law)
    assert after != before
    assert after == answer(law, use_cache=False)


def test_a_changed_word_of_the_vocabulary_has_another_answer(law: Path) -> None:
    before = answer(law)
    conduct = law / "provisions" / "vocabulary" / "conduct.yaml"
    conduct.parent.mkdir(parents=True)
    shutil.copy(bundled_root() / "provisions" / "vocabulary" / "conduct.yaml", conduct)
    assert answer(law) == before
    replace(conduct, "en: soliciting", "en: enticing")
    assert answer(law) != before


def test_a_changed_program_has_another_answer(law: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(law)
    monkeypatch.setattr("gapcheck.workspace.workspace.fingerprint_of", lambda _: b"another program")
    monkeypatch.setattr(view, "check_view", lambda *_: "worked out")
    assert answer(law) == "worked out"


def test_nothing_is_remembered_while_files_have_errors(law: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace(law / "national_laws/vn/penal-code-2015/147.yaml", "conduct: solicit", "conduct: solicitt")
    answer(law)
    monkeypatch.setattr(view, "check_view", lambda *_: "worked out")
    assert answer(law) == "worked out"


# The program


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a small program that takes the place of gapcheck."""
    folder = tmp_path / "program"
    for path in ("api.py", "source/cache.py", "report/view.py", "locale/en/LC_MESSAGES/gapcheck.mo"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("a = 1\n", encoding="utf-8")
    monkeypatch.setattr(cache, "__file__", str(folder / "source" / "cache.py"))
    return folder


def fingerprint() -> bytes:
    return cache.fingerprint_of({"a.yaml": b"digest"})


@pytest.mark.parametrize("path", ["api.py", "source/cache.py", "report/view.py", "locale/en/LC_MESSAGES/gapcheck.mo"])
def test_a_program_file_with_other_content_makes_another_program_even_with_the_same_size_and_time(
    program: Path, path: str
) -> None:
    before, status = fingerprint(), (program / path).stat()
    (program / path).write_text("a = 2\n", encoding="utf-8")
    os.utime(program / path, ns=(status.st_atime_ns, status.st_mtime_ns))
    after = (program / path).stat()
    assert (after.st_size, after.st_mtime_ns) == (status.st_size, status.st_mtime_ns)
    assert fingerprint() != before


def test_a_program_file_with_the_same_content_makes_the_same_program_whatever_its_time(program: Path) -> None:
    before = fingerprint()
    os.utime(program / "api.py", (0, 0))
    assert fingerprint() == before


def test_a_program_file_that_is_new_gone_or_renamed_makes_another_program(program: Path) -> None:
    seen = [fingerprint()]
    (program / "report" / "view.py").rename(program / "report" / "views.py")
    seen.append(fingerprint())
    (program / "report" / "views.py").rename(program / "source" / "views.py")
    seen.append(fingerprint())
    (program / "source" / "views.py").unlink()
    seen.append(fingerprint())
    (program / "api2.py").touch()
    seen.append(fingerprint())
    assert len(set(seen)) == len(seen)


@pytest.mark.usefixtures("program")
def test_the_files_of_the_law_and_the_version_are_part_of_the_fingerprint(monkeypatch: pytest.MonkeyPatch) -> None:
    digests = {"a.yaml": b"one", "b.yaml": b"two"}
    seen = [cache.fingerprint_of(digests), cache.fingerprint_of({}), cache.fingerprint_of({"a.yaml": b"one"})]
    seen += [cache.fingerprint_of({"a.yaml": b"two", "b.yaml": b"one"}), cache.fingerprint_of({"c.yaml": b"one"})]
    assert cache.fingerprint_of(dict(reversed(digests.items()))) == seen[0]
    monkeypatch.setattr(cache, "__version__", "another")
    seen.append(cache.fingerprint_of(digests))
    assert len(set(seen)) == len(seen)


def test_an_answer_of_a_program_that_was_changed_since_is_not_given(law: Path, program: Path) -> None:
    first = answer(law)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(view, "check_view", lambda *_: "worked out")
        assert answer(law) == first
        status = (program / "report/view.py").stat()
        (program / "report/view.py").write_text("a = 2\n", encoding="utf-8")
        os.utime(program / "report/view.py", ns=(status.st_atime_ns, status.st_mtime_ns))
        assert answer(law) == "worked out"
