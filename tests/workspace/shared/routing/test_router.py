"""A standing router: several panels use it, each for itself, whoever of them is there."""

import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from threading import Event, Thread

import pytest

from facilitator.sharing.panel_state import PanelState
from facilitator.sharing.transports.zenoh.ends import Listening
from facilitator.sharing.transports.zenoh.zenoh_session import opened_session
from facilitator.storage.panel_keys import Reaches
from facilitator.storage.routing.router_keys import RouterKeysFile
from facilitator.workspace.errors import WrongRequest
from facilitator.workspace.running_session import RunningSession, resume
from facilitator.workspace.shared.inviting import invite
from facilitator.workspace.shared.join import join
from facilitator.workspace.shared.membership import TAKEN_OFF
from facilitator.workspace.shared.routing import router as router_module
from facilitator.workspace.shared.routing.router import MOST_PANELS, Router, end_of
from facilitator.workspace.shared.share import Port, share
from facilitator.workspace.workspace import Workspace
from tests.disks import wait_until
from tests.sharing.transports.zenoh.panels import HERE, free_port
from tests.workspace.shared.devices import Devices


class Running:
    """A router that runs in this process, and what it tells."""

    def __init__(self, root: Path) -> None:
        self.workspace = Workspace(root, warn=print)
        self.router = Router(self.workspace)
        port = free_port()
        self.router.move_to(Port(f"{HERE}:{port}", (f"{HERE}:{port}",)))
        self.told: list[tuple[str, tuple[str, ...]]] = []
        self.opened = 0

    def end(self) -> Listening:
        return end_of(RouterKeysFile(self.workspace.home.router).load())

    @contextmanager
    def runs(self) -> Iterator[None]:
        ends, begun = Event(), Event()

        def tell(trouble: str, panels: tuple[str, ...]) -> None:
            self.told.append((trouble, panels))
            begun.set()

        thread = Thread(target=self.router.pass_on, args=(tell, ends), daemon=True)
        thread.start()
        assert begun.wait(60)
        try:
            yield
        finally:
            ends.set()
            thread.join(60)
            assert not thread.is_alive()


@pytest.fixture
def running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Running:
    monkeypatch.setattr(router_module, "LOOKED_SECONDS", 0.02)
    return Running(tmp_path / "router")


def notes(running: RunningSession) -> list[str]:
    return [note.text for note in running.conductor.session.notes.values()]


def is_cut_off(running: RunningSession) -> bool:
    return "can't be reached" in state(running).trouble


def state(running: RunningSession) -> PanelState:
    assert running.shared is not None
    return running.shared.state()


def test_two_panels_on_one_router_go_on_after_it_was_killed_and_neither_sees_the_other(running, tmp_path):
    with ExitStack() as opened:
        panels = [
            opened.enter_context(Devices(tmp_path / name, router=running.router.let_in(name))) for name in ("a", "b")
        ]
        both = []
        with running.runs():
            for devices in panels:
                ann = devices.open(devices.host)
                bo = devices.open(devices.joined("bo", "bo")[0])
                ann.conductor.submit("before")
                both.append((devices, ann, bo))
            for devices, ann, bo in both:
                devices.agree(ann, bo)
        for devices, _, bo in both:
            bo.conductor.submit("while it was away")
            devices.until(partial(is_cut_off, bo))
        with running.runs():
            for devices, ann, bo in both:
                devices.agree(ann, bo)
                assert notes(ann) == ["before", "while it was away"]
                assert len(state(ann).seen) == 1
                assert not state(ann).refused
    assert not [path for path in running.workspace.home.root.rglob("*") if path.suffix not in (".keys", ".lock")]


def test_when_the_hosts_device_is_gone_the_others_go_on_and_invite(running, tmp_path):
    with running.runs(), Devices(tmp_path / "panel", router=running.router.let_in("panel")) as devices:
        with resume(devices.host, devices.session) as ann:
            devices._running["ann"] = ann
            bo = devices.open(guest := devices.joined("bo", "bo")[0])
            cy = devices.open(devices.joined("cy", "bo")[0])
            devices.agree(ann, bo, cy)
            del devices._running["ann"]
        bo.conductor.submit("without her")
        devices.agree(bo, cy)
        assert notes(cy) == ["without her"]
        bo.conductor.submit("/clock me")
        another, invited = devices.workspace("another"), invite(guest, devices.session, "bo")
        devices.while_it_runs(lambda: join(another, invited, None, lambda why: None))
        devices.agree(bo, devices.open(another))


