"""Host, invite, join, panel: what people type in the shell to share an interview, and what they are told."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.cli.shell import facilitator, program

AGENDA = "vp-sales-final"


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    (tmp_path / "shared").mkdir()
    return tmp_path / "shared"


def hosted(shared: Path, *, by: Path) -> str:
    """Host an interview in lines of text; return its session's id."""
    said = program("--data-dir", by, "host", AGENDA, "--folder", shared, "--plain", stdin="a note\n/start\n\n/panel\n")
    assert said.returncode == 0, said.stderr
    assert "facilitator invite PANELIST" in said.stdout
    assert "Panel: 1 of 1 here · you have the clock." in said.stdout
    assert "Notes and ratings are their author's alone" in said.stdout
    (journal,) = (by / "sessions").glob("*.journal")
    return journal.stem


def test_an_interview_is_hosted_joined_and_looked_at(shared, tmp_path):
    ann, bo = tmp_path / "ann", tmp_path / "bo"
    session = hosted(shared, by=ann)
    invite = program("--data-dir", ann, "invite", "cfo", session)
    assert invite.stdout.startswith("facilitator1-")
    assert "send it as you would send a password" in invite.stderr
    with ThreadPoolExecutor() as others:
        lines = invite.stdout + "Bo's note\n"
        joining = others.submit(program, "--data-dir", bo, "join", "--folder", shared, "--plain", stdin=lines)
        while not joining.done():  # the host comes and goes until it has answered
            program("--data-dir", ann, "panel", session)
    joined = joining.result().stdout
    assert "You are Daniel Owusu" in joined
    assert "Compare these four words with whoever invited you, by voice:" in joined
    told = program("--data-dir", ann, "panel", session).stdout
    assert "b, Daniel Owusu, left at " in told
    assert "had all of this" in told
    assert "Digest of all that is kept here: " in told
    assert told.splitlines()[-1] == program("--data-dir", bo, "panel", session).stdout.splitlines()[-1]
    before = program("--data-dir", ann, "debrief", session, "--format", "md").stdout
    assert "Bo's note" not in before
    assert "Still sealed, and so not in this: Daniel Owusu's 1 note" in before
    assert program("--data-dir", ann, "unseal", session, "--notes", "cfo").returncode == 2
    opened = program("--data-dir", ann, "unseal", session, "--notes", "cfo", "--reason", "His laptop was stolen.")
    assert opened.stdout == "What Daniel Owusu had sealed is open; the reason is recorded.\n"
    assert "Bo's note" in program("--data-dir", ann, "debrief", session, "--format", "md").stdout


def test_a_session_that_was_run_alone_becomes_shared(shared, tmp_path):
    data = ("--data-dir", tmp_path / "ann")
    assert program(*data, "run", AGENDA, "--plain", stdin="a note\n").returncode == 0
    (journal,) = (tmp_path / "ann" / "sessions").glob("*.journal")
    refused = program(*data, "panel", journal.stem)
    assert refused.returncode == 2
    assert f"facilitator host {journal.stem} --folder FOLDER" in refused.stderr
    said = program(*data, "host", journal.stem, "--folder", shared, "--plain", stdin="/notes\n")
    assert "a1 ceo: a note" in said.stdout
    assert "1 of 1 here" in said.stdout


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("host", AGENDA, "--folder", "/nowhere/at/all", "--plain"), "There is no folder"),
        (("join", "--folder", "/nowhere/at/all"), "That isn't an invite"),
        (("join",), "That isn't an invite"),
        (("host", AGENDA), "How do the others take part? --listen"),
        (("host", "--listen", AGENDA), "What to host goes before it"),
        (("host", AGENDA, "--listen", "203.0.113.1:1"), "not an address of this computer"),
        (("panel",), "There is no"),
    ],
)
def test_what_cant_be_is_told_in_words(arguments, why):
    answer = program(*arguments, stdin="no invite\n")
    assert answer.returncode == 2
    assert why in answer.stderr


@pytest.mark.parametrize("line", ["invite cfo", "panel", "remove cfo", "carry stick.carry"])
def test_where_there_is_no_session_yet_a_shared_one_is_to_be_begun(line: str, tmp_path):
    said = facilitator("--data-dir", tmp_path, *line.split())
    assert said.exit_code != 0
    assert "There is no session yet. “facilitator host AGENDA --folder FOLDER” starts a shared one" in said.output


def test_an_invite_is_asked_for_and_never_an_argument():
    assert facilitator("join", "facilitator1-abc", "--folder", "/tmp").exit_code == 2


def test_a_shared_interview_can_have_a_page(shared, tmp_path):
    data = ("--data-dir", tmp_path / "ann")
    said = program(*data, "host", AGENDA, "--folder", shared, "--plain", "--page", stdin="/page\n").stdout
    assert "The page for the room is open" in said
    assert "http://127.0.0.1:" in said


def test_over_the_network_the_invite_says_where_to_connect_to(tmp_path):
    ann, bo = tmp_path / "ann", tmp_path / "bo"
    command = [sys.executable, "-m", "facilitator", "--data-dir", ann, "host", AGENDA, "--listen", "127.0.0.1:0"]
    with subprocess.Popen([*command, "--plain"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as host:
        assert host.stdin is not None
        host.stdin.write("a note\n")
        host.stdin.flush()
        while not (keys := list((ann / "sessions").glob("*.panel"))):
            assert host.poll() is None
        session = keys[0].stem
        invite = program("--data-dir", ann, "invite", "cfo", session)
        assert invite.stderr.endswith("They type: facilitator join\n")
        joined = program("--data-dir", bo, "join", "--plain", stdin=f"{invite.stdout}/them How big is the team?\n")
        assert "You are Daniel Owusu" in joined.stdout, joined.stderr
        said, _ = host.communicate("", timeout=60)
    assert "Daniel Owusu has joined. Compare these four words with them, by voice:" in said
    assert "How big is the team?" in program("--data-dir", ann, "debrief", session, "--format", "md").stdout
    digests = {program("--data-dir", who, "panel", session).stdout.splitlines()[-1] for who in (ann, bo)}
    assert len(digests) == 1


def test_an_invite_for_a_folder_says_so_if_none_is_named(shared, tmp_path):
    session = hosted(shared, by=tmp_path / "ann")
    invite = program("--data-dir", tmp_path / "ann", "invite", "cfo", session).stdout
    refused = program("--data-dir", tmp_path / "bo", "join", stdin=invite)
    assert refused.returncode == 2
    assert "--folder: This invite is for a shared folder." in refused.stderr
