"""The arguments of commands: how each is read from a line, and what could be typed for it.

Each `Argument` reads its words from the rest of a line; its `read` raises Refusal, with the reason, for what it
can't be.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from msgspec import Struct

from facilitator.domain.language.decision import Refusal, Situation
from facilitator.domain.language.naming.line_words import Words
from facilitator.domain.language.naming.picking import Kind, Titled, pick, pick_titled, up_to_eight
from facilitator.domain.language.naming.titles import BegunTitles, begun_titles, folded_title
from facilitator.domain.plan.agenda import Competency, Panelist, Question, Segment, SegmentKind
from facilitator.domain.session.state import CandidateQuestion
from facilitator.domain.text.dates import PastError, due_date
from facilitator.domain.text.durations import parse_duration
from facilitator.domain.text.plain_text import comparable, excerpt


class Choice(Struct, frozen=True):
    """A text that could be typed for an argument, what it means, what else could be typed for it, and its letter."""

    text: str
    meaning: str
    also: str = ""
    letter: str = ""


Read = Callable[[Words, Situation], Any]
Choices = Callable[[Situation], Iterable[Choice]]
"""Finds what could be typed for an argument in a situation."""


def _no_choices(here: Situation) -> Iterable[Choice]:
    return ()


class Argument(Struct, frozen=True):
    """An argument of a command. `shown` is for the usage line; `read` takes its words; `optional`: can be left out.

    `ends` finds what could stand at the end of a free text.
    """

    shown: str
    read: Read
    choices: Choices = _no_choices
    optional: bool = False
    ends: Choices = _no_choices

    def has_any(self, here: Situation) -> bool:
        """Whether anything could be typed for it now; for free text always."""
        return self.choices is _no_choices or any(True for _ in self.choices(here))


_LABEL = re.compile(r"([a-z]{0,3})([0-9]+)")


PANELISTS, COMPETENCIES = Kind("panelist"), Kind("competency")
SEGMENTS, QUESTIONS = Kind("segment", "3"), Kind("question", "3 or q3")


def read_label(word: str, here: Situation, digits: int = 6) -> str:
    """Return the label of a note or a question that `word` stands for; empty if it can be none.

    On a panel, a number without a letter is that of one's own device. Of a longer number, the first `digits` count.
    """
    match = _LABEL.fullmatch(comparable(word))
    if match is None or (match[1] and not here.session.devices):
        return ""
    return f"{match[1] or here.letter}{int(match[2][:digits])}"


def find_panelist(word: str, here: Situation) -> Panelist:
    """Return the panelist with this id (`cfo`, `@cfo`). Raises Refusal if there is none."""
    return panelist_among(here.plan.panel, word)


def panelist_among(panel: Sequence[Panelist], word: str) -> Panelist:
    """Return whom `word` names of a panel, as `find_panelist` does."""
    return pick(word.removeprefix("@"), panel, PANELISTS)


def find_competency(word: str, here: Situation) -> Competency:
    return pick(word.removeprefix("#"), here.plan.competencies, COMPETENCIES)


def find_question(text: str, here: Situation) -> Question:
    """Return the question that a text names, as `read_question` does. Raises Refusal if it says anything else."""
    words = Words(text)
    found = read_question(words, here)
    if words.rest:
        raise Refusal(f"“{excerpt(words.rest)}” is too much: name one question, {here.plan.called(found)}.")
    return found


def read_question(words: Words, here: Situation) -> Question:
    """Read a question's number (`3`, `q3`, `@q3`), its id, or the beginning of its text. Raises Refusal.

    A bare number is refused while they ask, if a question of theirs has it.
    """
    word = words.peek()
    number = comparable(word).removeprefix("@").removeprefix("q")
    if word == number and (theirs := _could_be_theirs(number, here)):
        raise Refusal(f"Your question {number} is q{number}, theirs is {theirs}: say which.")
    if number[:1] == "t" and number[1:].isdecimal() and word not in here.plan.question_by_id:
        raise Refusal(f"{number} is their question: /answered {number} settles it, /strike {number} removes it.")
    if (named := here.plan.question_by_name.get(f"q{number}")) is not None:
        words.take()
        return named
    if number.isdecimal():
        if (asked := here.plan.question_by_number.get(int(number[:6]))) is not None:
            words.take()
            return asked
        raise Refusal(f"There is no question {number}: questions are 1–{here.plan.next_question_number - 1}.")
    last = here.plan.next_question_number - 1
    by = next((one.id for one in here.plan.panel if comparable(one.id) == number), "")
    if by and last and word not in here.plan.question_by_id:
        raise Refusal(f"Questions are 1–{last}: /cover {last} by {by}")
    return pick_titled(words, [Titled(one, one.ask, here.plan.called(one)) for one in here.plan.questions], QUESTIONS)


def _could_be_theirs(number: str, here: Situation) -> str:
    """Return what the question of theirs with this number is called, while they ask; else empty."""
    segment = here.session.current
    if segment is None or segment.kind is not SegmentKind.CANDIDATE_QUESTIONS:
        return ""
    label = read_label(number, here)
    return next((item.called for item in here.session.candidate_questions if item.label == label), "")


def _read_segment(words: Words, here: Situation) -> Segment:
    """Read a segment's number, its id, or the beginning of its title. Raises Refusal."""
    number = comparable(words.peek())
    if number.isdecimal():
        if (segment := here.plan.segment_by_number.get(int(number[:6]))) is not None:
            words.take()
            return segment
        raise Refusal(f"There is no segment {number}: segments are 1–{here.plan.next_segment_number - 1}.")
    numbers = here.plan.segment_numbers
    return pick_titled(words, [Titled(one, one.title, f"{numbers[one.id]}.") for one in here.plan.segments], SEGMENTS)


