"""JSON: a report exactly, to be read back into the same value."""

import msgspec

from facilitator.domain.debrief import Debrief


def json_text(report: msgspec.Struct) -> str:
    """`report` as indented JSON; its keys are the value's field names."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"


def debrief_from_json(text: str) -> Debrief:
    """The debrief that `json_text` wrote. Raises msgspec.ValidationError or DecodeError for anything else."""
    return msgspec.json.decode(text, type=Debrief)
