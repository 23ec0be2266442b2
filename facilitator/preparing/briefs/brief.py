"""The briefs of an interview, as documents: who reads one sees what they need for it, and nothing else."""

from collections.abc import Iterator

from facilitator.documents.document import Block, Document, Facts, Heading
from facilitator.domain.plan.agenda import Agenda, Panelist
from facilitator.domain.text.dates import date_text, from_iso
from facilitator.domain.text.durations import spoken_text
from facilitator.preparing.briefs.for_candidate import candidate_blocks
from facilitator.preparing.briefs.for_lead import run_of_show
from facilitator.preparing.briefs.for_panelist import panelist_blocks, watched_blocks
from facilitator.preparing.briefs.schedule import Schedule, schedule
from facilitator.reports.words import adjustment_blocks, whom_label

CANDIDATE_READS, LEAD_READS = "candidate", "lead"


def brief(agenda: Agenda, reader: str = "", candidate: str = "", starts: str = "") -> Document:
    """Return the brief for `reader`: a panelist's id, LEAD_READS, CANDIDATE_READS, or empty for all the panel in one.

    `candidate` is their name, and `starts` overrides the agenda's start. Raises KeyError for an unknown panelist.
    """
    when = schedule(agenda, starts)
    if reader == CANDIDATE_READS:
        return Document(agenda.title, "", (_facts(agenda, when), *candidate_blocks(agenda, when)))
    if reader == LEAD_READS:
        title, blocks = f"Run of show: {agenda.title}", _for_the_lead(agenda, when)
    elif reader:
        panelist = agenda.panelist_by_id[reader]
        title, blocks = f"{panelist.name}: {agenda.title}", _for_one(agenda, when, panelist)
    else:
        title, blocks = f"Brief: {agenda.title}", _for_all(agenda, when)
    return Document(title, agenda.purpose, (_facts(agenda, when, candidate, agenda.hard_stop or ""), *blocks))


def _facts(agenda: Agenda, when: Schedule, candidate: str = "", room_until: str = "") -> Facts:
    day = _day(when)
    rows = [
        (whom_label(agenda), candidate),
        ("When", ", ".join(filter(None, (day, when.whole))) if when.starts else ""),
        ("Time zone", (agenda.timezone or "") if when.starts else ""),
        ("Room until", room_until),
        ("Length", spoken_text(agenda.planned_seconds)),
    ]
    return Facts(tuple((name, value) for name, value in rows if value))


def _day(when: Schedule) -> str:
    return date_text(from_iso(when.day), "UTC") if when.day else ""


def _for_the_lead(agenda: Agenda, when: Schedule) -> Iterator[Block]:
    yield from adjustment_blocks(agenda)
    yield from run_of_show(agenda, when)


def _for_one(agenda: Agenda, when: Schedule, panelist: Panelist) -> Iterator[Block]:
    yield from adjustment_blocks(agenda)
    yield from panelist_blocks(agenda, when, panelist, level=2)
    yield from watched_blocks(agenda, when, panelist)


def _for_all(agenda: Agenda, when: Schedule) -> Iterator[Block]:
    yield from _for_the_lead(agenda, when)
    for panelist in agenda.panel:
        yield Heading(agenda.name_of(panelist.id))
        yield from panelist_blocks(agenda, when, panelist, level=3)
