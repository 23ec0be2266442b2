"""The candidate's own questions: what was answered, and what is owed by whom until when."""

import pytest

from facilitator.showing.labels import labels
from facilitator.ui.live.widgets.their_questions import TheirQuestions
from tests.ui.hosting import Host
from tests.ui.sessions import opened, small_agenda


@pytest.fixture
def host() -> Host:
    return Host(TheirQuestions("Their questions"))


@pytest.fixture
def conductor():
    conductor, _ = opened(small_agenda())
    for said in ("/start", "/them Why now?", "/them Who decides?", "/answered 1", "/owed 2 by bo until friday"):
        conductor.submit(said)
    return conductor


@pytest.mark.parametrize(
    ("perspective", "said"),
    [("panel", "Nothing yet. /them keeps what they ask."), ("candidate", "Nothing yet. /them keeps what the employer")],
)
async def test_before_they_asked_it_says_how_to_keep_what_they_ask(host, perspective, said):
    conductor, _ = opened(small_agenda())
    async with host.run() as pilot:
        host.widget.show(conductor.session, labels(perspective))
        await pilot.pause()
        assert " ".join(host.shown).startswith(said)


async def test_each_stands_with_what_became_of_it(host, conductor):
    async with host.run() as pilot:
        host.widget.show(conductor.session, labels("panel"))
        await pilot.pause()
        first, second, *_ = host.shown
        assert first.startswith("● t1 Why now?")
        assert second.startswith("◐ t2 Who decides?")
        assert "Bo Chen" in second


async def test_a_click_on_one_says_which(host, conductor):
    async with host.run() as pilot:
        host.widget.show(conductor.session, labels("panel"))
        await pilot.pause()
        await host.click(pilot, "Who decides?")
    [chosen] = host.heard
    assert chosen.called == "t2"
