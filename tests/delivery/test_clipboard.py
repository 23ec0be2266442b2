"""The clipboard: “copied” is said only when it is so, and what hangs is not waited for, whatever the machine lacks."""

import base64
import json
import os
import pty
import stat
from contextlib import contextmanager

import pytest

from facilitator.clock import SystemClock
from facilitator.delivery.clipboard import LARGEST_TERMINAL_BYTES, LIMIT_SECONDS, How, copy
from facilitator.delivery.rich_clipboard_process import as_html_format

TEXT = "Was über die Quelle gesagt wurde: 日本 “pipeline”\nzweite Zeile\n"

WORKS = 'case "$*" in *-o) cat "$0.board";; *) cat > "$0.board";; esac'
STAYS = 'case "$*" in *-o) cat "$0.board";; *) cat > "$0.board"; sleep 60 & ;; esac'
HANGS = "exec sleep 60"
FAILS = "cat > /dev/null; echo no display >&2; exit 1"
LIES = "cat > /dev/null; exit 0"


@pytest.fixture
def tools(tmp_path, monkeypatch):
    """Puts programs of a machine's own on the path, and nothing but what a shell script needs beside them."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("cat", "sleep"):
        (folder / name).symlink_to(f"/bin/{name}")
    monkeypatch.setenv("PATH", str(folder))

    def put(**scripts):
        for name, script in scripts.items():
            path = folder / name.replace("_", "-")
            path.write_text(f"#!/bin/sh\n{script}\n")
            path.chmod(stat.S_IRWXU)
        return folder

    return put


@pytest.fixture
def display(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":7")


@pytest.fixture(autouse=True)
def limit(monkeypatch):
    """`limit(seconds)` is how long copying may take: a minute unless it is called, however busy the machine is."""

    def set_limit(seconds):
        monkeypatch.setattr("facilitator.delivery.clipboard.LIMIT_SECONDS", seconds)

    set_limit(60)
    monkeypatch.setattr("facilitator.delivery.clipboard.RICH_LIMIT_SECONDS", 60)
    return set_limit


@contextmanager
def without_waiting(longest_seconds=30):
    """Nobody waits for what takes a minute."""
    clock = SystemClock()
    began = clock.read().boot_ms
    yield
    assert clock.read().boot_ms - began < longest_seconds * 1000


@pytest.fixture
def terminal():
    """A terminal's path, and what has been written to it."""
    here, there = pty.openpty()
    name = os.ttyname(there)
    os.set_blocking(here, False)

    def read():
        got = b""
        try:
            while chunk := os.read(here, 65536):
                got += chunk
        except BlockingIOError:
            pass
        return got

    yield name, read
    os.close(here)
    os.close(there)


def nowhere(tmp_path):
    return tmp_path / "no-terminal"


def test_a_tool_that_works_has_it_and_says_so(tools, display, tmp_path):
    folder = tools(xclip=WORKS)
    assert copy(TEXT, terminal=nowhere(tmp_path)) == copy(TEXT, terminal=nowhere(tmp_path))
    assert copy(TEXT, terminal=nowhere(tmp_path)).how is How.TOOL
    assert (folder / "xclip.board").read_text(encoding="utf-8") == TEXT


def test_a_tool_that_stays_behind_to_serve_it_holds_nothing_up(tools, display, tmp_path):
    tools(xclip=STAYS)
    with without_waiting():
        assert copy(TEXT, terminal=nowhere(tmp_path)).how is How.TOOL


def test_no_tool(tools, display, tmp_path):
    tools()
    copied = copy(TEXT, terminal=nowhere(tmp_path))
    assert copied.how is How.NOT
    assert copied.message == "Not copied: no clipboard tool was found; there is no terminal to ask."


def test_plain_text_takes_less_than_a_second():
    assert LIMIT_SECONDS < 1


def test_a_hanging_tool(tools, display, tmp_path, limit):
    limit(5)
    tools(xclip=HANGS, xsel=HANGS, pbcopy=HANGS)
    with without_waiting(longest_seconds=12):  # for all of them together
        copied = copy(TEXT, terminal=nowhere(tmp_path))
    assert copied.how is How.NOT
    assert "did not answer" in copied.message


