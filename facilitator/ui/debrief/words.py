"""How the debrief's values are put on the screen: always a glyph and a word, so that colour only adds."""

from collections import Counter

from facilitator.domain.debrief.debrief import Debrief
from facilitator.domain.facts.signal import Signal
from facilitator.domain.facts.status import Status
from facilitator.domain.plan.agenda import Agenda
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.text.dates import date_text, from_iso, time_text
from facilitator.domain.text.durations import over_under
from facilitator.ui.toolkit import looks
from facilitator.ui.toolkit.paragraphs import BLANK, Paragraph, Piece, Role, fitted

ROLE: dict[str, Role] = {
    "": "",
    "strong": "warning",  # Still open after the end is a warning.
    "busy": "accent",
    "good": "good",
    "bad": "bad",
    "warn": "warning",
    "quiet": "muted",
    "muted": "muted",
    "accent": "accent",
}
RECOMMENDATION: dict[str, tuple[str, Role]] = {
    Recommendation.STRONG_NO: ("▼▼", "bad"),
    Recommendation.NO: ("▼", "bad"),
    Recommendation.NO_DECISION: ("◇", "muted"),
    Recommendation.YES: ("▲", "good"),
    Recommendation.STRONG_YES: ("▲▲", "good"),
}

NARROW = 64
"""Below this width, in cells, tables become lists."""


def heading(title: str, role: Role = "heading") -> list[Paragraph]:
    return [Paragraph((Piece(title, role),)), BLANK]


def status_piece(status: Status, width: int = 0) -> Piece:
    """`● covered`, filled up to `width` cells."""
    return _piece(looks.STATUS[status], width)


def signal_piece(signal: Signal | None, width: int = 0) -> Piece:
    """`+ strength`, filled up to `width` cells; empty for a plain note."""
    return Piece(" " * width) if signal is None else _piece(looks.SIGNAL[signal], width)


def _piece(look: looks.Look, width: int) -> Piece:
    shown = f"{look.glyph} {look.word}"
    return Piece(fitted(shown, width) if width else shown, ROLE[look.role])


def recommendation_piece(recommendation: Recommendation) -> Piece:
    glyph, role = RECOMMENDATION[recommendation]
    return Piece(f"{glyph} {recommendation.replace('_', ' ')}", role)


def person(debrief: Debrief, panelist: str | None) -> str:
    """The name of a panelist; nobody's is empty."""
    return debrief.agenda.name_of(panelist, debrief.session.candidate)


def short_names(agenda: Agenda) -> dict[str, str]:
    """First names by panelist id; with the last name's initial where two share one, or the id where they share both."""
    firsts = Counter(panelist.name.partition(" ")[0] for panelist in agenda.panel)
    names = {}
    for panelist in agenda.panel:
        first, _, rest = panelist.name.partition(" ")
        names[panelist.id] = f"{first} {rest.rpartition(' ')[2][:1]}." if firsts[first] > 1 and rest else first
    alike = Counter(names.values())
    return {panelist: panelist if alike[name] > 1 else name for panelist, name in names.items()}


def time_of_day(debrief: Debrief, iso: str | None) -> str:
    return time_text(from_iso(iso), debrief.session.timezone) if iso else ""


def date_of(debrief: Debrief, iso: str) -> str:
    return date_text(from_iso(iso), debrief.session.timezone)


def deviation_piece(seconds: int, width: int = 0) -> Piece:
    """`▲ 4:10 over`, `▼ 1:30 under` or `= on time`; positive seconds are over."""
    text = over_under(seconds)
    glyph = "=" if not seconds else "▲" if seconds > 0 else "▼"
    role: Role = "warning" if seconds > 0 else "muted"
    return Piece(f"{glyph} {text}".rjust(width), role)
