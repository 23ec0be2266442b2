"""Facts about questions: how far they got, and who is to ask them."""

from facilitator.domain.facts.fact import Fact
from facilitator.domain.facts.status import Status


class QuestionMarked(Fact, frozen=True):
    """`panelist` brought the question to `status`."""

    question: str
    panelist: str
    status: Status
    reason: str = ""


class QuestionHandedOff(Fact, frozen=True):
    question: str
    panelist: str
