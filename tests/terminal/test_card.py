"""A scorecard in a terminal: five competencies in a dozen keys, and nothing of it readable before it is sealed."""

from pathlib import Path

import pytest

from tests.cli.shell import files_with
from tests.terminal.program import Spawn, Terminal
from tests.terminal.test_interview import debrief_of, the_session

AGENDA = """\
title: Final round
panel: [{id: ceo, name: Ann Lee, lead: true}, {id: cfo, name: Bo Ek}]
competencies:
  - {id: pipeline, name: Pipeline}
  - {id: forecast, name: Forecast}
  - {id: hiring, name: Hiring, scale: ["no", mixed, "yes"]}
  - {id: peers, name: Peers}
  - {id: plan, name: Planning}
segments: [{title: Talk, length: 15m}]
"""
SCRIPT = """\
00:00 /start
01:00 cfo> + closed three of five #pipeline
02:00 cfo> - vague on the range #forecast
03:00 cfo> hired two #hiring
04:00 cfo> + shares the credit #peers
05:00 cfo> ! no dates #plan
06:00 cfo> /rate pipeline 4 n1
15:00 /end
"""


@pytest.fixture
def ended(spawn: Spawn, home: Path, tmp_path: Path) -> str:
    (tmp_path / "five.yaml").write_text(AGENDA, "utf-8")
    (tmp_path / "five.script").write_text(SCRIPT, "utf-8")
    played = spawn("rehearse", tmp_path / "five.yaml", "--script", tmp_path / "five.script", "--keep")
    assert played.wait_for_exit() == 0
    return the_session(home)


