"""What is still to be done about the sessions: what was never started, answers, scorecards, sessions past retention."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from facilitator.domain.panel.owed import is_overdue
from facilitator.domain.text.dates import iso_day, local
from facilitator.workspace.errors import NextStep, Step
from facilitator.workspace.local_zone import local_zone
from facilitator.workspace.retention import age_days, days_text, is_held, retention_days

if TYPE_CHECKING:
    from facilitator.storage.library import Entry
    from facilitator.workspace.workspace import Workspace


class Reminder(Struct, frozen=True):
    """What is still to be done, as a sentence, and the step to take; None if there is none to take yet."""

    said: str
    next_step: NextStep | None = None


def owed_text(entry: "Entry", today: date) -> str:
    """Return how many answers are owed, such as `2, 1 overdue`; empty if none are."""
    overdue = sum(is_overdue(due, today) for due in entry.owed)
    return ", ".join(filter(None, [str(len(entry.owed) or ""), f"{overdue} overdue" if overdue else ""]))


def reminders(workspace: "Workspace", entries: "tuple[Entry, ...]", today: date) -> Iterator[Reminder]:
    """Yield a reminder of each thing to do."""
    for entry in entries:
        if entry.planned_at is not None and local(entry.planned_at, local_zone()).date() < today:
            whom = f" with {entry.candidate}" if entry.candidate else ""
            said = f"Planned for {iso_day(entry.planned_at, local_zone())}, not started: {entry.title}{whom}."
            yield Reminder(said, NextStep(Step.GO_ON, entry.session))
        late = sorted(due for due in entry.owed if is_overdue(due, today))
        if late:
            whom = f" to {entry.candidate}" if entry.candidate else ""
            answers, since = (
                ("an answer", "owed since") if len(late) == 1 else (f"{len(late)} answers", "the first since")
            )
            said = f"Overdue: {answers}{whom}, {since} {late[0]}."
            yield Reminder(said, NextStep(Step.READ, entry.session))
        if entry.cards_missing:
            names = ", ".join(entry.cards_missing)
            yield Reminder(f"Sealed scorecards are waiting for {names}.", NextStep(Step.RATE, entry.session))
    days = retention_days(workspace)
    if days is None:
        return
    old = [entry.session for entry in entries if age_days(entry, workspace.now()) > days]
    held = [session for session in old if is_held(workspace, session)]
    if len(old) > len(held):
        count = len(old) - len(held)
        said = f"Older than {days_text(days)}: {count} session{'s' if count > 1 else ''}."
        yield Reminder(said, NextStep(Step.PURGE))
    if held:
        yield Reminder(f"Older than {days_text(days)}, but on hold: {', '.join(held)}.")
