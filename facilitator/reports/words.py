"""The words and glyphs in which every export says the same thing. Separate, so that no two formats differ in them."""

import re

from facilitator.domain.debrief.debrief import Debrief, FollowUp, Header
from facilitator.domain.facts.events import Recommendation, Signal, Status
from facilitator.domain.language.decisions.notes import SHARE
from facilitator.domain.plan.agenda import Agenda
from facilitator.domain.text.dates import date_text, day_text, from_iso, moment_text, time_text
from facilitator.domain.text.durations import clock_text

_LAST_TAG = re.compile(r"\s#([\w-]+)\s*\Z")

STATUS_GLYPHS = {
    Status.PLANNED: "○",
    Status.ASKED: "◔",
    Status.PARTLY: "◐",
    Status.COVERED: "●",
    Status.DROPPED: "✕",
}
"""Each stands beside its word, never for it."""

STATUS_WORDS = {
    Status.PLANNED: "not asked",
    Status.ASKED: "asked",
    Status.PARTLY: "partly",
    Status.COVERED: "covered",
    Status.DROPPED: "dropped",
}

SIGNAL_WORDS = {
    Signal.STRENGTH: "strength",
    Signal.CONCERN: "concern",
    Signal.FOLLOW_UP: "follow-up",
    Signal.FLAG: "flag",
    Signal.QUOTE: "quote",
}


def status_text(status: Status) -> str:
    """`● covered`."""
    return f"{STATUS_GLYPHS[status]} {STATUS_WORDS[status]}"


def recommendation_text(recommendation: Recommendation) -> str:
    return recommendation.value.replace("_", " ")


def time_of(iso: str | None, timezone: str) -> str:
    """`10:04` on the clock of the room; empty for None."""
    return time_text(from_iso(iso), timezone) if iso else ""


def date_of(iso: str, timezone: str) -> str:
    """`Tuesday, 1 December 2026`."""
    return date_text(from_iso(iso), timezone)


def moment_of(iso: str, header: Header) -> str:
    """`10:04` on the day of the interview, `2 December, 10:04` on any other."""
    return moment_text(from_iso(iso), from_iso(header.started or header.opened), header.timezone)


def untagged(text: str, agenda: Agenda) -> str:
    """A note without the tags at its end that file it, for where the place says the same: `#pipeline`, `#share`."""
    while "#" in text and (tag := _LAST_TAG.search(text)) and _files(tag[1].lower(), agenda):
        text = text[: tag.start()]
    return text


def _files(tag: str, agenda: Agenda) -> bool:
    return tag == SHARE or any(tag == competency.lower() for competency in agenda.competency_by_id)


def due_text(due: str) -> str:
    """`by Friday, 4 December` for a date, `by next week`; more words as they were said; empty when nothing was."""
    try:
        return f"by {day_text(from_iso(due), 'UTC')}"
    except ValueError:
        return f"{'by' if len(due.split()) < 3 else 'until'} {due}" if due else ""


def later_text(seconds: int) -> str:
    """`2:00 late`, `0:30 early` or `on time`; positive is late."""
    if not seconds:
        return "on time"
    return f"{distance_text(seconds)} {'late' if seconds > 0 else 'early'}"


def distance_text(seconds: int) -> str:
    """`2:00`, `1:02:00`; from two days on `3 days`, as when an interview is held on another day than planned."""
    days = round(abs(seconds) / 86_400)
    return f"{days} days" if days > 1 else clock_text(seconds)


def count_text(number: int, one: str, many: str = "") -> str:
    """`1 note`, `3 notes`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def panelist_name(report: Debrief, panelist: str | None) -> str:
    """Their name, with their role or id where somebody else in the room has the same one."""
    return report.agenda.name_of(panelist, report.session.candidate)


def whom_label(agenda: Agenda) -> str:
    """What stands before the name of the other side."""
    return "With" if agenda.perspective == "candidate" else "Candidate"


def follow_up_text(item: FollowUp, agenda: Agenda) -> str:
    """What is to be done, beginning with the verb for its kind."""
    begins = {"owed_answer": f"Answer {agenda.other_side}: ", "must_ask": "Still to be asked: "}
    return begins.get(item.kind, "") + (untagged(item.text, agenda) if item.kind == "note" else item.text)
