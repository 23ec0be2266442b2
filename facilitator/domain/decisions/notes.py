"""The decision that keeps a note, and how a note's line is read."""

import re
from collections.abc import Mapping
from difflib import get_close_matches

from msgspec.structs import replace

from facilitator.domain.agenda import Agenda
from facilitator.domain.decision import Decision, Refusal, Situation
from facilitator.domain.events import NoteTaken, Signal

_TAG = re.compile(r"(?<![\w/])([#@])([\w-]+)")
_QUESTION = re.compile(r"\bq(\d{1,4})\b", re.IGNORECASE)
_SIGNALS = {signal.sign: signal for signal in Signal}
_SIGNED_NUMBER = re.compile(r"[+-]\d")

SHARE = "share"
"""The tag that marks a note as feedback for the candidate; a competency of that name goes before it."""


def take_note(here: Situation, text: str) -> Decision:
    """Keep a note."""
    taken, unknown = read_note(text, here.agenda)
    if not taken.text:
        raise Refusal("There is nothing to keep yet.")
    said = "Kept." if not unknown else f"Kept; {'; '.join(unknown)}."
    return Decision((taken,), said, at=here.typed_at)


def read_note(text: str, agenda: Agenda) -> tuple[NoteTaken, list[str]]:
    """The note that a line is, and a word about each tag in it that the agenda doesn't know.

    A sign at the start is its signal (a number such as `+5 %` is none); tags stay in the text, so that it
    reads as it was written.
    """
    signal = None if _SIGNED_NUMBER.match(text) else _SIGNALS.get(text[:1])
    if signal is not None:
        text = text[1:].strip()
    if signal is Signal.QUOTE:
        text = text.removesuffix('"')
    taken = NoteTaken(text=text, signal=signal)
    unknown: list[str] = []
    for sign, name in _TAG.findall(text):
        if sign == "#" and name.lower() in (known := _by_lower_id(agenda.competency_by_id)):
            taken = taken if taken.competency else replace(taken, competency=known[name.lower()])
        elif sign == "@" and name.lower() in (known := _by_lower_id(agenda.panelist_by_id)):
            taken = replace(taken, panelists=(*taken.panelists, known[name.lower()]))
        elif sign == "#" and name.lower() == SHARE:
            taken = replace(taken, shared=True)
        else:
            ids = agenda.competency_by_id if sign == "#" else agenda.panelist_by_id
            unknown.append(_unknown(sign, name, list(ids)))
    for number in map(int, _QUESTION.findall(text)):
        if 1 <= number <= len(agenda.questions):
            taken = taken if taken.question else replace(taken, question=agenda.questions[number - 1].id)
        else:
            unknown.append(f"there is no q{number}")
    return taken, unknown


def _by_lower_id(known: Mapping[str, object]) -> dict[str, str]:
    return {name.lower(): name for name in known}


def _unknown(sign: str, name: str, known: list[str]) -> str:
    near = get_close_matches(name.lower(), known, 1)
    return f"{sign}{name} isn't in the agenda" + (f" (did you mean {sign}{near[0]}?)" if near else "")