class Counted:
    """Presses keys when a question stands there, and counts them."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.presses = 0

    def at(self, question: str, *keys: str) -> None:
        self.terminal.wait_for(question)
        for key in keys:
            self.terminal.press(key) if key == "enter" else self.terminal.type(key)
            self.presses += 1


def test_five_competencies_take_a_dozen_keys_and_are_looked_over_before_they_are_sealed(
    spawn: Spawn, ended: str, home: Path, tmp_path: Path
):
    counted = Counted(spawn("scorecard", ended, "--as", "cfo"))
    counted.at(r"Enter alone: a key in a file\):", "enter")
    counted.at(r"Rating 1-5 \[not rated; concern n2\]:", "2")
    counted.at(r"Rating 1-3 \[not rated; n3\]:", "3")
    counted.at(r"Rating 1-5 \[not rated; strength n4\]:", "5")
    counted.at(r"Rating 1-5 \[not rated; flag n5\]:", "1")
    counted.at(r"Recommendation .*:", "4")
    counted.at("Strengths .*:", "enter")
    counted.at("Concerns .*:", "enter")
    counted.terminal.wait_for("Enter seals it")
    assert files_with(home, "ScorecardSealed") == []
    counted.at("a number changes that line:", "enter")
    assert counted.terminal.wait_for_exit() == 0
    assert counted.presses <= 12
    assert "scorecard is in" in counted.terminal.text
    assert spawn("unseal", ended, "--reason", "it's late").wait_for_exit() == 0
    rated = debrief_of(spawn, home, tmp_path / "debrief.json")["competencies"]
    assert [(row["rating"], row["word"], row["evidence"]) for each in rated for row in each["ratings"]] == [
        (4, "strong", "n1"),
        (2, "weak", "concern n2"),
        (3, "yes", "n3"),
        (5, "outstanding", "strength n4"),
        (1, "poor", "flag n5"),
    ]


def test_enter_behind_a_number_answers_no_other_question(spawn: Spawn, ended: str, home: Path, tmp_path: Path):
    asked = Counted(spawn("scorecard", ended, "--as", "cfo", "--no-passphrase"))
    asked.at(r"Rating 1-5 \[not rated; concern n2\]:", "2", "enter")
    asked.at(r"Rating 1-3 \[not rated; n3\]:", "3", "enter")
    asked.at(r"Rating 1-5 \[not rated; strength n4\]:", "e", "enter")
    asked.at("Evidence: strength n4", " and 4", "enter")
    asked.at(r"Rating 1-5 \[not rated; strength n4 and 4\]:", "5", "enter")
    asked.at(r"Rating 1-5 \[not rated; flag n5\]:", "1", "enter")
    asked.at(r"Recommendation .*:", "4", "enter")
    asked.at("Strengths .*:", "she hired 2", "enter", "enter")
    asked.at("Concerns .*:", "enter")
    asked.at(
        "5  Planning        1 poor; flag n5(?s:.*)Strengths       she hired 2(?s:.*)changes that line:", "5", "enter"
    )
    asked.at(r"Rating 1-5 \[1 poor; flag n5\]:", "2", "enter")
    asked.terminal.wait_for("5  Planning        2 weak; flag n5(?s:.*)changes that line:")
    assert files_with(home, "ScorecardSealed") == []
    asked.at("changes that line:", "enter")
    assert asked.terminal.wait_for_exit() == 0
    assert "Error" not in asked.terminal.text
    assert spawn("unseal", ended, "--reason", "it's late").wait_for_exit() == 0
    rated = debrief_of(spawn, home, tmp_path / "debrief.json")["competencies"]
    assert [row["evidence"] for each in rated for row in each["ratings"]][2:4] == ["n3", "strength n4 and 4"]


def test_who_types_ahead_of_the_questions_is_understood(spawn: Spawn, ended: str):
    asked = Counted(spawn("scorecard", ended, "--as", "cfo", "--no-passphrase"))
    asked.at(r"Rating 1-5 \[not rated; concern n2\]:", "2\r3\r5\r1")
    asked.at("flag n5(?s:.*)Recommendation .*:", "4")
    asked.at("Strengths .*:", "enter")
    asked.at("Concerns .*:", "enter")
    asked.at(r"\n +3  Hiring          3 yes; n3\n +4  Peers           5 outs(?s:.*)changes that line:", "enter")
    assert asked.terminal.wait_for_exit() == 0


def test_a_word_is_typed_whole_and_a_line_can_be_changed_in_the_end(spawn: Spawn, ended: str):
    asked = Counted(spawn("scorecard", ended, "--as", "cfo", "--no-passphrase"))
    asked.at(r"Rating 1-5 \[not rated; concern n2\]:", "2")
    asked.at(r"Rating 1-3 \[not rated; n3\]:", "yes", "enter")
    asked.at(r"Rating 1-5 \[not rated; strength n4\]:", "enter")
    asked.at("Error: a rating is one of", "-", "enter")
    asked.at(r"Rating 1-5 \[not rated; flag n5\]:", "1")
    asked.at(r"Recommendation .*:", "no", "enter")
    asked.at("Strengths .*:", "one line", "enter")
    asked.at("…:", "and a second", "enter", "enter")
    asked.at("Concerns .*:", "enter")
    asked.at("1  Pipeline        4 strong; n1(?s:.*)changes that line:", "1", "enter")
    asked.at(r"Rating 1-5 \[4 strong; n1\]:", "weak", "enter")
    asked.at("1  Pipeline        2 weak; n1(?s:.*)changes that line:", "1", "enter")
    asked.at(r"Rating 1-5 \[2 weak; n1\]:", "5")
    asked.at("1  Pipeline        5 outstanding; n1(?s:.*)changes that line:", "enter")
    assert asked.terminal.wait_for_exit() == 0
    assert "4  Peers           not rated; strength n4" in asked.terminal.text
    assert "one line\n" in asked.terminal.text
    assert "and a second" in asked.terminal.text


def test_who_writes_next_does_not_see_the_card_before(spawn: Spawn, ended: str):
    asked = Counted(spawn("scorecard", ended, "--no-passphrase"))
    asked.at("Ann Lee writes next", "enter")
    for name in ("Pipeline", "Forecast", "Hiring", "Peers", "Planning"):
        asked.at(rf"\n{name}\n(?s:.*)Rating 1-[35] \[not rated\]:", "-", "enter")
    asked.at("Recommendation .*:", "1")
    asked.at("Strengths .*:", "told by Ann", "enter", "enter")
    asked.at("Concerns .*:", "enter")
    asked.at("told by Ann(?s:.*)changes that line:", "enter")
    asked.terminal.wait_for("Bo Ek writes next")
    assert "told by Ann" not in asked.terminal.text
