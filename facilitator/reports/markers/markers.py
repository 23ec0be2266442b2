"""What is marked in a recording: segments, questions and notes with a signal, each at its second.

This program records nothing. Where the interview's start lies in the recording is for its owner to say.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from facilitator.domain.debrief.debrief import Debrief
from facilitator.domain.facts.status import Status
from facilitator.domain.text.dates import from_iso
from facilitator.domain.text.plain_text import one_line
from facilitator.reports import words


class Recording(NamedTuple):
    """A recording in which the interview starts at second `start_seconds`; `asked` says when each question was put.

    Both `start_seconds` and the times in `asked` are in whole seconds; the latter count from the interview's start.
    """

    start_seconds: int = 0
    asked: Mapping[str, int] = {}


class MarkerKind(StrEnum):
    SEGMENT = "segment"
    QUESTION = "question"
    NOTE = "note"


class Marker(NamedTuple):
    """A label on a stretch of the recording, in seconds from its beginning; of a moment, both are the same."""

    start: int
    end: int
    kind: MarkerKind
    label: str


def markers(report: Debrief, recording: Recording) -> list[Marker]:
    """Return the markers by time, without those of what lies wholly before the recording."""
    found = (*_segments(report), *_questions(report, recording), *_notes(report))
    order = list(MarkerKind)
    moved = (
        Marker(max(0, one.start + recording.start_seconds), one.end + recording.start_seconds, one.kind, one.label)
        for one in found
        if one.end + recording.start_seconds >= 0
    )
    return sorted(moved, key=lambda one: (one.start, order.index(one.kind)))


def _segments(report: Debrief) -> Iterator[Marker]:
    began = report.session.started
    ended = report.session.ended
    for row in report.timeline:
        for visit in row.visits:
            start = _seconds(began, visit.start)
            end = _seconds(began, visit.end or ended or visit.start)
            yield Marker(start, max(start, end), MarkerKind.SEGMENT, one_line(f"{row.number} {row.segment}"))


def _questions(report: Debrief, recording: Recording) -> Iterator[Marker]:
    """Yield a marker per question that was put and not dropped: when it was marked, else at its first note."""
    noted = {note.question: note.at_seconds for note in reversed(report.notes)}
    for row in report.coverage:
        times = [at for known in (recording.asked, noted) if (at := known.get(row.question)) is not None]
        if times and row.status not in (Status.PLANNED, Status.DROPPED):
            yield Marker(min(times), min(times), MarkerKind.QUESTION, one_line(f"q{row.number} {row.ask}"))


def _notes(report: Debrief) -> Iterator[Marker]:
    for note in report.notes:
        if note.signal is not None and not note.late:
            said = f"{note.signal.word}: {words.untagged(note.text, report.agenda)} ({report.name_of(note.author)})"
            yield Marker(note.at_seconds, note.at_seconds, MarkerKind.NOTE, one_line(said))


def _seconds(began: str | None, at: str) -> int:
    return (from_iso(at) - from_iso(began or at)) // 1000
