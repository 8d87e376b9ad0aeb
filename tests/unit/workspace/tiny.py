"""A tiny workspace in which nothing is wrong, so that a test can break one thing in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gapcheck.source.diagnostics import Diagnostic
from gapcheck.workspace.workspace import Workspace, open_workspace

CONDUCT = "provisions/vocabulary/conduct.yaml"
CONDITION = "provisions/vocabulary/condition.yaml"
VICTIM_AGE = "provisions/vocabulary/victim_age.yaml"
KINDS = "provisions/vocabulary/kinds.yaml"
INSTRUMENT = "provisions/hanoi/instrument.yaml"
ARTICLE = "provisions/hanoi/art-14.yaml"
NEXT_ARTICLE = "provisions/hanoi/art-15.yaml"
JURISDICTION = "national_laws/vn/jurisdiction.yaml"
EVIDENCE = "national_laws/vn/evidence.yaml"
LAW = "national_laws/vn/penal-code-2015/law.yaml"
SECTION = "national_laws/vn/penal-code-2015/147.yaml"
NEXT_SECTION = "national_laws/vn/penal-code-2015/326.yaml"
MAPPINGS = "national_laws/vn/mappings/hanoi/art-14.yaml"
NEXT_MAPPINGS = "national_laws/vn/mappings/hanoi/art-15.yaml"

FILES = {
    CONDUCT: """\
element: conduct
kind: terms
label: {en: Conduct, vi: Hành vi}
terms:
  publish: {label: {en: publishing}}
  possess: {label: {en: possessing}}
  make-available:
    label: {en: making available, vi: cung cấp}
    covers: [publish]
""",
    CONDITION: """\
element: condition
kind: conditions
label: {en: Condition}
terms:
  for-gain: {label: {en: for gain}}
""",
    VICTIM_AGE: """\
element: victim_age
kind: age
label: {en: Age of the victim}
""",
    KINDS: """\
kinds:
  offence:
    label: {en: Offence, vi: Tội phạm}
    requires: {condition_not_met: for-gain}
    lead: conduct
    free_choice: [victim_age]
""",
    INSTRUMENT: """\
instrument: hanoi
title: {en: A convention, vi: Một công ước}
adopted: 2024-12-24
""",
    ARTICLE: """\
article: "14"
heading: {en: Material, vi: Tài liệu}
paragraphs:
  - id: "14.1"
    kind: offence
    duty: shall
    requires: {conduct: [publish, possess], victim_age: under 18}
    options:
      - {id: "14.3", type: narrowing, condition: [for-gain]}
      - {id: "14.4", type: form, element: conduct}
    contested:
      - {scope: {conduct: possess}, reason: {en: Some say so.}}
  - id: "14.2"
    kind: offence
    duty: may-consider
    extends: "14.1"
    lead: conduct
    requires:
      - conduct: make-available
""",
    NEXT_ARTICLE: """\
article: "15"
heading: {en: Solicitation}
paragraphs:
  - {id: "15.1", kind: offence, duty: shall, requires: {victim_age: 16 to 17}}
""",
    JURISDICTION: """\
jurisdiction: vn
name: {en: Viet Nam, vi: Việt Nam}
languages: vi
""",
    EVIDENCE: """\
evidence:
  - {id: calls-2024, figure: {en: Many calls.}, paragraphs: "hanoi:14.1"}
  - {id: calls-2025, figure: {en: More calls.}, paragraphs: "hanoi:14.1"}
""",
    LAW: """\
law: penal-code-2015
title: {en: Penal Code, vi: Bộ luật Hình sự}
in_force: {from: 2018-01-01}
""",
    SECTION: """\
section: "147"
heading: {vi: Tội sử dụng người dưới 16 tuổi, en: Use of persons under 16}
versions:
  - in_force: {from: 2018-01-01}
    by: 12/2017/QH14
    nature: criminal
    reaches:
      - conduct: [publish]
        victim_age: under 16
        condition: for-gain
    unknown: [victim_age, for-gain]
""",
    NEXT_SECTION: """\
section: "326"
heading: {en: Obscene material}
versions:
  - in_force: {from: 2018-01-01}
    reaches: {conduct: make-available}
""",
    MAPPINGS: """\
- paragraph: "14.1"
  sections: [penal-code-2015/147]
  incidental: [penal-code-2015/326]
  searched: [penal-code-2015]
- paragraph: "14.2"
  sections: []
""",
    NEXT_MAPPINGS: """\
- paragraph: "15.1"
  searched: [penal-code-2015]
""",
}


class Tiny:
    """The tiny workspace on disk."""

    def __init__(self, root: Path, files: dict[str, str] | None = None) -> None:
        self.root = root
        for path, text in (FILES if files is None else files).items():
            self.write(path, text)

    def write(self, path: str, content: str | bytes) -> Path:
        location = self.root / path
        location.parent.mkdir(parents=True, exist_ok=True)
        location.write_bytes(content.encode() if isinstance(content, str) else content)
        return location

    def read(self, path: str) -> str:
        return (self.root / path).read_bytes().decode()

    def replace(self, path: str, old: str, new: str) -> None:
        text = self.read(path)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))

    def remove(self, path: str) -> None:
        (self.root / path).unlink()

    def open(
        self,
        *,
        instruments: Sequence[str] | None = None,
        jurisdictions: Sequence[str] | None = None,
        cache_folder: Path | None = None,
    ) -> Workspace:
        return open_workspace(
            [self.root], instruments=instruments, jurisdictions=jurisdictions, cache_folder=cache_folder
        )

    def diagnostics(self) -> list[Diagnostic]:
        return self.open().diagnostics


def place(diagnostic: Diagnostic) -> str:
    """Return the place as line:column-line:column; the second pair is the first place behind what is meant."""
    span = diagnostic.span
    return f"{span.line}:{span.column}-{span.end_line}:{span.end_column}" if span else ""


def said(diagnostics: Sequence[Diagnostic]) -> list[tuple[str, str, str]]:
    """Return the name of each diagnostic with its file and its place."""
    return [(one.code.name, one.path, place(one)) for one in diagnostics]


def names(diagnostics: Sequence[Diagnostic]) -> list[str]:
    return [one.code.name for one in diagnostics]


def paths_in_use(workspace: Workspace) -> set[str]:
    """Return the files whose content can be found in the workspace."""
    paths = {f"provisions/vocabulary/{name}.yaml" for name in workspace.vocabulary.elements}
    if workspace.vocabulary.kinds:
        paths.add(KINDS)
    for name, treaty in workspace.treaties.items():
        paths.add(f"provisions/{name}/instrument.yaml")
        paths |= {f"provisions/{name}/art-{article.article}.yaml" for article in treaty.articles}
    for name, statutes in workspace.statutes.items():
        folder = f"national_laws/{name}"
        paths.add(f"{folder}/jurisdiction.yaml")
        paths |= {f"{folder}/{law}/law.yaml" for law in statutes.laws}
        paths |= {f"{folder}/{section}.yaml" for section in statutes.sections}
        for instrument, mappings in statutes.mappings.items():
            articles = {number.partition(".")[0] for number in mappings}
            paths |= {f"{folder}/mappings/{instrument}/art-{article}.yaml" for article in articles}
        if statutes.figures:
            paths.add(f"{folder}/evidence.yaml")
    return paths
