"""JSON: a report in full, to be read back as the same value."""

from collections.abc import Sequence

import msgspec
from msgspec.structs import asdict, replace

from facilitator.domain.facts.event import Event, WrittenEvent
from facilitator.domain.facts.kinds.session import SessionOpened
from facilitator.domain.plan.adjusting import without_adjustments
from facilitator.files.foreign import without_effects


def json_text(report: msgspec.Struct) -> str:
    """Return `report` as indented JSON whose keys are the names of its fields."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"


def with_journal(report: str, events: Sequence[Event]) -> str:
    """Add the events, one a line, under the key `journal` to `report`, the text of a JSON object.

    The session can be imported again from them. They are as they were written, but nothing in them acts on a terminal.
    """
    lines = ",\n    ".join(without_effects(msgspec.json.encode(event.as_written)).decode() for event in events)
    return f'{report.rstrip().removesuffix("}").rstrip()},\n  "journal": [\n    {lines}\n  ]\n}}\n'


def event_without_adjustments(event: Event) -> Event:
    """Return an event as others may read it: an opening without what was adjusted for the candidate.

    All else in it stays as it was written, and the times in its agenda are those that were adjusted.
    """
    if not (isinstance(event.fact, SessionOpened) and event.fact.agenda.adjustments):
        return event
    written = msgspec.json.decode(msgspec.json.encode(event.as_written))
    del written["fact"]["agenda"]["adjustments"]
    fact = replace(event.fact, agenda=without_adjustments(event.fact.agenda))
    fields = {**asdict(event), "fact": fact, "written": msgspec.Raw(msgspec.json.encode(written))}
    return WrittenEvent(**fields)
