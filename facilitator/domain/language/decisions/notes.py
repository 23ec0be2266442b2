"""The decisions that keep, edit, file, credit and strike a note; what they asked is edited and struck likewise."""

from msgspec.structs import replace

from facilitator.domain.facts.kinds.notes import NoteCredited, NoteEdited, NoteErased, NoteFiled, NoteShown, NoteStruck
from facilitator.domain.language.arguments import PANELIST, TEXT
from facilitator.domain.language.commands import COMMANDS, Command, command
from facilitator.domain.language.decision import Decision, Refusal, Situation
from facilitator.domain.language.decisions import candidate
from facilitator.domain.language.note_arguments import ERASABLE, NOTE, WHERE, WRITTEN, Erasable
from facilitator.domain.language.reading_notes import read_note, typed_line, understood
from facilitator.domain.language.who_is_meant import misnamed, who_is_there
from facilitator.domain.plan.agenda import Panelist
from facilitator.domain.plan.plan import Plan
from facilitator.domain.session.numbering import next_number
from facilitator.domain.session.state import CandidateQuestion, Note
from facilitator.domain.text.plain_text import comparable, excerpt

NOTES = "Notes"


def take_note(here: Situation, text: str) -> Decision:
    """Keep a note."""
    taken, remarks = read_note(text, here.plan)
    if not taken.text:
        raise Refusal("The note is empty: write it after its sign.")
    whose = f" as {here.name_of(_credited(here))}'s" if here.credited else ""
    kept = ", ".join((f"Kept{whose}", *understood(taken, here.plan)))
    said = "; ".join((kept, *remarks, *misnamed(text, here))) + "."
    taken = replace(taken, credited=here.credited, number=next_number(here.session, "n", here.device))
    return Decision((taken,), said, at=here.typed_at, sure="to keep it as a note")


def _credited(here: Situation) -> Panelist:
    return who_is_there(here.plan.panelist_by_id[here.credited], here)


def could_be_command(here: Situation, text: str) -> str:
    """Return the question whether a line is a command without its slash: its name alone, or behind a colon."""
    line = text.removeprefix(":")
    name, _, rest = line.partition(" ")
    meant = COMMANDS.get(comparable(name))
    if meant is None or (rest and line == text):
        return ""
    return f"A note, or /{' '.join(filter(None, (meant.name, rest)))}?"


KEEP_NOTE = Command("", (TEXT,), "Keep a note.", NOTES, None, take_note, confirm=could_be_command)
"""The command of a line that names none."""


@command("edit", WRITTEN, TEXT, heading=NOTES)
def edit(here: Situation, written: Note | CandidateQuestion, text: str) -> Decision:
    """Reword a note, or one of their questions (t2); its time and author stay."""
    return candidate.reword(written, text) if isinstance(written, CandidateQuestion) else _edit(here, written, text)


def _edit(here: Situation, note: Note, text: str) -> Decision:
    """Read sign and tags anew."""
    read, remarks = read_note(text, here.plan)
    if not read.text:
        raise Refusal("That would leave the note empty. /strike removes it.")
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
    lost = f"; it is no longer a {note.signal.word}" if note.signal and not read.signal else ""
    return Decision((fact,), "; ".join((f"Note {note.label} is changed{lost}", *remarks)) + ".")


@command("file", NOTE, WHERE, heading=NOTES)
def file(here: Situation, note: Note, where: NoteFiled) -> Decision:
    """File a note under another question (q3), segment (3) or competency (#name)."""
    fact = replace(where, note=note.id)
    places = (
        here.plan.called(here.plan.question_by_id[fact.question]) if fact.question else "",
        f"“{here.plan.segment(fact.segment).title}”" if fact.segment else "",
        here.plan.competency_by_id[fact.competency].name if fact.competency else "",
    )
    return Decision((fact,), f"Note {note.label} belongs to {' and '.join(filter(None, places))}.")


@command("author", NOTE, PANELIST, heading=NOTES)
def author(here: Situation, note: Note, panelist: Panelist) -> Decision:
    """Say whose note it is."""
    if note.author == panelist.id:
        raise Refusal(f"Note {note.label} is already {here.name_of(panelist)}'s.")
    fact = NoteCredited(note=note.id, panelist=panelist.id)
    return Decision((fact,), f"Note {note.label} is {here.name_of(panelist)}'s.")


@command("strike", WRITTEN, heading=NOTES)
def strike(here: Situation, written: Note | CandidateQuestion) -> Decision:
    """Strike a note, or one of their questions (t2). Removes it from the debrief."""
    if isinstance(written, CandidateQuestion):
        return candidate.strike(written)
    return Decision((NoteStruck(note=written.id),), f"Note {written.label} is struck. /undo brings it back.")


def what_goes(here: Situation, note: Erasable) -> str:
    """Return what erasing a note means."""
    sealed = here.session.sealed.get(note.id)
    whose = f"{here.session.panelist_name(sealed.panelist)}'s sealed note" if sealed is not None else "note"
    said = f"This erases {whose} {note.label}{f', “{excerpt(note.text)}”,' if note.text else ''} for good"
    but = " but those taken off the panel" if here.session.removed_devices else ""
    where = f", on every device{but}" if here.session.devices else ""
    return f"{said}{where}: its text, its changes and what is sealed of it. Nothing brings it back."


@command("erase", ERASABLE, heading=NOTES, confirm=what_goes)
def erase(here: Situation, note: Erasable) -> Decision:
    """Erase a note for good, from every file and device; the debrief says that one was erased."""
    fact = NoteErased(note=note.id, label=note.label, number=note.number)
    return Decision((fact,), f"Note {note.label} is erased.", sure="to erase it")


@command("show", NOTE, heading=NOTES)
def show(here: Situation, note: Note) -> Decision:
    """Show the panel a note of yours before the scorecards are open, for good."""
    if not note.private:
        raise Refusal(f"Everybody here can already read note {note.label}.")
    return Decision((NoteShown(note=note.id),), f"The panel can read note {note.label} now.")


def _filed_by_hand(note: Note, plan: Plan) -> tuple[str, ...]:
    """Return which of a note's places don't come from its words, and so outlive a change of the words."""
    read, _ = read_note(typed_line(note), plan)
    return tuple(name for name in ("competency", "question") if getattr(note, name) != getattr(read, name))
