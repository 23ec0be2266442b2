"""The words and glyphs that all reports share. Separate, so that no two of them say the same thing differently."""

import re
from collections.abc import Callable, Iterator

from facilitator.documents.document import Block, Bullets, Heading, Run
from facilitator.domain.debrief.debrief import CoverageRow, Debrief, Header
from facilitator.domain.debrief.follow_ups import FollowUp
from facilitator.domain.facts.status import Status
from facilitator.domain.language.reading_notes import SHARE
from facilitator.domain.plan.agenda import Adjustment, Agenda
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.text.dates import date_text, from_iso, moment_text, time_text
from facilitator.domain.text.durations import clock_text, length_text
from facilitator.domain.text.plain_text import comparable, first_few

_TAG = re.compile(r"[\w-]+")


def status_text(status: Status) -> str:
    """Return a status with its glyph, such as `● covered`."""
    return f"{status.glyph} {status.outcome}"


def recommendation_text(recommendation: Recommendation) -> str:
    return recommendation.value.replace("_", " ")


def time_of(iso: str | None, timezone: str) -> str:
    """Return the time of day in the room, such as `10:04`; empty for None."""
    return time_text(from_iso(iso), timezone) if iso else ""


def span_of(start: str, end: str | None, header: Header) -> str:
    """Return `10:04 to 11:02`, `since 10:04`; with the day of an end on another day than the start."""
    zone = header.timezone
    if end is None:
        return f"since {time_of(start, zone)}"
    return f"{time_of(start, zone)} to {moment_text(from_iso(end), from_iso(start), zone)}"


def date_of(iso: str, timezone: str) -> str:
    """Return the day in the room, such as `Tuesday, 1 December 2026`."""
    return date_text(from_iso(iso), timezone)


def moment_of(iso: str, header: Header) -> str:
    """Return `10:04` on the day of the interview, `2 December, 10:04` on any other."""
    return moment_text(from_iso(iso), from_iso(header.started or header.opened), header.timezone)


def untagged(text: str, agenda: Agenda) -> str:
    """Return a note without the filing tags at its end, for places that say the same: `#pipeline`, `#share`."""
    return without_last_tags(text, lambda tag: _files(comparable(tag), agenda))


def without_last_tags(text: str, which: Callable[[str], bool] = lambda tag: True) -> str:
    """Return `text` without the tags at its end, back to the first of which `which` returns False."""
    end = len(text)
    while (place := text.rfind("#", 0, end)) > 0 and text[place - 1].isspace():
        tag = text[place + 1 : end].rstrip()
        if not (_TAG.fullmatch(tag) and which(tag)):
            break
        end = place - 1
    return text[:end]


def _files(tag: str, agenda: Agenda) -> bool:
    return tag == SHARE or any(tag == comparable(competency) for competency in agenda.competency_by_id)


def later_text(seconds: int, none: str = "on time") -> str:
    """Return `2:00 late`, `0:30 early` or, for `none`, `on time`; positive is late."""
    if not seconds:
        return none
    return f"{distance_text(seconds)} {'late' if seconds > 0 else 'early'}"


def distance_text(seconds: int) -> str:
    """Return `2:00` or `1:02:00`; from two days on `3 days`, as for an interview held on another day than planned."""
    days = round(abs(seconds) / 86_400)
    return f"{days} days" if days > 1 else clock_text(seconds)


def count_text(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: `1 note`, `3 notes`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def coverage_text(covered: int, asked: int) -> str:
    """Return `8 of 11 questions covered.`"""
    return f"{covered} of {count_text(asked, 'question')} covered."


def panelist_name(report: Debrief, panelist: str | None) -> str:
    """Return a panelist's name, with their role or id if somebody else in the room has the same name."""
    return report.name_of(panelist)


def missed(report: Debrief) -> list[CoverageRow]:
    """Return the must-asks that nobody asked; of an interview that was called off nothing is missed."""
    return [row for row in report.coverage if row.is_missed and report.cancelled is None]


def cancelled_text(report: Debrief) -> str:
    """Return that the interview didn't take place or was cut off, and why; empty if it took its course."""
    off = report.cancelled
    if off is None:
        return ""
    whom = report.session.candidate or report.agenda.other_side
    why = f"{whom} didn't come" if off.no_show else off.reason
    if report.session.started is None:
        return f"The interview did not take place: {why}."
    return f"The interview was cut off after {clock_text(report.timing.actual_seconds)}: {why}."


def never_held(report: Debrief) -> bool:
    """Whether the interview was called off before it began."""
    return report.cancelled is not None and report.session.started is None


def whom_label(agenda: Agenda) -> str:
    """Return the label for the name of the other side."""
    return "With" if agenda.perspective == "candidate" else "Candidate"


def follow_up_text(item: FollowUp, agenda: Agenda) -> str:
    """Return what is to be done, beginning with the verb for its kind."""
    begins = {"owed_answer": f"Answer {agenda.other_side}: ", "must_ask": "Still to be asked: "}
    return begins.get(item.kind, "") + (untagged(item.text, agenda) if item.kind == "note" else item.text)


def adjustment_blocks(agenda: Agenda) -> Iterator[Block]:
    """Yield what is adjusted for the candidate, for the panel."""
    if agenda.adjustments:
        yield Heading("Adjustments")
        yield Bullets(tuple((Run(_adjustment_text(one, agenda)),) for one in agenda.adjustments))


def _adjustment_text(adjustment: Adjustment, agenda: Agenda) -> str:
    """Return an adjustment in a sentence for the panel: in its words, and what it changes where."""
    extra, pause = adjustment.extra_seconds, adjustment.break_seconds
    titles = [f"“{agenda.segment(name).title}”" for name in adjustment.segments if name in agenda.position_by_segment]
    where = first_few(titles) if titles else "every segment"
    changes = [
        f"{length_text(extra)} more for {where}" if extra else "",
        f"{adjustment.extra_percent} % more time for {where}" if adjustment.extra_percent else "",
        f"a break of {length_text(pause)} after {where}" if pause else "",
        f"{agenda.other_side} gets the questions beforehand" if adjustment.questions_beforehand else "",
    ]
    said = "; ".join(filter(None, changes))
    return f"{adjustment.what} ({said})" if said else adjustment.what
