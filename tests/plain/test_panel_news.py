"""What is told unasked of the panel, each thing once and no more than a glance would show."""

from typing import cast

import pytest

from facilitator.plain.panel_news import BACK, TOLD_AFTER_SECONDS, PanelNews
from facilitator.sharing.right_now.backstage import Aside
from facilitator.showing.panel_words import OFFLINE, OFFLINE_LOOKING_ON
from facilitator.workspace.shared.shared_session import SharedSession
from tests.ui.sessions import NORMAL
from tests.ui.shared_sessions import SharedInMemory, shared_sample


@pytest.fixture
def shared() -> SharedInMemory:
    return SharedInMemory()


def told(news: PanelNews, shared: SharedInMemory) -> list[str]:
    return list(news.lines(shared.conductor.session, shared.conductor.now()))


def test_what_was_told_backstage_comes_before_what_the_devices_have_to_tell(shared):
    shared.told.append("Bo has joined.")
    shared.asides.append(Aside(shared.bo.name, 0, True, "2 min to wrap"))
    news = PanelNews(cast(SharedSession, shared))
    assert told(news, shared) == ["Bo Ek to all: 2 min to wrap", "Bo has joined."]
    assert told(news, shared) == []


def test_that_one_is_offline_and_connected_again_is_told_once(shared):
    news = PanelNews(cast(SharedSession, shared))
    shared.changes = {"trouble": "It is down.", "down_since": shared.conductor.now()}
    assert told(news, shared) == []
    shared.panel.wait(TOLD_AFTER_SECONDS)
    assert told(news, shared) == [OFFLINE]
    assert told(news, shared) == []
    shared.changes = {}
    assert told(news, shared) == [BACK]
    assert told(news, shared) == []


def test_whoever_looks_on_is_not_told_that_anything_of_theirs_is_kept():
    shared = shared_sample(NORMAL)
    shared.device, news = "dana", PanelNews(cast(SharedSession, shared))
    now = shared.conductor.now()
    shared.changes = {"trouble": "It is down.", "down_since": now - TOLD_AFTER_SECONDS * 1000}
    assert list(news.lines(shared.conductor.session, now)) == [OFFLINE_LOOKING_ON]


def test_a_connection_that_is_back_at_once_is_not_told_of(shared):
    news = PanelNews(cast(SharedSession, shared))
    shared.changes = {"trouble": "It is down.", "down_since": shared.conductor.now()}
    told(news, shared)
    shared.changes = {}
    assert told(news, shared) == []
