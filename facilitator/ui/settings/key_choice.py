"""Which acts may have another key, which keys they may have, and what comes of it.

A letter that is typed can't act while one writes, so a key that is chosen here is a chord or a function key. In
`config.toml` a command may also have another letter, for after Esc.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, Keys

from facilitator.domain.language.commands import COMMANDS
from facilitator.domain.text.nearest import nearest_name
from facilitator.ui.live.keys import SCREEN_BINDINGS, command_bindings, left_of
from facilitator.ui.toolkit.printed_keys import printed

COMMAND = "command."
NOT_TO_CHANGE = ("escape", "enter", "up", "down", "left", "right")
"""The live screen's keys that an act keeps, since everything else is said in terms of them."""

TAKEN = {
    "enter": "Enter keeps what you type.",
    "escape": "Esc goes back, from anywhere.",
    "tab": "Tab accepts a completion.",
    "ctrl+p": "Ctrl+P opens the commands.",
    "ctrl+q": "Ctrl+Q leaves the program.",
    "ctrl+c": "Ctrl+C copies, or says how to leave.",
}
OF_WRITING = ("backspace", "delete", "up", "down", "left", "right", "home", "end", "shift+tab", "space")
MODIFIERS = ("ctrl", "alt", "shift", "super", "hyper", "meta")
_FUNCTION_KEY = re.compile(r"f[0-9]{1,2}")


def acts() -> Iterator[Binding]:
    """Yield what can have another key: first what has a chord or a function key, then what has only a letter."""
    named = set()
    for binding in SCREEN_BINDINGS:
        if binding.key not in NOT_TO_CHANGE and any(not types(key) for key in binding.key.split(",")):
            named.add(binding.description.lower())
            yield binding
    yield from (one for one in command_bindings() if one.description not in named)


def every_id() -> set[str]:
    """Return the ids of all keys of the program that can be changed in `config.toml`."""
    from facilitator.ui.debrief.debrief_screen import DebriefScreen
    from facilitator.ui.debrief.meeting_line import MeetingLine
    from facilitator.ui.help.help_screen import HelpScreen
    from facilitator.ui.live.live_screen import LiveScreen
    from facilitator.ui.live.views import View
    from facilitator.ui.live.widgets.note_line import NoteLine
    from facilitator.ui.live.widgets.search_line import SearchLine
    from facilitator.ui.picking.pick_screen import Filter, PickScreen
    from facilitator.ui.settings.choosing import Chooser

    parts = (
        LiveScreen,
        NoteLine,
        SearchLine,
        View,
        HelpScreen,
        PickScreen,
        Filter,
        DebriefScreen,
        MeetingLine,
        Chooser,
    )
    found = (binding.id for part in parts for binding in part.BINDINGS if isinstance(binding, Binding))
    return {name for name in found if name}


def types(key: str) -> bool:
    """Whether a key types something."""
    return "+" not in key and not _FUNCTION_KEY.fullmatch(key) and (len(key) == 1 or key not in set(Keys))


def refusal(key: str) -> str:
    """Return why a key can't be chosen while one writes, with what to do instead; empty if it can."""
    if key in TAKEN:
        return TAKEN[key]
    if key in OF_WRITING:
        return f"{printed(key)} is needed for writing. Choose one with Ctrl, or a function key."
    if types(key):
        return f"{printed(key)} is typed in notes. Choose one with Ctrl, or a function key."
    return ""


def with_key(chosen: Mapping[str, str], binding: Binding, key: str) -> tuple[dict[str, str], str]:
    """Return the chosen keys once `binding` has `key` (its usual keys if that is empty), and what that means, in words.

    Letters for after Esc stay as they were.
    """
    others = {name: keys for name, keys in chosen.items() if name != binding.id}
    if not key:
        return others, f"{printed(left_of(binding, others))} is “{binding.description}” again."
    lost = [
        one for one in [*SCREEN_BINDINGS, *command_bindings()] if one.id != binding.id and key in _keys(one, others)
    ]
    for one in lost:
        if (name := one.id or "") in others:
            others[name] = ",".join(left for left in _keys(one, others) if left != key)
            others = {left: keys for left, keys in others.items() if keys}
    letters = [letter for letter in binding.key.split(",") if types(letter)]
    changed = {**others, binding.id or "": ",".join([key, *letters])}
    said = f"{printed(key)} is “{binding.description}” now."
    for one in lost:
        left = left_of(one, changed)
        has = f"still has {printed(left)}" if left else "now has no key"
        said += f" It was “{one.description}”, which {has}."
    return changed, said


def _keys(binding: Binding, chosen: Mapping[str, str]) -> list[str]:
    return left_of(binding, chosen).split(",")


def by_id(keys: Mapping[str, str]) -> dict[str, str]:
    """Return the keys of the settings by binding id; there, a command is called without its prefix."""
    return {f"{COMMAND}{name}" if name in COMMANDS else name: key for name, key in keys.items()}


def name_in_settings(binding_id: str, keys: Mapping[str, str]) -> str:
    """Return what a binding is called in the settings, or would be."""
    return binding_id if binding_id in keys else binding_id.removeprefix(COMMAND)


def usable(keys: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return what can be used of the keys of the settings, by binding id, and what is wrong with others, by name."""
    right: dict[str, str] = {}
    wrong: dict[str, str] = {}
    ids = every_id() if keys else set()
    taken: dict[str, str] = {}
    for name, written in keys.items():
        binding_id = next(iter(by_id({name: written})))
        whole = [normal(key) for key in written.split(",")]
        if binding_id not in ids:
            wrong[name] = f"there is no such act{_near(name, [*ids, *(one.removeprefix(COMMAND) for one in ids)])}"
        elif unknown := [key for key in whole if not is_key(key)]:
            wrong[name] = f"there is no key “{unknown[0]}”{_near(unknown[0], [str(key.value) for key in Keys])}"
        elif refused := [why for key in whole if (why := _refused_in_file(binding_id, key))]:
            wrong[name] = refused[0]
        elif twice := [key for key in whole if key in taken]:
            wrong[name] = f"{printed(twice[0])} is already the key of “{taken[twice[0]]}”; give one of them another"
        else:
            right[binding_id] = ",".join(whole)
            taken.update(dict.fromkeys(whole, name) if binding_id.startswith((COMMAND, "live.")) else {})
    return right, wrong


def _refused_in_file(binding_id: str, key: str) -> str:
    """Return why a key can't be that of a binding; a letter may be, for after Esc, but not one that always acts."""
    usual = next((one for one in [*SCREEN_BINDINGS, *command_bindings()] if one.id == binding_id), None)
    if usual is None or key in usual.key.split(","):
        return ""
    return refusal(key) if usual.priority or not types(key) else ""


def normal(key: str) -> str:
    """Return the name of a key as the terminal's events have it: `Ctrl+K` is `ctrl+k`."""
    key = key.strip()
    return key if len(key) == 1 else key.lower()


def is_key(key: str) -> bool:
    """Whether there is a key of that name."""
    *modifiers, base = key.split("+") if len(key) > 1 else [key]
    if not base or any(one not in MODIFIERS for one in modifiers):
        return False
    if len(base) == 1 or _FUNCTION_KEY.fullmatch(base) or base in set(Keys) or base in KEY_NAME_REPLACEMENTS.values():
        return True
    try:
        return bool(unicodedata.lookup(base.replace("_", " ")))
    except KeyError:
        return False


def _near(wrong: str, right: list[str]) -> str:
    near = nearest_name(wrong, right)
    return f" (did you mean '{near}'?)" if near else ""
