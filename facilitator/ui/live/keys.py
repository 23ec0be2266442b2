"""The keys of the live screen, and how a key becomes a line.

The keys of commands come from the registry, and their arguments say what they need: nothing here knows a command
by name.
"""

import re
from collections.abc import Iterator, Mapping

from textual.binding import Binding

from facilitator.domain.language.arguments import BY, COMPETENCY, QUESTION
from facilitator.domain.language.commands import COMMANDS, Command, shown_commands
from facilitator.domain.language.decisions import is_possible
from facilitator.domain.language.who_is_meant import ASKER, AT_HAND, MARKED_BY, MARKED_BY_WORD
from facilitator.domain.session.state import Session
from facilitator.ui.live.selection import Selection
from facilitator.ui.toolkit.printed_keys import printed

_WORD = re.compile(r"[a-z]+")

OF_A_QUESTION = (QUESTION, AT_HAND)
OF_A_MARK = (MARKED_BY, MARKED_BY_WORD)


def _key(keys: str, action: str, does: str, name: str, tooltip: str, priority: bool = False) -> Binding:
    return Binding(keys, action, does, id=f"live.{name}", tooltip=tooltip, priority=priority, show=False)


UNDO_KEYS = "f8,ctrl+underscore,ctrl+slash,ctrl+shift+minus,ctrl+shift+underscore"
"""A key that is one everywhere, and Ctrl+_ by the names that terminals give it."""

SCREEN_BINDINGS = [
    _key("escape", "switch_mode", "Keys", "mode", "Use one single key; twice, single keys until Esc; leave a question"),
    _key("i", "note", "Note", "note", "Go back to the note line"),
    _key("slash,colon", "begin_command", "Command", "command", "After Esc: type a command"),
    _key("enter", "confirm", "Yes", "confirm", "Do it anyway", priority=True),
    _key("up", "move(-1, 0)", "Previous question", "up", "Select the previous question"),
    _key("down", "move(1, 0)", "Next question", "down", "Select the next question"),
    _key("left", "move(0, -1)", "Previous panelist", "left", "Select the previous panelist"),
    _key("right", "move(0, 1)", "Next panelist", "right", "Select the next panelist"),
    _key("pageup", "scroll_notes(-5)", "Earlier notes", "earlier", "Scroll to earlier notes", priority=True),
    _key("pagedown", "scroll_notes(5)", "Later notes", "later", "Scroll to later notes", priority=True),
    _key("ctrl+t", "stamp", "Stamp", "stamp", "Stamp this moment and describe it later", priority=True),
    _key("ctrl+f", "search", "Search", "search", "Search the notes; Esc shows all again", priority=True),
    _key("ctrl+n", "run('start next end')", "Start, next", "onward", "Start, move on, and end in the last segment"),
    _key("ctrl+g", "ask_next", "Ask next", "ask-next", "Mark the suggested question as being asked"),
    _key("ctrl+o", "do('/cover')", "Cover", "cover", "Mark the question at hand as covered"),
    _key("ctrl+r", "choose('/recover ')", "Recover", "recover", "Make up for lost time; a letter chooses how", True),
    _key("f9", "run('them')", "Their question", "them", "Note a question that they ask you"),
    _key(UNDO_KEYS, "do('/undo')", "Undo", "undo", "Undo the last act"),
    _key("f1,question_mark", "help", "Help", "help", "Show all keys and commands"),
    _key("f2,z", "curtain", "Curtain", "curtain", "Show only what the other side may see"),
    _key("f3,x", "clock_view", "Clock", "clock", "Show only the clock, as large as possible"),
    _key("f4,tab", "turn_side", "Other pane", "side", "Switch between coverage, running order and their questions"),
    _key("f5", "debrief", "Debrief", "debrief", "Show the debrief again, after the end"),
    _key("ctrl+q", "app.quit", "Leave", "leave", "Leave the program", priority=True),
]

SCREEN_BINDING_BY_NAME = {(binding.id or "").removeprefix("live."): binding for binding in SCREEN_BINDINGS}


