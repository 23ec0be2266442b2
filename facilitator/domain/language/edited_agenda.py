"""An agenda that was edited after its session was opened: what differs, and the changes of plan that take it over.

Separate from the commands, since nobody types it: it is offered when a session is gone on with. Compared are the agenda
of the session and the new one; what the plan has already, or once had from there, isn't offered again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import asdict

from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.changes import (
    NewQuestion,
    NewSegment,
    QuestionAdded,
    QuestionReworded,
    SegmentAdded,
    SegmentLengthSet,
    SegmentRetitled,
)
from facilitator.domain.facts.kinds.questions import QuestionMarked
from facilitator.domain.facts.kinds.running import SegmentSkipped
from facilitator.domain.facts.status import Status
from facilitator.domain.language.decision import Decision, Situation
from facilitator.domain.plan.agenda import Agenda, Question, Segment
from facilitator.domain.questions.coverage import coverage
from facilitator.domain.text.durations import clock_text
from facilitator.domain.text.plain_text import excerpt
from facilitator.domain.time import timing

_Part = TypeVar("_Part", Segment, Question)

LEAST_ALIKE = 0.6
"""From this likeness on, from 0 to 1, a text is the other one in new words."""

_NOT_COMPARED = ("segments", "bell")
"""The segments are compared one by one; the bell may come from the settings."""


_COMPARED = {Segment: ("id", "title", "length_seconds", "questions"), Question: ("id", "number", "ask")}
"""What isn't among the details of a segment or a question: what can be taken over, and what it is called by."""


class Edit(Struct, frozen=True):
    """A difference that a change of plan can take over; `words` name it."""

    words: str
    fact: AnyFact


class Edits(Struct, frozen=True):
    """What differs: `takeable`, and in a few words what no change of plan can express."""

    takeable: tuple[Edit, ...]
    others: tuple[str, ...]

    @property
    def decision(self) -> Decision:
        """The decision that takes over what can be."""
        many = len(self.takeable) != 1
        taken = f"{len(self.takeable)} change{'s' * many} from the agenda adopted."
        return Decision(
            tuple(edit.fact for edit in self.takeable), f"{taken} /undo reverts {'them' if many else 'it'}."
        )


def edits(here: Situation, agenda: Agenda) -> Edits:
    """Return how `agenda`, as it is in its file now, differs from the one that the session was opened with."""
    planned = here.session.agenda
    segments = _pairs(planned.segments, agenda.segments, _segments_alike)

    def alike(old: Question, new: Question) -> float:
        home = segments.get(agenda.segment_by_question[new.id].id)
        return _alike(old.ask, new.ask) if home is planned.segment_by_question[old.id] else 0.0

    questions = _pairs(planned.questions, agenda.questions, alike)
    taken = {event.fact for event in here.session.changes}
    found = (
        *_of_segments(here, agenda, segments),
        *_segments_gone(here, segments),
        *_of_questions(here, agenda, segments, questions),
        *_questions_gone(here, questions),
    )
    return Edits(
        tuple(edit for edit in found if edit.fact not in taken),
        tuple(_others(here, agenda, segments, questions)),
    )


def _pairs(old: Sequence[_Part], new: Sequence[_Part], alike: Callable[[_Part, _Part], float]) -> dict[str, _Part]:
    """Return the old item of each new one, by the new id: the one with that id, else what is most `alike` and left."""
    by_id = {item.id: item for item in old}
    found = {item.id: by_id[item.id] for item in new if item.id in by_id}
    left = [item for item in old if item.id not in found]
    for item in new:
        if item.id not in found and left:
            nearest = max(left, key=lambda one: alike(one, item))
            if alike(nearest, item) >= LEAST_ALIKE:
                left.remove(nearest)
                found[item.id] = nearest
    return found


def _segments_alike(old: Segment, new: Segment) -> float:
    shared = {question.id for question in old.questions} & {question.id for question in new.questions}
    return 1.0 if shared else _alike(old.title, new.title)


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one.lower(), other.lower()).ratio()


def _of_segments(here: Situation, agenda: Agenda, pairs: Mapping[str, Segment]) -> Iterator[Edit]:
    plan = here.plan
    number = plan.next_segment_number
    after = ""
    for segment in agenda.segments:
        planned = pairs.get(segment.id)
        if planned is not None:
            yield from _changed(here, planned, segment)
        elif segment.id not in plan.position_by_segment:
            new = NewSegment(**asdict(segment) | {"questions": ()})
            words = f"{number}. {segment.title} is new, {clock_text(segment.length_seconds)}"
            yield Edit(words, SegmentAdded(segment=new, number=number, after=after))
            number += 1
        after = planned.id if planned is not None else segment.id


