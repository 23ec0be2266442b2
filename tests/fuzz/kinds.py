"""What is fuzzed, by name. To add a kind, write a function with `@fuzzed` in a module that `MODULES` names."""

import random
from collections.abc import Callable
from importlib import import_module

MODULES = ("agendas", "journals", "imports", "exports", "guides", "packets")
"""The modules beside this one in which the kinds are; another folder of tests is named in full, with its dots."""

Play = Callable[[random.Random], int]
"""Makes one input by chance and gives it to the program; returns how many runs that was. Raises what is a fault."""

_KINDS: dict[str, Play] = {}


def fuzzed(name: str) -> Callable[[Play], Play]:
    """Register a function as the kind `name`."""

    def register(play: Play) -> Play:
        _KINDS[name] = play
        return play

    return register


def kinds() -> dict[str, Play]:
    for module in MODULES:
        import_module(module if "." in module else f"tests.fuzz.{module}")
    return _KINDS
