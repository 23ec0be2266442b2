"""The page in the real program: open while it runs, whatever is typed meanwhile, and gone with it."""

import re
import socket
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from tests.terminal.program import Spawn, Terminal
from tests.terminal.test_interview import agenda, enter

__all__ = ["agenda"]

LINK = r"http://127\.0\.0\.1:\d+/[a-z2-7]{26}/"


def link_on(terminal: Terminal) -> str:
    found = re.search(LINK, terminal.wait_for(LINK))
    assert found is not None
    return found[0]


def is_free(link: str) -> bool:
    """Whether somebody else could listen there now, as the program would."""
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            other.bind(("127.0.0.1", urlsplit(link).port))
        except OSError:
            return False
    return True


@pytest.mark.parametrize("how", [(), ("--plain",)])
def test_it_is_open_until_the_program_is_left(spawn: Spawn, agenda: Path, how: tuple[str, ...]):
    terminal = spawn("run", agenda, "--candidate", "Robin Reyes", "--page", *how)
    terminal.wait_for("The page for the room is")
    enter(terminal, "/page")
    link = link_on(terminal)
    with urlopen(link, timeout=60) as page:
        assert b"Interview clock" in page.read()
    assert not is_free(link)
    if not how:
        terminal.press("escape")
        terminal.wait_for("/start to begin")
    enter(terminal, "/quit")
    assert terminal.wait_for_exit() == 0
    assert is_free(link)


def test_a_kill_frees_its_port_and_the_interview_is_resumed_there(spawn: Spawn, agenda: Path):
    terminal = spawn("run", agenda, "--candidate", "Robin Reyes", "--page", "--plain")
    terminal.wait_for("The page for the room is")
    enter(terminal, "/page")
    link = link_on(terminal)
    terminal.process.kill(9)
    terminal.wait_for_exit()
    again = spawn("resume", "--plain", "--page", f"127.0.0.1:{urlsplit(link).port}")
    again.wait_for("The page for the room is")
    again.write(b"\x15")  # what may stand there of the line before the kill
    enter(again, "/page")
    assert urlsplit(link_on(again)).port == urlsplit(link).port
    assert link_on(again) != link


def test_a_port_in_use_is_told_and_the_interview_runs_without_a_page(spawn: Spawn, agenda: Path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        place = f"127.0.0.1:{taken.getsockname()[1]}"
        terminal = spawn("run", agenda, "--candidate", "Robin Reyes", "--page", place)
        terminal.wait_for("There is no page for the")
        terminal.wait_for("in use")
        enter(terminal, "/start")
        terminal.wait_for("Now: Welcome")


def test_it_is_opened_by_the_line_too_and_drawn_for_a_telephone(spawn: Spawn, agenda: Path):
    terminal = spawn("run", agenda, "--candidate", "Robin Reyes", "--plain")
    terminal.wait_for("/help lists")
    enter(terminal, "/page")
    link_on(terminal)
    terminal.wait_for("Only this computer can open it")
    enter(terminal, "/qr")
    terminal.wait_for("█ ▄▄▄▄▄ █")


def test_an_agenda_in_its_place_is_told_where_it_goes(spawn: Spawn, agenda: Path):
    terminal = spawn("run", "--page", agenda)
    assert terminal.wait_for_exit() == 2
    assert "is not HOST:PORT" in terminal.text