def test_a_hanging_tool_leaves_the_next_one_its_turn(tools, display, tmp_path, limit):
    limit(6)
    tools(xclip=HANGS, xsel=WORKS)
    with without_waiting():
        assert copy(TEXT, terminal=nowhere(tmp_path)).how is How.TOOL


def test_a_failing_tool(tools, display, tmp_path):
    tools(xclip=FAILS)
    copied = copy(TEXT, terminal=nowhere(tmp_path))
    assert copied.how is How.NOT
    assert "xclip failed" in copied.message


def test_a_tool_that_says_yes_and_has_nothing(tools, display, tmp_path):
    tools(xclip=LIES)
    copied = copy(TEXT, terminal=nowhere(tmp_path))
    assert copied.how is How.NOT
    assert "doesn't give it back" in copied.message


def test_a_dead_display(tools, monkeypatch, tmp_path):
    """Without a display the tool isn't even started: it would wait for one."""
    tools(xclip=HANGS, xsel=HANGS)
    with without_waiting():
        assert copy(TEXT, terminal=nowhere(tmp_path)).how is How.NOT


def test_wayland_without_a_socket(tools, monkeypatch, tmp_path):
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-9")
    tools(wl_copy=FAILS, wl_paste=FAILS)
    copied = copy(TEXT, terminal=nowhere(tmp_path))
    assert copied.how is How.NOT
    assert "wl-copy failed" in copied.message


def test_wayland_without_a_socket_beside_a_working_x_display(tools, display, monkeypatch, tmp_path):
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-9")
    tools(wl_copy=FAILS, wl_paste=FAILS, xclip=WORKS)
    assert copy(TEXT, terminal=nowhere(tmp_path)).how is How.TOOL


def test_over_ssh_the_other_machines_clipboard_is_left_alone(tools, display, monkeypatch, tmp_path, terminal):
    monkeypatch.setenv("SSH_TTY", "/dev/pts/3")
    folder = tools(xclip=WORKS)
    name, read = terminal
    copied = copy(TEXT, terminal=type(tmp_path)(name))
    assert copied.how is How.TERMINAL
    assert copied.message == "Copied through your terminal. It doesn't say whether it took it."
    assert read() == b"\x1b]52;c;" + base64.b64encode(TEXT.encode()) + b"\x07"
    assert not (folder / "xclip.board").exists()


def test_over_ssh_with_a_forwarded_display_the_tool_reaches_the_person(tools, monkeypatch, tmp_path):
    monkeypatch.setenv("SSH_TTY", "/dev/pts/3")
    monkeypatch.setenv("DISPLAY", "localhost:10.0")
    tools(xclip=WORKS)
    assert copy(TEXT, terminal=nowhere(tmp_path)).how is How.TOOL


def test_a_huge_text_is_not_sent_to_a_terminal(tools, tmp_path, terminal):
    tools()
    name, read = terminal
    with without_waiting():
        copied = copy("x" * 100_000, terminal=type(tmp_path)(name))
    assert copied.how is How.NOT
    assert "100 kB are too much for the terminal, which takes 74" in copied.message
    assert read() == b""


def test_a_huge_text_goes_through_a_tool(tools, display, tmp_path):
    tools(xclip=WORKS)
    with without_waiting():
        assert copy("zeile\n" * 200_000, terminal=nowhere(tmp_path)).how is How.TOOL


def test_a_terminal_without_osc_52(tools, monkeypatch, tmp_path, terminal):
    tools()
    monkeypatch.setenv("TERM", "linux")
    name, read = terminal
    copied = copy(TEXT, terminal=type(tmp_path)(name))
    assert copied.how is How.NOT
    assert read() == b""


def test_a_terminal_that_is_held_does_not_hold_us(tools, tmp_path, terminal, limit):
    """Nobody reads at the other end, as after Ctrl+S."""
    limit(0.3)
    tools()
    with without_waiting():
        copied = copy("x" * LARGEST_TERMINAL_BYTES, terminal=type(tmp_path)(terminal[0]))
    assert copied.how is How.NOT
    assert "held" in copied.message


