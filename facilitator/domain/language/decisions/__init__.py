"""The decisions, which turn a line of text and the state into facts, or into a refusal that says why.

Each module holds the decisions on one subject and declares them as commands; importing this package declares
all of them.
"""

from typing import Any

from msgspec.structs import replace

from facilitator.domain.facts.event import Author
from facilitator.domain.facts.fact import Change
from facilitator.domain.facts.kinds.running import SegmentStarted
from facilitator.domain.language.commands import COMMANDS, Command, shown_commands
from facilitator.domain.language.decision import Decision, Refusal, Situation
from facilitator.domain.language.decisions import (
    candidate,
    changing,
    meeting,
    notes,
    people,
    questions,
    ratings,
    recovering,
    running,
    scorecards,
    speaking,
    undo,
)
from facilitator.domain.language.decisions.effects import helping, inviting_somebody, program, whispering
from facilitator.domain.language.decisions.leaving import removing
from facilitator.domain.language.guidance.examples import lacks_right, why_not
from facilitator.domain.language.naming.line_words import Words
from facilitator.domain.language.note_arguments import names_erased
from facilitator.domain.language.objections import no_right
from facilitator.domain.language.who_is_meant import spoken
from facilitator.domain.panel.onlooker import LOOKS_ON
from facilitator.domain.session.state import Session
from facilitator.domain.text.nearest import nearest_name
from facilitator.domain.text.plain_text import clean, comparable, excerpt

__all__ = [
    "candidate",
    "changes_erased",
    "changing",
    "decide",
    "find_command",
    "foreseen",
    "helping",
    "inviting_somebody",
    "is_possible",
    "meant",
    "meeting",
    "notes",
    "people",
    "program",
    "questions",
    "ratings",
    "read_line",
    "recovering",
    "removing",
    "running",
    "scorecards",
    "speaking",
    "undo",
    "whispering",
]

LONGEST_LINE = 100_000
"""The most characters that can be said in one line."""


def decide(
    line: str,
    session: Session,
    now: int,
    author: str,
    typed_at: int | None = None,
    *,
    recorder: str = "",
    device: str = "",
    heard: str = "",
) -> Decision:
    """Decide what comes of a line of the panelist `author`, at `now`.

    `recorder` typed it, if that is somebody else, on the device `device`, and has `heard` something backstage last.

    A line is a note unless it begins with `/`; one that begins with `//` is a note that begins with `/`. What follows
    `cfo> ` is the CFO's. `typed_at` is when its first character was typed, which is the time of a note. Raises only
    Refusal, with a reason for a person.
    """
    if not author and session.devices:
        return _looking_on(decide(line, session, now, session.lead.id, typed_at))
    begun_at = now if typed_at is None else typed_at
    here = Situation(session, now, author, begun_at, recorder=recorder, device=device, heard=heard)
    if len(line) > LONGEST_LINE:
        raise Refusal(f"{len(line)} characters are too long for one line: at most {LONGEST_LINE}. Take two.")
    said, here = spoken(clean(line).strip(), here)
    command, values = read_line(said, here)
    decision = _credited(command.decide(here, *values), here)
    doubt = command.confirm(here, *values)
    return replace(decision, doubt=doubt) if doubt else decision


def decide_automatic_advance(session: Session, due_at: int) -> Decision:
    """Decide what comes of the end of a segment that ends by itself, at `due_at`: it names the visit that ended."""
    decision, visit = decide("/next", session, due_at, session.clock_owner), session.visits[-1].id
    facts = (replace(fact, after=visit) if isinstance(fact, SegmentStarted) else fact for fact in decision.facts)
    return replace(decision, facts=tuple(facts))


def _looking_on(decision: Decision) -> Decision:
    """Return what a line does for an observer. Raises Refusal if it would record or tell anything."""
    if not decision.only_shows:
        raise Refusal(LOOKS_ON)
    return decision


