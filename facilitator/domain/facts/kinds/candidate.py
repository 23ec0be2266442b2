"""Facts about the candidate: their name, and their own questions."""

from facilitator.domain.facts.fact import Fact


class CandidateNamed(Fact, frozen=True):
    """The candidate's name was given; at the opening it may have been missing or wrong."""

    name: str


class CandidateAsked(Fact, frozen=True):
    """The candidate asked a question of their own. `number` is the one that its device gave it, as with notes."""

    text: str
    number: int = 0


class CandidateQuestionReworded(Fact, frozen=True):
    """A question of the candidate was put in other words; `item` is the id of the event that recorded it."""

    item: str
    text: str


class CandidateQuestionStruck(Fact, frozen=True):
    """A question of the candidate was struck: it no longer counts."""

    item: str


class CandidateAnswered(Fact, frozen=True):
    """`panelist` answered a question of the candidate; `item` is the id of the event that recorded it."""

    item: str
    panelist: str


class AnswerOwed(Fact, frozen=True):
    item: str
    panelist: str
    due: str = ""
