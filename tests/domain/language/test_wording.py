"""Every fact that can be taken back has its own words for it."""

from typing import get_args

import pytest

from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.newer import NewerFact
from facilitator.domain.facts.kinds.questions import QuestionHandedOff, QuestionMarked
from facilitator.domain.facts.kinds.ratings import CompetencyRated
from facilitator.domain.facts.kinds.running import FloorTaken, SegmentSkipped, SegmentStarted, TimeAdded
from facilitator.domain.facts.kinds.session import Revoked
from facilitator.domain.facts.status import Status
from facilitator.domain.language.wording import described
from facilitator.domain.session.fold import PERMANENT
from tests.domain.interviews import Room, agenda, ask, part

PLAN = agenda(
    part("Opening", "5m", questions=[ask("aims", must=True)]),
    part("Talk", "10m", at_least="4m", questions=[ask("slip", owner="bo")]),
)
ENDED = "0:00 /start\n9:00 /end\n"


def test_every_fact_that_can_be_taken_back_has_words():
    undone_otherwise = {Revoked, NewerFact, *PERMANENT}  # these are never the last thing done
    assert set(get_args(AnyFact)) - undone_otherwise <= described.registry.keys()


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("0:00 /start", "start of “Opening”"),
        ("0:00 /start\n1:00 /skip 2", "“Talk” skipped"),
        ("0:00 /start\n1:00 /skip", "“Opening” skipped, start of “Talk”"),
        ("0:00 /start\n1:00 /pause\n2:00 /next", "the end of the pause, start of “Talk”"),
        ("0:00 /start\n1:00 /add 2m", "2:00 more for “Opening”"),
        ("0:00 /start\n1:00 /trim 90s", "1:30 less for “Opening”"),
        ("0:00 /start\n6:00 /next\n6:30 /late 1m", "the moved start of “Talk”"),
        ("0:00 /start\n6:30 /pause 10:01-10:05", "the pause 10:01-10:05"),
        ("0:00 /start\n6:00 /pause\n300:00 /resume", "the start of a new sitting"),
        ("0:00 /start\n8:00 /recover late", "the choice to run late"),
        ("0:00 /start\n1:00 /pause", "the pause"),
        ("0:00 /start\n1:00 /pause\n2:00 /resume", "the end of the pause"),
        (ENDED, "the end of the interview"),
        ("0:00 /start\n1:00 /floor bo", "the floor for Bo Ek"),
        ("0:00 /start\n1:00 /floor them", "the floor for the candidate"),
        ("0:00 /start\n1:00 /floor bo\n2:00 /floor off", "the end of the speaker clock"),
        ("0:00 /start\n1:00 /cover 2 by bo", "q2 covered by Bo Ek"),
        ("0:00 /start\n1:00 /handoff 2 ann", "q2 to Ann Lee"),
        ("0:00 + said so", "note “said so”"),
        ("0:00 said so\n1:00 /edit 1 said otherwise", "the change to “said otherwise”"),
        ("0:00 said so\n1:00 /file 1 q2", "the filing of n1"),
        ("0:00 said so\n1:00 /strike 1", "the striking of n1"),
        ("0:00 /start\n1:00 /rate craft 4 by bo", "Bo Ek's 4 strong for Craft"),
        ("0:00 /start\n1:00 /recommend strong_yes", "Ann Lee's recommendation, strong yes"),
        ("0:00 /with Eva Holm", "the name Eva Holm"),
        ("0:00 /them Why now?", "their question “Why now?”"),
        ("0:00 /them Why now?\n1:00 /edit t1 Why then?", "the change to their question “Why then?”"),
        ("0:00 /them Why now?\n1:00 /strike t1", "the striking of t1"),
        ("0:00 /them Why now?\n1:00 /answered 1", "t1 answered by Ann Lee"),
        ("0:00 /them Why now?\n1:00 /owed 1 by bo", "t1 owed by Bo Ek"),
        (ENDED + "9:10 /vote no by bo", "Bo Ek's vote, no"),
        (ENDED + "9:10 /decide yes", "the panel's decision"),
        (ENDED + "9:10 /dissent by bo too early", "Bo Ek's dissent"),
    ],
)
def test_undo_says_what_it_took_back(script: str, expected: str):
    room = Room(PLAN, script)
    assert room.conductor.submit("/undo").said == f"Undone: {expected}."


NOWHERE = (
    SegmentStarted(segment="nowhere"),
    SegmentSkipped(segment="nowhere"),
    TimeAdded(segment="nowhere", seconds=60),
    QuestionMarked(question="none", panelist="nobody", status=Status.ASKED),
    QuestionHandedOff(question="none", panelist="nobody"),
    CompetencyRated(competency="none", panelist="nobody", rating=3),
    FloorTaken(holder="nobody"),
    NewerFact(),
    Revoked(group="none"),
)


@pytest.mark.parametrize("fact", NOWHERE, ids=lambda fact: type(fact).__name__)
def test_whatever_a_fact_names_there_are_words_for_it(fact):
    assert described(fact, Room(PLAN).session)
