"""The decisions that keep, edit, file, credit and strike a note, and how the line of a note is read."""

import re
from collections.abc import Mapping
from difflib import get_close_matches

from msgspec.structs import replace

from facilitator.domain.facts.kinds.notes import NoteCredited, NoteEdited, NoteFiled, NoteStruck, NoteTaken
from facilitator.domain.facts.signal import SIGNAL_BY_SIGN
from facilitator.domain.language.arguments import PANELIST, TEXT
from facilitator.domain.language.commands import Command, command
from facilitator.domain.language.decision import Decision, Refusal, Situation
from facilitator.domain.language.note_arguments import NOTE, WHERE
from facilitator.domain.language.panelist_arguments import who_is_there
from facilitator.domain.language.speaker import misnamed
from facilitator.domain.plan.agenda import Panelist
from facilitator.domain.plan.plan import Plan
from facilitator.domain.session.state import Note

_TAG = re.compile(r"(?<![\w/])([#@])(?=([\w-]+))([\w-][^\s#@/,]{0,79})")
_NAME_ENDS = re.compile(r"(?![\w-])|$")
_QUESTION = re.compile(r"\bq(\d{1,4})\b")
"""Lower case only: `Q4` is just as often the last quarter."""

_SIGNED_NUMBER = re.compile(r"[+-]\d")

NOTES = "Notes"

SHARE = "share"
"""The tag that marks a note as feedback for the candidate; a competency with this id takes precedence."""


def take_note(here: Situation, text: str) -> Decision:
    """Keep a note."""
    taken, unknown = read_note(text, here.plan)
    if not taken.text:
        raise Refusal("There is nothing to keep yet.")
    whose = f" as {here.name_of(_credited(here))}'s" if here.credited else ""
    remarks = [*unknown, *misnamed(text, here)]
    said = "; ".join((f"Kept{whose}", *remarks)) + "."
    return Decision((replace(taken, credited=here.credited),), said, at=here.typed_at)


def _credited(here: Situation) -> Panelist:
    return who_is_there(here.plan.panelist_by_id[here.credited], here)


KEEP_NOTE = Command("", (TEXT,), "Keep a note.", NOTES, None, take_note)
"""The command of a line that names none."""


@command("edit", NOTE, TEXT, heading=NOTES)
def edit(here: Situation, note: Note, text: str) -> Decision:
    """Put a note in other words; sign and tags are read anew, when and by whom it was taken stays."""
    read, unknown = read_note(text, here.plan)
    if not read.text:
        raise Refusal("Nothing would be left of the note. /strike takes it out.")
    by_hand = _filed_by_hand(note, here.plan)
    fact = NoteEdited(
        note=note.id,
        text=read.text,
        signal=read.signal,
        competency=read.competency or (note.competency if "competency" in by_hand else None),
        question=read.question or (note.question if "question" in by_hand else None),
        panelists=read.panelists,
        shared=read.shared,
    )
    lost = f"; it is no {note.signal.word} any more" if note.signal and not read.signal else ""
    return Decision((fact,), "; ".join((f"Note {note.number} is changed{lost}", *unknown)) + ".")


@command("file", NOTE, WHERE, heading=NOTES)
def file(here: Situation, note: Note, where: NoteFiled) -> Decision:
    """File a note under another question (q3), segment (3) or competency (#name)."""
    fact = replace(where, note=note.id)
    places = (
        f"q{here.plan.question_by_id[fact.question].number}" if fact.question else "",
        f"“{here.plan.segment(fact.segment).title}”" if fact.segment else "",
        here.plan.competency_by_id[fact.competency].name if fact.competency else "",
    )
    return Decision((fact,), f"Note {note.number} belongs to {' and '.join(filter(None, places))}.")


@command("author", NOTE, PANELIST, heading=NOTES)
def author(here: Situation, note: Note, panelist: Panelist) -> Decision:
    """Say whose note it is."""
    if note.author == panelist.id:
        raise Refusal(f"Note {note.number} is {here.name_of(panelist)}'s already.")
    fact = NoteCredited(note=note.id, panelist=panelist.id)
    return Decision((fact,), f"Note {note.number} is {here.name_of(panelist)}'s.")


@command("strike", NOTE, heading=NOTES)
def strike(here: Situation, note: Note) -> Decision:
    """Strike a note: it counts no longer, and stands in no debrief."""
    return Decision((NoteStruck(note=note.id),), f"Note {note.number} is struck. /undo brings it back.")


def typed_line(note: Note) -> str:
    """Return the line that a note would be typed as, to offer it for editing."""
    return note.signal.typed(note.text) if note.signal else note.text


def _filed_by_hand(note: Note, plan: Plan) -> tuple[str, ...]:
    """Return which of a note's places don't come from its words, and so outlive a change of the words."""
    read, _ = read_note(typed_line(note), plan)
    return tuple(name for name in ("competency", "question") if getattr(note, name) != getattr(read, name))


def read_note(text: str, plan: Plan) -> tuple[NoteTaken, list[str]]:
    """Read a line as a note; return it with a remark on each tag that the agenda doesn't know.

    A sign at the start is its signal, unless it belongs to a number such as `+5 %`. Tags stay in the text, so that
    it reads as it was written.
    """
    signal = None if _SIGNED_NUMBER.match(text) else SIGNAL_BY_SIGN.get(text[:1])
    if signal is not None:
        text = text[1:].strip()
    if signal is not None and signal.is_verbatim:
        text = text.removesuffix('"')
    taken = NoteTaken(text=text, signal=signal)
    unknown: list[str] = []
    for sign, name, written in _TAG.findall(text):
        named = _named(written, plan.competency_by_id if sign == "#" else plan.panelist_by_id)
        if sign == "#" and named:
            taken = taken if taken.competency else replace(taken, competency=named)
        elif named:
            taken = replace(taken, panelists=(*taken.panelists, named))
        elif sign == "#" and name.lower() == SHARE:
            taken = replace(taken, shared=True)
        else:
            ids = plan.competency_by_id if sign == "#" else plan.panelist_by_id
            unknown.append(_unknown(sign, name, list(ids)))
    for number in map(int, _QUESTION.findall(text)):
        if (question := plan.question_by_number.get(number)) is not None:
            taken = taken if taken.question else replace(taken, question=question.id)
        else:
            unknown.append(f"there is no q{number}")
    return taken, unknown


def _named(written: str, known: Mapping[str, object]) -> str | None:
    """Return the id that a tag begins with, if any. Not just letters: there are ids such as `c++`."""
    by_lower = {name.lower(): name for name in known}
    ends = reversed([match.start() for match in _NAME_ENDS.finditer(written)])
    return next((by_lower[name] for end in ends if (name := written[:end].lower()) in by_lower), None)


def _unknown(sign: str, name: str, known: list[str]) -> str:
    near = get_close_matches(name.lower(), known, 1)
    return f"{sign}{name} isn't in the agenda" + (f" (did you mean {sign}{near[0]}?)" if near else "")
