"""GC308 paragraph-without-mapping: a paragraph that binds is mapped by nobody.

What is not mapped is not assessed: it appears in reports as such, and no gap can be found in it. Once a jurisdiction
has begun with an instrument, the paragraphs that bind are the ones that readers expect to find. Those of one article
are named together.

PASS
    # national_laws/zz/mappings/pact/art-2.yaml
    - paragraph: "2"
      searched: [act]
      reason: {en: The act has nothing., vi: Văn bản không có quy định.}
    # provisions/pact/art-2.yaml
    article: "2"
    heading: {en: Attempt, vi: Phạm tội chưa đạt}
    paragraphs:
      - {id: "2", kind: offence, duty: shall, requires: {conduct: publish}}

FAIL
    # provisions/pact/art-2.yaml
    article: "2"
    heading: {en: Attempt, vi: Phạm tội chưa đạt}
    paragraphs:
      - {id: "2.1", kind: offence, duty: shall, requires: {conduct: publish}}
      - {id: "2.2", kind: offence, duty: may, requires: {conduct: possess}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lint.rule import Hit, Rule
from gapcheck.lint.setting import folder_of, mapping_file
from gapcheck.source.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gapcheck.lint.setting import Setting


def check(setting: Setting) -> Iterator[Hit]:
    """Yield what is unmapped, in the file where the mapping belongs or, while it does not exist, the jurisdiction's.

    What a file with errors maps is not known.
    """
    with_errors = {diagnostic.path for diagnostic in setting.workspace.diagnostics}
    for bench, findings in setting.findings:
        unmapped: dict[str, list[str]] = {}
        for finding in findings:
            wanted = mapping_file(bench.statutes, bench.treaty.name, finding.paragraph.id)
            if finding.mapping is None and finding.is_mandatory and wanted not in with_errors:
                unmapped.setdefault(wanted, []).append(str(finding.id))
        for wanted, paragraphs in unmapped.items():
            path = wanted if wanted in setting.workspace.files else f"{folder_of(bench.statutes)}/jurisdiction.yaml"
            facts = {"paragraph": ", ".join(paragraphs), "file": wanted}
            yield Hit(path, (), {**facts, "form": "several"} if len(paragraphs) > 1 else facts)


RULE = Rule("GC308", "paragraph-without-mapping", Severity.HINT, check)
