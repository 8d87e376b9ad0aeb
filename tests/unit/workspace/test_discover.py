"""Which files are found below a root, and what is said of those that are not read."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from gapcheck.workspace.discover import FileKind, discover, folders_of
from gapcheck.workspace.workspace import names_below, open_workspace
from tests.unit.workspace.tiny import ARTICLE, FILES, LAW, NEXT_SECTION, SECTION, Tiny, paths_in_use, place, said

LAW_FOLDER = "national_laws/vn/penal-code-2015"
COMPOSED = unicodedata.normalize("NFC", "điều-ước")
DECOMPOSED = unicodedata.normalize("NFD", "điều-ước")


def section(number: str) -> str:
    return f'section: "{number}"\nheading: {{en: New}}\nversions: []\n'


@pytest.mark.parametrize(
    ("path", "kind", "about"),
    [
        ("provisions/vocabulary/kinds.yaml", FileKind.KINDS, ""),
        ("provisions/vocabulary/mental.yaml", FileKind.ELEMENT, "mental"),
        ("provisions/hanoi/instrument.yaml", FileKind.INSTRUMENT, "hanoi"),
        ("provisions/hanoi/art-7bis.yaml", FileKind.ARTICLE, "7bis"),
        ("national_laws/vn/jurisdiction.yaml", FileKind.JURISDICTION, "vn"),
        ("national_laws/vn/evidence.yaml", FileKind.EVIDENCE, ""),
        ("national_laws/vn/mappings/hanoi/art-14.yaml", FileKind.MAPPINGS, "14"),
        ("national_laws/vn/penal-code-2015/law.yaml", FileKind.LAW, "penal-code-2015"),
        ("national_laws/vn/penal-code-2015/147.yaml", FileKind.SECTION, "147"),
        ("national_laws/vn/penal-code-2015/474.22A.yaml", FileKind.SECTION, "474.22A"),
        ("national_laws/vn/penal-code-2015/jurisdiction.yaml", FileKind.SECTION, "jurisdiction"),
        ("national_laws/no/penal code/art-1.yaml", FileKind.SECTION, "art-1"),
    ],
)
def test_the_path_says_what_a_file_holds_and_what_it_is_about(
    tmp_path: Path, path: str, kind: FileKind, about: str
) -> None:
    tiny = Tiny(tmp_path, {path: ""})
    found = discover(tiny.root)
    assert [(file.path, file.kind, file.id, file.location) for file in found.files] == [
        (path, kind, about, tmp_path / path)
    ]
    assert found.diagnostics == []


@pytest.mark.parametrize(
    "path",
    [
        "provisions/art-14.yaml",
        "provisions/hanoi/14.yaml",
        "provisions/hanoi/more/art-14.yaml",
        "provisions/vocabulary/more/mental.yaml",
        "national_laws/147.yaml",
        "national_laws/vn/147.yaml",
        "national_laws/vn/mappings/art-14.yaml",
        "national_laws/vn/mappings/hanoi/14.yaml",
        "national_laws/vn/mappings/hanoi/more/art-14.yaml",
        "national_laws/vn/penal-code-2015/part-2/147.yaml",
    ],
)
def test_a_file_where_none_belongs_is_said(tiny: Tiny, path: str) -> None:
    tiny.write(path, "")
    workspace = tiny.open()
    assert said(workspace.diagnostics) == [("stray-file", path, "")]
    assert paths_in_use(workspace) == set(FILES)


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        "other/147.yaml",
        f"{LAW_FOLDER}/README",
        f"{LAW_FOLDER}/147.yaml~",
        f"{LAW_FOLDER}/147.yaml.bak",
        f"{LAW_FOLDER}/147.json",
        f"{LAW_FOLDER}/.148.yaml",
        f"{LAW_FOLDER}/.yaml",
        f"{LAW_FOLDER}/.git/148.yaml",
        ".git/provisions/x.yaml",
        "provisions/.hidden/art-1.yaml",
        "national_laws/.DS_Store",
        "national_laws/vn/bills/2027.yaml",
    ],
)
def test_what_is_hidden_or_no_law_file_is_passed_over(tiny: Tiny, path: str) -> None:
    tiny.write(path, b"\xff")
    workspace = tiny.open()
    assert workspace.diagnostics == []
    assert paths_in_use(workspace) == set(FILES)


@pytest.mark.parametrize("name", ["148.yml", "148.YAML", "148.Yaml", "148.YML", "147.yml"])
def test_a_name_must_end_in_small_yaml(tiny: Tiny, name: str) -> None:
    tiny.write(f"{LAW_FOLDER}/{name}", section("148"))
    workspace = tiny.open()
    assert said(workspace.diagnostics) == [("path-not-portable", f"{LAW_FOLDER}/{name}", "")]
    assert workspace.diagnostics[0].facts == {"found": name}
    assert paths_in_use(workspace) == set(FILES)


def test_names_may_have_spaces_and_vietnamese_letters(tiny: Tiny) -> None:
    tiny.write(f"national_laws/vn/{COMPOSED} 2024/law.yaml", f"law: {COMPOSED} 2024\ntitle: {{en: x}}\n")
    tiny.write(f"national_laws/vn/{COMPOSED} 2024/điều 7.yaml", section("điều 7"))
    workspace = tiny.open()
    assert workspace.diagnostics == []
    assert f"{COMPOSED} 2024/điều 7" in workspace.statutes["vn"].sections


@pytest.mark.parametrize("path", [f"{LAW_FOLDER}/{DECOMPOSED}.yaml", f"national_laws/vn/{DECOMPOSED}/7.yaml"])
def test_names_in_decomposed_letters_are_refused(tiny: Tiny, path: str) -> None:
    tiny.write(path, section("7"))
    assert said(tiny.diagnostics()) == [("path-not-portable", path, "")]


def test_of_two_names_that_differ_only_in_their_form_the_composed_one_counts(tiny: Tiny) -> None:
    tiny.write(f"{LAW_FOLDER}/{COMPOSED}.yaml", section(COMPOSED))
    tiny.write(f"{LAW_FOLDER}/{DECOMPOSED}.yaml", section(DECOMPOSED))
    workspace = tiny.open()
    assert said(workspace.diagnostics) == [("path-not-portable", f"{LAW_FOLDER}/{DECOMPOSED}.yaml", "")]
    assert f"penal-code-2015/{COMPOSED}" in workspace.statutes["vn"].sections


def test_two_names_that_differ_only_in_capitals_are_said(tiny: Tiny) -> None:
    tiny.write(f"{LAW_FOLDER}/474.22A.yaml", section("474.22A"))
    tiny.write(f"{LAW_FOLDER}/474.22a.yaml", section("474.22a"))
    diagnostics = tiny.diagnostics()
    assert said(diagnostics) == [("path-not-portable", f"{LAW_FOLDER}/474.22a.yaml", "")]
    assert diagnostics[0].facts == {"found": f"{LAW_FOLDER}/474.22A.yaml"}


@pytest.mark.parametrize("name", ["a:b", "a|b", "a*b", "a?b", 'a"b', "a<b", "a\\b", "a\nb", "a\x1b[31mb", "a\x7fb"])
def test_names_that_windows_does_not_have_are_refused(tiny: Tiny, name: str) -> None:
    tiny.write(f"{LAW_FOLDER}/{name}.yaml", section("7"))
    assert said(tiny.diagnostics()) == [("path-not-portable", f"{LAW_FOLDER}/{name}.yaml", "")]


def test_an_element_cannot_be_called_like_a_condition(tiny: Tiny) -> None:
    path = "provisions/vocabulary/condition:for-gain.yaml"
    tiny.write(path, "element: condition:for-gain\nkind: age\nlabel: {en: x}\n")
    assert said(tiny.diagnostics()) == [("path-not-portable", path, "")]


def test_names_that_are_not_unicode_are_refused_and_can_be_printed(tiny: Tiny) -> None:
    for folder in (os.fsencode(tiny.root / LAW_FOLDER), os.fsencode(tiny.root / "national_laws") + b"/\xffx"):
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - a path of bytes
        Path(os.fsdecode(folder + b"/evidence\xff.yaml")).write_bytes(b"")
    Path(os.fsdecode(os.fsencode(tiny.root / "national_laws") + b"/\xffx/evidence.yaml")).write_text("evidence: []")
    diagnostics = tiny.open(cache_folder=tiny.root / "cache").diagnostics
    assert {one.code.name for one in diagnostics} == {"path-not-portable"}
    assert [one.path.encode().decode() for one in diagnostics] == [
        f"{LAW_FOLDER}/evidence\N{REPLACEMENT CHARACTER}.yaml",
        "national_laws/\N{REPLACEMENT CHARACTER}x/evidence.yaml",
        "national_laws/\N{REPLACEMENT CHARACTER}x/evidence\N{REPLACEMENT CHARACTER}.yaml",
    ]


def test_a_folder_that_is_named_like_a_file_is_entered(tiny: Tiny) -> None:
    (tiny.root / LAW_FOLDER / "148.yaml").mkdir()
    assert tiny.diagnostics() == []
    tiny.write(f"{LAW_FOLDER}/148.yaml/149.yaml", section("149"))
    assert said(tiny.diagnostics()) == [("stray-file", f"{LAW_FOLDER}/148.yaml/149.yaml", "")]


def remove_however_deep(folder: Path) -> None:
    """Remove what Python's own removal is too recursive for."""
    subprocess.run(["/bin/rm", "-rf", str(folder)], check=True)


