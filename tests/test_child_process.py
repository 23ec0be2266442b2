"""Our own Python children: they answer, they end in time, and nothing runs in them but our code."""

import os
import signal
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

import facilitator
from facilitator import child_process
from facilitator.workspace import exports


def ask(given, wish, *arguments, limit_seconds=60.0, environment=None):
    return child_process.run(
        "tests.child_answers", given, wish, *arguments, limit_seconds=limit_seconds, environment=environment or {}
    )


@contextmanager
def within(seconds):
    began = time.monotonic()
    yield
    assert time.monotonic() - began < seconds


def test_a_child_is_given_bytes_and_arguments_and_returns_bytes():
    assert ask(b"\x00\xff" * 100_000, "return", "a", "b") == b"\x00\xff" * 100_000 + b" a b"


def test_what_a_child_prints_is_no_part_of_its_answer():
    assert ask(b"answer", "print") == b"answer"


def test_a_child_works_in_an_empty_folder_of_its_own_that_is_gone_afterwards():
    folder = Path(ask(b"", "tell").decode().splitlines()[0])
    assert folder != Path.cwd()
    assert not folder.exists()


def test_a_child_sees_the_environment_that_it_was_given_and_no_more(monkeypatch):
    monkeypatch.setenv("SECRET", "x")
    told = ask(b"", "tell", environment={"GIVEN": "1"}).decode().splitlines()[1:]
    assert "GIVEN" in told
    assert set(told) <= {"GIVEN", "LC_CTYPE", "__CF_USER_TEXT_ENCODING"}  # what Python and macOS set by themselves


def test_a_child_loads_this_package_and_looks_beside_it_for_nothing_that_python_has():
    package, *path = ask(b"", "where").decode().splitlines()
    assert package == facilitator.__file__
    assert path[-1] == str(Path(package).parents[1])


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux's")
def test_no_debugger_of_the_same_user_reads_what_a_child_is_given():
    assert ask(b"", "dumpable") == b"0"


def test_a_program_of_the_systems_is_asked_without_an_environment(monkeypatch):
    monkeypatch.setenv("SECRET", "x")
    assert child_process.ask("/bin/sh", "-c", "echo $SECRET; pwd", limit_seconds=60) == b"\n/\n"


def test_a_program_of_the_systems_that_fails_or_is_slow_or_is_not_there_is_told():
    with pytest.raises(ChildProcessError):
        child_process.ask("/bin/sh", "-c", "exit 3", limit_seconds=60)
    with pytest.raises(TimeoutError), within(60):
        child_process.ask("/bin/sleep", "120", limit_seconds=0.1)
    with pytest.raises(FileNotFoundError):
        child_process.ask("/does/not/exist", limit_seconds=60)


def test_one_that_fails_is_told_without_what_it_knew():
    with pytest.raises(ChildProcessError) as raised:
        ask(b"", "fail")
    assert "secret" not in str(raised.value)


def test_a_program_that_a_child_leaves_behind_is_not_waited_for():
    with within(60):
        assert ask(b"answer", "leave") == b"answer"


