"""The interview in lines of text in a real terminal: typed, completed, left and killed, without one escape sequence."""

import os
import re
import signal
from pathlib import Path

import pytest

from facilitator.storage.draft import load
from tests.terminal.program import Spawn, Terminal
from tests.terminal.test_full_disk import Fill, fill
from tests.terminal.test_interview import agenda, debrief_of, enter, the_session

__all__ = ["agenda", "fill"]

ESCAPES = re.compile(rb"[\x1b\x9b]")


def started(spawn: Spawn, agenda: Path) -> Terminal:
    terminal = spawn("run", agenda, "--candidate", "Robin Reyes", "--plain")
    terminal.wait_for("/help lists")
    enter(terminal, "/start")
    terminal.wait_for("Now: Welcome")
    return terminal


def test_a_whole_interview_is_run_without_one_escape_sequence(spawn: Spawn, agenda: Path, home: Path, tmp_path: Path):
    terminal = started(spawn, agenda)
    enter(terminal, "+ closed three of five #pipeline")
    terminal.wait_for("Kept")
    terminal.type("/cov\t")
    terminal.wait_for(r"/cover\b")
    enter(terminal, "1 by cfo")
    terminal.wait_for("Bo Ek has covered q1")
    terminal.type("/re\t\t")  # several: they are listed
    terminal.wait_for("/recover  ")
    terminal.write(b"\x15")  # and the line is taken back
    for line in ("", "/order", "/questions", "/notes", "/theirs", "/panel", "/progress", "/help", "/cover 99"):
        enter(terminal, line)
    terminal.wait_for("no question 99")
    terminal.press("up")
    terminal.wait_until(lambda text: text.count("/cover 99") == 2, "the line before")
    terminal.write(b"\x15")
    enter(terminal, "x" * 300)  # longer than a row
    terminal.wait_for("Kept")
    enter(terminal, "/next")
    terminal.wait_for("Now: Your questions")
    enter(terminal, "/end")
    terminal.wait_for("Enter ")
    enter(terminal, "")
    terminal.wait_for("Saved to")
    enter(terminal, "/vote yes by cfo")
    terminal.wait_for("Bo Ek votes yes")
    enter(terminal, "/debrief")
    terminal.wait_for("Against the plan")
    enter(terminal, "/quit")
    assert terminal.wait_for_exit() == 0
    assert "facilitator debrief" in terminal.text
    assert ESCAPES.search(terminal.raw) is None
    told = debrief_of(spawn, home, tmp_path / "debrief.json")
    assert [note["text"] for note in told["notes"]] == ["closed three of five #pipeline", "x" * 300]


def test_an_inputrc_that_wants_colours_gets_none(spawn: Spawn, agenda: Path, home: Path):
    (home / ".inputrc").write_text(
        "set colored-stats on\nset colored-completion-prefix on\nset enable-bracketed-paste on\n"
        "set show-mode-in-prompt on\nset editing-mode vi\n"
    )
    terminal = started(spawn, agenda)
    terminal.type("/re\t\t")
    terminal.wait_for("/recover")
    terminal.write(b"\x15")
    enter(terminal, "a note")
    terminal.wait_for("Kept")
    enter(terminal, "/quit")
    assert terminal.wait_for_exit() == 0
    assert ESCAPES.search(terminal.raw) is None


def test_a_dumb_terminal_needs_no_option(spawn: Spawn, agenda: Path, monkeypatch: pytest.MonkeyPatch):
    terminal = spawn("run", agenda, term="dumb")
    terminal.wait_for("/help lists")
    enter(terminal, "/quit")
    assert terminal.wait_for_exit() == 0
    assert ESCAPES.search(terminal.raw) is None


def test_after_kill_9_every_kept_note_is_there_and_so_is_the_line_that_was_being_typed(
    spawn: Spawn, agenda: Path, home: Path
):
    terminal = started(spawn, agenda)
    enter(terminal, "a whole note")
    terminal.wait_for("Kept")
    terminal.type("half a thou")
    draft = home / "library" / "sessions" / f"{the_session(home)}.draft"
    terminal.wait_until(lambda _: load(draft) == "half a thou", "the draft")
    os.kill(terminal.process.pid, signal.SIGKILL)
    again = spawn("resume", "--plain")
    again.wait_for("half a thou")
    again.type("ght")
    again.press("enter")
    again.wait_for("Kept")
    enter(again, "/notes")
    again.wait_for("n2 ceo: half a thought")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
def test_a_signal_keeps_everything_and_says_how_to_go_on(
    spawn: Spawn, agenda: Path, home: Path, number: signal.Signals
):
    terminal = started(spawn, agenda)
    enter(terminal, "a note")
    terminal.wait_for("Kept")
    terminal.type("half a thou")
    draft = home / "library" / "sessions" / f"{the_session(home)}.draft"
    terminal.wait_until(lambda _: load(draft) == "half a thou", "the draft")
    terminal.process.kill(number)
    assert terminal.wait_for_exit() == 128 + number
    assert "Not sent, kept for next time: half a thou" in terminal.text
    assert f"facilitator resume {the_session(home)}" in terminal.text


def test_the_end_of_input_leaves_and_says_how_to_go_on(spawn: Spawn, agenda: Path, home: Path):
    terminal = started(spawn, agenda)
    terminal.write(b"\x04")
    assert terminal.wait_for_exit() == 0
    assert f"facilitator resume {the_session(home)}" in terminal.text


def test_a_terminal_that_is_closed_holds_no_session(spawn: Spawn, agenda: Path):
    terminal = started(spawn, agenda)
    enter(terminal, "kept before the window went")
    terminal.wait_for("Kept")
    terminal.hang_up()
    again = spawn("resume", "--plain")
    again.wait_for("/help lists")
    enter(again, "/notes")
    again.wait_for("kept before the window went")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGQUIT])
def test_the_terminal_is_given_back_with_its_echo(spawn: Spawn, agenda: Path, number: signal.Signals):
    terminal = started(spawn, agenda)
    terminal.process.kill(number)
    terminal.wait_for_exit()
    assert terminal.process.getecho()


def test_a_byte_that_is_no_utf_8_ends_nothing(spawn: Spawn, agenda: Path):
    terminal = started(spawn, agenda)
    terminal.write(b"caf\xe9 ")
    enter(terminal, "and more")
    terminal.wait_for("Kept")


def test_what_cannot_be_kept_is_told_at_once_and_is_somewhere_else(spawn: Spawn, agenda: Path, home: Path, fill: Fill):
    terminal = started(spawn, agenda)
    fill(home / "library")
    enter(terminal, "a note")
    terminal.wait_for("Kept in")
    enter(terminal, "/quit")
    assert terminal.wait_for_exit() == 1
    [there] = home.glob("facilitator-*/*.journal")
    assert str(there) in "".join(terminal.text.split("\n"))
    fill(None)
    again = spawn("resume", the_session(home), "--plain")
    again.wait_for("/help lists")
    enter(again, "/notes")
    again.wait_for("n1 ceo: a note")
    enter(again, "/quit")
    assert again.wait_for_exit() == 0


def test_letters_and_enter_typed_in_one_burst_lose_nothing(spawn: Spawn, agenda: Path, home: Path, tmp_path: Path):
    terminal = started(spawn, agenda)
    for number in range(20):
        enter(terminal, f"burst {number} #pipeline")
    enter(terminal, "/quit")
    assert terminal.wait_for_exit() == 0
    told = debrief_of(spawn, home, tmp_path / "debrief.json")
    assert [note["text"] for note in told["notes"]] == [f"burst {number} #pipeline" for number in range(20)]