def test_files_in_very_deep_folders_are_stray_however_deep(tiny: Tiny) -> None:
    path = f"{LAW_FOLDER}/{'d/' * 400}148.yaml"
    tiny.write(path, "")
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 200)
    try:
        found = discover(tiny.root)
    finally:
        sys.setrecursionlimit(usual)
    remove_however_deep(tiny.root / "national_laws")
    assert said(found.diagnostics) == [("stray-file", path, "")]


def test_folders_whose_names_are_too_long_to_open_are_said(tiny: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tiny.root)
    for name in (*LAW_FOLDER.split("/"), *(["d" * 250] * 17)):
        Path(name).mkdir(exist_ok=True)
        monkeypatch.chdir(name)
    workspace = tiny.open()
    used = paths_in_use(workspace)
    monkeypatch.chdir(tiny.root)
    remove_however_deep(tiny.root / "national_laws")
    assert [one.code.name for one in workspace.diagnostics] == ["unreadable-file"]
    assert workspace.diagnostics[0].facts == {"problem": "File name too long"}
    assert used == set(FILES)


def test_a_link_to_a_file_of_the_workspace_is_followed(tiny: Tiny) -> None:
    tiny.write("drafts/147.yaml", tiny.read(SECTION))
    tiny.remove(SECTION)
    (tiny.root / SECTION).symlink_to("../../../drafts/147.yaml")
    workspace = tiny.open()
    assert workspace.diagnostics == []
    assert paths_in_use(workspace) == set(FILES)