def _read_optional_segment(words: Words, here: Situation) -> Segment | None:
    return _read_segment(words, here) if words.peek() else None


def _read_panelist(words: Words, here: Situation) -> Panelist:
    if comparable(words.peek()) in ("by", "to"):
        words.take()
    return find_panelist(words.take(), here)


def _read_by(words: Words, here: Situation) -> Panelist:
    """Read `by P` or just `P`; nothing means the author of the line."""
    if not words.peek():
        return here.plan.panelist_by_id[here.author]
    return _read_panelist(words, here)


def _read_by_word(words: Words, here: Situation) -> Panelist:
    """Read `by P`; the word is needed because free text may follow. Without it, the author of the line is meant."""
    if comparable(words.peek()) != "by":
        return here.plan.panelist_by_id[here.author]
    return _read_panelist(words, here)


def _read_competency(words: Words, here: Situation) -> Competency:
    return find_competency(words.take(), here)


def _read_duration(words: Words, here: Situation) -> int:
    word = words.take()
    try:
        seconds = parse_duration(word)
    except ValueError:
        seconds = 0
    if seconds <= 0 and word.startswith(("-", "–", "−")):
        raise Refusal(f"“{excerpt(word)}” is negative: /trim takes time away, /add gives more.")
    if seconds <= 0:
        raise Refusal(
            f"“{excerpt(word)}” isn't a duration: write 2m, 90s or 1:30." if word else "How long? Write 2m or 90s."
        )
    return seconds


def _read_duration_or(usual_seconds: int, words: Words, here: Situation) -> int:
    return _read_duration(words, here) if words.peek() else usual_seconds


def _read_text(words: Words, here: Situation) -> str:
    text = words.take_rest()
    if not text:
        raise Refusal("The text is missing: write it after the command.")
    return text


def find_item(text: str, here: Situation) -> CandidateQuestion:
    """Return their question that a text names, as `read_item` does. Raises Refusal if there is none."""
    return read_item(Words(text), here)


