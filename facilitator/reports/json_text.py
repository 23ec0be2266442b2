"""JSON: a report exactly, to be read back into the same value."""

from collections.abc import Sequence

import msgspec

from facilitator.domain.debrief.debrief import Debrief
from facilitator.domain.facts.event import Event


def json_text(report: msgspec.Struct) -> str:
    """`report` as indented JSON; its keys are the value's field names."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"


def with_journal(report: str, events: Sequence[Event]) -> str:
    """`report`, the text of a JSON object, with the events as its key `journal`, one on each line.

    From them the session can be taken in again.
    """
    lines = ",\n    ".join(msgspec.json.encode(event).decode() for event in events)
    return f'{report.rstrip().removesuffix("}").rstrip()},\n  "journal": [\n    {lines}\n  ]\n}}\n'


def debrief_from_json(text: str) -> Debrief:
    """The debrief that `json_text` wrote. Raises msgspec.ValidationError or DecodeError for anything else."""
    return msgspec.json.decode(text, type=Debrief)