def test_a_link_to_a_folder_of_the_workspace_is_followed(tiny: Tiny) -> None:
    (tiny.root / LAW_FOLDER).rename(tiny.root / "drafts")
    (tiny.root / LAW_FOLDER).symlink_to("../../drafts")
    workspace = tiny.open()
    assert workspace.diagnostics == []
    assert paths_in_use(workspace) == set(FILES)


@pytest.mark.parametrize("target", ["../outside/147.yaml", "/etc/hostname", "../../outside"])
def test_a_link_that_leaves_the_workspace_is_refused(tiny: Tiny, target: str) -> None:
    Tiny(tiny.root.parent / "outside", {"147.yaml": section("148"), "148.yaml": section("148")})
    (tiny.root / LAW_FOLDER / "148.yaml").symlink_to(
        target if target.startswith("/") else Path(os.path.relpath(tiny.root, tiny.root / LAW_FOLDER)) / target
    )
    workspace = tiny.open()
    assert said(workspace.diagnostics) == [("leaves-workspace", f"{LAW_FOLDER}/148.yaml", "")]
    assert paths_in_use(workspace) == set(FILES)


def test_a_link_that_leaves_through_another_link_is_refused(tiny: Tiny) -> None:
    outside = Tiny(tiny.root.parent / "outside", {"148.yaml": section("148")})
    (tiny.root / "inside").symlink_to(outside.root)
    (tiny.root / LAW_FOLDER / "148.yaml").symlink_to(tiny.root / "inside" / "148.yaml")
    assert said(tiny.diagnostics()) == [("leaves-workspace", f"{LAW_FOLDER}/148.yaml", "")]


@pytest.mark.parametrize("folder", ["provisions", "national_laws", "provisions/hanoi", "national_laws/vn", LAW_FOLDER])
@pytest.mark.parametrize("chosen", [False, True])
def test_a_folder_that_leaves_the_workspace_is_refused(tiny: Tiny, folder: str, chosen: bool) -> None:
    (tiny.root / folder).rename(tiny.root.parent / "outside")
    (tiny.root / folder).symlink_to(tiny.root.parent / "outside")
    workspace = tiny.open(instruments=["hanoi"], jurisdictions=["vn"]) if chosen else tiny.open()
    refused = {one.path for one in workspace.diagnostics if one.code.name == "leaves-workspace"}
    assert refused
    assert all(path.startswith(folder) for path in refused)
    assert not any(path.startswith(f"{folder}/") for path in paths_in_use(workspace))


def test_a_name_that_climbs_out_of_the_workspace_is_refused(tiny: Tiny) -> None:
    Tiny(tiny.root.parent / "outside", {"instrument.yaml": "instrument: outside\ntitle: {en: x}\n"})
    workspace = tiny.open(instruments=["../../outside"], jurisdictions=["../vn"])
    assert said(workspace.diagnostics) == [("leaves-workspace", "provisions/../../outside", "")]
    assert workspace.treaties == {}


