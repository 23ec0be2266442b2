"""Which devices a debrief comes from, each up to when: the same, whoever makes it from the same packets."""

import random

import pytest
from msgspec import UNSET

from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.debrief.device_rows import DeviceRow, device_rows
from facilitator.domain.facts.kinds.newer import NewerFact
from facilitator.domain.facts.kinds.notes import FactSealed, NoteErased, NoteTaken
from facilitator.domain.facts.kinds.panel import DeviceAdmitted, DeviceRemoved
from facilitator.domain.facts.kinds.running import ClockAnchored, InterviewEnded, SegmentStarted
from facilitator.domain.facts.kinds.session import Revoked
from facilitator.domain.facts.timeline import Reading
from facilitator.domain.language.decision import Decision
from facilitator.domain.session.fold import fold
from facilitator.domain.session.history import History
from facilitator.domain.session.privacy.erasures import completed
from facilitator.domain.text.dates import from_iso
from facilitator.reports import Options, export_text
from facilitator.storage.journal import MemoryJournal
from tests.conducting.packed_panels import PackedDevice, PackedPanel
from tests.domain.interviews import TEN, Room, agenda, part
from tests.domain.session.panels import PANEL, event

ANCHOR = ClockAnchored(reading=Reading(0, 0, "boot"), reason="")


def until(*events) -> dict[str, int | None]:
    """Of each device by its letter, after how many ms its last event happened."""
    rows = device_rows(fold((*PANEL, *events)))
    return {row.letter: None if row.until is None else from_iso(row.until) - TEN for row in rows}


def test_each_has_the_instant_of_its_last_event():
    assert until(
        event("n", 20, NoteTaken(text="hello"), by="bo"),
        event("m", 40, NoteTaken(text="again"), by="bo"),
        event("k", 30, NoteTaken(text="mine"), by="cy"),
    ) == {"a": 13, "b": 40, "c": 30}


def test_of_a_device_that_was_let_in_nothing_may_have_come_yet():
    assert until() == {"a": 13, "b": None, "c": None}


@pytest.mark.parametrize(
    "fact",
    [
        pytest.param(ANCHOR, id="an anchor of its clock"),
        pytest.param(FactSealed(box="…", number=1), id="what is sealed"),
        pytest.param(NewerFact(), id="what only a newer version knows"),
        pytest.param(Revoked(group="n"), id="what takes something back"),
    ],
)
def test_whatever_a_device_recorded_shows_that_it_was_there(fact):
    assert until(event("n", 20, NoteTaken(text="hello"), by="bo"), event("f", 30, fact, by="bo"))["b"] == 30


def test_what_was_taken_back_was_recorded_all_the_same():
    taken_back = event("n", 20, NoteTaken(text="hello"), by="bo"), event("u", 30, Revoked(group="n"), by="ann")
    assert until(taken_back[0])["b"] == until(*taken_back)["b"] == 20


def test_what_doesnt_count_is_in_no_debrief():
    assert until(event("f", 30, SegmentStarted(segment="one"), by="bo"))["b"] is None


def test_several_devices_of_one_person_are_told_apart():
    second = event("j", 15, DeviceAdmitted(device="bo-2", seat="bo", letter="e"))
    told = until(second, event("n", 20, NoteTaken(text="x"), by="bo"), event("m", 30, ANCHOR, by="bo", device="bo-2"))
    assert (told["b"], told["e"]) == (20, 30)


def test_a_removed_device_says_so_and_is_left_out_if_nothing_of_it_counts():
    before, gone = event("n", 20, NoteTaken(text="x"), by="bo"), event("r", 30, DeviceRemoved(device="bo-1"))
    after = event("m", 40, NoteTaken(text="y"), by="bo")
    kept = next(row for row in device_rows(fold((*PANEL, before, gone, after))) if row.letter == "b")
    assert (kept.removed, kept.until and from_iso(kept.until) - TEN) == (True, 20)
    assert [row.letter for row in device_rows(fold((*PANEL, gone, after)))] == ["a", "c"]


def test_whoever_only_looks_on_recorded_nothing():
    rows = device_rows(fold((*PANEL, event("g", 20, ANCHOR, by="guest"))))
    assert [row.panelist for row in rows] == ["ann", "bo", "cy"]


def test_on_a_single_device_there_is_nothing_to_tell():
    room = Room(agenda(part("Talk", "10m")), "0:00 /start\n1:00 hello")
    value = debrief(room.session, room.at("6:00"))
    assert value.panel.devices is UNSET
    assert room.session.last_at == {}
    assert "devices" not in export_text(value, "json")


