"""The debrief's part on how the panel makes up its mind: cards, disagreement, votes, the decision.

Separate from the rest of the debrief, which is about the interview. Of a sealed card it only says that it is in.
"""

from typing import Literal

from msgspec import UNSET, Struct, UnsetType, field

from facilitator.domain.debrief.device_rows import DeviceRow, device_rows
from facilitator.domain.facts.kinds.meeting import Outcome
from facilitator.domain.facts.scorecard import Scorecard
from facilitator.domain.facts.signal import Direction, Signal
from facilitator.domain.notes.evidence import unshared_evidence
from facilitator.domain.panel.disagreement import Disagreement, ballot, disagreements, dissenters
from facilitator.domain.panel.missing_cards import was_removed
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.session.card_record import CardRecord, Opening
from facilitator.domain.session.privacy.private_facts import kept_to_themselves
from facilitator.domain.session.state import Session
from facilitator.domain.text.dates import iso_text


class ScorecardRow(Struct, frozen=True, kw_only=True):
    """The state of the card of a panelist who is to rate, or has, with its strengths and concerns once it is open.

    `submitted` says when it was sealed, each time; `changed`, when it was written openly, after the opening; `refused`,
    when something was recorded as theirs that counts for nothing. `original` is the card as it was sealed, if it was
    changed and can be read; with `original_sealed`, it was changed and can't. Nobody waits for the missing card of
    somebody who was `removed` from the panel.
    """

    panelist: str
    state: Literal["missing", "sealed", "open"]
    strengths: str = ""
    concerns: str = ""
    submitted: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    original: Scorecard | None = None
    original_sealed: bool = False
    removed: bool | UnsetType = UNSET

    @property
    def is_awaited(self) -> bool:
        """Whether it may still come."""
        return self.state == "missing" and self.removed is not True


class OpeningRow(Struct, frozen=True, kw_only=True):
    """When and by whom the cards were opened; `reason` is empty if all were in."""

    at: str
    by: str
    reason: str


class ChangeOfMindRow(Struct, frozen=True, kw_only=True):
    """A change of mind after the opening, about a rating (of `competency`) or the recommendation (None).

    Without `before` there was none; or it was `sealed`, on a card that could not be opened.
    """

    at: str
    panelist: str
    competency: str | None
    before: int | Recommendation | None
    after: int | Recommendation
    sealed: bool = False


class MoveRow(Struct, frozen=True, kw_only=True):
    """A vote after discussion that differs from what the panelist stood for before."""

    at: str
    panelist: str
    before: Recommendation
    after: Recommendation


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


class NotesOpenedRow(Struct, frozen=True, kw_only=True):
    """Somebody opened what `panelist` had sealed on a device that got lost, and said why."""

    at: str
    by: str
    panelist: str
    reason: str


class NoteErasedRow(Struct, frozen=True, kw_only=True):
    """Somebody erased a note: `note` is its id, and `called` what it was called; empty if it had been undone before.

    Nothing else is left of it.
    """

    at: str
    by: str
    note: str
    called: str

    @property
    def what(self) -> str:
        """What was erased, in a text: `note n7`, or `an undone note`."""
        return f"note {self.called}" if self.called else "an undone note"


class PanelRows(Struct, frozen=True, kw_only=True):
    """Where the panel stands. In `votes`, a second vote replaces the first.

    `mean` (1 to 5) and `spread` are plain figures about the votes and decide nothing. `card_rules` are those of
    `SessionOpened`. `kept_sealed` says, if anything is, of whom how many notes, and ratings, can't be read here.
    `notes_erased` are the notes that were erased, if any. With `looks_on`, nothing that the panel keeps to itself is
    there, and no card: one that isn't shown can't be called missing. `devices` are those of a panel that has several.
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
    card_rules: int = 1
    moves: tuple[MoveRow, ...] = ()
    kept_sealed: dict[str, int] | UnsetType = UNSET
    notes_opened: tuple[NotesOpenedRow, ...] | UnsetType = UNSET
    notes_erased: tuple[NoteErasedRow, ...] | UnsetType = UNSET
    looks_on: bool | UnsetType = UNSET
    devices: tuple[DeviceRow, ...] | UnsetType = UNSET

    @property
    def is_sealed(self) -> bool:
        """Whether a card that may not be read yet is in, so that nothing can be decided."""
        return self.opening is None and any(card.state == "sealed" for card in self.scorecards)


def panel_rows(session: Session) -> PanelRows:
    """Return how far the panel has got in making up its mind."""
    standing, opened, decision = ballot(session), session.cards_opened, session.decision
    return PanelRows(
        scorecards=_scorecards(session),
        opening=_opening(session, opened) if opened is not None else None,
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
        card_rules=session.card_rules,
        moves=tuple(
            MoveRow(at=_iso(session, move.at), panelist=move.panelist, before=move.before, after=move.after)
            for move in session.moves
        ),
        kept_sealed=kept_to_themselves(session) or UNSET,
        notes_opened=_notes_opened(session) or UNSET,
        notes_erased=_notes_erased(session) or UNSET,
        looks_on=session.looks_on or UNSET,
        devices=device_rows(session) or UNSET,
    )


def _opening(session: Session, opened: Opening) -> OpeningRow:
    return OpeningRow(at=_iso(session, opened.at), by=opened.panelist, reason=opened.reason)


def _notes_erased(session: Session) -> tuple[NoteErasedRow, ...]:
    return tuple(
        NoteErasedRow(at=_iso(session, erased.at), by=erased.by, note=erased.id, called=erased.called)
        for erased in session.erased.values()
    )


def _notes_opened(session: Session) -> tuple[NotesOpenedRow, ...]:
    return tuple(
        NotesOpenedRow(
            at=_iso(session, opening.at),
            by=opening.panelist,
            panelist=session.devices[device].seat,
            reason=opening.reason,
        )
        for device, opening in session.notes_opened.items()
        if opening.reason and device in session.devices
    )


def _scorecards(session: Session) -> tuple[ScorecardRow, ...]:
    if session.looks_on:
        return ()
    submitted = session.sealed_cards.keys() | session.cards.keys() | session.card_records.keys()
    awaited = {panelist.id for panelist in session.plan.raters} if session.cancelled is None else set()
    return tuple(
        _scorecard(session, panelist.id) for panelist in session.plan.panel if panelist.id in submitted | awaited
    )


def _scorecard(session: Session, panelist: str) -> ScorecardRow:
    card = session.cards.get(panelist)
    is_sealed = panelist in session.sealed_cards
    record = session.card_records.get(panelist, CardRecord())
    is_missing = card is None and not is_sealed
    return ScorecardRow(
        panelist=panelist,
        state="missing" if is_missing else "sealed" if card is None else "open",
        removed=(is_missing and was_removed(session, panelist)) or UNSET,
        strengths=card.strengths if card is not None else "",
        concerns=card.concerns if card is not None else "",
        submitted=tuple(_iso(session, sealed.at) for sealed in record.sealed),
        changed=tuple(_iso(session, at) for at in record.changed_at),
        refused=tuple(_iso(session, at) for at in record.refused_at),
        original=record.original if record.original != card else None,
        original_sealed=is_sealed and card is not None,
    )


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
            sealed=mind.is_sealed,
        )
        for mind in session.changes_of_mind
    )


def _iso(session: Session, at: int) -> str:
    return iso_text(session.wall_time(at))
