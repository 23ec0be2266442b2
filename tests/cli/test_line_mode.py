"""An interview through a pipe, from the agenda to the debrief; and when the line mode is wanted."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.cli.line_mode import has_screen
from tests.cli.shell import program

WHOLE = """\
/start
+ closed three of five #pipeline
/cover 1 by cfo

/questions
/next
/them How is the quota set?
/owed 1 by cfo until friday
/end

/vote yes by cfo
/debrief
"""

CRASHING = (
    "from facilitator.plain.plain_interview import PlainInterview\n"
    "def take(interview, line):\n"
    "    raise ValueError(line)\n"
    "PlainInterview.take = take\n"
)


def the_session(home: Path) -> str:
    [journal] = (home / "library" / "sessions").glob("*.journal")
    return journal.stem


def kept(home: Path) -> dict:
    exported = program("debrief", the_session(home), "--format", "json")
    assert exported.returncode == 0, exported.stderr
    return json.loads(exported.stdout)


def loaded_by(arguments: tuple[str | Path, ...], stdin: str) -> str:
    """The modules that were loaded when the program had run in a pipe."""
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from facilitator.__main__ import main\n"
            f"sys.argv = {['facilitator', *map(str, arguments)]!r}\n"
            "try: main()\nexcept SystemExit: pass\n"
            "print(*sys.modules, file=sys.stderr)",
        ],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return run.stderr


class TestThroughAPipe:
    def test_a_whole_interview_is_run_and_its_debrief_read(self, agenda: Path, home: Path):
        answer = program("run", agenda, "--candidate", "Robin Reyes", "--plain", stdin=WHOLE)
        assert (answer.returncode, answer.stderr) == (0, "")
        told = answer.stdout
        assert told.startswith("VP Sales, final round, with Robin Reyes.\n")
        for said in (
            "Kept, strength",
            "Bo Ek has covered q1.",
            " left of 5:00",
            "Enter ",
            "Saved to ",
            "Bo Ek votes yes.",
        ):
            assert said in told
        assert "closed three of five" in told.partition("Debrief: VP Sales, final round")[2]
        assert told.rstrip().endswith(f"facilitator debrief {the_session(home)}")
        assert "\x1b" not in told
        value = kept(home)
        assert [note["text"] for note in value["notes"]] == ["closed three of five #pipeline"]
        assert value["session"]["ended"] is not None

    def test_it_needs_no_option(self, agenda: Path, home: Path):
        answer = program("run", agenda, stdin="/start\na note\n")
        assert answer.returncode == 0, answer.stderr
        assert f"Unfinished; the clock keeps running. facilitator resume {the_session(home)}" in answer.stdout

    def test_it_goes_on_with_the_next(self, agenda: Path, home: Path):
        program("run", agenda, stdin="/start\nthe first\n")
        answer = program("resume", stdin="the second\n/notes\n")
        assert answer.returncode == 0, answer.stderr
        assert "n2 ceo: the second" in answer.stdout
        assert [note["text"] for note in kept(home)["notes"]] == ["the first", "the second"]

    def test_what_was_edited_in_the_agenda_is_told_and_taken_over(self, agenda: Path, home: Path):
        program("run", agenda, stdin="/start\n")
        agenda.write_text(agenda.read_text().replace("length: 10m", "length: 15m"))
        answer = program("resume", stdin="/takeover\n/takeover yes\n/takeover\n")
        assert answer.stdout.splitlines()[0].endswith("has been edited since: /takeover shows the changes.")
        assert "1 change from the agenda adopted." in answer.stdout
        assert "There is nothing to adopt." in answer.stdout
        assert "was edited since" not in program("resume", stdin="/order\n").stdout

    def test_somebody_else_than_the_lead_can_write(self, agenda: Path, home: Path):
        answer = program("run", agenda, "--as", "cfo", stdin="a note\n")
        assert "your next note is Bo Ek's" in answer.stdout
        assert [note["author"] for note in kept(home)["notes"]] == ["cfo"]

    def test_a_question_without_an_answer_leaves_the_interview_unfinished(self, agenda: Path, home: Path):
        answer = program("run", agenda, stdin="/start\n/end\n")
        assert "Not sent, kept for next time: /end" in answer.stdout
        assert "Unfinished" in answer.stdout
        assert "Begun last time but not sent: /end" in program("resume", stdin="/order\n").stdout

    def test_a_wrong_line_is_answered_and_the_next_is_read(self, agenda: Path, home: Path):
        answer = program("run", agenda, stdin="/cover 99\n/nonsense\na note\n")
        assert "no question 99" in answer.stdout
        assert "There is no command /nonsense." in answer.stdout
        assert [note["text"] for note in kept(home)["notes"]] == ["a note"]

    def test_no_screen_is_loaded(self, agenda: Path):
        loaded = loaded_by(("run", agenda, "--plain"), WHOLE).split()
        assert "facilitator.plain.line_loop" in loaded
        assert "textual" not in loaded


class TestAPipeThatCloses:
    def test_when_nobody_reads_the_answers_what_comes_is_kept_all_the_same(self, agenda: Path, home: Path):
        run = subprocess.Popen(
            [sys.executable, "-m", "facilitator", "run", str(agenda), "--plain"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert run.stdin is not None
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.readline()
        run.stdout.close()
        run.stdin.write("/start\none\ntwo\n")
        run.stdin.close()
        said = run.stderr.read()
        run.stderr.close()
        assert run.wait(60) == 1
        assert "The output was closed" in said
        assert "Traceback" not in said
        assert [note["text"] for note in kept(home)["notes"]] == ["one", "two"]


class TestACrash:
    def test_says_where_and_nothing_of_what_was_said(
        self, agenda: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ):
        broken = tmp_path / "broken"
        broken.mkdir()
        (broken / "sitecustomize.py").write_text(CRASHING)
        monkeypatch.setenv("PYTHONPATH", f"{broken}:{Path(__file__).parents[2]}")
        answer = program("run", agenda, "--plain", stdin="wants a salary of 120k\n")
        assert answer.returncode == 1
        assert "ValueError" in answer.stderr
        assert "in take" in answer.stderr
        assert "facilitator resume" in answer.stderr
        assert "120k" not in answer.stdout + answer.stderr


class TestWhenItIsWanted:
    def test_a_pipe_without_a_line_begins_nothing(self, agenda: Path, home: Path):
        answer = program("run", agenda)
        assert answer.returncode == 2
        assert "--plain" in answer.stderr
        assert not (home / "library" / "sessions").exists()

    def test_without_an_agenda_there_is_nothing_to_pick_on(self):
        answer = program("run", "--plain", stdin="a note\n")
        assert answer.returncode == 2
        assert "name the agenda" in answer.stderr

    def test_a_pipe_is_no_screen(self):
        assert not has_screen()
