"""Reading a session from elsewhere: the journal in a JSON export.

Separate from the journal's own format, because this text has been in other hands: it is checked and cleaned
like any file.
"""

from typing import Any

import msgspec

from facilitator.conducting.reading import read
from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.facts.event import Event
from facilitator.domain.text.plain_text import clean
from facilitator.files.durable import StorageError
from facilitator.storage.forms.newer import event_in
from facilitator.storage.home import SESSION_ID

LARGEST_BYTES = 256 * 1024 * 1024


class NoSession(StorageError):
    """The text holds no session that can be taken in."""


class NoJournal(NoSession):
    """The text is JSON, but not an export for the panel, which alone has the journal in it."""


def events_in(text: bytes) -> tuple[Event, ...]:
    """Return the events of the one session that a JSON export has under its key `journal`. Raises NoSession."""
    if len(text) > LARGEST_BYTES:
        raise NoSession("That is too large for a session.")
    try:
        found = msgspec.json.decode(text)
        journal = found.get("journal") if isinstance(found, dict) else None
        if journal is None:
            raise NoJournal("No journal is in it. A session is taken in from the panel's JSON export.")
        events = tuple(map(_event, msgspec.convert(_cleaned(journal), list[Any])))
        session = read(events).session
        debrief(session, session.opened_at)
        session.plan.lead  # noqa: B018  # an agenda without a panel has none
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError, RecursionError) as error:
        raise NoSession(f"It can't be understood: {error}.") from error
    except (ValueError, LookupError, OverflowError) as error:
        raise NoSession("Its journal doesn't make up a session.") from error
    if not SESSION_ID.fullmatch(session.id):
        raise NoSession("Its session has an id that none can have here.")
    if any(event.session != session.id for event in events):
        raise NoSession("Its journal holds events of more than one session.")
    return events


def _event(found: Any) -> Event:  # noqa: ANN401  # whatever JSON holds
    """Return the event, with all that a newer version wrote in it. Raises ValidationError if it is none."""
    return event_in(msgspec.json.encode(found)) or msgspec.convert(found, Event, str_keys=True)


def _cleaned(value: Any) -> Any:  # noqa: ANN401  # whatever JSON holds
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, dict):
        return {clean(key): _cleaned(item) for key, item in value.items()}
    return value
