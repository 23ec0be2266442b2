"""What comes in about a session counts only if it is whole, signed, and of a device of the panel."""

import time
from unittest.mock import Mock

import msgspec
import pytest

from facilitator.conducting.sealing import signing
from facilitator.conducting.sealing.group_key import GroupKey
from facilitator.conducting.sealing.signing import Signer
from facilitator.domain.facts.kinds.newer import NewerFact
from facilitator.domain.session.privacy.erasures import without_body
from facilitator.sharing import replica as replica_module
from facilitator.sharing.asks import HASHES, HAVE, HEADS, WANTED, frames_in
from facilitator.sharing.heads import Holdings, short_hash
from facilitator.sharing.replica import Replica, ToSay
from facilitator.sharing.transports.transport import CannotAsk
from facilitator.storage.forms.newer import event_in
from tests.conducting.packed_panels import KEY, PANEL, PackedPanel, secret
from tests.conducting.sealing.test_signing import BO, NOTE
from tests.sharing.replicas import replica_of

STRANGER = Signer(secret("stranger"), PANEL)


@pytest.fixture
def panel() -> PackedPanel:
    panel = PackedPanel()
    panel.join("bo")
    panel.exchange()
    return panel


@pytest.fixture
def host(panel) -> Replica:
    return replica_of(panel, panel.host)


@pytest.fixture
def bo(panel) -> Replica:
    return replica_of(panel, panel.devices[1])


def newly_sent(replica: Replica, line: str) -> list[bytes]:
    replica.conductor.submit(line)
    return replica.newly_kept()


def texts(replica: Replica) -> list[str]:
    return sorted(note.text for note in replica.conductor.session.notes.values())


def test_what_no_other_has_shown_to_keep_is_unconfirmed(host, bo):
    before = len(bo.unconfirmed())
    frames = newly_sent(bo, "first") + newly_sent(bo, "second")
    assert bo.unconfirmed()[before:] == frames
    host.take(frames[:1])
    host.newly_kept()
    bo.hear(HEADS, host.heads())
    assert bo.unconfirmed() == frames[1:]


def test_whether_a_hold_keeps_what_was_erased_is_said_with_what_is_kept(panel, host, bo):
    bo.hear(HEADS, host.heads())
    assert not bo.heard[host.device].keeps_erased
    host.conductor.keeps_erased = True
    panel.host.clock.advance(1)
    bo.hear(HEADS, host.heads())
    assert bo.heard[host.device].keeps_erased


def test_it_is_behind_until_it_has_looked_at_what_was_kept(host, bo):
    assert not bo.is_behind
    bo.conductor.submit("a line")
    assert bo.is_behind
    bo.newly_kept()
    assert not bo.is_behind


