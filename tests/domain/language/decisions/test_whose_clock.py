"""Handing the clock over, and taking it."""

from contextlib import suppress

import pytest

from facilitator.domain.language.commands import COMMANDS
from facilitator.domain.language.decision import Refusal, Situation
from tests.conducting.panels import Device, Panel
from tests.domain.language.answers import answer


def refused(device: Device, line: str) -> str:
    with pytest.raises(Refusal) as refusal:
        device.type(line)
    return str(refusal.value)


@pytest.mark.parametrize("line", ["/clock bo", "/clock me", "/clock"])
def test_alone_there_is_nothing_to_hand_over(line: str):
    assert answer("0:00 /start", "1:00", line) == (
        "There is one device, and the clock is here. /handoff q3 bo hands over a question."
    )


def test_its_owner_hands_it_over_and_no_longer_runs_it():
    panel = Panel()
    bo = panel.join("bo")
    assert panel.host.type("/clock bo") == "Bo Ek has the clock."
    panel.exchange()
    assert bo.type("/start") == "Now: Opening."
    panel.exchange()
    assert refused(panel.host, "/next") == "Bo Ek has the clock. /clock me takes it."


def test_whoever_rates_takes_it():
    panel = Panel()
    bo = panel.join("bo")
    assert bo.type("/clock me") == "You have the clock; Ann Lee had it. /clock ann gives it back."
    panel.exchange()
    assert panel.host.session.clock_owner == "bo"


def test_what_makes_no_sense_says_what_does():
    panel = Panel()
    bo = panel.join("bo")
    assert refused(panel.host, "/clock me") == "You already have the clock."
    assert refused(bo, "/clock ann") == "Ann Lee already has the clock."
    assert refused(bo, "/clock cy") == "Ann Lee has the clock, and only they can pass it on. /clock me takes it."
    assert refused(panel.host, "/clock cy") == "They have no device here that could run the clock."
    assert refused(panel.host, "/clock") == "Ann Lee has the clock. Who should have it? /clock me, or a panelist."


def test_handing_off_a_question_never_gives_the_clock_away():
    panel = Panel()
    panel.join("bo")
    for question in range(1, 5):
        if question != 2:
            panel.host.type(f"/handoff {question} bo")
    assert panel.host.session.clock_owner == "ann"


def test_what_can_be_typed_are_those_who_are_there():
    panel = Panel()
    bo = panel.join("bo")
    (who,) = COMMANDS["clock"].arguments

    def offered(device: Device) -> list[str]:
        here = Situation(device.session, 0, device.seat, 0, device=device.name)
        return [choice.text for choice in who.choices(here)]

    assert (offered(panel.host), offered(bo)) == (["bo"], ["ann", "me"])


@pytest.mark.parametrize("begun", ["/handoff", "/hand", "/ha", "/h", "/HANDOFF", "/handof", "/handoff clock", "/h me"])
@pytest.mark.parametrize("rest", ["", " bo", " 1 bo", " bo 1", " clock bo", " me", " q1 to bo", " clock", " 1 me"])
def test_no_slip_in_it_does(begun: str, rest: str):
    panel = Panel()
    bo = panel.join("bo")
    for device in (panel.host, bo):
        with suppress(Refusal):
            device.type(begun + rest)
    panel.exchange()
    assert panel.host.session.clock_owner == "ann"
