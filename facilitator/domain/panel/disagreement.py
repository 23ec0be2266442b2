"""Where a panel disagrees, and which way it leans: plain figures that decide nothing.

They are the range and the mean difference of pairs, which anyone can recompute; kappa or alpha would need
many panels.

Scales may have any number of points, so a range is compared by its share of the scale: one point of two is as far
apart as four of five. Ratings are wide apart from half of the scale on, which is two points of today's five.
"""

from itertools import combinations

from msgspec import Struct

from facilitator.domain.facts.kinds.meeting import Outcome
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.session.state import Session

WIDE_SHARE = 0.5
MIDDLE = Recommendation.NO_DECISION.score


class Disagreement(Struct, frozen=True):
    """The ratings of one competency, by panelist id in the order of the panel.

    `spread` is the largest minus the smallest, in points, and `share` the same as a share of its scale (0 to 1);
    `pairwise` is the mean difference between any two, in points, 0 for fewer.
    """

    competency: str
    ratings: dict[str, int]
    mean: float
    spread: int
    pairwise: float
    share: float

    @property
    def is_wide(self) -> bool:
        """Whether the ratings lie at least half of the scale apart."""
        return self.share >= WIDE_SHARE


class Ballot(Struct, frozen=True):
    """What the panelists recommend, by panelist id in the order of the panel; a second vote replaces the first.

    `mean` goes from 1 (strong_no) to 5 (strong_yes) and is None without a vote. `leans` is None then too, and if the
    mean is right in the middle.
    """

    votes: dict[str, Recommendation]
    mean: float | None
    spread: int
    leans: Outcome | None


def disagreements(session: Session) -> tuple[Disagreement, ...]:
    """Return every rated competency, the most disputed first: by range, then by the mean difference of pairs.

    Both count as shares of the competency's scale.
    """
    rows = []
    for competency in session.plan.competencies:
        ratings = {
            panelist.id: rating.rating
            for panelist in session.plan.panel
            if (rating := session.ratings.get((panelist.id, competency.id)))
        }
        if ratings:
            scores, scale = list(ratings.values()), session.plan.scale_of(competency.id)
            spread, pairwise = _spread(scores), _pairwise(scores)
            row = Disagreement(competency.id, ratings, _mean(scores), spread, pairwise, scale.share(spread))
            rows.append((row, scale.share(pairwise)))
    return tuple(row for row, _ in sorted(rows, key=lambda each: (-each[0].share, -each[1])))


def ballot(session: Session) -> Ballot:
    """Return where the panel stands now."""
    standing = {**session.recommendations, **session.votes}
    votes = {panelist.id: standing[panelist.id] for panelist in session.plan.panel if panelist.id in standing}
    scores = [vote.score for vote in votes.values()]
    mean = _mean(scores) if scores else None
    return Ballot(votes, mean, _spread(scores), None if mean is None else _direction(mean))


def differs(session: Session, outcome: Outcome) -> bool:
    """Whether a decision differs from the way that the mean of the votes leans; never if it leans nowhere."""
    leans = ballot(session).leans
    return leans is not None and leans is not outcome


def dissenters(session: Session) -> tuple[str, ...]:
    """Return the ids of the panelists whose vote points away from the decision, or who voiced a dissent."""
    if session.decision is None:
        return ()
    said = {dissent.panelist for dissent in session.dissents}
    against = {Outcome.YES: Outcome.NO, Outcome.NO: Outcome.YES}.get(session.decision.outcome)
    votes = ballot(session).votes
    return tuple(
        panelist.id
        for panelist in session.plan.panel
        if panelist.id in said
        or (panelist.id in votes and against is not None and _direction(votes[panelist.id].score) is against)
    )


def _direction(score: float) -> Outcome | None:
    return Outcome.YES if score > MIDDLE else Outcome.NO if score < MIDDLE else None


def _spread(scores: list[int]) -> int:
    return max(scores) - min(scores) if scores else 0


def _pairwise(scores: list[int]) -> float:
    return _mean([abs(one - other) for one, other in combinations(scores, 2)]) if len(scores) > 1 else 0.0


def _mean(scores: list[int]) -> float:
    return sum(scores) / len(scores)
