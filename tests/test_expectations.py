"""Every expectation that lawyers wrote holds: what `gapcheck test` says, one test an expectation."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from gapcheck import api
from gapcheck.report.expectation_text import failure_lines
from gapcheck.report.messages import messages_in
from gapcheck.workspace.expectations import Asked
from gapcheck.workspace.workspace import Workspace

FOLDER = Path(__file__).parent / "expectations"


@cache
def data() -> Workspace:
    return api.open_data(use_cache=False)


ASKED, WRONG = api.expectations(data(), [FOLDER])


def name(asked: Asked) -> str:
    return f"{Path(asked.path).relative_to(FOLDER).as_posix()}:{asked.line} {asked.expectation.paragraph}"


def test_there_are_expectations_and_every_file_of_them_can_be_read() -> None:
    assert [f"{found.path}:{found.span and found.span.line} {found.code.name} {found.facts}" for found in WRONG] == []
    files = {path.as_posix() for path in FOLDER.rglob("*.yaml")}
    assert files
    assert {asked.path for asked in ASKED} == files


@pytest.mark.parametrize("asked", ASKED, ids=name)
def test_what_a_lawyer_expects_holds(asked: Asked) -> None:
    found = api.failures(data(), asked)
    if found:
        pytest.fail("\n".join(failure_lines(asked, found, messages_in("en"))), pytrace=False)
