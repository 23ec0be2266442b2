"""The debrief's part on how the panel makes up its mind: cards, disagreement, votes, the decision.

Separate from the rest of the debrief, which is about the interview. Of a sealed card it only says that it is in.
"""

from typing import Literal

from msgspec import Struct, field

from facilitator.domain.facts.kinds.meeting import Outcome
from facilitator.domain.facts.signal import Direction, Signal
from facilitator.domain.notes.evidence import unshared_evidence
from facilitator.domain.panel.disagreement import Disagreement, ballot, disagreements, dissenters
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.session.state import Session
from facilitator.domain.text.dates import iso_text


class ScorecardRow(Struct, frozen=True, kw_only=True):
    """The state of the card of a panelist who is to rate, or has, with its strengths and concerns once it is open."""

    panelist: str
    state: Literal["missing", "sealed", "open"]
    strengths: str = ""
    concerns: str = ""


class OpeningRow(Struct, frozen=True, kw_only=True):
    """When and by whom the cards were opened; `reason` is empty if all were in."""

    at: str
    by: str
    reason: str


class ChangeOfMindRow(Struct, frozen=True, kw_only=True):
    """A change of mind after the opening, about a rating (of `competency`) or the recommendation (None)."""

    at: str
    panelist: str
    competency: str | None
    before: int | Recommendation
    after: int | Recommendation


class EvidenceRow(Struct, frozen=True, kw_only=True):
    """Evidence that only one panelist has; `notes` is the id of its note, empty for words beside a rating.

    `signal` is that of the note: a flag speaks against something as well, but is not a concern.
    """

    panelist: str
    text: str
    competency: str | None
    direction: Direction
    notes: tuple[str, ...]
    signal: Signal | None = None


class DissentRow(Struct, frozen=True, kw_only=True):
    at: str
    panelist: str
    text: str


class DecisionRow(Struct, frozen=True, kw_only=True):
    at: str
    by: str
    outcome: Outcome
    reason: str


class PanelRows(Struct, frozen=True, kw_only=True):
    """Where the panel stands. In `votes`, a second vote replaces the first.

    `mean` (1 to 5) and `spread` are plain figures about the votes and decide nothing.
    """

    scorecards: tuple[ScorecardRow, ...]
    opening: OpeningRow | None
    unshared_evidence: tuple[EvidenceRow, ...] = field(name="evidence_of_one")
    disagreements: tuple[Disagreement, ...]
    changes_of_mind: tuple[ChangeOfMindRow, ...]
    votes: dict[str, Recommendation]
    mean: float | None
    spread: int
    decision: DecisionRow | None
    dissenters: tuple[str, ...]
    dissents: tuple[DissentRow, ...]

    @property
    def is_sealed(self) -> bool:
        """Whether a card that may not be read yet is in, so that nothing can be decided."""
        return self.opening is None and any(card.state == "sealed" for card in self.scorecards)


def panel_rows(session: Session) -> PanelRows:
    """Return how far the panel has got in making up its mind."""
    standing, opened, decision = ballot(session), session.cards_opened, session.decision
    return PanelRows(
        scorecards=_scorecards(session),
        opening=(
            None
            if opened is None
            else OpeningRow(at=_iso(session, opened.at), by=opened.panelist, reason=opened.reason)
        ),
        unshared_evidence=_evidence(session),
        disagreements=disagreements(session),
        changes_of_mind=_changes(session),
        votes=standing.votes,
        mean=standing.mean,
        spread=standing.spread,
        decision=(
            None
            if decision is None
            else DecisionRow(
                at=_iso(session, decision.at),
                by=decision.panelist,
                outcome=decision.outcome,
                reason=decision.reason,
            )
        ),
        dissenters=dissenters(session),
        dissents=tuple(
            DissentRow(at=_iso(session, dissent.at), panelist=dissent.panelist, text=dissent.text)
            for dissent in session.dissents
        ),
    )


def _scorecards(session: Session) -> tuple[ScorecardRow, ...]:
    rows = []
    submitted = session.sealed_cards.keys() | session.cards.keys()
    awaited = {panelist.id for panelist in session.plan.raters} if session.cancelled is None else set()
    for panelist in session.plan.panel:
        if panelist.id not in submitted | awaited:
            continue
        card = session.cards.get(panelist.id)
        if card is not None:
            row = ScorecardRow(panelist=panelist.id, state="open", strengths=card.strengths, concerns=card.concerns)
        else:
            state: Literal["sealed", "missing"] = "sealed" if panelist.id in session.sealed_cards else "missing"
            row = ScorecardRow(panelist=panelist.id, state=state)
        rows.append(row)
    return tuple(rows)


def _evidence(session: Session) -> tuple[EvidenceRow, ...]:
    return tuple(
        EvidenceRow(
            panelist=item.panelist,
            text=item.text,
            competency=item.competency,
            direction=item.direction,
            notes=(item.note,) if item.note else (),
            signal=item.signal,
        )
        for item in unshared_evidence(session)
    )


def _changes(session: Session) -> tuple[ChangeOfMindRow, ...]:
    return tuple(
        ChangeOfMindRow(
            at=_iso(session, mind.at),
            panelist=mind.panelist,
            competency=mind.competency,
            before=mind.before,
            after=mind.after,
        )
        for mind in session.changes_of_mind
    )


def _iso(session: Session, at: int) -> str:
    return iso_text(session.wall_time(at))
