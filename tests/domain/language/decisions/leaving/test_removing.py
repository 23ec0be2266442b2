"""Taking somebody off the panel: with all their devices, or one of them."""

import pytest

from facilitator.domain.facts.kinds.panel import DeviceRemoved, Role
from facilitator.domain.language.decision import Refusal
from tests.conducting.panels import Panel
from tests.domain.language.answers import answer
from tests.domain.language.decisions.test_whose_clock import refused


def test_alone_there_is_nobody_to_remove():
    assert answer("0:00 /start", "1:00", "/remove bo") == "There is one device, and nobody to remove."


def test_it_is_asked_about_first():
    panel = Panel()
    panel.join("bo")
    decision = panel.host.conductor.decide("/remove bo")
    assert decision.doubt.startswith("This takes Bo Ek (b) off the panel: from then on their device can't read what")
    assert decision.sure == "to remove them"


def test_a_panelist_goes_with_all_their_devices():
    panel = Panel()
    one, other = panel.join("bo"), panel.join("bo")
    decision = panel.host.conductor.decide("/remove bo")
    assert decision.facts == (DeviceRemoved(device=one.name), DeviceRemoved(device=other.name))
    assert "their 2 devices" in decision.doubt


def test_a_letter_means_one_device():
    panel = Panel()
    panel.join("bo")
    other, watcher = panel.join("bo"), panel.join("", Role.OBSERVER)
    assert panel.host.conductor.decide("/remove C").facts == (DeviceRemoved(device=other.name),)
    assert panel.host.conductor.decide("/remove d").facts == (DeviceRemoved(device=watcher.name),)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("/remove", "Who? /remove and a panelist, or the letter of a device, as in the names of its notes (b1, b2)."),
        ("/remove ann", "You can't remove yourself. /remove and a letter removes another device of yours."),
        ("/remove cy", "Cy Roy has no device on the panel."),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(line, why):
    panel = Panel()
    panel.join("bo")
    assert refused(panel.host, line) == why


def test_only_whoever_has_the_clock_may():
    panel = Panel()
    bo = panel.join("bo")
    with pytest.raises(Refusal, match="Ann Lee has the clock, and only they remove somebody"):
        bo.conductor.decide("/remove ann")


def test_whoever_is_gone_isnt_offered_again():
    panel = Panel()
    panel.join("bo")
    panel.host.type("/remove bo")
    assert refused(panel.host, "/remove bo") == "Bo Ek has no device on the panel."
