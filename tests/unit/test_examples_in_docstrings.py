"""The examples in the docstrings of the legal core are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import gapcheck.assess
import gapcheck.coverage
import gapcheck.model

MODULES = [
    found.name
    for package in (gapcheck.model, gapcheck.coverage, gapcheck.assess)
    for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
]


@pytest.mark.parametrize("name", MODULES)
def test_every_example_in_a_docstring_is_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.parametrize("name", ["gapcheck.model.ids", "gapcheck.coverage.scope", "gapcheck.assess.lexicon"])
def test_what_is_hard_to_say_is_shown_by_an_example(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).attempted > 0
