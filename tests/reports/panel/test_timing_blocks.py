"""The plan beside what happened, in words."""

import re

import pytest

from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.text.durations import parse_duration
from facilitator.reports import export_text
from tests.domain.interviews import Room
from tests.domain.language.answers import PLAN


def test_the_deviation_is_told_in_words(final_round):
    source = export_text(final_round, "md")
    assert "| 2 | Your 90-day plan | 09:06 | 15:00 |  | 17:45 | 2:45 over |" in source
    assert "| 8 | Closing | 10:31 | 5:00 |  | 4:40 | 0:20 under |" in source
    assert "- Your questions to us (protected): 15:00 promised, 14:50 given, ended 0:10 early." in source


@pytest.mark.parametrize(
    ("script", "row"),
    [
        ("7:00 /pause\n9:00 /resume", "|  | Paused | 10:07 |  |  | 2:00 | 2:00 over |"),
        ("9:00 /pause 10:06-10:08", "|  | Paused | 10:06 |  |  | 2:00 | 2:00 over |"),
        ("7:00 /pause\n8:00 /resume\n9:00 /pause\n", "|  | Paused | 10:07 |  |  | 4:00 | 4:00 over, in 2 pauses |"),
    ],
)
def test_pauses_stand_in_the_table_so_that_it_adds_up(script: str, row: str):
    room = Room(PLAN, f"0:00 /start\n5:00 /next\n{script}\n12:00 /end")
    source = export_text(debrief(room.session, room.at("12:00")), "md")
    assert row in source.splitlines()
    *parts, whole = (parse_duration(found) for found in re.findall(r"\| (\d+:\d\d) \| [^|]*\|\n", source))
    assert sum(parts) == whole
