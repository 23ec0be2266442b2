"""The decisions: a line of text and the state become facts, or a refusal that says why.

Each module holds the decisions on one subject and declares them as commands; importing this package
declares all of them.
"""

from typing import Any

from facilitator.domain.language.arguments import Words
from facilitator.domain.language.commands import Command, find_command
from facilitator.domain.language.decision import Decision, Refusal, Situation
from facilitator.domain.language.decisions import (
    candidate,
    meeting,
    notes,
    questions,
    ratings,
    recovering,
    running,
    scorecards,
    speaking,
    undo,
)
from facilitator.domain.session.state import Session
from facilitator.domain.text.plain_text import clean, shortened

__all__ = [
    "candidate",
    "decide",
    "is_possible",
    "meeting",
    "notes",
    "questions",
    "ratings",
    "read_line",
    "recovering",
    "running",
    "scorecards",
    "speaking",
    "undo",
]


def decide(line: str, session: Session, now: int, author: str, typed_at: int | None = None) -> Decision:
    """What `line`, typed by the panelist `author`, comes to at `now`.

    A line is a note unless it begins with `/`; one that begins with `//` is a note that begins with `/`.
    `typed_at` is when its first character was typed; a note is stamped with it. Raises Refusal, with
    a reason for a person, and nothing else.
    """
    here = Situation(session, now, author, now if typed_at is None else typed_at)
    command, values = read_line(line, here)
    return command.decide(here, *values)


def read_line(line: str, here: Situation) -> tuple[Command, tuple[Any, ...]]:
    """The command that `line` names, with its arguments; for a note `KEEP_NOTE`. Raises Refusal."""
    if here.author not in here.agenda.panelist_by_id:
        raise Refusal(f"No panelist is called “{here.author}”.")
    text = clean(line).strip()
    if not text.startswith("/") or text.startswith("//"):
        return notes.KEEP_NOTE, (text.removeprefix("/"),)
    words = Words(text[1:])
    command = find_command(words.take())
    values = tuple(argument.read(words, here) for argument in command.arguments)
    left_over = words.take_rest()
    if left_over:
        raise Refusal(f"“{shortened(left_over)}” is too much: {command.usage}")
    return command, values


def is_possible(command: Command, session: Session, now: int) -> bool:
    """Whether a command would be done now; one that needs words may, if there are any that it could take."""
    if command.needs_words:
        here = Situation(session, now, session.lead.id, now)
        return all(argument.optional or argument.has_any(here) for argument in command.arguments)
    try:
        decide("/" + command.name, session, now, session.lead.id)
    except Refusal:
        return False
    return True