def test_it_matters_neither_in_which_order_nor_how_often_events_arrive():
    events = [
        *PANEL,
        event("s", 20, SegmentStarted(segment="one")),
        *(event(f"n{at}", at, NoteTaken(text="x"), by=by) for at, by in ((30, "bo"), (50, "cy"), (60, "bo"))),
        event("r", 70, DeviceRemoved(device="cy-1")),
        event("e", 80, InterviewEnded()),
    ]
    whole, shuffled = device_rows(fold(events)), random.Random(7)
    for _ in range(20):
        arriving = [*events, *shuffled.choices(events, k=4)]
        shuffled.shuffle(arriving)
        history = History.of(arriving[:3])
        for one in arriving[3:]:
            history = history.with_event(one)
        assert device_rows(history.session) == whole


@pytest.fixture
def panel() -> PackedPanel:
    """A panel of three, Ann, Bo and Cy, in an interview that began at ten."""
    panel = PackedPanel()
    panel.join("bo")
    panel.join("cy")
    panel.host.type("/start")
    panel.exchange()
    return panel


def at(panel: PackedPanel, minute: int, device: PackedDevice, line: str) -> None:
    for one in panel.devices:
        one.clock.advance_to(TEN + minute * 60_000)
    device.type(line)


def told_by(device: PackedDevice) -> str:
    return export_text(debrief(device.session, TEN + 3_600_000), "json")


def rows_of(device: PackedDevice) -> list[tuple[str, str | None]]:
    return [(row.letter, row.until and row.until[11:16]) for row in debrief(device.session, TEN).panel.devices or ()]


def test_who_was_cut_off_is_behind_until_it_heals_and_then_all_three_say_the_same(panel):
    ann, bo, cy = panel.devices
    at(panel, 5, bo, "in the dark")
    at(panel, 9, cy, "- late")
    ann.conductor.receive(cy.packets)
    assert rows_of(ann) == [("a", "10:00"), ("b", "10:00"), ("c", "10:09")]
    assert rows_of(bo) == [("a", "10:00"), ("b", "10:05"), ("c", "10:00")]
    at(panel, 10, ann, "/end")
    panel.exchange()
    assert rows_of(bo) == [("a", "10:10"), ("b", "10:05"), ("c", "10:09")]
    assert len({told_by(device) for device in panel.devices}) == 1


def test_a_restored_device_has_what_came_from_both_branches(panel):
    bo, backup = panel.devices[1], MemoryJournal(panel.devices[1].log.kept)
    at(panel, 5, bo, "before the disk broke")
    panel.exchange()
    bo.log = backup
    bo.start_again()
    at(panel, 7, bo, "after it was restored")
    panel.exchange()
    assert dict(rows_of(panel.host))["b"] == "10:07"
    assert len({told_by(device) for device in panel.devices}) == 1


def test_what_a_removed_device_goes_on_with_moves_nothing(panel):
    ann, bo, _ = panel.devices
    at(panel, 5, bo, "the last that counts")
    panel.exchange()
    at(panel, 6, ann, "aside")
    ann.conductor.carry_out(Decision((DeviceRemoved(device=bo.device, through_seq=bo.packets[-1].seq),)))
    at(panel, 7, bo, "much later")
    panel.exchange()
    found = debrief(bo.session, TEN).panel.devices or ()
    assert found[1] == DeviceRow(letter="b", panelist="bo", until="2026-12-01T10:05:00.000Z", removed=True)
    assert len({told_by(device) for device in panel.devices}) == 1


def test_an_erased_note_is_no_word_of_its_device_whether_its_bytes_are_gone_or_not(panel):
    ann, bo, cy = panel.devices
    at(panel, 5, bo, "to be erased")
    panel.exchange()
    note = next(iter(ann.session.notes))
    erased = completed((NoteErased(note=note, label="b1"),), ann.conductor.history, "ann")
    ann.conductor.carry_out(Decision(erased))
    panel.exchange()
    ann.conductor.forget()
    assert dict(rows_of(ann))["b"] == "10:00"
    assert told_by(ann) == told_by(bo) == told_by(cy)


def test_redacted_it_stays_as_other_names_of_the_panel_do(panel):
    at(panel, 5, panel.host, "/with Ann Lee")
    value = debrief(panel.host.session, TEN + 3_600_000)
    told = export_text(value, "json", Options(redact=True))
    assert '"until": "2026-12-01T10:05:00.000Z"' in told
