"""Who carries the interview, and who hasn't been heard by half time."""

import pytest

from facilitator.conducting.rehearsal import rehearse
from facilitator.domain.facts.status import Status
from facilitator.domain.plan.agenda import Agenda, Competency, Panelist, Question, Segment
from facilitator.domain.questions.coverage import coverage
from facilitator.domain.questions.participation import (
    is_past_half_time,
    missing_from,
    tally_by_competency,
    tally_by_panelist,
    unheard,
    unheard_at_half_time,
)

AGENDA = Agenda(
    title="Final round",
    panel=(
        Panelist(id="ceo", name="Ann Lee", lead=True),
        Panelist(id="cfo", name="Bo Ek"),
        Panelist(id="cto", name="Cy Oh"),
        Panelist(id="new", name="Di Poe", shadow=True),
    ),
    competencies=(Competency(id="pipeline", name="Pipeline"), Competency(id="people", name="People")),
    segments=(
        Segment(
            id="one",
            title="One",
            length_seconds=600,
            questions=(
                Question(id="deals", ask="Which deals?", competency="pipeline", owner="ceo", number=1),
                Question(id="team", ask="Which team?", competency="people", owner="cfo", number=2),
                Question(id="why", ask="Why us?", competency="people", each=True, number=3),
            ),
        ),
    ),
)


def session(*lines: str):
    return rehearse(AGENDA, "\n".join(("00:00 /start", *lines))).session


def counts(tally):
    return {status.value: count for status, count in tally.counts.items() if count}


def test_questions_are_totalled_per_panelist():
    tallies = tally_by_panelist(session("01:00 /cover 1 by ceo", "02:00 /partly 2 by cto", "03:00 /cover 3 by cfo"))
    assert counts(tallies["ceo"]) == {"covered": 1, "planned": 1}
    assert counts(tallies["cfo"]) == {"planned": 1, "covered": 1}
    assert counts(tallies["cto"]) == {"partly": 1, "planned": 1}
    assert counts(tallies["new"]) == {}


def test_questions_are_totalled_per_competency_each_once():
    tallies = tally_by_competency(session("01:00 /cover 1 by ceo", "02:00 /drop 2", "03:00 /cover 3 by cfo"))
    assert counts(tallies["pipeline"]) == {"covered": 1}
    assert counts(tallies["people"]) == {"dropped": 1, "partly": 1}
    assert (tallies["people"].total, tallies["people"].open) == (2, 1)


def test_a_question_for_each_needs_everyone_but_the_shadows():
    state = session("01:00 /cover 3 by cfo", "02:00 /cover 3 by ceo")
    rows = coverage(state)
    assert [panelist.id for panelist in missing_from(state, rows[2])] == ["cto"]
    assert rows[2].status is Status.PARTLY
    assert missing_from(state, rows[0]) == ()


def test_who_owns_unasked_questions_and_has_not_spoken_is_unheard():
    (quiet,) = unheard(session("01:00 a note of the lead"))
    assert (quiet.panelist.id, [question.id for question in quiet.questions]) == ("cfo", ["team"])


@pytest.mark.parametrize(
    "line", ["cfo> a note", "/ask 2 by cfo", "/handoff 2 ceo", "/cover 2 by ceo", "cfo> /them why?", "/cover 3 by cfo"]
)
def test_who_has_spoken_or_has_nothing_left_to_ask_is_not_unheard(line):
    lines = ("01:00 a note", f"02:00 {line}", *(("03:00 /answered 1 by cfo",) if "/them" in line else ()))
    assert unheard(session(*lines)) == ()


def test_the_unheard_are_named_from_half_time_on():
    state = session("01:00 a note of the lead")
    started = state.started_at or 0
    assert not is_past_half_time(state, started + 299_999)
    assert unheard_at_half_time(state, started + 299_999) == ()
    assert [quiet.panelist.id for quiet in unheard_at_half_time(state, started + 300_000)] == ["cfo"]


def test_there_is_no_half_time_before_the_start_and_after_the_end():
    assert not is_past_half_time(session("09:00 /end"), 10**15)
