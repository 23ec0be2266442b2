"""What the facts about notes do."""

from facilitator.domain import events
from facilitator.domain.events import Event
from facilitator.domain.session import Note, Session
from facilitator.domain.steps.registry import on


@on(events.NoteTaken)
def _note_taken(session: Session, event: Event, fact: events.NoteTaken) -> None:
    session.notes[event.id] = Note(
        event.id,
        event.at,
        event.author.panelist,
        fact.text,
        fact.signal,
        fact.competency,
        fact.question,
        fact.panelists,
        fact.shared,
    )
