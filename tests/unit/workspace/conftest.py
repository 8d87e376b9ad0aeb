from pathlib import Path

import pytest

from tests.unit.workspace.tiny import Tiny


@pytest.fixture
def tiny(tmp_path: Path) -> Tiny:
    return Tiny(tmp_path / "workspace")
