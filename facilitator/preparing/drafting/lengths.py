"""How long each part of a draft is: as written, worked out from times of day, or a share of what is left.

No minute is invented unsaid: a part without a time gets its share of a *stated* length, and a note about it; without
a stated length it is complained about.
"""

from itertools import accumulate, pairwise

from facilitator.agenda_files.checks import SLACK_SECONDS
from facilitator.agenda_files.complaints import Complaints, Position, quoted
from facilitator.domain.text.durations import length_text
from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftSegment
from facilitator.preparing.manuscript.manuscript import FilePlace
from facilitator.preparing.written_times.clocks import lengths_of

_SHORTEST_SHARE = 60


def set_lengths(draft: DraftAgenda, complaints: Complaints) -> None:
    """Set the seconds of every segment; complain about those that can't be known. Negative ones keep their sign."""
    if _follow_each_other(draft.segments):
        _set_from_to(draft.segments)
    else:
        _set_all_written(draft)
    _compare_totals(draft, complaints)
    untimed = [part for part in draft.segments if part.seconds is None]
    if untimed:
        _share(untimed, draft, complaints)


def _set_all_written(draft: DraftAgenda) -> None:
    for part, between in zip(draft.segments, _between(draft), strict=True):
        _set_written(part, between, draft.length_seconds)


def _share(untimed: list[DraftSegment], draft: DraftAgenda, complaints: Complaints) -> None:
    """Share what is left of the stated length among the parts without a time; complain if none is left or stated."""
    if draft.length_seconds is None:
        complaints.error(position_of(untimed[0].place), _request_for_a_length(untimed, len(draft.segments)))
        return
    left = draft.length_seconds - sum(max(part.seconds or 0, 0) for part in draft.segments)
    if left < _SHORTEST_SHARE * len(untimed):
        message = f"no time is left for it: the other parts take all of {length_text(draft.length_seconds)}"
        complaints.error(position_of(untimed[0].place), f"{quoted(untimed[0].title)}: {message}")
        return
    _share_out(untimed, left, draft.length_seconds, complaints)


def _follow_each_other(parts: list[DraftSegment]) -> bool:
    """Whether ranges are minutes from the beginning, where the one before it ends: `0-5 min`, `5-25 min`."""
    times = [part.time for part in parts if part.time and part.time.seconds and part.time.least_seconds is not None]
    joined = all(before.seconds == behind.least_seconds for before, behind in pairwise(times))
    return 1 < len(times) == len(parts) and joined


def _set_from_to(parts: list[DraftSegment]) -> None:
    for part in parts:
        if part.time and part.time.seconds is not None and part.time.least_seconds is not None:
            begins, ends = part.time.least_seconds, part.time.seconds
            part.seconds = ends - begins
            part.guesses.append(f"from {begins // 60}m to {ends // 60}m after the beginning")


def _between(draft: DraftAgenda) -> list[int | None]:
    """Return the lengths that follow from when parts begin and end."""
    times = [(part.time.starts, part.time.ends) if part.time else (None, None) for part in draft.segments]
    return lengths_of([*times, (draft.ends, None)])[:-1]


def _set_written(part: DraftSegment, between: int | None, whole: int | None) -> None:
    """Set what the time that is written with a part says of its length."""
    time = part.time
    if time is None:
        part.seconds = _of_questions(part)
        if part.seconds is not None:
            part.guesses.append("as long as its questions together")
        return
    part.seconds, part.least_seconds = time.seconds or between, time.least_seconds
    if time.guess:
        part.guesses.append(time.guess)
    if time.share is not None and whole is not None:
        part.seconds = round(whole * time.share)
        part.guesses.append(f"{time.share * 100:.0f} % of {length_text(whole)}")
    if time.each and part.seconds:
        count = len(part.questions)
        each = length_text(part.seconds)
        if count > 1:
            part.seconds *= count
            part.least_seconds = part.least_seconds and part.least_seconds * count
            part.guesses.append(f"{each} each, for {count} questions")
        else:
            part.guesses.append(f"{each} each, counted once")
    elif part.least_seconds and part.seconds:
        part.guesses.append(f"written as {length_text(part.least_seconds)} to {length_text(part.seconds)}")


def _of_questions(part: DraftSegment) -> int | None:
    """Return the length of the questions of a part together; None if not every one has a length."""
    lengths = [question.seconds for question in part.questions]
    return sum(filter(None, lengths)) if lengths and all(lengths) else None


def _compare_totals(draft: DraftAgenda, complaints: Complaints) -> None:
    """Tell of each stated total that isn't the sum of its parts; of the slot only what its own check passes over."""
    for total in draft.totals:
        parts = draft.segments if total.parts is None else total.parts
        lengths = [part.seconds for part in parts if part.seconds is not None]
        sums = accumulate(reversed(lengths)) if total.may_be_of_last else (sum(lengths),)
        if not parts or len(lengths) < len(parts) or total.seconds in sums:
            continue
        is_slot = total.seconds == draft.length_seconds and len(parts) == len(draft.segments)
        if not is_slot or 0 < total.seconds - sum(lengths) <= SLACK_SECONDS:
            message = f"{length_text(total.seconds)} are stated, but the parts add up to {length_text(sum(lengths))}"
            complaints.warning(position_of(total.place), message)


def _share_out(untimed: list[DraftSegment], left: int, whole: int, complaints: Complaints) -> None:
    minutes, more = divmod(left // 60, len(untimed))
    for index, part in enumerate(untimed):
        part.seconds = minutes * 60 + (60 if index < more else 0)
        part.guesses.append(f"no time is written: an equal share of what is left of {length_text(whole)}")
    which = f"{len(untimed)} parts have no time" if len(untimed) > 1 else f"{quoted(untimed[0].title)} has no time"
    share = f"about {length_text(untimed[-1].seconds or 0)} each" if len(untimed) > 1 else length_text(left)
    message = f"{which}: given {share}, so that all fit into {length_text(whole)}; write '(10 min)' behind a heading"
    complaints.warning(position_of(untimed[0].place), message)


def asks_for_a_length(draft: DraftAgenda) -> bool:
    """Whether a draft has parts without a time, but no stated length that they could share."""
    written = [part.time.seconds or part.time.share or between if part.time else _of_questions(part)
               for part, between in zip(draft.segments, _between(draft), strict=True)]  # fmt: skip
    return draft.length_seconds is None and not all(written)


def _request_for_a_length(untimed: list[DraftSegment], of_all: int) -> str:
    which = "no part has a time" if len(untimed) == of_all else f"{len(untimed)} of {of_all} parts have no time"
    if len(untimed) == 1:
        which = f"{quoted(untimed[0].title)} has no time"
    return f"{which}, and no length of the whole is stated: state one, or write '(10 min)' behind each heading"


def position_of(place: FilePlace) -> Position:
    """Return the position that a complaint names: line and column, a paragraph as a line, a cell by its row."""
    return Position(place.number or 1, place.column or 1)
