"""A check is not worked out twice, and never answered from another state of the files."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from gapcheck import api
from gapcheck.report import view
from gapcheck.resources import bundled_root

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
