"""A page is served at the place that was named, from the start or when it is asked for, until the session is left."""

import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from facilitator.cli.errors import WrongInput
from facilitator.cli.page.page_option import ONLY_HERE, checked_place, page_of
from facilitator.workspace.running_session import start
from facilitator.workspace.workspace import Workspace
from tests.ui.sessions import small_agenda


@pytest.fixture
def running(tmp_path: Path):
    with start(Workspace(tmp_path / "data", warn=print), small_agenda(), "", "Robin Reyes", None) as opened:
        yield opened


def answers(link: str) -> bool:
    parts = urlsplit(link)
    try:
        socket.create_connection((parts.hostname, parts.port), timeout=5).close()
    except OSError:
        return False
    return True


def test_it_is_served_once_it_is_asked_for_until_the_session_is_left(running):
    with page_of(running, None) as page:
        assert not page.is_wanted
        link = page.open().link
        assert page.open().link == link
        assert answers(link)
    assert not answers(link)


def test_one_that_nobody_asked_for_is_left_without_ado(running):
    with page_of(running, ONLY_HERE) as page:
        assert page.is_wanted


def test_a_place_is_checked_before_anything_is_opened():
    assert checked_place(None) is None
    assert checked_place("192.168.1.5:8080") == "192.168.1.5:8080"


def test_an_agenda_that_was_taken_for_a_place_is_told_where_it_goes():
    with pytest.raises(WrongInput, match=r"“vp-sales-final” is not HOST:PORT.*facilitator run AGENDA --page"):
        checked_place("vp-sales-final")
