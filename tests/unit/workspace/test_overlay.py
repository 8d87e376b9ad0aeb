"""A user's folder lies over another one, file by file, and what it hides is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck.api import open_data
from gapcheck.workspace.workspace import Workspace, names_below, open_workspace
from tests.unit.workspace.tiny import (
    ARTICLE,
    CONDUCT,
    FILES,
    INSTRUMENT,
    JURISDICTION,
    LAW,
    MAPPINGS,
    NEXT_SECTION,
    SECTION,
    Tiny,
    paths_in_use,
    said,
)


@pytest.fixture
def own(tmp_path: Path) -> Tiny:
    return Tiny(tmp_path / "không gian làm việc của tôi", {})


def laid_over(tiny: Tiny, own: Tiny) -> Workspace:
    return open_workspace([tiny.root, own.root])


def test_an_empty_folder_changes_nothing(tiny: Tiny, own: Tiny) -> None:
    own.root.mkdir()
    workspace = laid_over(tiny, own)
    assert (workspace.diagnostics, workspace.shadowed) == ([], [])
    assert workspace.statutes == tiny.open().statutes
    assert workspace.treaties == tiny.open().treaties


def test_a_file_over_another_counts_and_the_other_is_said(tiny: Tiny, own: Tiny) -> None:
    own.write(SECTION, FILES[SECTION].replace("under 16\n", "under 18\n"))
    workspace = laid_over(tiny, own)
    assert workspace.diagnostics == []
    assert workspace.shadowed == [SECTION]
    assert workspace.statutes["vn"].sections["penal-code-2015/147"].versions[0].reaches[0]["victim_age"] == (
        "under 18",
    )
    assert workspace.files[SECTION].root == own.root
    assert workspace.files[NEXT_SECTION].root == tiny.root
    assert paths_in_use(workspace) == set(FILES)


def test_several_shadowed_files_are_said_in_order(tiny: Tiny, own: Tiny) -> None:
    for path in (SECTION, ARTICLE, LAW, INSTRUMENT):
        own.write(path, FILES[path])
    assert laid_over(tiny, own).shadowed == sorted([SECTION, ARTICLE, LAW, INSTRUMENT])


def test_a_new_file_shadows_nothing(tiny: Tiny, own: Tiny) -> None:
    own.write("national_laws/vn/penal-code-2015/148.yaml", FILES[SECTION].replace('"147"', '"148"'))
    workspace = laid_over(tiny, own)
    assert (workspace.diagnostics, workspace.shadowed) == ([], [])
    assert set(workspace.statutes["vn"].sections) == {
        "penal-code-2015/147",
        "penal-code-2015/148",
        "penal-code-2015/326",
    }


def test_a_new_jurisdiction_needs_no_provisions_of_its_own(tiny: Tiny, own: Tiny) -> None:
    for path, text in FILES.items():
        if path.startswith("national_laws"):
            own.write(path.replace("/vn/", "/xx/"), text.replace("jurisdiction: vn", "jurisdiction: xx"))
    workspace = laid_over(tiny, own)
    assert (workspace.diagnostics, workspace.shadowed) == ([], [])
    assert sorted(workspace.statutes) == ["vn", "xx"]
    assert names_below([tiny.root, own.root], "national_laws") == ["vn", "xx"]


def test_a_new_instrument_needs_no_laws_of_its_own(tiny: Tiny, own: Tiny) -> None:
    for path in (INSTRUMENT, ARTICLE):
        own.write(path.replace("hanoi", "budapest"), FILES[path].replace("hanoi", "budapest"))
    workspace = laid_over(tiny, own)
    assert (workspace.diagnostics, workspace.shadowed) == ([], [])
    assert sorted(workspace.treaties) == ["budapest", "hanoi"]


def test_a_new_term_can_be_used_in_both_layers(tiny: Tiny, own: Tiny) -> None:
    tiny.replace(SECTION, "[publish]", "[stream]")
    own.write(CONDUCT, FILES[CONDUCT].replace("  possess:", "  stream: {label: {en: streaming}}\n  possess:"))
    assert said(tiny.diagnostics()) == [("unknown-term", SECTION, "8:19-8:25")]
    workspace = laid_over(tiny, own)
    assert (workspace.diagnostics, workspace.shadowed) == ([], [CONDUCT])


def test_a_mistake_in_a_file_on_top_does_not_bring_back_the_one_below(tiny: Tiny, own: Tiny) -> None:
    own.write(SECTION, FILES[SECTION].replace("nature: criminal", "natur: criminal"))
    workspace = laid_over(tiny, own)
    assert said(workspace.diagnostics) == [("unknown-field", SECTION, "6:5-6:10")]
    assert workspace.shadowed == [SECTION]
    assert paths_in_use(workspace) == set(FILES) - {SECTION}


def test_a_mistake_in_a_file_below_does_not_matter_when_it_is_shadowed(tiny: Tiny, own: Tiny) -> None:
    own.write(SECTION, FILES[SECTION])
    tiny.write(SECTION, "[")
    assert laid_over(tiny, own).diagnostics == []


def test_places_are_looked_up_in_the_file_that_counts(tiny: Tiny, own: Tiny) -> None:
    own.write(MAPPINGS, "# mine\n\n" + FILES[MAPPINGS].replace("/147", "/1"))
    workspace = laid_over(tiny, own)
    assert said(workspace.diagnostics) == [("unknown-id", MAPPINGS, "4:14-4:31")]
    assert workspace.diagnostics[0].excerpt == "  sections: [penal-code-2015/1]"


def test_a_link_that_leaves_the_folder_on_top_shadows_nothing(tiny: Tiny, own: Tiny) -> None:
    own.write("national_laws/vn/penal-code-2015/notes.md", "")
    (own.root / SECTION).symlink_to(tiny.root / SECTION)
    workspace = laid_over(tiny, own)
    assert said(workspace.diagnostics) == [("leaves-workspace", SECTION, "")]
    assert workspace.shadowed == []
    assert paths_in_use(workspace) == set(FILES)


def test_a_folder_over_itself_shadows_nothing(tiny: Tiny, tmp_path: Path) -> None:
    (tmp_path / "again").symlink_to(tiny.root)
    for again in (tiny.root, tiny.root / "provisions" / "..", tmp_path / "again"):
        workspace = open_workspace([tiny.root, again])
        assert (workspace.diagnostics, workspace.shadowed) == ([], [])
        assert paths_in_use(workspace) == set(FILES)


def test_a_folder_that_is_not_there_holds_nothing(tiny: Tiny, tmp_path: Path) -> None:
    workspace = open_workspace([tiny.root, tmp_path / "nowhere"])
    assert (workspace.diagnostics, workspace.shadowed) == ([], [])
    assert open_workspace([tmp_path / "nowhere"]).files == {}


def test_an_overlay_alone_has_no_words(own: Tiny) -> None:
    own.write(SECTION, FILES[SECTION])
    own.write(JURISDICTION, FILES[JURISDICTION])
    workspace = open_workspace([own.root])
    assert {one.code.name for one in workspace.diagnostics} == {"unknown-element", "unknown-term"}
    assert workspace.statutes["vn"].unreadable == {"penal-code-2015/147"}


def test_the_bundled_data_can_be_overlaid(own: Tiny) -> None:
    bundled = open_data(use_cache=False)
    path = "provisions/hanoi/instrument.yaml"
    own.write(path, bundled.files[path].location.read_bytes())
    workspace = open_data(own.root, use_cache=False)
    assert workspace.shadowed == [path]
    assert workspace.diagnostics == []
    assert workspace.treaties == bundled.treaties
    assert workspace.statutes == bundled.statutes
