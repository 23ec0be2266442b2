"""A session is held by one process, and by none that is dead."""

import errno
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from facilitator.files.durable import StorageError
from facilitator.files.lock import SessionHeld, awaited_lock, exclusive, hold

TEN_O_CLOCK = 1_796_119_200_000

HOLDS = """
import sys
from pathlib import Path
from facilitator.files.lock import hold
held = hold(Path(sys.argv[1]), "Dana (CFO)", 1_796_119_200_000)
print("held", flush=True)
sys.stdin.read()
"""

TRIES = """
import sys, time
from pathlib import Path
from facilitator.files.lock import SessionHeld, hold
waits = []
time.sleep = waits.append
try:
    hold(Path(sys.argv[1]), "Alex", 0)
except SessionHeld as refusal:
    print(waits, refusal, sep="|")
"""


def python(code, *arguments, **options):
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        **options,
    )


@contextmanager
def another_process_holding(path):
    with python(HOLDS, path) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process


@pytest.fixture
def path(tmp_path):
    return tmp_path / "s1.lock"


def test_a_second_process_is_refused_at_once_and_told_who_holds_it(path):
    with hold(path, "Dana (CFO)", TEN_O_CLOCK), python(TRIES, path) as other:
        waits, message = other.communicate()[0].split("|")
    assert waits == "[]"
    assert "Session s1 is open elsewhere: Dana (CFO)" in message
    assert f"process {os.getpid()} on {os.uname().nodename}" in message
    assert "since 10:00" in message


def test_what_another_process_holds_is_free_when_it_is_killed(path):
    with another_process_holding(path) as other:
        with pytest.raises(SessionHeld) as refusal:
            hold(path, "Alex", 0)
        assert refusal.value.holder is not None
        assert refusal.value.holder.pid == other.pid
        other.send_signal(signal.SIGKILL)
        other.wait()
        hold(path, "Alex", 0).release()


def test_it_is_free_after_release_and_releasing_twice_is_fine(path):
    held = hold(path, "Alex", 0)
    held.release()
    held.release()
    with hold(path, "Dana", 0):
        pass


def test_nothing_but_the_lock_file_is_left_behind(path):
    hold(path, "Alex", 0).release()
    assert [left.name for left in path.parent.iterdir() if left.is_file()] == ["s1.lock"]


def test_one_process_cannot_hold_a_session_twice(path):
    with hold(path, "Alex", 0), pytest.raises(SessionHeld, match="Alex"):
        hold(path, "Alex", 0)


def test_a_holder_that_has_not_said_who_it_is_still_holds(path):
    with hold(path, "Alex", 0):
        path.with_suffix(".holder").write_text("{")
        with pytest.raises(SessionHeld, match="just begun"):
            hold(path, "Dana", 0)


def test_who_holds_it_is_one_line_whatever_stands_there(path):
    with hold(path, "Alex\nSession s2 is free", 0), pytest.raises(SessionHeld) as held:
        hold(path, "Dana", 0)
    assert "Alex Session s2 is free (" in str(held.value)


def test_files_are_private(path):
    with hold(path, "Alex", 0):
        modes = {file.stat().st_mode & 0o777 for file in path.parent.glob("s1.*")}
    assert modes == {0o600}


def test_a_folder_that_cannot_be_used_is_explained(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="can't be locked"):
        hold(tmp_path / "file" / "s1.lock", "Alex", 0)


def test_a_file_that_stays_locked_is_explained(path):
    with (
        another_process_holding(path),
        pytest.raises(StorageError, match="locked"),
        exclusive(path, longest_seconds=0.02),
    ):
        pass


def test_a_lock_whose_file_was_erased_keeps_nobody_out_of_the_new_one(path):
    with hold(path, "Alex", 0):
        path.unlink()
        with hold(path, "Dana", 0), pytest.raises(SessionHeld, match="Dana"):
            hold(path, "Kim", 0)


def test_a_lock_file_that_leads_elsewhere_is_not_followed(path, tmp_path):
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StorageError, match="can't be locked"):
        hold(path, "Alex", 0)
    assert not (tmp_path / "elsewhere").exists()


def test_a_disk_that_knows_no_locks_is_explained(path, monkeypatch):
    def refuse(descriptor, operation):
        tried.append(descriptor)
        raise OSError(errno.ENOLCK, "No locks available")

    tried: list[int] = []
    monkeypatch.setattr("facilitator.files.lock.fcntl.flock", refuse)
    with pytest.raises(StorageError, match="No locks available"):
        hold(path, "Alex", 0)
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(tried[0])


def test_a_lock_file_that_is_erased_before_it_is_locked_is_made_anew(path, monkeypatch):
    def late(descriptor, operation):
        if not tried:
            path.unlink()
        tried.append(descriptor)

    tried: list[int] = []
    monkeypatch.setattr("facilitator.files.lock.fcntl.flock", late)
    with hold(path, "Alex", 0):
        assert path.exists()
    assert len(tried) == 2


def test_which_lock_is_waited_for_is_known_until_it_is_free(tmp_path):
    path = tmp_path / "library.json.lock"
    with ThreadPoolExecutor(1) as other:
        with exclusive(path):
            waiting = other.submit(lambda: exclusive(path, 60).__enter__() is None)
            while awaited_lock() is None:
                assert not waiting.done()
            assert awaited_lock() == path
        assert waiting.result(60)
    assert awaited_lock() is None
