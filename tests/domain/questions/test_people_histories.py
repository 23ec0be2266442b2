"""Ten thousand generated histories of people and marks: coverage, owners and missing cards agree with a slow model.

Written by hand instead of with hypothesis, because it has to be fast. `HISTORIES=100000` in the environment plays more.
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
from facilitator.domain.plan.agenda import Panelist
from facilitator.domain.questions.coverage import coverage
from facilitator.domain.session.fold import PERMANENT, fold
from tests.domain.interviews import TEN, agenda, apart_from_redo, ask, part
from tests.domain.slow_people import People, check_row

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
        session, model = fold(events), People(PLAN)
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


def check_undo(events: list[Event]) -> None:
    """Taking back the last fact leaves what was before it."""
    *earlier, last = events
    if type(last.fact) not in PERMANENT:
        undone = fold([*events, event(99, Revoked(group=last.group))])
        assert apart_from_redo(undone) == apart_from_redo(fold(earlier))
