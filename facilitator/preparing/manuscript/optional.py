"""Libraries that only some formats need: loaded when used, and named if they aren't there."""

from importlib import import_module
from types import ModuleType

from facilitator.extras import EXTRA
from facilitator.preparing.manuscript.manuscript import UnreadableFileError


def needed(module: str, what: str) -> ModuleType:
    """Return the module that reads `what`. Raises UnreadableFileError that says how to install it."""
    try:
        return import_module(module)
    except ImportError as error:
        raise UnreadableFileError(f"{what} can be read with an extra: {EXTRA}") from error
