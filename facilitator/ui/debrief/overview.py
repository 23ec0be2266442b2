"""The first page: who met when, whether time was kept, what is still open, what the panel recommends."""

from facilitator.domain.debrief.debrief import Debrief
from facilitator.domain.text.durations import clock_text
from facilitator.ui.debrief.words import (
    NARROW,
    date_of,
    deviation_piece,
    heading,
    person,
    recommendation_piece,
    time_of_day,
)
from facilitator.ui.toolkit.paragraphs import BLANK, Page, Paragraph, Piece, Role, fitted, side_by_side

ROOM_FOR_TWO = 130
"""From this width on, in cells, the page has two columns."""

REAL_WORK = ("practice", "presentation", "workshop")


def overview_page(debrief: Debrief) -> Page:
    def page(width: int) -> list[Paragraph]:
        title = [Paragraph((Piece(debrief.session.title, "title"),)), BLANK]
        if width < ROOM_FOR_TWO:
            return [*title, *_facts(debrief, width), BLANK, *_outcome(debrief, width)]
        half = width // 2
        return [*title, *side_by_side(_facts(debrief, half), _outcome(debrief, half), width)]

    return page


def _facts(debrief: Debrief, width: int) -> list[Paragraph]:
    label_width = 14 if width >= NARROW else 11
    return [
        *(_labelled(label, pieces, label_width) for label, pieces in _who_and_when(debrief)),
        BLANK,
        *heading("Time"),
        *(_labelled(label, pieces, label_width) for label, pieces in _time(debrief)),
    ]


def _outcome(debrief: Debrief, width: int) -> list[Paragraph]:
    return [
        *heading("Still open"),
        *_open(debrief),
        BLANK,
        *heading("Recommendations"),
        *_recommendations(debrief, width),
    ]


def _labelled(label: str, pieces: tuple[Piece, ...], width: int) -> Paragraph:
    return Paragraph(pieces, (Piece(fitted(label, width), "muted"),))


def _who_and_when(debrief: Debrief) -> list[tuple[str, tuple[Piece, ...]]]:
    header = debrief.session
    lead = debrief.agenda.lead.id if debrief.agenda.panel else ""
    lines: list[tuple[str, tuple[Piece, ...]]] = []
    if header.candidate:
        whom = "With" if debrief.agenda.perspective == "candidate" else "Candidate"
        lines.append((whom, (Piece(header.candidate, "strong"),)))
    lines.append(("When", (Piece(_when(debrief)),)))
    for number, panelist in enumerate(debrief.agenda.panel):
        duties = [panelist.role, "lead" if panelist.id == lead else "", "shadow" if panelist.shadow else ""]
        about = ", ".join(duty for duty in duties if duty)
        lines.append(("" if number else "Panel", (Piece(panelist.name), Piece(f", {about}" if about else "", "muted"))))
    if header.purpose:
        lines.append(("Purpose", (Piece(header.purpose),)))
    return lines


def _when(debrief: Debrief) -> str:
    header = debrief.session
    if header.started is None:
        return f"{date_of(debrief, header.opened)}; not started"
    until = f" to {time_of_day(debrief, header.ended)}" if header.ended else ", still running"
    day = date_of(debrief, header.started)
    return f"{day}, {time_of_day(debrief, header.started)}{until} ({header.timezone})"


def _time(debrief: Debrief) -> list[tuple[str, tuple[Piece, ...]]]:
    timing = debrief.timing
    lines: list[tuple[str, tuple[Piece, ...]]] = [
        ("Planned", (Piece(clock_text(timing.planned_seconds)),)),
        ("Took", (Piece(f"{clock_text(timing.actual_seconds)}, "), deviation_piece(timing.over_seconds))),
    ]
    if timing.late_start_seconds:
        late = timing.late_start_seconds > 0
        words = f"{clock_text(timing.late_start_seconds)} {'late' if late else 'early'}"
        lines.append(("Started", (Piece(words, "warning" if late else ""),)))
    for row in timing.protected:
        missing = row.promised_seconds - row.given_seconds
        kept: Piece = Piece("✓ kept", "good") if missing < 60 else Piece(f"▼ {clock_text(missing)} taken", "bad")
        given = f"promised {clock_text(row.promised_seconds)}, given {clock_text(row.given_seconds)}  "
        lines.append(("Protected", (Piece(f"{row.segment}: {given}"), kept)))
    work = [timing.by_kind[kind] for kind in REAL_WORK if kind in timing.by_kind]
    if work:
        planned, actual = sum(kind.planned for kind in work), sum(kind.actual for kind in work)
        lines.append(("Real work", (Piece(f"{clock_text(actual)} of {clock_text(planned)} planned"),)))
    lines += [("Clock", (Piece(mark, "warning"),)) for mark in debrief.session.clock_marks]
    return lines


def _open(debrief: Debrief) -> list[Paragraph]:
    counts = {kind: sum(row.kind == kind for row in debrief.follow_ups) for kind in ("must_ask", "owed_answer", "note")}
    unsaid = [p.id for p in debrief.agenda.raters if p.id not in debrief.recommendations]
    lines: list[tuple[int, str, str, Role]] = [
        (counts["must_ask"], "must-ask not asked", "must-asks not asked", "warning"),
        (counts["owed_answer"], "answer owed to them", "answers owed to them", "warning"),
        (counts["note"], "follow-up noted", "follow-ups noted", "accent"),
    ]
    found: list[Paragraph] = [
        Paragraph((Piece(f"{count} {one if count == 1 else many}"),), (Piece("▲ ", role),))
        for count, one, many, role in lines
        if count
    ]
    if unsaid:
        names = ", ".join(person(debrief, panelist) for panelist in unsaid)
        found.append(Paragraph((Piece(f"no recommendation yet from {names}"),), (Piece("▲ ", "warning"),)))
    return found or [Paragraph((Piece("✓ ", "good"), Piece("nothing")))]


def _recommendations(debrief: Debrief, width: int) -> list[Paragraph]:
    longest = min(28, width // 2)
    return [
        Paragraph((recommendation_piece(said),), (Piece(fitted(person(debrief, panelist), longest)),))
        for panelist, said in debrief.recommendations.items()
    ] or [Paragraph((Piece("none given", "muted"),))]
