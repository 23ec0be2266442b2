"""A slow and simple model of people and marks: it plays facts one by one and keeps nothing but lists.

What it is asked, it works out anew.
"""

from facilitator.domain.facts.fact import Fact
from facilitator.domain.facts.kinds.people import PanelistAbsent, PanelistArrived, StandInNamed
from facilitator.domain.facts.kinds.questions import QuestionHandedOff, QuestionMarked
from facilitator.domain.facts.kinds.ratings import ScorecardSealed
from facilitator.domain.facts.status import Status
from facilitator.domain.plan.agenda import Agenda, Question
from facilitator.domain.questions.coverage import Covered
from facilitator.domain.questions.participation import missing_from
from facilitator.domain.session.state import Session


class People:
    """Who is there, and what is whose. `panel` is in the order in which they came; `came` says when, if later."""

    def __init__(self, agenda: Agenda) -> None:
        self.panel = [panelist.id for panelist in agenda.panel]
        self.shadows = {panelist.id for panelist in agenda.panel if panelist.shadow}
        self.there = {*self.panel}
        self.came: dict[str, int] = {}
        self.for_whom: dict[str, str] = {}
        self.handed: dict[str, str] = {}
        self.marks: list[tuple[int, str, str, Status]] = []
        self.cards: set[str] = set()

    def raters(self) -> list[str]:
        return [who for who in self.panel if who in self.there and who not in self.shadows]

    def play(self, place: int, fact: Fact) -> None:
        match fact:
            case PanelistArrived(panelist=who, name=name):
                if who not in self.there and (name or who in self.panel):
                    self.panel += [] if who in self.panel else [who]
                    self.there.add(who)
                    self.came[who] = place
            case PanelistAbsent(panelist=who):
                if who in self.panel and self.raters() != [who]:
                    self.there.discard(who)
            case StandInNamed(panelist=who, absent=absent):
                if who in self.raters() and absent in self.panel and absent not in self.there:
                    self.for_whom[absent] = who
            case QuestionMarked(question=question, panelist=who, status=status):
                self.marks += [(place, question, who, status)] if who in self.panel else []
            case QuestionHandedOff(question=question, panelist=who):
                self.handed |= {question: who} if who in self.panel else {}
            case ScorecardSealed(panelist=who):
                self.cards |= {who} & {*self.panel}

    def owner(self, question: Question) -> str | None:
        who = self.handed.get(question.id, question.owner)
        return who and (self.acting(who) or self.acting(question.backup))

    def acting(self, who: str | None) -> str | None:
        for _ in self.panel:
            if who is None or who in self.there:
                return who
            who = self.for_whom.get(who)
        return None

    def latest(self, question: str) -> dict[str, Status]:
        return {who: status for _, marked, who, status in self.marks if marked == question}

    def awaited(self, question: str) -> list[str]:
        """Whoever is there has to cover it, but for who came when all who were there before had covered it."""
        covered = {who: place for place, marked, who, _ in self.marks if marked == question}
        covered = {who: covered[who] for who, status in self.latest(question).items() if status is Status.COVERED}
        needed: list[str] = []
        for who in sorted(self.raters(), key=lambda rater: self.came.get(rater, -1)):
            is_done = needed and all(covered.get(one, 99) < self.came.get(who, -1) for one in needed)
            needed += [] if is_done else [who]
        return [who for who in self.raters() if who in needed]


def check_row(session: Session, row: Covered, model: People) -> None:
    """Compare a row of the coverage with what the model says of the question."""
    latest, everyone = model.latest(row.question.id), row.question.each
    awaited = model.awaited(row.question.id) if everyone else []
    assert row.owner == model.owner(row.question), model.marks
    assert list(row.awaited) == awaited, model.marks
    acts_for_another = row.owner != model.handed.get(row.question.id, row.question.owner)
    is_settled = row.status in (Status.COVERED, Status.DROPPED)
    owners = [] if row.owner is None or (acts_for_another and is_settled) else [row.owner]
    planned = awaited if everyone else owners
    assert row.by == dict.fromkeys(planned, Status.PLANNED) | latest, model.marks
    missing = [who for who in awaited if latest.get(who) is not Status.COVERED and row.status is not Status.DROPPED]
    assert [panelist.id for panelist in missing_from(session, row)] == missing, model.marks
    if row.status is not Status.DROPPED and Status.COVERED in latest.values():
        assert row.status is (Status.PARTLY if missing else Status.COVERED), model.marks
