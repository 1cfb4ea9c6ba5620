"""Functions of the package replaced by ones that say nothing, for as long as a figure is measured.

A rule is known by its name and the package it stands in; it is replaced wherever that package holds it, in tables too.
What was remembered between calls is forgotten before and after.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FunctionType, ModuleType
from typing import Any

NOTHING: dict[str, Any] = {"bool": False, "int": 0, "Finding | None": None, "Decision | None": None, "int | None": None}
"""What a rule that does not fire answers, by what it is declared to return."""


def rules(package: str, *returns: str) -> list[FunctionType]:
    """The functions of a package (or the modules that begin so) declared to return one of these, by module and line."""
    found = [
        function
        for module in _modules(package)
        for function in vars(module).values()
        if isinstance(function, FunctionType)
        and function.__module__ == module.__name__
        and function.__annotations__.get("return") in returns
    ]
    return sorted(found, key=lambda f: (f.__module__, f.__code__.co_firstlineno))


def named(package: str, name: str) -> FunctionType:
    """The function of this name. Raises `LookupError` where the package has none or several."""
    held = {id(f): f for module in _modules(package) for f in [vars(module).get(name)] if isinstance(f, FunctionType)}
    if len(held) != 1:
        raise LookupError(f"{package}: {len(held)} functions are called {name}")
    return next(iter(held.values()))


def silent(rule: FunctionType) -> Callable[..., Any]:
    """A function that answers what the rule answers when it does not fire."""
    answer = NOTHING[str(rule.__annotations__["return"])]
    return lambda *_, **__: answer


@contextmanager
def replaced(rule: Callable[..., Any], by: Callable[..., Any], package: str = "rashomon") -> Iterator[None]:
    """Within it, every module of the package that holds the rule holds `by` in its place."""
    before = [
        (module, name, value)
        for module in _modules(package)
        for name, value in vars(module).items()
        if value is rule or (isinstance(value, tuple) and any(item is rule for item in value))
    ]
    _forget(package)
    try:
        for module, name, value in before:
            changed = tuple(by if item is rule else item for item in value) if isinstance(value, tuple) else by
            setattr(module, name, changed)
        yield
    finally:
        for module, name, value in before:
            setattr(module, name, value)
        _forget(package)


def _modules(package: str) -> list[ModuleType]:
    return [module for name, module in sorted(sys.modules.items()) if name.startswith(package)]


def _forget(package: str) -> None:
    """Empties what the annotation and the entities remember; tables and models stay."""
    for part in ("annotate", "entities", "renderings"):
        for module in _modules(f"{package}.{part}"):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
