"""Facts about the candidate: their name, and their own questions."""

from facilitator.domain.facts.fact import Fact


class CandidateNamed(Fact, frozen=True):
    """Whom the interview is with; the name at the opening may have been missing, or wrong."""

    name: str


class CandidateAsked(Fact, frozen=True):
    """The candidate asked a question of their own."""

    text: str


class CandidateAnswered(Fact, frozen=True):
    """`item` is the id of the event that recorded the candidate's question."""

    item: str
    panelist: str


class AnswerOwed(Fact, frozen=True):
    item: str
    panelist: str
    due: str = ""