def test_one_that_hangs_is_killed_with_what_it_has_started(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    heard = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with within(60), os.fdopen(heard, "rb") as end:
        with pytest.raises(TimeoutError):
            ask(str(pipe).encode(), "hang", limit_seconds=1)
        os.set_blocking(heard, True)
        assert end.read() == b"started\n"  # it ends when nobody has the other end any more


def test_nothing_of_the_current_folder_or_of_the_environment_runs(hostile_folder):
    assert ask(b"answer", "return", environment=os.environ) == b"answer"
    assert hostile_folder.ran() == []


def test_a_program_of_the_users_is_found_on_the_path_but_never_in_the_current_folder(
    hostile_folder, tmp_path, monkeypatch
):
    theirs = tmp_path / "bin"
    theirs.mkdir()
    told = tmp_path / "told"
    os.mkfifo(told)
    for name in ("open", "xdg-open"):
        (theirs / name).write_text(f'#!/bin/sh\necho "$1 $PWD $EDITOR" > {told}\n')
        (theirs / name).chmod(0o700)
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", str(theirs), "/usr/bin", "/bin"]))
    monkeypatch.setenv("EDITOR", "theirs")
    assert exports.opened(tmp_path / "debrief.md")
    assert told.read_text() == f"{tmp_path / 'debrief.md'} / theirs\n"
    assert hostile_folder.ran() == []


def test_what_is_only_in_the_current_folder_is_no_program(hostile_folder, monkeypatch):
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", "here"]))
    assert not child_process.launch("xdg-open", "/debrief.md")
    assert hostile_folder.ran() == []


@pytest.fixture
def theirs(tmp_path, monkeypatch):
    """Programs of the user's, made by name and text, in a folder on their PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")

    def make(name, text):
        (folder / name).write_text(f"#!/bin/sh\n{text}\n")
        (folder / name).chmod(0o700)
        return folder / name

    return make


def test_a_program_that_is_told_something_gets_it_and_is_waited_for(theirs, tmp_path):
    theirs("note-it", f'cat > {tmp_path}/told; echo "$1 $PWD" >> {tmp_path}/told')
    child_process.tell("note-it", "word", given=b"facts\n", limit_seconds=60)
    assert (tmp_path / "told").read_text() == "facts\nword /\n"


def test_one_that_reads_nothing_is_no_failure(theirs):
    theirs("deaf", "exec <&-; exit 0")
    child_process.tell("deaf", given=b"x" * 1_000_000, limit_seconds=60)


def test_one_that_leaves_something_running_is_not_waited_for_longer(theirs):
    theirs("player", "sleep 60 &")
    with within(60):
        child_process.tell("player", given=b"", limit_seconds=60)


@pytest.mark.parametrize(
    ("text", "error", "said"),
    [("exit 3", ChildProcessError, "ended with 3"), ("sleep 60", TimeoutError, "within 0.2 s")],
)
def test_one_that_fails_or_hangs_is_told(theirs, text, error, said):
    theirs("wrong", text)
    with within(60), pytest.raises(error, match=said):
        child_process.tell("wrong", given=b"", limit_seconds=0.2)


def test_one_that_cannot_be_started_is_told(theirs):
    theirs("odd", "").write_text("#!/there/is/none\n")
    with pytest.raises(ChildProcessError, match="can't be started"):
        child_process.tell("odd", given=b"", limit_seconds=60)


@pytest.mark.parametrize("program", ["none-such", "./xdg-open", "xdg-open", ""])
def test_one_that_is_not_there_is_told_whatever_is_in_the_current_folder(hostile_folder, monkeypatch, program):
    monkeypatch.setenv("PATH", ".:here")
    with pytest.raises(FileNotFoundError):
        child_process.tell(program, given=b"", limit_seconds=60)
    assert hostile_folder.ran() == []


def test_a_program_may_be_named_by_its_place(theirs, tmp_path, monkeypatch):
    path = theirs("mine", "")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert child_process.program_at(str(path)) == str(path)
    assert child_process.program_at("~/bin/mine") == str(path)


def test_one_that_has_the_terminal_works_in_the_current_folder_and_says_how_it_ended(theirs, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    theirs("change-it", 'echo "$1 $PWD" > told; exit 3')
    assert child_process.attend("change-it", "word") == 3
    assert (tmp_path / "told").read_text() == f"word {tmp_path}\n"


def test_ctrl_c_is_its_own_while_it_has_the_terminal(theirs):
    theirs("patient", "trap 'exit 5' INT; kill -INT $PPID; kill -INT $$; exit 0")
    before = signal.getsignal(signal.SIGINT)
    assert child_process.attend("patient") == 5
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize("text", ["#!/there/is/none\n", None])
def test_one_that_cannot_have_it_is_told(theirs, text):
    if text is not None:
        theirs("odd", "").write_text(text)
    with pytest.raises(FileNotFoundError):
        child_process.attend("odd")