class TestTaking:
    def test_what_one_keeps_the_other_takes_in(self, host, bo):
        frames = newly_sent(bo, "a note of Bo's")
        assert host.take(frames) == 1
        assert texts(host) == ["a note of Bo's"]
        assert host.newly_kept() == [], "only one's own is sent"

    def test_replayed_frames_are_nothing(self, host, bo):
        frames = newly_sent(bo, "a note")
        assert host.take(frames * 3) == 1
        assert host.take(frames) == 0
        assert bo.take(frames) == 0
        assert len(texts(host)) == 1

    def test_reordered_frames_come_to_the_same(self, host, bo):
        frames = [frame for number in range(5) for frame in newly_sent(bo, f"note {number}")]
        host.take(frames[::-1])
        assert host.conductor.session == bo.conductor.session

    @pytest.mark.parametrize(
        ("frame", "why"),
        [
            (b"", "a newer version sealed it"),
            (b"2something", "a newer version sealed it"),
            (KEY.frame(BO.packed([NOTE]))[:-1], "it was changed"),
            (KEY.frame(BO.packed([NOTE])) + bytes(256 * 1024), "it is too large"),
            (GroupKey("f" * 32).frame(BO.packed([NOTE])), "another key sealed it"),
            (KEY.frame(Signer(secret("bo"), "f" * 32).packed([NOTE])), "it is of another panel"),
            (
                KEY.frame(msgspec.structs.replace(BO.packed([NOTE]), signature=bytes(64))),
                "its signature is not its device's",
            ),
            (KEY.frame(BO.packed([msgspec.structs.replace(NOTE, session="x")])), "it is about another session"),
            (KEY.frame(BO.packed([msgspec.structs.replace(NOTE, id="x", group="x")])), "its ids are not as computed"),
        ],
        ids=range(9),
    )
    def test_forged_foreign_cut_and_oversized_frames_are_refused_with_the_reason(self, host, frame, why):
        before = host.conductor.events
        assert host.take([frame]) == 0
        assert host.refused == {why: 1}
        assert host.conductor.events == before

    def test_what_a_stranger_signed_waits_and_changes_nothing(self, host, panel):
        frame = KEY.frame(STRANGER.packed([NOTE]))
        assert host.take([frame, frame]) == 0
        assert (host.waiting, host.refused) == (1, {})

    def test_what_waits_is_bounded(self, host, monkeypatch):
        packets = [STRANGER.packed([NOTE]) for _ in range(10)]
        monkeypatch.setattr(replica_module, "MOST_WAITING_BYTES", 3 * len(packets[0].body))
        host.take(map(KEY.frame, packets))
        assert host.waiting == 3

    def test_what_is_no_packet_takes_time_in_proportion_however_much_of_it_comes(self, host):
        """Whoever can write to the folder can fill it with what some other key might open."""
        before = time.process_time()
        assert host.take(b"1" + number.to_bytes(24, "big") for number in range(100_000)) == 0
        assert time.process_time() - before < 60, "it would be minutes, were each compared with all"

    def test_it_counts_once_its_device_is_admitted(self, panel, bo):
        cy = panel.join("cy")
        waiting = KEY.frame(cy.type("Cy's note"))
        admission = [KEY.frame(packet) for packet in panel.host.packets]
        assert bo.take([waiting]) == 0
        assert bo.take(admission) == 2
        assert (bo.waiting, texts(bo)) == (0, ["Cy's note"])

    def test_after_a_restart_the_keys_are_known_from_the_journal(self, panel, bo):
        cy = panel.join("cy")
        panel.exchange()
        again = replica_of(panel, panel.devices[1])
        assert again.take([KEY.frame(cy.type("Cy's note"))]) == 1

    def test_what_only_a_newer_version_knows_is_kept_and_passed_on_as_it_was_signed(self, host, bo):
        written = msgspec.json.encode(NOTE).replace(b'"NoteTaken"', b'"NoteSung"')
        event = event_in(written)
        assert event is not None
        packet = BO.packed([event])
        assert host.take([KEY.frame(packet)]) == 1
        host.newly_kept()
        assert any(isinstance(event.fact, NewerFact) for event in host.conductor.events)
        asked = bo.hear("hashes", host.hear("heads", bo.heads()).whisper)
        [frame] = [one for one in host.hear("wanted", asked.whisper).frames if one == KEY.frame(packet)]
        assert bo.take([frame]) == 1
        assert host.conductor.session == bo.conductor.session

    def test_what_an_older_version_kept_and_is_too_large_for_any_way_stays_and_is_told(self, bo, monkeypatch):
        monkeypatch.setattr(signing, "LARGEST_BODY_BYTES", 1 << 20)
        assert newly_sent(bo, "\U0001f600" * 70_000) == []
        assert bo.refused == {"it is too large": 1}
        assert len(texts(bo)) == 1


def healed(one: Replica, other: Replica) -> int:
    """Let two whisper until nothing more is said; return how many packets went."""
    went = 0
    said: list[tuple[Replica, str, bytes]] = [(one, "heads", one.heads()), (other, "heads", other.heads())]
    while said:
        by, kind, whisper = said.pop(0)
        listener = other if by is one else one
        reply = listener.hear(kind, whisper)
        if reply.kind:
            said.append((listener, reply.kind, reply.whisper))
        went += by.take(reply.frames)
        by.newly_kept()
    return went


class TestHealing:
    def test_nothing_is_said_where_two_keep_the_same(self, host, bo):
        assert host.hear("heads", bo.heads()) == ToSay()

    def test_what_each_lacks_it_asks_for_and_gets(self, host, bo):
        for number in range(4):
            newly_sent(bo, f"Bo's {number}")
            newly_sent(host, f"Ann's {number}")
        assert healed(host, bo) == 8
        assert host.conductor.session == bo.conductor.session
        assert healed(host, bo) == 0

    def test_one_gap_costs_one_packet(self, host, bo):
        frames = [frame for number in range(5) for frame in newly_sent(bo, f"note {number}")]
        host.take([*frames[:2], *frames[3:]])
        host.newly_kept()
        assert healed(host, bo) == 1
        assert host.conductor.session == bo.conductor.session

    def test_what_was_asked_of_another_nobody_else_answers(self, panel, host, bo):
        cy = replica_of(panel, panel.join("cy"))
        newly_sent(host, "a note")
        newly_sent(cy, "a note")
        asked = bo.hear("hashes", host.hear("heads", bo.heads()).whisper)
        assert asked.kind == "wanted"
        assert cy.hear("wanted", asked.whisper) == ToSay()
        assert host.hear("wanted", asked.whisper).frames

    def test_what_is_asked_for_a_thousand_times_is_said_once(self, host, bo):
        host.take(newly_sent(bo, "a note"))
        wanted = (host.device, bo.device, {bo.device: [short_hash(bo.conductor.packets[-1])] * 1000})
        assert len(bo.hear("wanted", KEY.whisper("wanted", msgspec.msgpack.encode(wanted))).frames) == 1

    def test_others_pass_on_what_its_device_no_longer_can(self, panel, host, bo):
        cy = panel.join("cy")
        bo.take([KEY.frame(packet) for packet in panel.host.packets])
        bo.take([KEY.frame(cy.type("the last thing that Cy could say"))])
        bo.newly_kept()
        host.newly_kept()
        assert healed(host, bo) >= 1
        assert texts(host) == ["the last thing that Cy could say"]

    @pytest.mark.parametrize(
        ("kind", "data", "why"),
        [
            ("heads", b"no whisper", "a newer version sealed it"),
            ("heads", KEY.whisper("hashes", b""), "it was changed"),
            ("heads", KEY.whisper("heads", b"nonsense"), "it makes no sense"),
            ("heads", KEY.whisper("heads", b"\x92\xb0" + b"\xff" * 16 + b"\x80"), "it makes no sense"),
            ("hashes", KEY.whisper("hashes", b"\x92\xa1x\x80"), "it makes no sense"),
            ("wanted", KEY.whisper("wanted", b"\x90"), "it makes no sense"),
        ],
    )
    def test_whispers_that_make_no_sense_are_passed_over(self, host, kind, data, why):
        assert host.hear(kind, data) == ToSay()
        assert host.refused == {why: 1}

    def test_other_kinds_are_for_others(self, host):
        assert host.hear("typing", KEY.whisper("typing", b"")) == ToSay()