def read_item(words: Words, here: Situation) -> CandidateQuestion:
    """Read the number (`2`, `t2`), the label (`b2`) or the beginning of a question of theirs. Raises Refusal."""
    asked = here.session.candidate_questions
    label = read_label(comparable(words.peek()).removeprefix("t"), here)
    found = [item for item in asked if item.label == label]
    if not found and any(item.label == label for item in here.session.struck_questions.values()):
        raise Refusal(f"Their question t{label} was struck. /undo brings it back.")
    if not asked:
        raise Refusal("They haven't asked anything yet: /them keeps a question of theirs.")
    begun = BegunTitles((), 1)
    if not found:
        begun = begun_titles(words.rest, {item.id: item.text for item in asked})
        found = [item for item in asked if item.id in begun.ids]
    said = words.take(max(1, begun.words))
    if len(found) > 1:
        raise Refusal(
            f"“{excerpt(said)}” could be {up_to_eight(f'{one.called} {excerpt(one.text)}' for one in found)}."
        )
    if not found:
        raise Refusal(f"Which of their questions? Choose from {up_to_eight(item.called for item in asked)}.")
    return found[0]


def _read_until(words: Words, here: Situation) -> str:
    """Read `until WHEN` or nothing. See `due_date` for what WHEN can be."""
    if comparable(words.peek()) in ("until", "by"):
        words.take()
    text = words.take_rest()
    try:
        return due_date(text, here.now, here.session.timezone) if text else ""
    except PastError:
        raise Refusal(f"{text} is in the past: write a later day, such as friday, 12 March, 3d or 24h.") from None
    except ValueError:
        raise Refusal(f"“{text}” isn't a date: write one like 2026-12-04, a weekday, or 3d.") from None


def _questions(here: Situation) -> Iterable[Choice]:
    return (
        Choice(name, question.ask, folded_title(question.ask)) for name, question in here.plan.question_by_name.items()
    )


def _segments(here: Situation) -> Iterable[Choice]:
    return (
        Choice(str(number), one.title, folded_title(one.title)) for number, one in here.plan.segment_by_number.items()
    )


def _panelists(here: Situation) -> Iterable[Choice]:
    return (Choice(panelist.id, here.name_of(panelist)) for panelist in here.plan.panel)


def _by_panelists(here: Situation) -> Iterable[Choice]:
    return (Choice(f"by {choice.text}", choice.meaning) for choice in _panelists(here))


def _competencies(here: Situation) -> Iterable[Choice]:
    return (Choice(competency.id, competency.name) for competency in here.plan.competencies)


def _items(here: Situation) -> Iterable[Choice]:
    return (Choice(item.called, item.text, folded_title(item.text)) for item in here.session.candidate_questions)


QUESTION = Argument("Q", read_question, _questions)
SEGMENT = Argument("N", _read_segment, _segments)
OPTIONAL_SEGMENT = Argument("[N]", _read_optional_segment, _segments, optional=True)
PANELIST = Argument("P", _read_panelist, _panelists)
BY = Argument("[by P]", _read_by, _by_panelists, optional=True)
BY_WORD = Argument("[by P]", _read_by_word, _by_panelists, optional=True)
DEBTOR = Argument("by P", _read_panelist, _by_panelists)
COMPETENCY = Argument("COMPETENCY", _read_competency, _competencies)
DURATION = Argument("2m", _read_duration)
MINUTES = Argument("[2m]", lambda words, here: _read_duration_or(60, words, here), optional=True)
TWO_MINUTES = Argument("[2m]", lambda words, here: _read_duration_or(120, words, here), optional=True)
TEXT = Argument("TEXT", _read_text)
WHY = Argument("[why]", lambda words, here: words.take_rest(), optional=True)
EVIDENCE = Argument("[evidence]", lambda words, here: words.take_rest(), optional=True)
ITEM = Argument("N", read_item, _items)
UNTIL = Argument("[until WHEN]", _read_until, optional=True)
