"""Render a report of many paragraphs as HTML: python tools/render.py WORKSPACE PARAGRAPHS.

The paragraphs are those of the instrument `pact` of a workspace that tools/corpus.py wrote, over and over: what is
measured is how HTML is made of a view, not how the view is made.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from itertools import cycle, islice
from pathlib import Path

from gapcheck import api
from gapcheck.report.html import report_html
from gapcheck.report.messages import messages_in
from gapcheck.report.report_kinds import Audience
from gapcheck.report.reporting import material, report_view


def main() -> None:
    """Render, and say how much was made."""
    workspace, paragraphs = Path(sys.argv[1]), int(sys.argv[2])
    data = api.open_data(workspace, instruments=["pact"], jurisdictions=["zz"])
    bench = api.bench_of(data, "zz", "pact", date(2026, 1, 1))
    view = report_view(material(bench, api.assess(bench)), Audience.FULL, messages_in("en"))
    per_article = len(view.articles[0].entries)
    many = tuple(islice(cycle(view.articles), paragraphs // per_article))
    page = report_html([replace(view, articles=many)])
    sys.stdout.write(f"{sum(len(article.entries) for article in many)} paragraphs, {len(page)} characters\n")


if __name__ == "__main__":
    main()