def commands_of(binding: Binding) -> list[str]:
    """Return the names of the commands that a key of the screen carries out, whatever is selected; mostly none."""
    action, _, values = binding.action.partition("(")
    words = _WORD.findall(values) if values else [action.removeprefix("app.")]
    return [word for word in words if word in COMMANDS]


def left_of(binding: Binding, keymap: Mapping[str, str]) -> str:
    """Return the keys of a binding, separated by commas, after remapping: a key that was chosen for another is gone."""
    if (own := keymap.get(binding.id or "")) is not None:
        return own
    chosen = {key.strip() for keys in keymap.values() for key in keys.split(",")}
    return ",".join(key for key in binding.key.split(",") if key not in chosen)


def chosen(keymap: Mapping[str, str]) -> dict[str, str]:
    """Return the actions by the keys that were chosen for them in the settings."""
    bindings = [*command_bindings(), *SCREEN_BINDINGS]
    return {key.strip(): one.action for one in bindings for key in keymap.get(one.id or "", "").split(",")}


def displaced(keymap: Mapping[str, str]) -> list[str]:
    """Return a sentence for each key that had another use before it was chosen in the settings."""
    bindings = [*command_bindings(), *SCREEN_BINDINGS]
    described = {binding.id: binding.description for binding in bindings}
    return [
        f"{printed(key)} is “{described.get(name, name)}” in your settings, no longer “{binding.description}”."
        for name, chosen in keymap.items()
        for key in map(str.strip, chosen.split(","))
        for binding in bindings
        if binding.id not in keymap and key in binding.key.split(",")
    ]


def shared_keys() -> list[list[str]]:
    """Return the names of the commands that have a key, grouped by key (pause and resume share one)."""
    by_key: dict[str, list[str]] = {}
    for command in shown_commands():
        if command.key is not None:
            by_key.setdefault(command.key, []).append(command.name)
    return list(by_key.values())


def command_bindings() -> Iterator[Binding]:
    """Yield a binding per key; commands that share a key share an action."""
    for names in shared_keys():
        yield Binding(
            COMMANDS[names[0]].key or "",
            f"run({' '.join(names)!r})",
            " / ".join(names),
            id=f"command.{names[0]}",
            tooltip=" ".join(COMMANDS[name].help for name in names),
            show=False,
        )


def possible(names: str, session: Session, now: int, author: str = "", device: str = "") -> Command:
    """Return the command among `names` (separated by spaces) that can be carried out now, as in `is_possible`.

    If none can, return the first that could be if one had the clock, else the first.
    """
    commands = [COMMANDS[name] for name in names.split()]
    for where in dict.fromkeys((device, "")):
        if (
            found := next((one for one in commands if is_possible(one, session, now, author, where)), None)
        ) is not None:
            return found
    return commands[0]


def line_from(
    selection: Selection, command: Command, session: Session, author: str, competency: str = ""
) -> tuple[str, bool]:
    """Return the line of a command as far as the selection gives it, and whether it is complete.

    `competency` is that of the note just written, if any.

    A panelist is named only if somebody selected them: without it, a mark belongs to the same one as when the line is
    typed, and a question isn't handed to who has it.
    """
    chosen = selection != Selection.of(session, selection.question, author)
    words = ["/" + command.name]
    for argument in command.arguments:
        if argument in OF_A_QUESTION and selection.question:
            words.append(session.plan.called(session.plan.question_by_number[selection.question]))
        elif argument is BY or (argument in OF_A_MARK and chosen):
            words.append(f"by {selection.panelist}")
        elif argument is COMPETENCY and competency:
            words.append(competency)
        elif argument is ASKER and chosen:
            words.append(selection.panelist)
        elif not argument.optional:
            return " ".join(words) + " ", False
    return " ".join(words), True


def useful(session: Session, now: int, selection: Selection, author: str = "", device: str = "") -> list[Command]:
    """Return the commands that have a key and are of use now, in the order in which commands are listed."""
    return [
        command
        for command in shown_commands()
        if command.key is not None
        and is_possible(command, session, now, author, device)
        and (session.is_running or not command.needs_words)
        and (selection.question or not set(OF_A_QUESTION).intersection(command.arguments))
    ]