def test_something_that_is_no_terminal_gets_nothing(tools, tmp_path):
    tools()
    path = tmp_path / "file"
    path.write_text("")
    assert copy(TEXT, terminal=path).how is How.NOT
    assert path.read_text() == ""


def test_through_a_terminal_it_says_where_to_look_if_paste_is_empty(tools, tmp_path, terminal):
    tools()
    name, _ = terminal
    copied = copy(TEXT, folder=tmp_path, terminal=type(tmp_path)(name))
    assert copied.message == f"Copied through your terminal. If paste is empty: {tmp_path / 'clipboard.txt'}"


def test_tmux_gets_both_forms_whichever_it_carries_on(tools, monkeypatch, tmp_path, terminal):
    tools()
    monkeypatch.setenv("TMUX", "/tmp/tmux-0/default,1,0")
    name, read = terminal
    assert copy(TEXT, terminal=type(tmp_path)(name)).how is How.TERMINAL
    sent = read()
    bare = b"\x1b]52;c;" + base64.b64encode(TEXT.encode()) + b"\x07"
    assert sent == bare + b"\x1bPtmux;" + bare.replace(b"\x1b", b"\x1b\x1b") + b"\x1b\\"


@pytest.mark.parametrize("scripts", [{"xclip": WORKS}, {"xclip": FAILS}, {}])
def test_a_file_has_it_in_every_case(tools, display, tmp_path, scripts):
    tools(**scripts)
    copied = copy(TEXT, folder=tmp_path, terminal=nowhere(tmp_path))
    assert (tmp_path / "clipboard.txt").read_text(encoding="utf-8") == TEXT
    assert stat.S_IMODE((tmp_path / "clipboard.txt").stat().st_mode) == 0o600
    assert f"It is in {tmp_path / 'clipboard.txt'}." in copied.message
    assert copied.message.startswith("Copied.") == (copied.how is How.TOOL)


def test_a_file_that_cannot_be_written_is_not_claimed(tools, tmp_path):
    tools()
    (tmp_path / "a file").touch()
    copied = copy(TEXT, folder=tmp_path / "a file", terminal=nowhere(tmp_path))
    assert copied.how is How.NOT
    assert "It is in" not in copied.message


def test_nothing_of_the_current_folder_runs_even_with_the_folder_on_the_path(
    hostile_folder, display, monkeypatch, tmp_path
):
    monkeypatch.setenv("PATH", f".::{tmp_path}")
    assert "no clipboard tool was found" in copy(TEXT, terminal=nowhere(tmp_path)).message
    assert hostile_folder.ran() == []


def test_nothing_of_the_current_folder_runs_beside_a_tool_that_works(
    hostile_folder, tools, display, monkeypatch, tmp_path
):
    folder = tools(xclip=WORKS)
    monkeypatch.setenv("PATH", f".:{folder}")
    assert copy(TEXT, terminal=nowhere(tmp_path)).how is How.TOOL
    assert hostile_folder.ran() == []


