"""The way in answers `--version` at once and turns every end into an exit code, without a traceback."""

import resource
import subprocess
import sys
from ctypes import CDLL
from pathlib import Path
from types import ModuleType

import click
import pytest

from facilitator import __version__
from facilitator.__main__ import main

PR_GET_DUMPABLE, PR_SET_DUMPABLE = 3, 4


@pytest.fixture
def cli_that(monkeypatch):
    """Puts a command line in place that does the given thing."""

    def install(action):
        module = ModuleType("facilitator.cli")
        vars(module)["cli"] = click.Command("facilitator", callback=action)
        monkeypatch.setitem(sys.modules, "facilitator.cli", module)
        monkeypatch.setattr("facilitator.cli", module, raising=False)
        monkeypatch.setattr(sys, "argv", ["facilitator"])

    return install


def exit_code() -> object:
    with pytest.raises(SystemExit) as ended:
        main()
    return ended.value.code


def raising(error):
    def action():
        raise error

    return action


def test_the_version_is_printed():
    run = subprocess.run([sys.executable, "-m", "facilitator", "--version"], capture_output=True, text=True)
    assert (run.returncode, run.stdout, run.stderr) == (0, f"facilitator {__version__}\n", "")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", ["sessions", "new", "run vp-sales-final --plain"])
def test_a_stream_that_is_closed_is_none_that_fails(home: Path, command: str, closed: str):
    whole = f"{sys.executable} -m facilitator {command} {closed}"
    run = subprocess.run(["/bin/sh", "-c", whole], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert "mistake in the program" not in run.stderr
    assert "crashed" not in run.stderr
    assert run.returncode in (0, 130)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_an_interrupt_ends_with_130_and_without_a_traceback(cli_that, capsys, error):
    cli_that(raising(error))
    assert exit_code() == 130
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("action", "code"),
    [
        (lambda: None, 0),
        (lambda: click.get_current_context().exit(2), 2),
        (raising(click.ClickException("no room left")), 1),
        (raising(click.UsageError("no such agenda")), 2),
    ],
)
def test_the_exit_code_says_how_it_went(cli_that, action, code):
    cli_that(action)
    assert exit_code() == code


CLOSES_FOR_EVER = """
import atexit, sys, threading
from types import ModuleType

import click

from facilitator import __main__

def callback():
    threading.Thread(target=threading.Event().wait, name=__main__.CLOSING_THREAD, daemon=True).start()
    print("said last", end="")
    click.get_current_context().exit(3)

sys.modules["facilitator.cli"] = module = ModuleType("facilitator.cli")
module.cli = click.Command("facilitator", callback=callback)
sys.argv = ["facilitator"]
atexit.register(print, "the interpreter ended")
__main__.main()
"""


def test_whoever_leaves_while_a_connection_is_still_being_closed_ends_at_once():
    run = subprocess.run([sys.executable, "-c", CLOSES_FOR_EVER], capture_output=True, text=True)
    assert (run.returncode, run.stdout) == (3, "said last")


def test_output_that_cannot_be_written_is_told_without_a_traceback(cli_that, capsys):
    cli_that(raising(OSError(28, "No space left on device")))
    assert exit_code() == 1
    told = capsys.readouterr().err
    assert "No space left on device" in told
    assert "Traceback" not in told


def test_what_the_disk_refused_is_told_with_its_place(cli_that, capsys):
    cli_that(raising(NotADirectoryError(20, "Not a directory", "/data/file/x")))
    assert exit_code() == 1
    assert "/data/file/x: Not a directory" in capsys.readouterr().err


def test_a_complaint_is_told_on_stderr(cli_that, capsys):
    cli_that(raising(click.ClickException("no room left")))
    assert exit_code() == 1
    assert "no room left" in capsys.readouterr().err


def test_what_was_pasted_into_a_command_doesnt_act_on_the_terminal(cli_that, capsys):
    def complain():
        raise click.ClickException("There is no form “\x1b]52;c;aGk=\x07\u202ex”.\nChoose one.")

    cli_that(complain)
    with pytest.raises(SystemExit):
        main()
    assert capsys.readouterr().err == "Error: There is no form “]52;c;aGk=x”.\nChoose one.\n"


def test_a_crash_says_where_and_nothing_of_what_was_said(cli_that, capsys):
    cli_that(raising(KeyError("wants a salary of 120k")))
    assert exit_code() == 1
    told = capsys.readouterr().err
    assert "in action" in told
    assert "KeyError" in told
    assert "120k" not in told


def test_no_crash_writes_the_memory_to_a_disk(cli_that):
    _, hard = before = resource.getrlimit(resource.RLIMIT_CORE)
    seen = []
    cli_that(lambda: seen.append(resource.getrlimit(resource.RLIMIT_CORE)))
    try:
        assert exit_code() == 0
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, before)
    assert seen == [(min(1, hard) if hard >= 0 else 1, hard)]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has it")
def test_no_debugger_of_the_same_user_reads_the_memory(cli_that):
    prctl = CDLL(None).prctl
    seen = []
    cli_that(lambda: seen.append(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0)))
    try:
        assert exit_code() == 0
        assert (Path("/proc/self/fd/0").exists(), Path("/proc/self/mountinfo").read_text() != "") == (True, True)
    finally:
        prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)
    assert seen == [0]
