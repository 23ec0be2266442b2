"""The debrief's part on changes of plan: what was added, moved, set anew or taken out while the interview ran.

Separate because the changes are about many subjects, and are told in one list. Each kind of fact that changes the plan,
the panel or the hard stop has its words here or in a module beside it; a test asks for them.
"""

import re
from functools import singledispatch

from msgspec import Struct

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.fact import Fact
from facilitator.domain.session.state import Session
from facilitator.domain.text.dates import iso_text

_WORD_BEGINS = re.compile(r"(?<=[a-z])(?=[A-Z])")


class ChangeRow(Struct, frozen=True, kw_only=True):
    """A change of plan, recorded by the panelist `by`. `text` says what it changed.

    `kind` is the fact's, such as `question_added`. `at_seconds` counts from the start of the interview and is negative
    before it.
    """

    kind: str
    at: str
    at_seconds: int
    by: str
    text: str


def change_rows(session: Session) -> tuple[ChangeRow, ...]:
    """Return the changes of plan in the order in which they were made."""
    return tuple(_row(session, event) for event in session.changes)


@singledispatch
def change_text(fact: Fact, session: Session) -> str:
    """Return a change of plan in words: `q9 added to 2. Core`. Raises TypeError for a fact that changes no plan."""
    raise TypeError(f"{type(fact).__name__} changes no plan")


def _row(session: Session, event: Event) -> ChangeRow:
    began_at = session.started_at if session.started_at is not None else session.opened_at
    return ChangeRow(
        kind=_WORD_BEGINS.sub("_", type(event.fact).__name__).lower(),
        at=iso_text(session.wall_time(event.at)),
        at_seconds=(event.at - began_at) // 1000,
        by=event.author.panelist,
        text=change_text(event.fact, session),
    )
