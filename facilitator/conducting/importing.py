"""Reading a session from elsewhere: the journal in a JSON export, or the file of a journal itself.

Separate from the journal's own format, because this text has been in other hands: it is checked and cleaned
like any file.
"""

from collections.abc import Iterable
from io import BytesIO
from typing import NamedTuple

import msgspec

from facilitator.conducting.reading import read
from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.facts.event import Event
from facilitator.domain.text.plain_text import clean, one_line
from facilitator.files.durable import StorageError
from facilitator.files.foreign import cleaned
from facilitator.storage import journal_line
from facilitator.storage.forms.framing import BODY, are_whole
from facilitator.storage.forms.header import NewerMajor, header_in
from facilitator.storage.forms.newer import complaint_about, event_in, events_of
from facilitator.storage.forms.written_packet import packet_in_line
from facilitator.storage.home import SESSION_ID

LARGEST_BYTES = 256 * 1024 * 1024


class NoSession(StorageError):
    """The text holds no session that can be taken in. What is said of it is one line, whatever it quotes."""

    def __init__(self, said: str) -> None:
        super().__init__(one_line(said))


class NoJournal(NoSession):
    """The text is JSON, but not an export for the panel, which alone has the journal in it."""


class Found(NamedTuple):
    """A session that was found; `amiss` is what should be told of it, empty if all is well."""

    events: tuple[Event, ...]
    amiss: str = ""


class _Export(msgspec.Struct):
    """What is read of a JSON export: the events as they are written."""

    journal: list[msgspec.Raw] | None = None


def session_in(text: bytes) -> Found:
    """Return the one session that a journal holds, or a JSON export under its key `journal`. Raises NoSession."""
    if len(text) > LARGEST_BYTES:
        raise NoSession("That is too large for a session.")
    try:
        found = _in_journal(text) if journal_line.begins_one(text) else _in_export(text)
        session = read(found.events).session
        debrief(session, session.opened_at)
        session.plan.lead  # noqa: B018  # an agenda without a panel has none
    except NewerMajor as version:
        raise NoSession(f"It was written by a newer version of facilitator (journal {version}).") from version
    except RecursionError as error:
        raise NoSession("It is nested too deeply.") from error
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise NoSession(f"It can't be understood: {error}.") from error
    except (ValueError, LookupError, OverflowError) as error:
        raise NoSession("Its journal doesn't make up a session.") from error
    if not SESSION_ID.fullmatch(session.id):
        raise NoSession("Its session has an id that isn't allowed here.")
    if any(event.session != session.id for event in found.events):
        raise NoSession("Its journal holds events of more than one session.")
    return found


def _in_journal(text: bytes) -> Found:
    """Return what the whole lines of a journal hold; the damaged ones are passed over, since nobody has them."""
    scan = journal_line.scan(BytesIO(text))
    if scan.newer and not scan.tells_newer:
        _check_lines(text)
    written = (msgspec.json.encode(event.as_written) for event in scan.events)
    return Found(_events(text, written, may_be_newer=scan.tells_newer), scan.amiss)


def _check_lines(text: bytes) -> None:
    """Raise NoSession if a whole line is of a sort that no version up to ours writes."""
    for number, line in enumerate(BytesIO(text), 1):
        body = line[BODY:]
        is_known = packet_in_line(body) or events_of(body) is not None or header_in(body)
        if are_whole([line]) and not is_known:
            raise NoSession(f"Line {number}: neither events nor a header.")


def _in_export(text: bytes) -> Found:
    journal = msgspec.json.decode(text, type=_Export).journal
    if journal is None:
        raise NoJournal(
            "It has no journal. A session is imported from the panel's JSON export, or from a journal file."
        )
    return Found(_events(text, map(bytes, journal), may_be_newer=False))


def _events(text: bytes, written: Iterable[bytes], *, may_be_newer: bool) -> tuple[Event, ...]:
    """Return the cleaned events that are `written` somewhere in `text`, with all that a newer version wrote in them.

    Raises NoSession, with the number of its line, for one that no version has written.
    """
    events: list[Event] = []
    for one in written:
        harmless = msgspec.json.encode(cleaned(msgspec.json.decode(one), clean))
        event = event_in(harmless)
        wrong = complaint_about(harmless, event, may_be_newer=may_be_newer)
        if event is None or wrong:
            raise NoSession(f"{_line(text, one)}{wrong}.")
        events.append(event)
    return tuple(events)


def _line(text: bytes, written: bytes) -> str:
    """Return in which line of `text` this stands, as the beginning of a message; empty if it doesn't."""
    place = text.find(written)
    number = text.count(b"\n", 0, place) + 1
    return f"Line {number}: " if place >= 0 else ""