def test_a_tool_sees_little_of_the_environment(tools, display, monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET", "x")
    folder = tools(xclip=f"echo ${{SECRET-none}} $DISPLAY > $0.saw; {WORKS}")
    copy(TEXT, terminal=nowhere(tmp_path))
    assert (folder / "xclip.saw").read_text() == "none :7\n"


def test_a_tool_that_fails_counts_as_failed_although_the_clipboard_had_the_text_already(tools, display, tmp_path):
    folder = tools(xclip='case "$*" in *-o) cat "$0.board";; *) cat > /dev/null; exit 1;; esac')
    (folder / "xclip.board").write_text(TEXT, "utf-8")
    assert "xclip failed" in copy(TEXT, terminal=nowhere(tmp_path)).message


def test_an_empty_text_empties_the_clipboard(tools, display, tmp_path):
    tools(xclip=WORKS)
    assert copy("", terminal=nowhere(tmp_path)).how is How.TOOL


HTML = "<h1>P&amp;L</h1>"
KEEPS = 'case "$*" in *-o) cat "$0.board";; *) cat > "$0.board"; echo "$*" > "$0.asked";; esac'
ONLY_PLAIN = f'case "$*" in *text/html*) cat > /dev/null; exit 1;; esac; {WORKS}'


def test_rich_text_is_given_to_a_tool_as_html(tools, display, tmp_path):
    folder = tools(xclip=KEEPS)
    copied = copy(TEXT, terminal=nowhere(tmp_path), html=HTML)
    assert (copied.how, copied.message) == (How.TOOL, "Copied as rich text.")
    assert (folder / "xclip.board").read_text(encoding="utf-8") == HTML
    assert (folder / "xclip.asked").read_text().split() == ["-selection", "clipboard", "-t", "text/html"]


def test_so_is_it_on_wayland(tools, monkeypatch, tmp_path):
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-9")
    board = tmp_path / "board"
    tools(wl_copy=f'test "$*" = "-t text/html" && cat > {board}', wl_paste=f"cat {board}")
    assert copy(TEXT, terminal=nowhere(tmp_path), html=HTML).message == "Copied as rich text."
    assert board.read_text() == HTML


@pytest.mark.parametrize("program", ["osascript", "powershell.exe"])
def test_where_one_program_holds_html_and_text_it_gets_both_and_answers_for_them(tools, tmp_path, program):
    folder = tools(**{program: 'cat > "$0.given"; echo has it'})
    assert copy(TEXT, terminal=nowhere(tmp_path), html=HTML).message == "Copied as rich text."
    given = (folder / f"{program}.given").read_bytes()
    if program == "osascript":
        assert json.loads(given) == {"html": HTML, "text": TEXT}
    else:
        html, text = map(base64.b64decode, given.split())
        assert (html, text) == (as_html_format(HTML), TEXT.encode())


@pytest.mark.parametrize("script", ["cat > /dev/null; echo has it not", "cat > /dev/null; exit 1", "cat > /dev/null"])
def test_a_program_that_does_not_answer_for_it_has_not_copied_it(tools, tmp_path, script):
    tools(osascript=script)
    copied = copy(TEXT, terminal=nowhere(tmp_path), html=HTML)
    assert copied.how is How.NOT
    assert copied.message.startswith("Not copied: ")


@pytest.mark.parametrize(
    ("script", "why"),
    [(ONLY_PLAIN, "xclip failed"), (f'case "$*" in *text/html*) {LIES};; esac; {WORKS}', "doesn't give it back")],
)
def test_where_no_tool_takes_html_it_is_copied_as_plain_text_and_that_is_said(tools, display, tmp_path, script, why):
    folder = tools(xclip=script)
    copied = copy(TEXT, folder=tmp_path, terminal=nowhere(tmp_path), html=HTML)
    assert copied.how is How.TOOL
    assert copied.message.startswith("Copied as plain text: xclip ")
    assert why in copied.message
    assert copied.message.endswith(f" It is in {tmp_path / 'clipboard.html'}.")
    assert (folder / "xclip.board").read_text(encoding="utf-8") == TEXT
    assert (tmp_path / "clipboard.html").read_text(encoding="utf-8") == HTML
    assert (tmp_path / "clipboard.txt").read_text(encoding="utf-8") == TEXT


def test_a_tool_that_hangs_with_html_is_given_up_and_the_text_is_copied(tools, display, tmp_path, monkeypatch):
    monkeypatch.setattr("facilitator.delivery.clipboard.RICH_LIMIT_SECONDS", 0.3)
    tools(xclip=f'case "$*" in *text/html*) {HANGS};; esac; {WORKS}')
    with without_waiting():
        copied = copy(TEXT, terminal=nowhere(tmp_path), html=HTML)
    assert copied.message == "Copied as plain text: xclip did not answer."


def test_over_ssh_rich_text_goes_to_the_terminal_as_plain_text(tools, monkeypatch, tmp_path, terminal):
    monkeypatch.setenv("SSH_TTY", "/dev/pts/3")
    tools()
    name, read = terminal
    copied = copy(TEXT, terminal=type(tmp_path)(name), html=HTML)
    assert copied.message.startswith("Copied through your terminal, as plain text: over SSH ")
    assert base64.b64encode(TEXT.encode()) in read()