def test_who_has_more_says_so_to_who_has_told_what_it_has_and_then_nobody_says_more(host, bo):
    newly_sent(host, "a note")
    told = host.hear(HASHES, bo.hear(HEADS, host.heads()).whisper)
    assert told.kind == HASHES
    asked = bo.hear(HASHES, told.whisper)
    assert asked.kind == WANTED
    bo.take(frames_in(host.asked(HAVE + host.device, asked.asks[0])))
    bo.newly_kept()
    assert host.hear(HEADS, bo.heads()) == ToSay()


class TestAsked:
    def test_anybody_answers_what_hashes_there_are_and_the_one_who_is_asked_what_it_has(self, host, bo):
        frames = newly_sent(host, "a note")
        hashes = host.asked(HASHES, KEY.whisper(HASHES, b""))
        asks = bo.hear(HASHES, hashes).asks
        assert frames_in(host.asked(HAVE + host.device, asks[0]))[-1] == frames[0]

    @pytest.mark.parametrize("data", [b"", b"noise"])
    def test_what_makes_no_sense_or_is_for_another_gets_no_answer(self, host, bo, data):
        for kind in (HASHES, HAVE + bo.device, "time"):
            with pytest.raises(CannotAsk):
                host.asked(kind, data)
        assert frames_in(host.asked(HAVE + host.device, data)) == []


class TestHearing:
    @pytest.mark.parametrize("said_at", [-1, 1 << 62, 32_503_680_000_000])
    def test_heads_of_an_instant_that_cant_be_are_not_noted(self, host, bo, said_at):
        said = msgspec.msgpack.encode((bo.device, said_at, True, bo.keeps()))
        host.hear(HEADS, KEY.whisper(HEADS, said))
        assert host.heard == {}
        host.hear(HEADS, bo.heads())
        assert host.heard[bo.device].heads == bo.keeps()

    def test_few_strangers_are_listened_to_and_everybody_who_is_on_the_panel(self, host, bo, monkeypatch):
        monkeypatch.setattr(replica_module, "MOST_STRANGERS", 3)
        now = host.conductor.now()
        for number in range(9):
            host.hear(HEADS, KEY.whisper(HEADS, msgspec.msgpack.encode((f"{number:016}", now, False, {}))))
        host.hear(HEADS, bo.heads())
        assert [*host.heard] == [f"{number:016}" for number in range(3)] + [bo.device]

    def test_what_is_packed_wrongly_makes_no_sense(self, host):
        for data in (b"\x92\xb0" + b"\xff" * 16 + b"\x80", b"\x91" * 5000, b""):
            assert host.hear(HASHES, KEY.whisper(HASHES, data)) == ToSay()
        assert host.refused == {"it makes no sense": 3}


def test_a_body_that_is_missing_is_asked_for_and_all_is_looked_at_anew_only_once_it_has_come(host, bo, monkeypatch):
    (frame,) = newly_sent(bo, "a note")
    packet = bo.conductor.packets[-1]
    host.conductor.receive([without_body(packet)])
    host.newly_kept()
    monkeypatch.setattr(replica_module, "Holdings", counted := Mock(wraps=Holdings))
    for _ in range(3):
        newly_sent(host, "meanwhile")
    counted.assert_not_called()
    assert host.keeps()[bo.device] != bo.keeps()[bo.device]
    host.take([frame])
    host.newly_kept()
    counted.assert_called_once_with()
    assert host.keeps()[bo.device] == bo.keeps()[bo.device]
    assert "a note" in texts(host)
