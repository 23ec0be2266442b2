"""How facts become events, alone and on a panel."""

from itertools import count

import pytest

from facilitator.conducting.sealing.signing import Signer
from facilitator.conducting.stamping import Stamper
from facilitator.domain.facts.event import Author, Stamp
from facilitator.domain.facts.identity import event_id
from facilitator.domain.facts.kinds.notes import NoteTaken
from facilitator.domain.facts.kinds.running import InterviewPaused, InterviewResumed
from facilitator.domain.facts.packet import Packet
from facilitator.domain.language.decision import Refusal
from facilitator.domain.session.fold import fold
from tests.conducting.packed_panels import KEY, PANEL, PackedPanel, secret
from tests.domain.session.panels import OPENED

SESSION = fold((OPENED,))
LAST = Stamp(1000, 4, Author("bo", "tablet"))
FACTS = (InterviewPaused(), InterviewResumed())


def numbers():
    return map(str, count(1)).__next__


def test_alone_ids_are_given_and_stamps_count_on():
    first, second = Stamper("laptop", numbers()).events(FACTS, "s", LAST, "ann", now=900, at=800)
    assert (first.id, second.id, first.group, second.group) == ("1", "2", "1", "1")
    assert (first.stamp, second.stamp) == (
        Stamp(1000, 5, Author("ann", "laptop")),
        Stamp(1000, 6, Author("ann", "laptop")),
    )
    assert (first.at, second.at, first.session, second.fact) == (800, 800, "s", FACTS[1])


def test_it_happened_now_unless_another_time_is_given():
    (event,) = Stamper("laptop", numbers()).events(FACTS[:1], "s", LAST, "ann", now=2000)
    assert (event.at, event.stamp) == (2000, Stamp(2000, 0, Author("ann", "laptop")))


def test_on_a_panel_ids_are_computed():
    events = Stamper("laptop", numbers(), seat="ann").events(FACTS, "s", LAST, "ann", now=900)
    assert [event.id for event in events] == [event_id(event.stamp) for event in events]
    assert {event.group for event in events} == {events[0].id}
    assert LAST < events[0].stamp < events[1].stamp


def test_an_id_that_isnt_up_to_the_device_is_that_of_the_first():
    events = Stamper("laptop", numbers(), seat="ann").events(FACTS, "s", LAST, "ann", 900, first_id="auto")
    assert (events[0].id, events[0].group, events[1].group) == ("auto", "auto", "auto")
    assert events[1].id == event_id(events[1].stamp)


def test_two_runs_from_one_backup_make_no_id_twice():
    """Even if both go on from the stamp of somebody whose clock is ahead, and so count on from there."""
    runs = (Stamper("laptop", iter([name]).__next__, seat="ann") for name in ("before", "after"))
    ids = []
    for run in runs:
        last = LAST
        for number in range(50):
            (event,) = run.events((NoteTaken(text=str(number)),), "s", last, "ann", now=900 + number * 3)
            ids.append(event.id)
            last = event.stamp
    assert len(set(ids)) == 100


def test_with_a_signer_a_command_is_kept_as_a_packet_behind_the_last_one():
    signer = Signer(secret("ann"), PANEL)
    stamper = Stamper(signer.device, numbers(), "ann", signer)
    (first,) = stamper.recorded(FACTS, SESSION, LAST, "ann", now=900, at=800)
    assert isinstance(first, Packet)
    assert [event.fact for event in first.events] == list(FACTS)
    again = Stamper(signer.device, numbers(), "ann", Signer(secret("ann"), PANEL))
    again.go_on_behind([*first.events, first])
    (second,) = again.recorded(FACTS, SESSION, LAST, "ann", now=901, at=901)
    assert isinstance(second, Packet)
    assert (second.seq, second.head.previous) == (2, first.id)
    assert again.recorded((), SESSION, LAST, "ann", now=902, at=902) == ()


@pytest.mark.parametrize("keeps_notes", [False, True])
def test_a_paste_of_60000_characters_goes_and_what_is_too_large_is_refused_before_it_is_kept(keeps_notes):
    panel = PackedPanel(keeps_notes=keeps_notes)
    ann = panel.host
    packet = ann.type("面" * 60_000)
    assert KEY.packet(KEY.frame(packet)) == packet
    before = tuple(ann.log.kept)
    with pytest.raises(Refusal, match="on its way to the others, and 255 are the most"):
        ann.type("\U0001f600" * 90_000)
    assert tuple(ann.log.kept) == before
    assert ann.type("a short note").head.previous == packet.id
