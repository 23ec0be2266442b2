"""The arguments of the commands about what was written down: which note, which question of theirs, where it belongs.

Separate from the other arguments because only here can one word stand for several kinds of thing.
"""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from facilitator.domain.facts.kinds.notes import NoteFiled
from facilitator.domain.language.arguments import (
    ITEM,
    QUESTION,
    SEGMENT,
    Argument,
    Choice,
    find_competency,
    find_item,
    read_label,
    read_question,
)
from facilitator.domain.language.decision import Refusal, Situation
from facilitator.domain.language.naming.line_words import Words
from facilitator.domain.language.naming.picking import could_be
from facilitator.domain.language.naming.titles import begun_titles
from facilitator.domain.session.numbering import next_note_number
from facilitator.domain.session.privacy.gone_notes import UndoneNote
from facilitator.domain.session.state import CandidateQuestion, Note
from facilitator.domain.text.plain_text import comparable, excerpt

UNDONE = "undone"
"""Names all notes that were undone: alone, their numbers went to the next ones."""


class Erasable(NamedTuple):
    """A note that can be erased, also one that was struck, or that another keeps to themselves.

    `text` is as much of it as can be read here. Its `number` is 0 if it has none among those of the session, and its
    `label` may be empty if it `is_undone`.
    """

    id: str
    label: str
    number: int
    text: str
    is_undone: bool = False


def _note_label(word: str, here: Situation) -> str:
    label = read_label(comparable(word).removeprefix("n"), here, digits=9)
    if not label:
        raise Refusal(f"{f'“{excerpt(word)}” is not a note.' if word else 'Which note?'} Give its number: 7 or n7.")
    return label


def find_note(word: str, here: Situation) -> Note:
    """Return the note with this number (`7`, `n7`) or, on a panel, label (`b7`). Raises Refusal if there is none."""
    label = _note_label(word, here)
    found = next((note for note in here.session.notes.values() if note.label == label), None)
    if found is None:
        raise Refusal(_why_not_there(label, here))
    return found


def _why_not_there(label: str, here: Situation) -> str:
    if any(note.label == label for note in here.session.struck.values()):
        return f"Note {label} was struck."
    kept = next((sealed for sealed in here.session.sealed.values() if sealed.label == label), None)
    if kept is not None:
        return f"{here.session.panelist_name(kept.panelist)} keeps note {label} to themselves for now."
    if _is_erased(label, here):
        return f"Note {label} was erased."
    if any(note.label == label for note in here.session.undone_notes.values()):
        return f"Note {label} was undone."
    last = next_note_number(here.session) - 1
    if not last:
        return "There are no notes yet: type one, and Enter keeps it."
    there = "" if here.session.devices else f": the last is {last}"
    return f"There is no note {label}{there}."


def names_erased(word: str, here: Situation) -> bool:
    """Return whether this is the number (`7`, `n7`) or label (`b7`) of a note that was erased."""
    label = read_label(comparable(word).removeprefix("n"), here, digits=9)
    return bool(label) and _is_erased(label, here)


def _is_erased(label: str, here: Situation) -> bool:
    return any(erased.label == label for erased in here.session.erased.values())


def _read_note(words: Words, here: Situation) -> Note:
    return find_note(words.take(), here)


def _read_erasables(words: Words, here: Situation) -> tuple[Erasable, ...]:
    """Read the number or label of a note, which names one that was undone only if it is still its own; or `undone`."""
    word, session = words.take(), here.session
    undone = _own_undone(here)
    if comparable(word) == UNDONE:
        if not undone:
            raise Refusal("No note of yours was undone.")
        return undone
    label = _note_label(word, here)
    notes = [
        *(Erasable(note.id, note.label, note.number, note.text) for note in session.notes.values()),
        *(Erasable(note.id, note.label, note.number, note.text) for note in session.struck.values()),
        *(Erasable(name, sealed.label, 0, "") for name, sealed in session.sealed.items()),
        *map(_erasable, session.undone_notes.values()),
    ]
    if (found := next((note for note in notes if note.label == label), None)) is not None:
        return (found,)
    why = _why_not_there(label, here)
    raise Refusal(f"{why} /erase {UNDONE} erases what was undone." if undone else why)


