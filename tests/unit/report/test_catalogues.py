"""Every language has a catalogue that says all, is compiled as it is written, and needs no code."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gapcheck import resources
from gapcheck.report.messages import LANGUAGES, read
from tests.unit.cli.running import ENVIRONMENT
from tests.unit.report.catalogues import DOMAINS, LOCALE, catalogue, faults, messages_of
from tools.compile_messages import catalogue_of, compiled

ROOT = LOCALE.parents[1]
CATALOGUES = sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))
HEAD = """msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: {plurals}\\n"

"""
ENGLISH = (
    HEAD.format(language="en", plurals="nplurals=2; plural=(n != 1);")
    + """msgctxt "table"
msgid "filled"
msgstr "{what}."

msgctxt "table"
msgid "counted"
msgid_plural "counted"
msgstr[0] "{count} file"
msgstr[1] "{count} files"
"""
)
OTHER = (
    HEAD.format(language="th", plurals="nplurals=1; plural=0;")
    + """msgctxt "table"
msgid "filled"
msgstr "คือ {what}"

msgctxt "table"
msgid "counted"
msgid_plural "counted"
msgstr[0] "{count} ไฟล์"
"""
)


def test_the_languages_are_those_that_have_catalogues() -> None:
    assert LANGUAGES[:1] == ("en",)
    assert "vi" in LANGUAGES
    assert {path.relative_to(LOCALE).as_posix() for path in CATALOGUES} == {
        f"{language}/LC_MESSAGES/{domain}.po" for language in LANGUAGES for domain in DOMAINS
    }


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_a_catalogue_is_compiled_as_it_is_written(path: Path) -> None:
    assert compiled(path.read_bytes()) == path.with_suffix(".mo").read_bytes(), "Run make generate."


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_lacks_nothing(language: str, domain: str) -> None:
    assert faults(catalogue(language, domain), catalogue("en", domain)) == set()


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_the_order_of_the_english_one(language: str, domain: str) -> None:
    assert list(messages_of(catalogue(language, domain))) == list(messages_of(catalogue("en", domain)))


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_names_its_language_and_neither_people_nor_days(language: str, domain: str) -> None:
    source = (LOCALE / language / "LC_MESSAGES" / f"{domain}.po").read_text(encoding="utf-8")
    assert f'\n"Language: {language}\\n"\n' in source
    assert not [name for name in ("Date:", "Translator:", "Team:", "Bugs-To:", "@", "#~") if name in source]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("", "", None),
        ('"คือ {what}"', '""', "empty"),
        ('[0] "{count} ไฟล์"', '[0] ""', "empty"),
        ("{what}", "{where}", "placeholders"),
        ("{what}", "", "placeholders"),
        ("{count}", "", "placeholders"),
        ('msgctxt "table"\nmsgid "filled"', '#, fuzzy\nmsgctxt "table"\nmsgid "filled"', "fuzzy"),
        ('msgctxt "table"\nmsgid "filled"\nmsgstr "คือ {what}"\n', "", "missing"),
        ('msgid "filled"', 'msgid "misspelled"', "unknown"),
        ("nplurals=1", "nplurals=2", "empty"),
    ],
)
def test_what_a_catalogue_lacks_is_found(old: str, new: str, fault: str | None) -> None:
    assert old in OTHER
    broken = catalogue_of(OTHER.replace(old, new, 1).encode())
    found = {kind for _, _, kind in faults(broken, catalogue_of(ENGLISH.encode()))}
    assert fault in found if fault else not found


# A third language


@pytest.fixture
def thai(tmp_path: Path) -> Path:
    """Return a folder of catalogues with a third language: a copy of the English one in which a word was translated."""
    folder = tmp_path / "gapcheck" / "locale"
    shutil.copytree(LOCALE, folder)
    shutil.copytree(LOCALE / "en", folder / "th", dirs_exist_ok=True)
    for domain in DOMAINS:
        path = folder / "th" / "LC_MESSAGES" / f"{domain}.po"
        said = path.read_text(encoding="utf-8").replace("Language: en", "Language: th")
        said = said.replace('msgid "name"\nmsgstr "English"', 'msgid "name"\nmsgstr "ไทย"')
        said = said.replace('msgid "unknown-thing"\nmsgstr "', 'msgid "unknown-thing"\nmsgstr "ไม่มี ')
        path.write_text(said, encoding="utf-8")
        path.with_suffix(".mo").write_bytes(compiled(said.encode()))
    return folder


def test_a_third_catalogue_is_a_third_language(thai: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "locale_folder", lambda: thai)
    assert resources.languages() == ("en", *sorted({"th", *LANGUAGES[1:]}))
    messages = read("th", resources.catalogue("th", "gapcheck"))
    assert (messages.language, messages.say("language", "name")) == ("th", "ไทย")
    assert messages.text({"en": "law", "th": "กฎหมาย"}) == "กฎหมาย"
    assert read("th", resources.catalogue("th", "diagnostics")).has("syntax-error", "message")


def test_a_folder_without_a_compiled_catalogue_is_no_language(thai: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (thai / "th" / "LC_MESSAGES" / "gapcheck.mo").unlink()
    monkeypatch.setattr(resources, "locale_folder", lambda: thai)
    assert "th" not in resources.languages()


def test_the_commands_take_a_third_language_without_a_change_of_code(thai: Path) -> None:
    for path in (ROOT / "gapcheck").iterdir():
        if path.name not in {"locale", "__pycache__"}:
            (thai.parent / path.name).symlink_to(path)

    def said(*words: str) -> str:
        ran = subprocess.run(
            (sys.executable, "-m", "gapcheck", *words),
            cwd=thai.parents[1],
            env={**ENVIRONMENT, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return ran.stdout + ran.stderr

    assert "<en|th|vi|both>" in said("report", "--help")
    assert said("show", "nowhere", "--lang", "th") == "ไม่มี Nothing is called nowhere.\n"
