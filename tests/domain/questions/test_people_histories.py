"""Ten thousand generated histories of people and marks: coverage, owners and missing cards agree with a slow model.

The model plays the facts one by one and keeps nothing but lists; what it is asked, it works out anew. Written by hand
instead of with hypothesis, because it has to be fast. `HISTORIES=100000` in the environment plays more.
"""

import os
from random import Random

import pytest

from facilitator.domain.facts.event import Author, Event, Stamp
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.people import PanelistAbsent, PanelistArrived, StandInNamed
from facilitator.domain.facts.kinds.questions import QuestionHandedOff, QuestionMarked
from facilitator.domain.facts.kinds.ratings import ScorecardSealed
from facilitator.domain.facts.kinds.session import Revoked, SessionOpened
from facilitator.domain.facts.status import Status
from facilitator.domain.panel.missing_cards import missing_cards
from facilitator.domain.plan.agenda import Panelist, Question
from facilitator.domain.questions.coverage import Covered, coverage
from facilitator.domain.questions.participation import missing_from
from facilitator.domain.session.fold import PERMANENT, fold
from facilitator.domain.session.state import Session
from tests.domain.interviews import TEN, agenda, apart_from_redo, ask, part

HISTORIES = int(os.environ.get("HISTORIES", "10000"))
SEEDS = 10
STEPS = (2, 16)

PLAN = agenda(
    part(
        "Talk", "10m", questions=[ask("aims", owner="bo", backup="di"), ask("all", each=True), ask("slip", owner="ann")]
    ),
    panel=(
        Panelist(id="ann", name="Ann Lee", lead=True),
        Panelist(id="bo", name="Bo Ek"),
        Panelist(id="cy", name="Cy Roy", shadow=True),
        Panelist(id="di", name="Di Moss"),
    ),
)
QUESTIONS = [question.id for question in PLAN.questions]
PEOPLE = ["ann", "bo", "cy", "di", "eve", "fay", "zed"]


class Model:
    """The same, played one by one. `panel` is in the order in which people came to it; `came` says when, if later."""

    def __init__(self) -> None:
        self.panel = ["ann", "bo", "cy", "di"]
        self.there = {*self.panel}
        self.came: dict[str, int] = {}
        self.for_whom: dict[str, str] = {}
        self.handed: dict[str, str] = {}
        self.marks: list[tuple[int, str, str, Status]] = []
        self.cards: set[str] = set()

    def raters(self) -> list[str]:
        return [who for who in self.panel if who in self.there and who != "cy"]

    def play(self, place: int, fact) -> None:
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


def fact_of(random: Random) -> AnyFact:
    who, question = random.choice(PEOPLE), random.choice(QUESTIONS)
    return random.choice(
        (
            PanelistArrived(panelist=who, name=random.choice(("", who.title()))),
            PanelistAbsent(panelist=who),
            PanelistAbsent(panelist=who),
            StandInNamed(panelist=who, absent=random.choice(PEOPLE)),
            QuestionMarked(question=question, panelist=who, status=random.choice(list(Status)[1:])),
            QuestionMarked(question="all", panelist=who, status=Status.COVERED),
            QuestionHandedOff(question=question, panelist=who),
            ScorecardSealed(panelist=who, sealed="…"),
        )
    )


def event(number: int, fact: AnyFact) -> Event:
    at, name = TEN + number * 1000, f"e{number:03}"
    return Event(id=name, session="s", stamp=Stamp(at, 0, Author("ann", "i")), at=at, group=name, fact=fact)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_whatever_people_do_the_rest_follows(seed: int):
    random = Random(seed)
    for _ in range(HISTORIES // SEEDS):
        facts = [fact_of(random) for _ in range(random.randint(*STEPS))]
        events = [event(0, SessionOpened(agenda=PLAN)), *(event(number, fact) for number, fact in enumerate(facts, 1))]
        session, model = fold(events), Model()
        for place, fact in enumerate(facts):
            model.play(place, fact)
        assert [panelist.id for panelist in session.plan.panel] == model.panel, facts
        assert [panelist.id for panelist in session.plan.raters] == model.raters(), facts
        waiting = [who for who in model.raters() if who not in model.cards]
        assert [panelist.id for panelist in missing_cards(session)] == waiting, facts
        for row in coverage(session):
            check_row(session, row, model)
        arrived = [*events, *random.choices(events, k=3)]
        random.shuffle(arrived)
        assert fold(arrived) == session
        check_undo(events)


def check_row(session: Session, row: Covered, model: Model) -> None:
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


def check_undo(events: list[Event]) -> None:
    """Taking back the last fact leaves what was before it."""
    *earlier, last = events
    if type(last.fact) not in PERMANENT:
        undone = fold([*events, event(99, Revoked(group=last.group))])
        assert apart_from_redo(undone) == apart_from_redo(fold(earlier))
