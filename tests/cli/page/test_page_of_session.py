"""A page is served at the place that was named, once it is asked for, until the session is left."""

import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from facilitator.cli.errors import WrongInput
from facilitator.cli.page.page_of_session import check_place, serve_page
from facilitator.workspace.running_session import start
from facilitator.workspace.services.page import PageTrouble
from facilitator.workspace.workspace import Workspace
from tests.ui.sessions import small_agenda


@pytest.fixture
def opening(tmp_path: Path):
    return start(Workspace(tmp_path / "data", warn=print), small_agenda(), "", "Robin Reyes", None)


def answers(link: str) -> bool:
    parts = urlsplit(link)
    try:
        socket.create_connection((parts.hostname or "", parts.port or 0), timeout=60).close()
    except OSError:
        return False
    return True


def test_it_is_served_once_until_the_session_is_left(opening):
    with opening as running:
        link = serve_page(running, None).link
        assert serve_page(running, None).link == link
        assert answers(link)
    assert not answers(link)


def test_it_is_served_at_the_place_that_was_named(opening):
    with opening as running:
        assert serve_page(running, "localhost:0").link.startswith("http://localhost:")


def test_where_it_cannot_be_served_it_can_be_tried_again(opening):
    with opening as running, socket.create_server(("127.0.0.1", 0)) as taken:
        place = f":{taken.getsockname()[1]}"
        with pytest.raises(PageTrouble, match="is in use"):
            serve_page(running, place)
        taken.close()
        assert answers(serve_page(running, place).link)


def test_an_agenda_that_was_taken_for_a_place_is_told_where_it_goes():
    check_place("192.168.1.5:8080")
    with pytest.raises(WrongInput, match=r"“vp-sales-final” is not HOST:PORT.*goes before it: AGENDA --page"):
        check_place("vp-sales-final")


def test_a_command_that_takes_no_agenda_says_no_more_than_what_is_wrong():
    with pytest.raises(WrongInput, match=r"port 0 is any free one\.$"):
        check_place("vp-sales-final", is_first=True)
