"""What can be said of the first and the last parts of a guide only when all of them are known."""

from collections.abc import Sequence

from facilitator.domain.plan.agenda import SegmentKind
from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftSegment
from facilitator.preparing.taking.account import TakenAs
from facilitator.preparing.taking.guide_titles import length_of
from facilitator.preparing.taking.ledger import Ledger
from facilitator.preparing.taking.outline_tree import Branch
from facilitator.preparing.words.lexicon import HeadingRole, field_of, heading_role
from facilitator.preparing.words.sentences import split_label
from facilitator.preparing.written_times.written_time import written_time


def take_end(draft: DraftAgenda, everything: Sequence[Branch], ledger: Ledger) -> None:
    """Take a last line that has only a time to begin, such as `10:45 End`, as the end of the part before it."""
    last = draft.segments[-1] if len(draft.segments) > 1 else None
    time = last.time if last else None
    if last is None or time is None or not time.starts or time.ends or time.seconds:
        return
    if last.kind == SegmentKind.CLOSING and not (last.questions or last.purpose or last.say or last.lead):
        draft.segments.pop()
        draft.ends = time.starts
        branch = next((one for one in everything if one.block.place == last.place), None)
        if branch is not None:
            ledger.correct(branch, TakenAs.NOTE, guess="when the part before it ends")


def take_whole(draft: DraftAgenda, everything: Sequence[Branch], ledger: Ledger) -> None:
    """Take a first line that says when the whole begins and ends, or how long it is, as the stated length.

    Such a line is a date with both times, or a label with a length that is the sum of all that follows.
    """
    _take_sum(draft, everything, ledger)
    first, rest = draft.segments[0] if draft.segments else None, [part for part in draft.segments[1:] if part.time]
    whole = first.time if first else None
    if first is None or whole is None or not (whole.starts and whole.ends) or first.questions or len(rest) < 2:
        return
    begins, ends = rest[0].time, rest[-1].time
    is_same = begins and ends and begins.starts == whole.starts and ends.ends == whole.ends
    lengths = [part.time.seconds if part.time else None for part in draft.segments[1:]]
    if is_same or (all(lengths) and sum(filter(None, lengths)) == length_of(whole)):
        _take_as_whole(first, length_of(whole), draft)
        branch = next((one for one in everything if one.block.place == first.place), None)
        if branch is not None:
            ledger.correct(branch, TakenAs.LENGTH, guess="when the whole begins and ends")


def _take_sum(draft: DraftAgenda, everything: Sequence[Branch], ledger: Ledger) -> None:
    """Take a first `Label: 60 min` without anything asked below it, if the others have a time and make up just that."""
    first, rest = draft.segments[0] if draft.segments else None, draft.segments[1:]
    lengths = [length_of(part.time) for part in rest]
    own = length_of(first.time) if first else None
    if first is None or not own or first.questions or len(rest) < 2 or sum(filter(None, lengths)) != own:
        return
    branch = next((one for one in everything if one.block.place == first.place), None)
    label, value = split_label(branch.block.text) if branch else ("", "")
    time = written_time(value) if label else None
    if branch is not None and all(lengths) and time is not None and not time.text:
        _take_as_whole(first, own, draft)
        ledger.correct(branch, TakenAs.LENGTH, guess="what all parts add up to")


def _take_as_whole(part: DraftSegment, seconds: int | None, draft: DraftAgenda) -> None:
    """Take the length of a part as that of the whole, and all else that it says as what the whole is for."""
    draft.segments.remove(part)
    is_title = part.title == draft.title or field_of(part.title) is not None
    draft.purpose += [*([] if is_title else [part.title]), *part.purpose, *part.say]
    draft.purpose += filter(None, [part.lead, *part.others])
    draft.state(seconds, part.place)


def take_their_questions(draft: DraftAgenda, ledger: Ledger) -> None:
    """Take a late part that is only called `Questions`, with none in it, as the time for the candidate's."""
    for part in draft.segments[1:]:
        is_empty = part.kind == SegmentKind.TALK and not (part.questions or part.say)
        if is_empty and heading_role(part.title) == HeadingRole.QUESTIONS:
            part.kind = SegmentKind.CANDIDATE_QUESTIONS
            part.guesses.append("nothing is asked in it: the candidate's questions")
            ledger.guess(part.place, part.guesses[-1])
