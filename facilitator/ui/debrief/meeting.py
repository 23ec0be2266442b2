"""The panel's meeting, in the order that makes it a better one: what only one has seen, then where they differ.

Figures are plain and decide nothing; what the panel decided stands beside them.
"""

from collections.abc import Iterator

from facilitator.domain.debrief.debrief import Debrief
from facilitator.domain.debrief.panel_rows import EvidenceRow
from facilitator.domain.facts.signal import Signal
from facilitator.domain.plan.scale import Recommendation
from facilitator.ui.debrief.words import NARROW, heading, person, recommendation_piece, short_names
from facilitator.ui.toolkit.paragraphs import BLANK, Page, Paragraph, Piece, Role, fitted

DIRECTION: dict[str, tuple[str, Role]] = {
    "concern": ("− concern", "bad"),
    "strength": ("+ strength", "good"),
    "neither": ("", ""),
}
FLAG: tuple[str, Role] = ("! flag", "warning")
CARD: dict[str, tuple[str, Role]] = {
    "missing": ("○ not in yet", "warning"),
    "sealed": ("◐ in, and sealed", "muted"),
    "open": ("● open", "good"),
}


def meeting_page(debrief: Debrief) -> Page:
    def page(width: int) -> Iterator[Paragraph]:
        yield from _cards(debrief, width)
        yield from _evidence(debrief, width)
        yield from _disagreements(debrief)
        yield from _votes(debrief, width)
        yield from _decision(debrief)

    return page


def _cards(debrief: Debrief, width: int) -> Iterator[Paragraph]:
    """Whose card is in; and nothing of what is sealed."""
    yield from heading("Scorecards")
    for row in debrief.panel.scorecards:
        words, role = CARD[row.state]
        yield Paragraph((Piece(words, role),), (_name(debrief, row.panelist, width),))
        for label, said in (("strengths", row.strengths), ("concerns", row.concerns)):
            if said:
                yield Paragraph((Piece(said),), (Piece(f"    {label:<11}", "muted"),))
    opening = debrief.panel.opening
    if opening is not None and opening.reason:
        opened = f"opened by {person(debrief, opening.by)} before all were in: {opening.reason}"
        yield Paragraph((Piece(opened, "muted"),), (Piece("  "),))
    yield BLANK


def _evidence(debrief: Debrief, width: int) -> Iterator[Paragraph]:
    yield from heading("What only one of you has: hear it first")
    names = short_names(debrief.agenda)
    for row in debrief.panel.unshared_evidence:
        words, role = _direction(row)
        who = names.get(row.panelist, row.panelist)
        tag = f"#{row.competency}" if row.competency else ""
        pieces = (Piece(row.text), Piece("  " + tag, "muted")) if tag and tag not in row.text else (Piece(row.text),)
        if width < NARROW:
            yield Paragraph((Piece(f"{who}  ", "strong"), Piece(words, role)), (Piece("  "),))
            yield Paragraph(pieces, (Piece("    "),))
        else:
            lead = (Piece("  " + fitted(words, 12), role), Piece(fitted(who, 10) + "  ", "strong"))
            yield Paragraph(pieces, lead)
    if not debrief.panel.unshared_evidence:
        yield Paragraph((Piece("nothing: whatever was noted, more than one of you noted", "muted"),), (Piece("  "),))
    yield BLANK


def _direction(row: EvidenceRow) -> tuple[str, Role]:
    return FLAG if row.signal is Signal.FLAG else DIRECTION[row.direction]


def _disagreements(debrief: Debrief) -> Iterator[Paragraph]:
    """`Pipeline building   3 to 5, 2.0 apart on average   Daniel 3, Priya 5`."""
    yield from heading("Where your ratings differ, most first")
    names = short_names(debrief.agenda)
    titles = {competency.id: competency.name for competency in debrief.agenda.competencies}
    for row in debrief.panel.disagreements:
        given = ", ".join(f"{names.get(panelist, panelist)} {rating}" for panelist, rating in row.ratings.items())
        yield Paragraph((Piece(titles.get(row.competency, row.competency), "strong"),), (Piece("  "),))
        yield Paragraph(
            (Piece(_spread(tuple(row.ratings.values()), row.pairwise)), Piece(f"  {given}", "muted")), (Piece("    "),)
        )
    if not debrief.panel.disagreements:
        yield Paragraph((Piece("no ratings to compare", "muted"),), (Piece("  "),))
    yield BLANK


def _spread(ratings: tuple[int, ...], pairwise: float) -> str:
    if len(ratings) < 2:
        return "one rating"
    low, high = min(ratings), max(ratings)
    return f"= all {low}" if low == high else f"↕ {low} to {high}, any two {pairwise:.1f} apart on average"


def _votes(debrief: Debrief, width: int) -> Iterator[Paragraph]:
    panel = debrief.panel
    yield from heading("Where you stand now")
    for panelist, vote in panel.votes.items():
        yield Paragraph((recommendation_piece(vote),), (_name(debrief, panelist, width),))
    titles = {competency.id: competency.name for competency in debrief.agenda.competencies}
    for change in panel.changes_of_mind:
        about = titles.get(change.competency or "", "recommendation")
        words = f"changed their mind, {about}: {_vote_words(change.before)} before, {_vote_words(change.after)} now"
        yield Paragraph((Piece(words, "muted"),), (_name(debrief, change.panelist, width),))
    if panel.mean is None:
        yield Paragraph((Piece("no votes yet", "muted"),), (Piece("  "),))
    else:
        words = f"mean {panel.mean:.1f} of 5, spread {panel.spread}; a figure beside your decision, not the decision"
        yield Paragraph((Piece(words, "muted"),), (Piece("  "),))
    yield BLANK


def _vote_words(value: int | Recommendation) -> str:
    return value.replace("_", " ") if isinstance(value, Recommendation) else str(value)


def _decision(debrief: Debrief) -> Iterator[Paragraph]:
    yield from heading("Decision")
    decision = debrief.panel.decision
    if decision is None:
        yield Paragraph((Piece("none yet", "muted"),), (Piece("  "),))
    else:
        outcome = decision.outcome.replace("_", " ")
        yield Paragraph(
            (Piece(outcome, "strong"), Piece(f"  by {person(debrief, decision.by)}", "muted")), (Piece("  "),)
        )
        if decision.reason:
            yield Paragraph((Piece(decision.reason),), (Piece("  "),))
    said = {row.panelist for row in debrief.panel.dissents}
    for row in debrief.panel.dissents:
        yield Paragraph(
            (Piece(row.text),), (Piece(f"  ≠ {person(debrief, row.panelist)} sees it differently: ", "warning"),)
        )
    for panelist in debrief.panel.dissenters:
        if panelist not in said:
            yield Paragraph((Piece(f"{person(debrief, panelist)} voted otherwise"),), (Piece("  ≠ ", "warning"),))


def _name(debrief: Debrief, panelist: str, width: int) -> Piece:
    return Piece("  " + fitted(person(debrief, panelist), min(26, width // 2)))
