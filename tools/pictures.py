"""Write the pictures of the README: python tools/pictures.py FOLDER DATE.

They are those of the full report on Viet Nam: the verdicts by chapter, and what is covered of Article 15(1).
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from gapcheck import api
from gapcheck.report.messages import messages_in
from gapcheck.report.pictures import chapter_bars, heat_picture, on_paper
from gapcheck.report.report_kinds import Audience
from gapcheck.report.reporting import material, report_view

PARAGRAPH = "15.1"


def main() -> None:
    """Write them."""
    folder, day = Path(sys.argv[1]), date.fromisoformat(sys.argv[2])
    data = api.open_data(instruments=["hanoi"], jurisdictions=["vn"])
    bench = api.bench_of(data, "vn", "hanoi", day)
    view = report_view(material(bench, api.assess(bench)), Audience.BRIEF, messages_in("en"))
    (entry,) = (one for one in view.entries if one.number == PARAGRAPH)
    if entry.heat is None:
        sys.exit(f"Nobody has looked at {PARAGRAPH}.")
    heat = heat_picture(entry.heat, f"{view.jurisdiction}, {entry.reference}: {entry.heading}")
    for name, svg in (("chapters", chapter_bars(view)), (f"{PARAGRAPH}-heat", heat)):
        (folder / f"vn-hanoi-{name}.en.svg").write_text(on_paper(svg), encoding="utf-8")


if __name__ == "__main__":
    main()
