"""One setting changed in `config.toml`, as its owner would: comments, order and what the program doesn't know stay.

Separate from reading, which comes at every start and needs no library for it.
"""

import tomllib
from pathlib import Path
from typing import Any

from facilitator.domain.text.plain_text import one_line
from facilitator.files import durable, foreign
from facilitator.files.durable import StorageError, explained
from facilitator.storage.settings.config import load_config

SettingValue = str | bool
"""What a setting that can be changed may be."""

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def change(path: Path, name: str, value: SettingValue | None, table: str = "") -> None:
    """Set `name`, at the top or in `table`, to `value` in the file at `path`; None takes it out.

    Raises StorageError and writes nothing if the file can't be read, or if another setting would change by it.
    """
    path = path.resolve()  # many people keep such a file elsewhere, behind a link
    with explained(f"{one_line(str(path))} can't be read"):
        before = foreign.content(path, opener=foreign.open_settings) if path.exists() else b""
    mark = before[: len(BYTE_ORDER_MARK)] if before.startswith(BYTE_ORDER_MARK) else b""
    try:
        old = before[len(mark) :].decode()
        wanted = _changed(tomllib.loads(old), name, value, table)
        new = _edited(old, name, value, table)
        is_right = _filled(tomllib.loads(new)) == _filled(wanted)
    except (ValueError, RecursionError):  # not UTF-8, no TOML, or not a table where one is needed
        is_right = False
    if not is_right:
        raise StorageError(f"{_what_is_wrong(path)}. Nothing was changed in it: fix that first.")
    with explained(f"{one_line(str(path))} can't be written"):
        durable.make_folder(path.parent)
        durable.replace(path, mark + new.encode())


def _changed(settings: dict[str, Any], name: str, value: SettingValue | None, table: str) -> dict[str, Any]:
    """Return the settings as they are to be afterwards. Raises ValueError if `table` is something else."""
    inner = settings.setdefault(table, {}) if table else settings
    if not isinstance(inner, dict):
        raise ValueError(table)
    if value is None:
        inner.pop(name, None)
    else:
        inner[name] = value
    return settings


def _filled(settings: dict[str, Any]) -> dict[str, Any]:
    """Return the settings without an empty table, which means the same as none."""
    return {name: value for name, value in settings.items() if value != {}}


def _what_is_wrong(path: Path) -> str:
    """Return what is wrong in a file that can't be changed, with its place."""
    complaints = load_config(path).complaints
    return (
        str(complaints[0]).partition("; the defaults")[0] if complaints else f"{one_line(str(path))} can't be changed"
    )


def _edited(text: str, name: str, value: SettingValue | None, table: str) -> str:
    """Return the text with this one setting changed. Raises ValueError if it is no TOML."""
    import tomlkit  # only when something is written
    from tomlkit.exceptions import TOMLKitError

    try:
        document: Any = tomlkit.parse(text)
        if table and table not in document:
            document[table] = tomlkit.table()
        inner = document[table] if table else document
        if value is None:
            inner.pop(name, None)
        else:
            inner[name] = value
        return tomlkit.dumps(document)
    except (TOMLKitError, TypeError, KeyError) as error:
        raise ValueError(str(error)) from error
