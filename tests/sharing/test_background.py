"""Syncing in a thread of its own: it begins, does what it is told, and ends even if something hangs."""

from functools import partial
from threading import Event, get_ident
from threading import enumerate as enumerate_threads
from time import sleep

from facilitator.__main__ import CLOSING_THREAD
from facilitator.files.patience import Deed, awaited
from facilitator.sharing.background import Background
from facilitator.sharing.syncing.syncing import Syncing
from facilitator.sharing.transports.folder import FolderTransport
from tests.conducting.packed_panels import PackedPanel
from tests.sharing.replicas import replica_of


def background(panel: PackedPanel, folder) -> Background:
    host = panel.host
    return Background(lambda: Syncing(replica_of(panel, host), [FolderTransport(folder, host.device, 0.01)], 100))


def test_it_runs_in_another_thread_until_it_is_closed(tmp_path):
    running, done, threads = background(PackedPanel(), tmp_path / "shared"), Event(), list[int]()
    running.start()
    assert running.wait_for_a_look(60)
    assert CLOSING_THREAD in {thread.name for thread in enumerate_threads()}, "the way out knows it by this name"
    running.do(lambda: threads.append(get_ident()))
    running.do(done.set)
    assert done.wait(60)
    assert threads != [get_ident()]
    running.close(60)
    running.do(lambda: threads.append(0))
    assert len(threads) == 1
    assert any(path.suffix == ".whisper" for path in (tmp_path / "shared").iterdir())


def test_while_the_others_are_waited_for_no_disk_is_blamed(tmp_path):
    running = background(PackedPanel(), tmp_path / "shared")
    waiting = Deed(partial(running.wait_for_a_look, 60))
    for _ in range(6000):
        if awaited():
            break
        sleep(0.01)
    assert awaited() == "the other devices of the panel"
    running.start()
    assert waiting.answer()
    running.close(60)
    assert awaited() == ""


def test_it_ends_as_well_if_it_is_closed_at_once(tmp_path):
    running = background(PackedPanel(), tmp_path / "shared")
    running.start()
    running.close(60)
    assert not running.is_alive


def test_a_folder_that_isnt_there_is_told_and_keeps_nobody_waiting(tmp_path):
    running = background(PackedPanel(), tmp_path / "missing" / "shared")
    running.start()
    assert running.wait_for_a_look(60)
    assert running.syncing is not None
    assert "there is no such file" in running.syncing.trouble
    running.close(60)
