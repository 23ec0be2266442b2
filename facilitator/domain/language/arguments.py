"""The arguments of commands: how each is read from a line, and what could be typed for it.

Each `Argument` reads its words from the rest of a line; its `read` raises Refusal, with the reason, for what it
can't be.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from typing import Any, TypeVar

from msgspec import Struct

from facilitator.domain.language.decision import Refusal, Situation
from facilitator.domain.plan.agenda import Competency, Panelist, Question, Segment, SegmentKind
from facilitator.domain.session.state import CandidateQuestion
from facilitator.domain.text.dates import PastError, due_date
from facilitator.domain.text.durations import parse_duration
from facilitator.domain.text.plain_text import comparable, excerpt


class Words:
    """The rest of a line, read word by word."""

    def __init__(self, text: str) -> None:
        self._rest = text.strip()

    def peek(self) -> str:
        return self._rest.split(maxsplit=1)[0] if self._rest else ""

    def take(self) -> str:
        word, self._rest = [*self._rest.split(maxsplit=1), "", ""][:2]
        return word

    def take_rest(self) -> str:
        rest, self._rest = self._rest, ""
        return rest


class Choice(Struct, frozen=True):
    """A text that could be typed for an argument, what it means, and what else could be typed for it."""

    text: str
    meaning: str
    also: str = ""


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
    return _pick(word.removeprefix("@"), panel, "panelist")


def find_competency(word: str, here: Situation) -> Competency:
    return _pick(word.removeprefix("#"), here.plan.competencies, "competency")


def find_question(word: str, here: Situation) -> Question:
    """Return the question with this number (`3`, `q3`, `@q3`) or id. Raises Refusal if there is none.

    A bare number is refused while they ask, if a question of theirs has it.
    """
    number = comparable(word).removeprefix("@").removeprefix("q")
    if word == number and _could_be_theirs(number, here):
        raise Refusal(f"Your question {number} is q{number}, theirs is t{number}: say which.")
    if number[:1] == "t" and number[1:].isdecimal() and word not in here.plan.question_by_id:
        raise Refusal(f"{number} is their question: /answered {number} settles it, /strike {number} removes it.")
    if (named := here.plan.question_by_name.get(f"q{number}")) is not None:
        return named
    if number.isdecimal():
        if (asked := here.plan.question_by_number.get(int(number[:6]))) is not None:
            return asked
        raise Refusal(f"There is no question {number}: questions are 1–{here.plan.next_question_number - 1}.")
    last = here.plan.next_question_number - 1
    by = next((one.id for one in here.plan.panel if comparable(one.id) == number), "")
    if by and last and word not in here.plan.question_by_id:
        raise Refusal(f"Questions are 1–{last}: /cover {last} by {by}")
    return _pick(word, here.plan.questions, "question", "3 or q3")


def _could_be_theirs(number: str, here: Situation) -> bool:
    segment = here.session.current
    is_theirs = segment is not None and segment.kind is SegmentKind.CANDIDATE_QUESTIONS
    return is_theirs and any(number == str(item.number) for item in here.session.candidate_questions)


Named = TypeVar("Named", Panelist, Competency, Question, Segment)


def _pick(word: str, known: Sequence[Named], kind: str, example: str = "") -> Named:
    """Return the item of `known` whose id is `word`, however it is spelt, or is the only one that begins with it."""
    ids = [item.id for item in known]
    if not word:
        raise Refusal(
            f"Which {kind}? " + (f"Give its number: {example}." if example else f"Choose from {_listed(ids)}.")
        )
    wanted = comparable(word)
    same = [item for item in known if item.id == word] or [item for item in known if comparable(item.id) == wanted]
    begins = same or [item for item in known if comparable(item.id).startswith(wanted)]
    if len(begins) == 1:
        return begins[0]
    if begins:
        raise Refusal(f"“{excerpt(word)}” could be {_listed(item.id for item in begins)}.")
    near = get_close_matches(wanted, ids, 1)
    hint = f"Did you mean {near[0]}?" if near else f"Choose from {_listed(ids)}." if ids else "The agenda has none."
    raise Refusal(f"There is no {kind} “{excerpt(word)}”. {hint}")


def _listed(names: Iterable[str]) -> str:
    all_names = list(names)
    shown = all_names[:8] + (["…"] if len(all_names) > 8 else [])
    return ", ".join(shown)


def _read_question(words: Words, here: Situation) -> Question:
    return find_question(words.take(), here)


def _read_segment(words: Words, here: Situation) -> Segment:
    word = words.take()
    number = comparable(word)
    if number.isdecimal():
        if (segment := here.plan.segment_by_number.get(int(number[:6]))) is not None:
            return segment
        raise Refusal(f"There is no segment {number}: segments are 1–{here.plan.next_segment_number - 1}.")
    return _pick(word, here.plan.segments, "segment", "3")


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


def find_item(word: str, here: Situation) -> CandidateQuestion:
    """Return their question with this number (`2`, `t2`) or label (`b2`). Raises Refusal if there is none."""
    label = read_label(comparable(word).removeprefix("t"), here)
    found = next((item for item in here.session.candidate_questions if item.label == label), None)
    if found is not None:
        return found
    if any(item.label == label for item in here.session.struck_questions.values()):
        raise Refusal(f"Their question {label} was struck. /undo brings it back.")
    if not here.session.candidate_questions:
        raise Refusal("They haven't asked anything yet: /them keeps a question of theirs.")
    there = _listed(item.called for item in here.session.candidate_questions)
    raise Refusal(f"Which of their questions? Choose from {there}.")


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
    return (Choice(name, question.ask) for name, question in here.plan.question_by_name.items())


def _segments(here: Situation) -> Iterable[Choice]:
    return (Choice(str(number), segment.title) for number, segment in here.plan.segment_by_number.items())


def _panelists(here: Situation) -> Iterable[Choice]:
    return (Choice(panelist.id, here.name_of(panelist)) for panelist in here.plan.panel)


def _by_panelists(here: Situation) -> Iterable[Choice]:
    return (Choice(f"by {choice.text}", choice.meaning) for choice in _panelists(here))


def _competencies(here: Situation) -> Iterable[Choice]:
    return (Choice(competency.id, competency.name) for competency in here.plan.competencies)


def _items(here: Situation) -> Iterable[Choice]:
    return (Choice(item.called, item.text, item.label) for item in here.session.candidate_questions)


QUESTION = Argument("Q", _read_question, _questions)
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
ITEM = Argument("N", lambda words, here: find_item(words.take(), here), _items)
UNTIL = Argument("[until WHEN]", _read_until, optional=True)
