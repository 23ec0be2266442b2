"""The settings: `config.toml` in the data folder, written by a person, or one at a time by `changing`.

A wrong setting never keeps an interview from starting: its default is used, and the complaint says where it
is and what was expected.
"""

import re
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec import Struct

from facilitator.domain.text.nearest import nearest_name
from facilitator.domain.text.plain_text import one_line
from facilitator.domain.time.alerts import Moment
from facilitator.files import foreign
from facilitator.files.complaint import Complaint
from facilitator.files.durable import reason

COPIED_AS = ("slack", "rich", "plain")

LONGEST_RETENTION_DAYS = 36_500

_AT = re.compile(r" ?\(at (?:line (\d+), column (\d+)|end of document)\)")


class Config(Struct, frozen=True, kw_only=True):
    """The settings with their defaults.

    `keys` maps the id of a key binding to its key; `formats` are written when an interview ends; `retention` names
    the rules on keeping that apply (`retention_profiles`); sessions older than `retention_days`, or than those rules
    say, are pointed out; `bell` overrides the agendas unless it is None. The curtain shows overtime if
    `curtain_overtime`. `cues` maps a moment to `bell`, `sound` and perhaps its name, `none`, or the words of a command.
    `invitations` maps words in the title of an invitation to the agenda it has. `copy_as` is for what a debrief was
    last copied: slack, rich or plain.
    """

    theme: str = ""
    reduced_motion: bool = False
    curtain_overtime: bool = False
    keys: dict[str, str] = {}
    formats: tuple[str, ...] = ("md",)
    retention: str = ""
    retention_days: int | None = None
    bell: bool | None = None
    cues: dict[str, tuple[str, ...]] = {}
    invitations: dict[str, str] = {}
    copy_as: str = ""


class LoadedConfig(Struct, frozen=True):
    config: Config
    complaints: tuple[Complaint, ...] = ()


