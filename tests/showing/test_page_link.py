"""What is said of a page: who can see it and what it shows; its link also as a code for a telephone."""

import pytest
import segno

from facilitator.showing.page_link import page_told, page_words, qr_rows, told_at_the_start
from facilitator.workspace.services.page import PageTrouble, Served

LINK = "http://192.168.178.123:54321/2o4htdicvxzv4yeluwn2puieny/"
PRIVATE = Served(LINK, is_private=True)
OPEN = Served(LINK, is_private=False, watching=1)


def in_use() -> Served:
    raise PageTrouble("Port 80 is in use.")


def test_it_is_said_plainly_who_can_see_it():
    assert page_words(PRIVATE)[0] == "Only this computer can open it."
    assert page_words(OPEN)[0].startswith("Whoever can reach this computer and has the link can open it.")


@pytest.mark.parametrize(
    ("watching", "said"), [(0, "Nobody follows"), (1, "One browser follows"), (12, "12 browsers follow")]
)
def test_it_is_said_how_many_follow_it(watching: int, said: str):
    assert page_words(OPEN._replace(watching=watching))[-1].startswith(said)


def test_its_link_is_told_to_whoever_asks_and_no_more_than_that_it_is_there_at_the_start():
    assert page_told(lambda: PRIVATE).split("\n")[0] == LINK
    assert told_at_the_start(lambda: PRIVATE) == "The page for the room is open: /page shows its link."


def test_what_is_wrong_is_told_instead():
    assert page_told(in_use) == "Port 80 is in use."
    assert told_at_the_start(in_use) == "There is no page for the room: Port 80 is in use."
    assert page_told(None) == "There is no page here."


@pytest.mark.parametrize("light", [False, True])
def test_the_code_has_the_modules_of_the_link_and_a_border(light: bool):
    ink, none = (False, True) if light else (True, False)
    drawn = []
    for row in qr_rows(LINK, light):
        drawn.append([ink if mark in "█▀" else none for mark in row])
        drawn.append([ink if mark in "█▄" else none for mark in row])
    code = segno.make(LINK.upper(), error="l", micro=False, boost_error=False)
    wanted = [[bool(module) for module in row] for row in code.matrix_iter(border=2)]
    assert drawn[: len(wanted)] == wanted
    assert drawn[len(wanted) :] in ([], [[False] * len(wanted[0])])


def test_the_code_of_a_long_link_has_room_on_a_small_screen():
    rows = qr_rows(LINK)
    assert (len(rows), len(rows[0])) == (17, 33)