def _changed(here: Situation, planned: Segment, edited: Segment) -> Iterator[Edit]:
    """Yield the new title and length of a segment."""
    now = here.plan.segment(planned.id)
    name = here.plan.name(now)
    if edited.title not in (planned.title, now.title):
        yield Edit(f"{name} is renamed “{edited.title}”", SegmentRetitled(segment=now.id, title=edited.title))
    if edited.length_seconds not in (planned.length_seconds, now.length_seconds) and _is_to_run(here, now):
        lengths = f"{clock_text(edited.length_seconds)} instead of {clock_text(now.length_seconds)}"
        yield Edit(f"{name} takes {lengths}", SegmentLengthSet(segment=now.id, seconds=edited.length_seconds))


def _is_to_run(here: Situation, segment: Segment) -> bool:
    return segment == here.session.current or segment in timing.ahead(here.session)


def _segments_gone(here: Situation, pairs: Mapping[str, Segment]) -> Iterator[Edit]:
    kept = {segment.id for segment in pairs.values()}
    ahead = {segment.id for segment in timing.ahead(here.session)}
    for segment in here.session.agenda.segments:
        if segment.id not in kept and segment.id in ahead:
            name = here.plan.name(here.plan.segment(segment.id))
            yield Edit(f"{name} is gone", SegmentSkipped(segment=segment.id))


def _of_questions(
    here: Situation, agenda: Agenda, segments: Mapping[str, Segment], pairs: Mapping[str, Question]
) -> Iterator[Edit]:
    plan = here.plan
    number = plan.next_question_number
    for segment in agenda.segments:
        home = segments[segment.id].id if segment.id in segments else segment.id
        for question in segment.questions:
            planned = pairs.get(question.id)
            if planned is not None:
                now = plan.question_by_id[planned.id]
                if question.ask not in (planned.ask, now.ask):
                    fact = QuestionReworded(question=now.id, ask=question.ask)
                    yield Edit(f"q{now.number} now reads “{excerpt(question.ask)}”", fact)
            elif question.id not in plan.question_by_id:
                new = NewQuestion(**asdict(question) | {"number": number})
                words = f"q{number} is new in “{segment.title}”: {excerpt(question.ask)}"
                yield Edit(words, QuestionAdded(question=new, segment=home))
                number += 1


def _questions_gone(here: Situation, pairs: Mapping[str, Question]) -> Iterator[Edit]:
    """Yield the questions that are to be dropped; those that were asked stay."""
    kept = {question.id for question in pairs.values()}
    for row in coverage(here.session):
        question = row.question
        if question.id in here.session.agenda.question_by_id and question.id not in kept and row.is_unasked:
            fact = QuestionMarked(
                question=question.id, panelist=here.author, status=Status.DROPPED, reason="no longer in the agenda"
            )
            yield Edit(f"q{question.number} is gone: {excerpt(question.ask)}", fact)


def _others(
    here: Situation, agenda: Agenda, segments: Mapping[str, Segment], questions: Mapping[str, Question]
) -> Iterator[str]:
    planned = here.session.agenda
    for name in planned.__struct_fields__:
        if name not in _NOT_COMPARED and getattr(agenda, name) != getattr(planned, name):
            yield name.removesuffix("_seconds").replace("_", " ")
    yield from _too_late_to_remove(here, segments, questions)
    order = [segments[segment.id].id for segment in agenda.segments if segment.id in segments]
    if order != [segment.id for segment in planned.segments if segment.id in order]:
        yield "the order of the segments"
    for segment in agenda.segments:
        old = segments.get(segment.id)
        if old is None:
            continue
        now = here.plan.segment(old.id)
        if segment.length_seconds != old.length_seconds and not _is_to_run(here, now):
            yield f"the length of {here.plan.name(now)}, which is over"
        if _details(segment) != _details(old):
            yield f"details of {here.plan.name(now)}"
    for question in agenda.questions:
        known = questions.get(question.id)
        if known is None:
            continue
        home = segments.get(agenda.segment_by_question[question.id].id)
        if home is None or home.id != planned.segment_by_question[known.id].id:
            yield f"where q{known.number} belongs"
        if _details(question) != _details(known):
            yield f"details of q{known.number}"


def _too_late_to_remove(
    here: Situation, segments: Mapping[str, Segment], questions: Mapping[str, Question]
) -> Iterator[str]:
    """Yield what is gone from the file and can't be left out any more: it has begun, or was asked."""
    entered = {visit.segment for visit in here.session.visits} - {segment.id for segment in segments.values()}
    marked = {row.question.id for row in coverage(here.session) if row.status not in (Status.PLANNED, Status.DROPPED)}
    ahead = {segment.id for segment in timing.ahead(here.session)}
    for segment in here.session.agenda.segments:
        if segment.id in entered - ahead:
            yield f"the removal of {here.plan.name(here.plan.segment(segment.id))}, which has begun"
    for question in here.session.agenda.questions:
        if question.id in marked - {kept.id for kept in questions.values()}:
            yield f"the removal of {here.plan.called(question)}, which was asked"


def _details(item: Segment | Question) -> dict[str, object]:
    return {name: value for name, value in asdict(item).items() if name not in _COMPARED[type(item)]}