def load_config(
    path: Path, themes: Collection[str] = (), formats: Callable[[], Collection[str]] = tuple
) -> LoadedConfig:
    """Load the settings from the file at `path`, or the defaults if there is no file.

    If there are `themes` or `formats`, no other names are accepted. `formats` is asked only if there is a file.
    """
    try:
        text = foreign.content(path, opener=foreign.open_settings).decode("utf-8-sig")
    except FileNotFoundError:
        return LoadedConfig(Config())
    except OSError as error:
        return _nothing(path, 1, 1, f"it can't be read: {reason(error)}")
    except UnicodeDecodeError:
        return _nothing(path, 1, 1, "it is not UTF-8")
    import tomllib  # only if there is something to read

    try:
        found = tomllib.loads(text.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:  # also an integer with more digits than Python reads
        at = _AT.search(str(error))
        end = (text.count("\n") + 1, len(text) - text.rfind("\n"))
        line, column = (int(at[1]), int(at[2])) if at and at[1] else end
        what = "it is nested too deeply" if isinstance(error, RecursionError) else "a number in it is too long"
        if isinstance(error, tomllib.TOMLDecodeError):
            what = _AT.sub("", str(error))
        return _nothing(path, line, column, f"{what}; the defaults are used")
    from facilitator.storage.retaining.retention_profiles import PROFILES

    return _Settings(
        str(path), text, {"theme": themes, "formats": formats(), "retention": PROFILES, "copy_as": COPIED_AS}
    ).read(found)


def complaint_of_setting(path: Path, message: str, name: str, table: str) -> Complaint:
    """Return a complaint about a setting with its place, for what only those know who use it."""
    text = ""
    with suppress(OSError):
        text = foreign.content(path, opener=foreign.open_settings).decode("utf-8-sig", "replace")
    line, column = place_of(text.split("\n"), name, table)
    return _complaint(one_line(str(path)), line, column, f"{table}.{one_line(name)}: {message}")


def _nothing(path: Path, line: int, column: int, message: str) -> LoadedConfig:
    return LoadedConfig(Config(), (_complaint(one_line(str(path)), line, column, one_line(message)),))


def _complaint(file: str, line: int, column: int, message: str) -> Complaint:
    return Complaint(file, line, column, message, severity="warning")


class _Settings:
    """A reader of one file's settings that collects complaints."""

    def __init__(self, file: str, text: str, known: dict[str, Collection[str]]) -> None:
        self._file = one_line(file)
        self._lines = text.split("\n")
        self._known = known
        self._complaints: list[Complaint] = []

    def read(self, found: dict[str, Any]) -> LoadedConfig:
        settings = {}
        for key, value in found.items():
            if key not in Config.__struct_fields__:
                self._complain(key, f"there is no setting {_quoted(key)}{_hint(key, Config.__struct_fields__)}")
                continue
            try:
                settings[key] = getattr(self, f"_{key}")(value)
            except ValueError as error:
                self._complain(key, f"{key}: {error}")
        return LoadedConfig(Config(**settings), tuple(self._complaints))

    def _theme(self, value: object) -> str:
        return self._name("theme", value)

    def _reduced_motion(self, value: object) -> bool:
        return _boolean(value)

    def _curtain_overtime(self, value: object) -> bool:
        return _boolean(value)

    def _bell(self, value: object) -> bool:
        return _boolean(value)

    def _keys(self, value: object) -> dict[str, str]:
        if not isinstance(value, dict):
            raise ValueError('expected a table such as [keys] with lines such as next = "n"')
        right = {}
        for binding, key in value.items():
            if isinstance(key, str) and key.strip():
                right[one_line(binding)] = one_line(key)
            elif isinstance(key, dict):
                whole = f"{one_line(binding)}.{one_line(next(iter(key), '…'))}"
                self._complain(binding, f'keys.{whole}: put a name with a dot in quotes: "{whole}"', "keys")
            else:
                self._complain(binding, f"keys.{one_line(binding)}: expected the name of a key in quotes", "keys")
        return right

    def _cues(self, value: object) -> dict[str, tuple[str, ...]]:
        if not isinstance(value, dict):
            raise ValueError('expected a table such as [cues] with lines such as danger = "bell"')
        right = {}
        for moment, cue in value.items():
            called = f"cues.{one_line(moment)}"
            if moment not in list(Moment):
                there = _hint(moment, list(Moment)) or f"; choose from {', '.join(Moment)}"
                self._complain(moment, f"{called}: there is no such moment{there}", "cues")
                continue
            try:
                right[moment] = _command(cue)
            except ValueError as error:
                self._complain(moment, f"{called}: {error}", "cues")
        return right

    def _invitations(self, value: object) -> dict[str, str]:
        if not isinstance(value, dict):
            raise ValueError('expected a table such as [invitations] with lines such as "VP Sales" = "vp-sales-final"')
        right = {}
        for words, agenda in value.items():
            if isinstance(agenda, str) and agenda.strip() and words.strip():
                right[one_line(words)] = one_line(agenda)
            else:
                message = f"invitations.{one_line(words)}: expected the name or the file of an agenda in quotes"
                self._complain(words, message, "invitations")
        return right

    def _formats(self, value: object) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise ValueError('expected a list such as ["md", "html"]')
        return tuple(dict.fromkeys(self._name("formats", item) for item in value))

    def _copy_as(self, value: object) -> str:
        return self._name("copy_as", value)

    def _retention(self, value: object) -> str:
        return self._name("retention", value)

    def _retention_days(self, value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= LONGEST_RETENTION_DAYS:
            raise ValueError(f"expected a whole number of days from 1 to {LONGEST_RETENTION_DAYS}")
        return value

    def _name(self, key: str, value: object) -> str:
        known = self._known[key]
        if not isinstance(value, str):
            raise ValueError("expected a name in quotes")
        if known and value not in known:
            there = _hint(value, known) or f"; choose from {', '.join(known)}"
            raise ValueError(f"there is no {_quoted(value)}{there}")
        return one_line(value)

    def _complain(self, key: str, message: str, table: str = "") -> None:
        line, column = place_of(self._lines, key, table)
        self._complaints.append(_complaint(self._file, line, column, message))


def place_of(lines: Sequence[str], key: str, table: str) -> tuple[int, int]:
    """Return line and column of a key, found at the start of its line; the parser doesn't tell."""
    pattern = re.compile(rf"""\s*+(\[?\s*+["']?){re.escape(key)}["']?\s*[\]=.]""")
    current = ""
    for number, line in enumerate(lines, 1):
        if table in ("", current) and (match := pattern.match(line)):
            return number, match.end(1) + 1
        if line.strip().startswith("["):
            current = line.partition("#")[0].strip().strip("[] ")
    return 1, 1


def _boolean(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("expected true or false")
    return value


def _command(value: object) -> tuple[str, ...]:
    """Return the words of a command, given as one text or as a list."""
    import shlex

    expected = '"bell", "sound", "none", or a command such as "notify-send Time"'
    try:
        words = shlex.split(value) if isinstance(value, str) else value
    except ValueError:
        raise ValueError("a quotation mark is missing") from None
    if not isinstance(words, list) or not words or not all(isinstance(word, str) for word in words) or not words[0]:
        raise ValueError(f"expected {expected}")
    if any("\0" in word for word in words):
        raise ValueError(f"expected {expected}")
    return tuple(words)


def _hint(wrong: str, right: Collection[str]) -> str:
    near = nearest_name(wrong, right)
    return f" (did you mean '{near}'?)" if near else ""


def _quoted(text: str) -> str:
    return f"'{one_line(text)[:40]}'"