@pytest.mark.parametrize("target", [".", "..", "../vn", "../..", "../../national_laws", "../../"])
def test_a_link_to_a_folder_above_it_is_said_and_not_followed(tiny: Tiny, target: str) -> None:
    link = "national_laws/vn/loop"
    (tiny.root / link).symlink_to(target)
    workspace = tiny.open()
    assert said(workspace.diagnostics) == [("unreadable-file", link, "")]
    assert workspace.diagnostics[0].facts == {"problem": "Too many levels of symbolic links"}
    assert paths_in_use(workspace) == set(FILES)


def test_links_that_lead_into_each_other_come_to_an_end(tiny: Tiny) -> None:
    for name in ("a", "b"):
        (tiny.root / "national_laws/vn" / name).mkdir()
    for name in ("x", "y"):
        (tiny.root / "national_laws/vn/a" / name).symlink_to("../b")
        (tiny.root / "national_laws/vn/b" / name).symlink_to("../a")
    diagnostics = tiny.diagnostics()
    assert {one.code.name for one in diagnostics} == {"unreadable-file"}
    assert len(diagnostics) == 8


def test_two_links_that_lead_to_each_other_are_said(tiny: Tiny) -> None:
    for name, other in (("148", "149"), ("149", "148")):
        (tiny.root / LAW_FOLDER / f"{name}.yaml").symlink_to(f"{other}.yaml")
    assert said(tiny.diagnostics()) == [
        ("unreadable-file", f"{LAW_FOLDER}/148.yaml", ""),
        ("unreadable-file", f"{LAW_FOLDER}/149.yaml", ""),
    ]


def test_a_jurisdiction_that_is_a_link_to_itself_is_none(tiny: Tiny) -> None:
    (tiny.root / "national_laws/xx").symlink_to("xx")
    assert folders_of(tiny.root, "national_laws") == ["vn"]
    assert tiny.diagnostics() == []


def test_the_root_may_be_a_link(tiny: Tiny, tmp_path: Path) -> None:
    (tmp_path / "lối tắt").symlink_to(tiny.root)
    workspace = open_workspace([tmp_path / "lối tắt"])
    assert workspace.diagnostics == []
    assert paths_in_use(workspace) == set(FILES)
    assert workspace.files[SECTION].location == tmp_path / "lối tắt" / SECTION


def test_a_root_may_be_relative_to_where_one_is(tiny: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tiny.root)
    assert paths_in_use(open_workspace([Path()])) == set(FILES)


def test_a_file_where_a_folder_belongs_is_said(tiny: Tiny, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "provisions").write_text("")
    workspace = open_workspace([tmp_path / "other"])
    assert said(workspace.diagnostics) == [("unreadable-file", "provisions", "")]
    assert workspace.diagnostics[0].facts == {"problem": "Not a directory"}
    assert names_below([tmp_path / "other", tiny.root], "provisions") == ["hanoi"]


def test_the_names_of_instruments_leave_out_files_and_what_is_hidden(tiny: Tiny) -> None:
    tiny.write("provisions/notes.md", "")
    tiny.write("provisions/.git/x", "")
    tiny.write("provisions/budapest/notes.md", "")
    assert names_below([tiny.root], "provisions") == ["budapest", "hanoi"]
    assert names_below([tiny.root, tiny.root / "nowhere"], "national_laws") == ["vn"]


def test_only_what_is_asked_for_is_read(tiny: Tiny) -> None:
    tiny.write(ARTICLE, "")
    assert tiny.open(instruments=[], jurisdictions=["vn"]).treaties == {}
    assert tiny.open(instruments=[], jurisdictions=["vn"]).diagnostics == []
    assert tiny.open(instruments=["hanoi"], jurisdictions=[]).statutes == {}
    assert [place(one) for one in tiny.open(instruments=["hanoi", "hanoi"]).diagnostics] == ["1:1-1:1"]
    assert tiny.open(instruments=["hanoi", "hanoi"]).shadowed == []


def test_the_order_in_which_files_are_made_does_not_matter(tiny: Tiny, tmp_path: Path) -> None:
    backwards = Tiny(tmp_path / "backwards", dict(reversed(FILES.items())))
    for one in (tiny, backwards):
        one.write(LAW, "law: x\n")
        one.write(NEXT_SECTION, "[")
    first, second = tiny.open(), backwards.open()
    assert first.diagnostics == second.diagnostics
    assert list(first.files) == list(second.files) == sorted(FILES)
    assert first.treaties == second.treaties
