"""Feedback: everything a candidate gets to see. Only what is copied into this value can reach them.

These are the notes that somebody marked for them, without the panel's tags, and the answers they are owed.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from facilitator.documents.document import Block, Bullets, Document, Paragraph, Run, paragraph
from facilitator.domain.debrief.debrief import Debrief, NoteRow
from facilitator.domain.facts.signal import Signal
from facilitator.domain.language.reading_notes import SHARE
from facilitator.domain.text.dates import by_when, from_iso, iso_day
from facilitator.domain.text.person_name import addressed
from facilitator.domain.text.plain_text import comparable
from facilitator.reports import words

_SHARE = re.compile(rf"(?<![\w/])#{SHARE}(?![\w-])", re.IGNORECASE)
_TAG = re.compile(r"(?<![\w/])#(?=[\w-])")
_MENTION = re.compile(r"(?<![\w/])@([\w-]+)")


ELSEWHERE = (Signal.STRENGTH, Signal.CONCERN, Signal.FOLLOW_UP)
"""The signals of notes that have a place of their own in the letter."""


class OwedAnswer(Struct, frozen=True, kw_only=True):
    """An answer promised to the candidate; `by` is a name."""

    text: str
    by: str
    due: str


class Feedback(Struct, frozen=True, kw_only=True):
    """A letter to the candidate. `date` is the day of the interview, in ISO form; `signed` is the lead's name.

    `opening` is the first sentence, which never thanks for a conversation that wasn't held. `next_steps` are what
    somebody promised them in a follow-up that they marked for them.
    """

    candidate: str
    date: str
    opening: str
    strengths: tuple[str, ...]
    suggestions: tuple[str, ...]
    remarks: tuple[str, ...]
    answers: tuple[OwedAnswer, ...]
    signed: str = ""
    next_steps: tuple[str, ...] = ()


def feedback(debrief: Debrief) -> Feedback:
    """Return what the candidate may read of a debrief."""
    shared = [note for note in debrief.notes if note.shared]
    header = debrief.session
    return Feedback(
        candidate=header.candidate,
        date=iso_day(from_iso(header.started or header.opened), header.timezone),
        opening=_opening(debrief),
        strengths=tuple(_said(debrief, note) for note in shared if note.signal is Signal.STRENGTH),
        suggestions=tuple(_said(debrief, note) for note in shared if note.signal is Signal.CONCERN),
        remarks=tuple(_said(debrief, note) for note in shared if note.signal not in ELSEWHERE),
        answers=tuple(
            OwedAnswer(text=item.text, by=words.panelist_name(debrief, item.by), due=item.due)
            for item in debrief.candidate_questions
            if item.status == "owed"
        ),
        signed=debrief.lead.name,
        next_steps=tuple(_said(debrief, note) for note in shared if note.signal is Signal.FOLLOW_UP),
    )


def _opening(debrief: Debrief) -> str:
    if words.never_held(debrief):
        return "Our conversation did not take place."
    if debrief.cancelled:
        return "Thank you for your time. Our conversation had to end early."
    return "Thank you for the time and the thought that you put into our conversation."


def _said(debrief: Debrief, note: NoteRow) -> str:
    """Return the text of a note for its reader: without tags, and with names in place of ids."""
    ids = {comparable(panelist.id): panelist.name for panelist in debrief.people}
    text = words.without_last_tags(" ".join(_SHARE.sub("", note.text).split()))
    text = _MENTION.sub(lambda match: ids.get(comparable(match[1]), match[1]), _TAG.sub("", text)).strip()
    return note.signal.shown(text) if note.signal else text


def feedback_document(report: Feedback) -> Document:
    """Return the feedback as a letter."""
    return Document(
        title="Feedback on our interview",
        subtitle=words.date_of(report.date, "UTC"),
        blocks=tuple(_letter(report)),
    )


def letter_text(report: Feedback) -> str:
    """Return the letter as plain text for a mail, which has a subject and breaks its lines itself."""
    parts = []
    for block in _letter(report):
        match block:
            case Bullets(items):
                parts.append("\n".join(f"- {_plain(item)}" for item in items))
            case Paragraph(runs):
                parts.append(_plain(runs))
    return "\n\n".join(parts) + "\n"


def _letter(report: Feedback) -> Iterator[Block]:
    """Yield the letter: each list has a sentence that leads to it, and neither is there without the other."""
    yield paragraph(f"Dear {addressed(report.candidate)}," if report.candidate else "Hello,")
    yield paragraph(report.opening)
    yield from _listed("This is what we valued:", report.strengths)
    yield from _listed("This would have made it stronger:", report.suggestions)
    yield from _listed("This stayed with us, too:", report.remarks)
    yield from _listed(_promise(report.answers), tuple(map(_owed, report.answers)))
    if report.next_steps:
        yield from _listed("This is what happens next:", report.next_steps)
    else:
        yield paragraph("We will be in touch about the next step.")
    if report.signed:
        yield paragraph("With kind regards,")
        yield paragraph(report.signed)


def _promise(answers: tuple[OwedAnswer, ...]) -> str:
    return "You asked something that we still have to answer:" if len(answers) == 1 else "We still owe you answers:"


def _listed(leads: str, texts: tuple[str, ...]) -> Iterator[Block]:
    if texts:
        yield paragraph(leads)
        yield Bullets(tuple((Run(text),) for text in texts))


def _plain(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def _owed(item: OwedAnswer) -> str:
    promise = f"{item.by or 'We'} will answer {by_when(item.due)}".rstrip()
    return f"“{item.text}” {promise}."