def _own_undone(here: Situation) -> tuple[Erasable, ...]:
    """Return the notes that were undone: on a panel one's own, elsewhere everybody's."""
    session, by = here.session, here.recorder or here.author
    return tuple(_erasable(note) for note in session.undone_notes.values() if not session.devices or note.by == by)


def _erasable(note: UndoneNote) -> Erasable:
    return Erasable(note.id, note.label, 0, note.text, is_undone=True)


def _read_written(words: Words, here: Situation) -> Note | CandidateQuestion:
    """Read `7`, `n7` for a note, or `t2` for a question of theirs."""
    word = words.take()
    is_theirs = comparable(word[:1]) == "t" and read_label(word[1:], here)
    return find_item(word, here) if is_theirs else find_note(word, here)


def _read_where(words: Words, here: Situation) -> NoteFiled:
    """Read one or more of `q3`, `3` (a segment, as for `/goto`) and `#competency`; the fact still lacks its note."""
    where = NoteFiled(note="")
    if not words.peek():
        raise Refusal("Where does it belong? q3 is a question, 3 a segment, #name a competency.")
    while word := words.peek():
        if word.startswith("#"):
            where = replace(where, competency=find_competency(words.take(), here).id)
        elif _is_question(words, here):
            where = replace(where, question=read_question(words, here).id)
        else:
            where = replace(where, segment=SEGMENT.read(words, here).id)
    if where.question and where.segment:
        raise Refusal("A question has its own segment: name only one of the two.")
    return where


def _is_question(words: Words, here: Situation) -> bool:
    """Whether the next words name a question and not a segment. Raises Refusal if they begin the title of both."""
    word = words.peek()
    name = word.removeprefix("@")
    if comparable(name) in here.plan.question_by_name:
        return True
    if (name[:1] in "qQ" and name[1:].isdecimal()) or word in here.plan.question_by_id:
        return True
    if comparable(word).isdecimal() or word in here.plan.position_by_segment:
        return False
    questions = begun_titles(words.rest, {one.id: one.ask for one in here.plan.questions})
    segments = begun_titles(words.rest, {one.id: one.title for one in here.plan.segments})
    if questions.words and questions.words == segments.words:
        asked = [here.plan.question_by_id[name] for name in questions.ids]
        several = [here.plan.name(here.plan.segment(name)) for name in segments.ids]
        several += [f"{here.plan.called(one)} {excerpt(one.ask)}" for one in asked]
        raise could_be(words.take(questions.words), several)
    return questions.words > segments.words


def _written(here: Situation) -> Iterable[Choice]:
    yield from _notes(here)
    yield from ITEM.choices(here)


def _notes(here: Situation) -> Iterable[Choice]:
    return (Choice(note.label, note.text) for note in reversed(here.session.notes.values()))


def _erasables(here: Situation) -> Iterable[Choice]:
    yield from _notes(here)
    yield from (Choice(note.label, note.text) for note in here.session.struck.values())
    if undone := _own_undone(here):
        yield Choice(UNDONE, "; ".join(excerpt(note.text) for note in reversed(undone)))


def _places(here: Situation) -> Iterable[Choice]:
    yield from QUESTION.choices(here)
    yield from (Choice(f"#{competency.id}", competency.name) for competency in here.plan.competencies)
    yield from SEGMENT.choices(here)


NOTE = Argument("NOTE", _read_note, _notes)
WRITTEN = Argument("NOTE|t2", _read_written, _written)
ERASABLE = Argument(f"NOTE|{UNDONE}", _read_erasables, _erasables)
WHERE = Argument("q3|3|#COMPETENCY", _read_where, _places)
