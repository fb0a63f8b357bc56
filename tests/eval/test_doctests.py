"""The examples in docstrings hold."""

import doctest
from importlib import import_module
from pkgutil import iter_modules

import pytest

import eval as package

NAMES = [module.name for module in iter_modules(package.__path__)]


@pytest.mark.parametrize("name", NAMES)
def test_examples_hold(name: str) -> None:
    assert doctest.testmod(import_module(f"{package.__name__}.{name}")).failed == 0
