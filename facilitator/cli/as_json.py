"""Listings as JSON, for programs: instants are UTC, keys that end in `_seconds` are whole seconds."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from facilitator.agenda_files import Loaded
    from facilitator.domain.plan.agenda import Agenda
    from facilitator.preparing.advice.advice import Advice
    from facilitator.preparing.advice.forecast import Forecast
    from facilitator.workspace.workspace import Workspace

json_option: Callable[[Any], Any] = click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")


def print_json(value: object) -> None:
    import json

    click.echo(json.dumps(value, indent=2, ensure_ascii=False))


def sessions_value(workspace: "Workspace") -> dict[str, object]:
    """Return all sessions, the latest first, what is still to be done, and the sessions that can't be read."""
    from facilitator.cli.next_steps import step_text
    from facilitator.domain.panel.owed import is_overdue
    from facilitator.domain.text.dates import iso_text, local
    from facilitator.workspace.local_zone import local_zone
    from facilitator.workspace.reminders import reminders

    def instant(at: int | None) -> str | None:
        return None if at is None else iso_text(at)

    entries, today = workspace.entries(), local(workspace.now(), local_zone()).date()
    elsewhere = workspace.elsewhere()
    listed = [
        {
            "session": entry.session,
            "title": entry.title,
            "candidate": entry.candidate,
            "agenda": entry.agenda,
            "status": entry.status,
            "cancelled": entry.cancelled or None,
            "opened": instant(entry.opened_at),
            "planned": instant(entry.planned_at),
            "started": instant(entry.started_at),
            "ended": instant(entry.ended_at),
            "used": instant(entry.used_at),
            "notes": entry.notes,
            "owed": [{"due": due, "overdue": is_overdue(due, today)} for due in entry.owed],
            "cards_missing": list(entry.cards_missing),
            "elsewhere": str(elsewhere[entry.session]) if entry.session in elsewhere else None,
        }
        for entry in entries
    ]
    to_do = [
        {"said": reminder.said, "command": step_text(reminder.next_step) if reminder.next_step else None}
        for reminder in reminders(workspace, entries, today)
    ]
    return {"sessions": listed, "to_do": to_do, "unreadable": list(workspace.unreadable)}


def agenda_value(agenda: "Agenda") -> dict[str, object]:
    """Return what the list of agendas says about one."""
    return {
        "title": agenda.title,
        "planned_seconds": agenda.planned_seconds,
        "planned_seconds_by_kind": {kind.value: s for kind, s in agenda.planned_seconds_by_kind.items()},
        "segments": len(agenda.segments),
        "questions": len(agenda.questions),
        "panel": [panelist.id for panelist in agenda.panel],
    }


def check_value(
    loaded: "Loaded", advice: "Iterable[Advice]" = (), expected: "Forecast | None" = None
) -> dict[str, object]:
    """Return every complaint and, if there is no error, what is planned, the advice on it and when it would end."""
    from msgspec import to_builtins

    planned = loaded.agenda
    return {
        "ok": planned is not None,
        "complaints": to_builtins(loaded.complaints),
        "agenda": None if planned is None else agenda_value(planned),
        "advice": to_builtins(tuple(advice)),
        "forecast": to_builtins(expected),
    }
