"""What an interview was, when, and who was there: the head of the panel's document.

Separate because it has to be true of interviews that weren't held, too, and is all that is shown of some.
"""

from collections.abc import Iterator

from facilitator.documents.document import Block, Facts
from facilitator.domain.debrief.debrief import Debrief
from facilitator.domain.debrief.device_rows import DeviceRow
from facilitator.reports import words


def document_title(report: Debrief) -> str:
    """Return the title, which is no debrief's if the interview was called off."""
    what = "Debrief" if report.cancelled is None else "Cut off" if report.session.started else "Did not take place"
    return f"{what}: {report.session.title}"


def document_subtitle(report: Debrief) -> str:
    """Return whom it was with, and when; or why it was called off."""
    return words.cancelled_text(report) or " · ".join(filter(None, [report.session.candidate, _when(report)]))


def header_blocks(report: Debrief) -> Iterator[Block]:
    """Yield who met when, and who was there."""
    header = report.session
    rows = [
        ("Purpose", header.purpose),
        (words.whom_label(report.agenda), header.candidate),
        ("When", f"{_when(report)} ({header.timezone})"),
        ("Panel", "; ".join(_introduced(report))),
        ("Session", header.id),
        ("Recorded on", _devices(report)),
    ]
    yield Facts(tuple((name, value) for name, value in rows if value))


def _when(report: Debrief) -> str:
    """Return the day and the times of every sitting."""
    header = report.session
    if header.started is None:
        return f"{words.date_of(header.opened, header.timezone)}, not {'held' if report.cancelled else 'started'}"
    spans = (
        f"{words.date_of(sitting.start, header.timezone)}, {words.span_of(sitting.start, sitting.end, header)}"
        for sitting in report.timing.sittings
    )
    return " and ".join(spans) + ("" if header.ended else ", still running")


def _introduced(report: Debrief) -> Iterator[str]:
    for person in report.people:
        parts = [
            *(person.role, "lead" * person.lead, "shadow" * person.shadow),
            *(f"for {words.panelist_name(report, absent)}" for absent in person.stands_in_for),
            f"joined {words.moment_of(person.joined, report.session)}" if person.joined else "",
            f"left {words.moment_of(person.left, report.session)}" if person.left else "",
            "" if person.present or person.left else "absent",
        ]
        known = ", ".join(filter(None, parts))
        yield f"{person.name} ({known})" if known else person.name


def _devices(report: Debrief) -> str:
    """Return on whose devices it was recorded, each up to when; empty if it was on one alone."""
    rows = report.panel.devices or ()
    return f"{words.count_text(len(rows), 'device')}: {'; '.join(_device(report, row) for row in rows)}" if rows else ""


def _device(report: Debrief, row: DeviceRow) -> str:
    until = f" until {words.moment_of(row.until, report.session)}" if row.until else ", nothing yet"
    removed = ", then taken off the panel" if row.removed else ""
    return f"{words.panelist_name(report, row.panelist)} ({row.letter}){until}{removed}"
