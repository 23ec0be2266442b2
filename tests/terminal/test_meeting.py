"""The debrief of a session that is over, opened by its name in a real terminal: the panel meets there."""

from pathlib import Path

import pytest

from tests.terminal.program import Spawn
from tests.terminal.test_interview import agenda, debrief_of, enter, started, the_session

__all__ = ["agenda"]

SCRIPT = """\
00:00 /start
01:00 + closed three of five #pipeline
02:00 /recommend yes
02:10 cfo> /recommend yes
05:00 /end
"""


@pytest.fixture
def ended(spawn: Spawn, agenda: Path, home: Path, tmp_path: Path) -> str:
    script = tmp_path / "script"
    script.write_text(SCRIPT, encoding="utf-8")
    played = spawn("rehearse", agenda, "--script", script, "--keep", "--out", tmp_path / "played.md")
    assert played.wait_for_exit() == 0
    return the_session(home)


def test_it_votes_and_decides_there_and_says_why(spawn: Spawn, ended: str, home: Path, tmp_path: Path):
    terminal = spawn("debrief", ended)
    terminal.wait_for("Debrief: Final round")
    terminal.type("8")
    terminal.wait_for("Vote, decide, dissent")
    terminal.write(b"\xe9\xff")  # no UTF-8: ends nothing
    terminal.type("/")
    terminal.wait_for("/dissent")
    assert terminal.text.index("/vote") < terminal.text.index("/decide") < terminal.text.index("/dissent")
    enter(terminal, "decide no")
    terminal.wait_for("leans to yes")
    enter(terminal, " after two references")
    terminal.wait_for("Decided no: after two references")
    terminal.type("q")
    assert terminal.wait_for_exit() == 0
    panel = debrief_of(spawn, home, tmp_path / "debrief.json")["panel"]
    assert (panel["decision"]["outcome"], panel["decision"]["reason"]) == ("no", "after two references")
    assert panel["dissenters"] == ["ceo", "cfo"]


def test_where_somebody_else_has_the_session_in_hand_it_is_read_all_the_same(spawn: Spawn, ended: str):
    first = spawn("debrief", ended)
    first.wait_for("Debrief: Final round")
    second = spawn("debrief", ended)
    second.wait_for("Debrief: Final round")
    second.type("8")
    second.wait_for("To vote and decide, come back with: facilitator resume")


def test_while_cards_are_sealed_nothing_is_held_and_nothing_is_decided(spawn: Spawn, ended: str, tmp_path: Path):
    card = tmp_path / "card.yaml"
    card.write_text("recommendation: no\nratings: []\n", encoding="utf-8")
    terminal = spawn("scorecard", ended, "--as", "cfo", "--no-passphrase", "--from", card)
    assert terminal.wait_for_exit() == 0
    reading = spawn("debrief", ended)
    reading.wait_for("Debrief: Final round")
    reading.type("8")
    reading.wait_for("Sealed until all are in")
    assert spawn("scorecard", ended, "--as", "ceo", "--no-passphrase", "--from", card).wait_for_exit() == 0


def test_what_is_written_at_the_end_can_be_taken_in_elsewhere(
    spawn: Spawn, agenda: Path, home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    (home / "library").mkdir(parents=True, exist_ok=True)
    (home / "library" / "config.toml").write_text('formats = ["md", "json", "csv"]\n', encoding="utf-8")
    terminal = started(spawn, agenda)
    enter(terminal, "seen and heard")
    enter(terminal, "/end")
    terminal.wait_for("Enter to end anyway")
    terminal.press("enter")
    terminal.wait_for(r"\.md, with\s+\.json, -csv")
    (written,) = (home / "library" / "debriefs").glob("*.json")
    taken_in = spawn("--data-dir", tmp_path / "elsewhere", "import-session", written)
    taken_in.wait_for("Imported")
