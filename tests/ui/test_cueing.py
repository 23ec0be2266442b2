"""While the live screen is up, each cue is given once, and what is wrong with one is said."""

import pytest

from facilitator.delivery.cues import Cued
from facilitator.domain.session.state import Session
from facilitator.domain.time import alerts
from facilitator.ui.app import FacilitatorApp, Opened
from tests.ui.sessions import opened, screen_of, small_agenda


class Bells:
    """Counts how often the terminal rings."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.rung = 0
        monkeypatch.setattr(FacilitatorApp, "bell", self._ring)

    def _ring(self) -> None:
        self.rung += 1


@pytest.fixture
def bells(monkeypatch: pytest.MonkeyPatch) -> Bells:
    return Bells(monkeypatch)


@pytest.mark.parametrize(
    ("of_the_agenda", "setting", "rung"),
    [(True, None, 1), (False, None, 0), (False, True, 1), (True, False, 0)],
)
async def test_the_bell_rings_once_as_the_agenda_wants_it_or_the_settings(bells: Bells, of_the_agenda, setting, rung):
    conductor, clock = opened(small_agenda(bell=of_the_agenda))
    app = FacilitatorApp(Opened(conductor), bell=setting)
    async with app.run_test() as pilot:
        conductor.submit("/start")
        clock.advance(485)
        screen_of(app).tick()
        screen_of(app).tick()
        await pilot.pause()
    assert bells.rung == rung


async def test_a_cue_is_given_at_once_when_something_is_done_and_only_once():
    given: list[alerts.Moment] = []

    def cues(before: Session, session: Session, since: int, now: int, bell: bool | None) -> Cued:
        given.extend(alerts.moments(before, session, since, now))
        return Cued(False)

    conductor, clock = opened(small_agenda())
    app = FacilitatorApp(Opened(conductor), cues=cues)
    async with app.run_test() as pilot:
        clock.advance(1)
        await pilot.press(*"/start", "enter")
        await pilot.pause()
        assert given == ["segment"]
        clock.advance(1)
        await pilot.press(*"a note", "enter", *"/next", "enter")
        await pilot.pause()
        assert given == ["segment", "segment"]
        clock.advance(1)
        await pilot.press(*"/end", "enter", "enter")
        await pilot.pause()
    assert given == ["segment", "segment", "end"]


async def test_what_is_wrong_with_a_cue_is_said_as_plain_text():
    conductor, _ = opened(small_agenda())
    troubles = ["The cue at end: [/] is wrong."]
    app = FacilitatorApp(Opened(conductor), cues=lambda *_: Cued(False, troubles.pop() if troubles else ""))
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("a")
        await pilot.press("enter")
        await pilot.pause()
        assert str(app.screen.query_one("Toast").render()) == "The cue at end: [/] is wrong."