def _credited(decision: Decision, here: Situation) -> Decision:
    """Credit the changes of plan to who says the line, if somebody else typed it."""
    if not here.credited:
        return decision
    facts = (replace(fact, credited=here.credited) if isinstance(fact, Change) else fact for fact in decision.facts)
    return replace(decision, facts=tuple(facts))


def read_line(line: str, here: Situation) -> tuple[Command, tuple[Any, ...]]:
    """Return the command that a clean line names (`KEEP_NOTE` for a note) and its arguments. Raises Refusal."""
    if here.author not in here.plan.panelist_by_id:
        raise Refusal(f"There is no panelist “{here.author}”. Choose from {', '.join(here.plan.panelist_by_id)}.")
    if not line.startswith("/") or line.startswith("//"):
        return notes.KEEP_NOTE, (line.removeprefix("/"),)
    words = Words(line[1:])
    command = find_command(words.take(), here.session, here.now)
    values = tuple(argument.read(words, here) for argument in command.arguments)
    left_over = words.take_rest()
    if left_over:
        raise Refusal(f"“{excerpt(left_over)}” is too much: write {command.usage}")
    return command, values


def changes_erased(line: str, here: Situation) -> bool:
    """Return whether a line would change a note that was erased: it has its text, or what that was to become."""
    words = Words(line.removeprefix("/"))
    try:
        is_change = line.startswith("/") and find_command(words.take(), here.session, here.now).name == "edit"
    except Refusal:
        return False
    return is_change and names_erased(words.take(), here)


def foreseen(line: str, session: Session, now: int, author: str, device: str = "") -> str:
    """Return what would come of a line that is being typed, in words that follow “Enter”; mostly an empty text.

    It is empty, too, for what would be refused; on a panel, at this `device`.
    """
    here = Situation(session, now, author, now, device=device)
    try:
        command, values = read_line(line, here)
        said = command.foresee(here, *values)
        facts = command.decide(here, *values).facts if said else ()
    except Refusal:
        return ""
    return "" if no_right(facts, session, Author(author, device)) else said


def find_command(word: str, session: Session, now: int) -> Command:
    """Return the command that `word` names in any case, or that it most likely is short for. Raises Refusal."""
    likely = meant(word, session, now) if word else []
    if likely:
        return likely[0]
    if not word:
        such = f"/next, /cover {session.plan.questions[0].number}" if session.plan.questions else "/next, /add 2m"
        raise Refusal(f"Write a command after the slash: {such}. /help lists them all.")
    near = nearest_name(word, COMMANDS)
    raise Refusal(f"There is no command /{word}." + (f" Did you mean /{near}?" if near else " /help lists them all."))


def meant(word: str, session: Session, now: int) -> list[Command]:
    """Return the commands that begin with `word`, the likeliest first.

    That is the one so named, then the one that has it as its short form, then those that are possible now.
    """
    wanted, here = comparable(word), Situation(session, now, session.lead.id, now)
    begun = [command for command in shown_commands() if command.name.startswith(wanted)]
    if len(begun) < 2:
        return begun
    return sorted(
        begun,
        key=lambda one: (
            one.name != wanted,
            wanted not in one.short,
            session.ended_at is not None and one.heading != meeting.DEBRIEF,  # the meeting comes after the interview
            bool(why_not(one, here)),
        ),
    )


def is_possible(command: Command, session: Session, now: int, author: str = "", device: str = "") -> bool:
    """Whether `author`, by default the lead, could carry out a command now; on a panel, at this `device`.

    If it needs words, whether there are any that it could take.
    """
    here = Situation(session, now, author or session.lead.id, now, device=device)
    if command.needs_words:
        could_be_named = all(argument.optional or argument.has_any(here) for argument in command.arguments)
        return could_be_named and not (device and session.devices and lacks_right(command, here))
    try:
        decision = command.decide(here, *(argument.read(Words(""), here) for argument in command.arguments))
    except Refusal:
        return False
    return not no_right(decision.facts, session, Author(here.author, device))
