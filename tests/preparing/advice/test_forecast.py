"""A forecast says from past interviews how long an agenda would take."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.debrief.timing_rows import KindSeconds
from facilitator.domain.plan.agenda import Agenda
from facilitator.preparing.advice.forecast import FEWEST_SESSIONS, KindForecast, forecast
from tests.agenda_files.reading import agenda_of


def agenda() -> Agenda:
    return agenda_of(
        "title: x\nsegments:\n  - {title: A, length: 40m}\n  - {title: B, kind: workshop, length: 20m}\n", "a.yaml"
    )


def ran(talk: float, workshop: float | None = None) -> dict[str, KindSeconds]:
    """What an interview took that had planned ten minutes of each kind, in shares of the plan."""
    times = {"talk": KindSeconds(600, round(600 * talk))}
    return times if workshop is None else times | {"workshop": KindSeconds(600, round(600 * workshop))}


def test_fewer_than_five_are_too_few():
    expected = forecast(agenda(), [ran(1.2)] * (FEWEST_SESSIONS - 1))
    assert (expected.sessions, expected.median_seconds, expected.late_seconds, expected.by_kind) == (4, None, None, ())


def test_the_median_and_the_80th_percentile_of_the_end():
    past = [ran(talk, 1.0) for talk in (1.0, 1.1, 1.2, 1.3, 2.0)]
    expected = forecast(agenda(), past)
    assert expected.planned_seconds == 3600
    assert expected.median_seconds == 2400 * 1.2 + 1200
    assert expected.late_seconds == 2400 * 1.3 + 1200


def test_each_kind_has_its_own():
    expected = forecast(agenda(), [ran(1.5, 0.5)] * 5)
    assert expected.by_kind == (KindForecast("talk", 2400, 3600), KindForecast("workshop", 1200, 600))


def test_a_kind_that_an_interview_did_not_have_ran_as_all_of_it_did():
    assert forecast(agenda(), [ran(1.5)] * 5).median_seconds == 5400


@given(st.lists(st.floats(0.1, 5), min_size=FEWEST_SESSIONS, max_size=40))
def test_the_late_end_is_never_before_the_median(shares: list[float]):
    expected = forecast(agenda(), [ran(share, share) for share in shares])
    assert expected.median_seconds is not None
    assert expected.late_seconds is not None
    assert expected.median_seconds <= expected.late_seconds


@given(st.integers(FEWEST_SESSIONS, 40))
def test_who_keeps_the_plan_is_expected_to_keep_it(sessions: int):
    expected = forecast(agenda(), [ran(1, 1)] * sessions)
    assert (expected.median_seconds, expected.late_seconds) == (3600, 3600)
