"""JSON: a report in full, to be read back as the same value."""

from collections.abc import Sequence

import msgspec

from facilitator.domain.facts.event import Event


def json_text(report: msgspec.Struct) -> str:
    """Return `report` as indented JSON whose keys are the names of its fields."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"


def with_journal(report: str, events: Sequence[Event]) -> str:
    """Add the events, one a line, under the key `journal` to `report`, the text of a JSON object.

    The session can be imported again from them.
    """
    lines = ",\n    ".join(msgspec.json.encode(event.as_written).decode() for event in events)
    return f'{report.rstrip().removesuffix("}").rstrip()},\n  "journal": [\n    {lines}\n  ]\n}}\n'