def test_who_was_away_when_they_were_removed_hears_why_from_whoever_is_there(running, tmp_path):
    """All of a panel enter as one user, so they still can; when the host's device is away as well, another tells it."""
    with running.runs(), Devices(tmp_path / "panel", router=running.router.let_in("panel")) as devices:
        with resume(devices.host, devices.session) as ann:
            devices._running["ann"] = ann
            guest, _ = devices.joined("bo", "bo")
            cy = devices.open(devices.joined("cy", "ann")[0])
            ann.conductor.submit("/remove bo")
            devices.agree(ann, cy)
            del devices._running["ann"]
        cy.conductor.submit("what is said since")
        devices.until(lambda: state(cy).unsent == 0)
        bo = devices.open(guest)
        assert bo.shared is not None
        told = bo.shared.told
        devices.until(lambda: TAKEN_OFF in told)
        assert bo.shared.is_removed
        assert notes(bo) == []


def test_a_session_that_was_shared_otherwise_moves_to_the_router_and_a_new_invite_moves_the_others(running, tmp_path):
    with running.runs(), Devices(tmp_path / "panel", live=True) as devices:
        with resume(devices.host, devices.session) as ann:
            devices._running["ann"] = ann
            guest, _ = devices.joined("bo", "bo")
            del devices._running["ann"]
        known = running.router.let_in("panel")
        share(devices.host, devices.session, None, None, known)
        assert devices.keys(devices.host).listens is None
        assert join(guest, invite(devices.host, devices.session, "bo"), None, print).words == ""
        with pytest.raises(WrongRequest, match="already on this device"):
            join(guest, invite(devices.host, devices.session, "bo"), None, print)
        room = known.room
        assert devices.keys(guest).router == Reaches(
            addresses=known.addresses, authority=known.authority, user=room, password=known.password.hex(), room=room
        )
        devices.agree(devices.open(devices.host), devices.open(guest))


def test_a_panel_more_cuts_off_nobody_until_there_are_very_many(running, monkeypatch):
    opened: list[int] = []

    def counted(end):
        opened.append(len(end.rooms))
        return opened_session(end)

    monkeypatch.setattr("facilitator.sharing.transports.zenoh.zenoh_session.opened_session", counted)
    with running.runs():
        for number in range(16):
            running.router.let_in(f"panel {number}")
        wait_until(lambda: len(running.told[-1][1]) == 16)
        assert opened == [16]
        running.router.let_in("one more")
        wait_until(lambda: running.told[-1][1][-1] == "one more")
        assert opened == [16, 33]


def test_whose_pass_was_taken_back_is_out_and_the_others_go_on(running, tmp_path):
    running.router.let_in("over")
    with ExitStack() as opened, running.runs():
        panels = [
            opened.enter_context(Devices(tmp_path / name, router=running.router.let_in(name)))
            for name in ("stays", "goes")
        ]
        _, bo = [devices.open(devices.host) for devices in panels]
        panels[1].joined("bo", "bo")
        running.router.shut_out("goes")
        panels[0].until(lambda: running.told[-1] == ("", ("over", "stays")))
        panels[0].joined("bo", "bo")
        panels[1].until(partial(is_cut_off, bo))


def test_what_it_keeps_is_its_owners_alone_and_says_where_it_is(running):
    known = running.router.let_in("VP Sales\n")
    path = running.workspace.home.router
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert running.router.port() == (known.addresses[0], known.addresses)
    (room,) = [room for room in running.end().rooms if room.name == known.room]
    assert room.users == ((known.room, known.password.hex()),)


def test_what_cant_be_done_is_told(running, tmp_path, monkeypatch):
    with pytest.raises(WrongRequest, match="has never run"):
        Router(Workspace(tmp_path / "new", warn=print)).let_in("a")
    running.router.let_in("a")
    for name, why in (("a", "already"), (" ", "called")):
        with pytest.raises(WrongRequest, match=why):
            running.router.let_in(name)
    with pytest.raises(WrongRequest, match="no panel “b”"):
        running.router.shut_out("b")
    monkeypatch.setattr(router_module, "MOST_PANELS", 1)
    assert MOST_PANELS > 1
    with pytest.raises(WrongRequest, match="More than 1 panels"):
        running.router.let_in("b")
    with opened_session(running.end()), pytest.raises(WrongRequest, match="something else"):
        running.router.pass_on(print, Event())
