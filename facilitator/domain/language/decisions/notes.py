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

QUOTED = 3
"""How many of the notes that are to be erased are quoted; there is no room for more."""


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


def what_goes(here: Situation, notes: tuple[Erasable, ...]) -> str:
    """Return what erasing notes means."""
    texts = [f"“{excerpt(note.text)}”" for note in notes if note.text]
    told = [*texts[:QUOTED], *([f"{len(texts) - QUOTED} more"] if len(texts) > QUOTED else [])]
    quoted = f", {', '.join(told)}," if told else ""
    but = " but those taken off the panel" if here.session.removed_devices else ""
    where = f", on every device{but}" if here.session.devices else ""
    its, it = ("its", "it") if len(notes) == 1 else ("their", "them")
    return (
        f"This erases {_described(here, notes)}{quoted} for good{where}: {its} text, {its} changes and what is sealed "
        f"of {it}. Nothing brings {it} back."
    )


def _described(here: Situation, notes: tuple[Erasable, ...]) -> str:
    """Return what notes are called; whose a sealed one is, too, as its text can't be read."""
    sealed = here.session.sealed.get(notes[0].id)
    if sealed is not None and len(notes) == 1:
        return f"{here.session.panelist_name(sealed.panelist)}'s sealed note {notes[0].label}"
    called = _called(notes)
    return called[0].lower() + called[1:]


@command("erase", ERASABLE, heading=NOTES, confirm=what_goes)
def erase(here: Situation, notes: tuple[Erasable, ...]) -> Decision:
    """Erase a note, or all that you undid, from every file and device for good; the debrief says that it was erased."""
    facts = tuple(NoteErased(note=note.id, label=note.label, number=note.number) for note in notes)
    sure = f"to erase {'it' if len(notes) == 1 else 'them'}"
    return Decision(facts, f"{_called(notes)} {_are(notes)} erased.", sure=sure)


def _called(notes: tuple[Erasable, ...]) -> str:
    if len(notes) > 1:
        return f"{len(notes)} undone notes"
    return f"Note {notes[0].label}" if notes[0].label else "The undone note"


def _are(notes: tuple[Erasable, ...]) -> str:
    return "is" if len(notes) == 1 else "are"


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
