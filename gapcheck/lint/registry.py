"""The rules, all of them, and what they say of a workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lint.places import span_at
from gapcheck.lint.rules import RULES
from gapcheck.source.diagnostics import CODES, Code, Diagnostic
from gapcheck.workspace.load import read_document
