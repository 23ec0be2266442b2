"""JSON: a report exactly, to be read back into the same value."""

from collections.abc import Sequence

import msgspec

from facilitator.domain.debrief import Debrief
from facilitator.domain.events import Event


def json_text(report: msgspec.Struct) -> str:
    """`report` as indented JSON; its keys are the value's field names."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"


def with_journal(report: str, events: Sequence[Event]) -> str:
    """The JSON object `report` with the events as its key `journal`, from which the session can be taken in again."""
    fields = msgspec.json.decode(report, type=dict[str, msgspec.Raw])
    whole = {**fields, "journal": msgspec.Raw(msgspec.json.encode(events))}
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode() + "\n"


def debrief_from_json(text: str) -> Debrief:
    """The debrief that `json_text` wrote. Raises msgspec.ValidationError or DecodeError for anything else."""
    return msgspec.json.decode(text, type=Debrief)
