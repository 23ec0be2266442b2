"""How a line is read as a note: its sign, its tags, what in it was said by the candidate.

Separate from the decisions about notes, because nothing is decided here.
"""

import re
from collections.abc import Mapping

from msgspec.structs import replace

from facilitator.domain.facts.kinds.notes import NoteTaken
from facilitator.domain.facts.signal import CLOSING, OPENING, SIGNAL_BY_SIGN, Signal
from facilitator.domain.plan.plan import Plan
from facilitator.domain.session.state import Note
from facilitator.domain.text.nearest import nearest_name
from facilitator.domain.text.plain_text import comparable

SHARE = "share"
"""The tag that marks a note as feedback for the candidate; a competency with this id takes precedence."""

_TAG = re.compile(r"(?<![\w/])([#@])(?=([\w-]+))([\w-][^\s#@/,]{0,79})")
_NAME_ENDS = re.compile(r"(?![\w-])|$")
_QUESTION = re.compile(r"[qQ]\d{1,4}", re.ASCII)
_QUARTER = re.compile(r"(?<![\w@#/])q(\d{1,4})\b", re.ASCII)
"""What names a quarter as often as a question, and so files nothing. `Q4` is hardly ever meant as a question."""

_SIGNED_NUMBER = re.compile(r"[+-]\d")

_BEFORE_SAID = re.compile(r'\A[\s"]++')


def read_note(text: str, plan: Plan) -> tuple[NoteTaken, list[str]]:
    """Read a line as a note; return it with a remark on each mark in it that does nothing.

    A sign at the start is its signal, unless it belongs to a number such as `+5 %`. `#competency`, `@panelist` and
    `@q3` file it, the first of each kind; these tags stay in the text, so that it reads as it was written.
    """
    remarks: list[str] = []
    signal = _signal(text)
    if signal is not None:
        text = text[1:].strip()
        if signal.is_verbatim:
            text = _said(text)
        elif _signal(text) not in (None, signal):
            remarks.append(f"“{text[0]}” is ignored: one sign per note")
    taken = NoteTaken(text=text, signal=signal)
    for sign, name, written in _TAG.findall(text):
        taken = _tagged(taken, sign, name, written, plan, remarks)
    numbers = dict.fromkeys(map(int, _QUARTER.findall(text)))
    bare = [f"@q{number}" for number in numbers if _asked(f"q{number}", plan) not in (None, taken.question)]
    if bare:
        remarks.append(f"not filed: {', '.join(bare)}")
    return taken, remarks


def understood(note: NoteTaken, plan: Plan) -> list[str]:
    """Return what was read in a note besides its words: `strength`, `#craft`, `q3`, `@bo`."""
    question = plan.question_by_id.get(note.question or "")
    marks = (
        note.signal.word if note.signal else "",
        f"#{note.competency}" if note.competency else "",
        plan.called(question) if question else "",
        *(f"@{panelist}" for panelist in dict.fromkeys(note.panelists)),
        "for the candidate" if note.shared else "",
    )
    return [mark for mark in marks if mark]


def typed_line(note: Note | NoteTaken) -> str:
    """Return the line that a note would be typed as, to offer it for editing."""
    return note.signal.typed(note.text) if note.signal else note.text


def _signal(text: str) -> Signal | None:
    return None if _SIGNED_NUMBER.match(text) else SIGNAL_BY_SIGN.get(text[:1])


def _said(text: str) -> str:
    """Return the text of a quote, which ends at its closing mark: with the marks, if the writer's own words follow."""
    said, _, rest = _BEFORE_SAID.sub("", text, 1).partition('"')
    said, rest = said.strip(), rest.rstrip()
    if not rest and not said.startswith(OPENING):
        return said
    return f"{OPENING}{said}{CLOSING}{rest}"


def _tagged(taken: NoteTaken, sign: str, name: str, written: str, plan: Plan, remarks: list[str]) -> NoteTaken:
    """Return the note with what one tag says; add a remark if it says nothing."""
    known = plan.competency_by_id if sign == "#" else plan.panelist_by_id
    named = _named(written, known)
    if sign == "#" and named:
        if taken.competency not in (None, named):
            remarks.append(f"#{named} is ignored: one competency per note")
        return taken if taken.competency else replace(taken, competency=named)
    if named:
        return replace(taken, panelists=(*taken.panelists, named))
    if sign == "#" and comparable(name) == SHARE:
        return replace(taken, shared=True)
    if sign == "@" and (_QUESTION.fullmatch(name) or comparable(name) in plan.question_by_name):
        asked = _asked(name, plan)
        if asked is None:
            remarks.append(f"there is no {comparable(name)}")
        elif taken.question not in (None, asked):
            remarks.append(f"{comparable(name)} is ignored: one question per note")
        return taken if taken.question else replace(taken, question=asked)
    remarks.append(_unknown(sign, name, list(known)))
    return taken


def _asked(name: str, plan: Plan) -> str | None:
    """Return the id of the question that `q3` names, or `qb1`."""
    question = plan.question_by_name.get(comparable(name))
    if question is None and name[1:].isdecimal():
        question = plan.question_by_number.get(int(name[1:]))
    return question.id if question else None


def _named(written: str, known: Mapping[str, object]) -> str | None:
    """Return the id that a tag begins with, if any. Not just letters: there are ids such as `c++`."""
    ends = reversed([match.start() for match in _NAME_ENDS.finditer(written)])
    begins = [written[:end] for end in ends]
    exact = next((begin for begin in begins if begin in known), None)
    if exact:
        return exact
    by_name = {comparable(name): name for name in known}
    return next((by_name[name] for begin in begins if (name := comparable(begin)) in by_name), None)


def _unknown(sign: str, name: str, known: list[str]) -> str:
    near = nearest_name(name, known)
    return f"{sign}{name} isn't in the agenda" + (f" (did you mean {sign}{near}?)" if near else "")
