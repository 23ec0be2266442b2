"""No minute is made up unsaid."""

import pytest

from facilitator.agenda_files.complaints import Complaints
from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftQuestion, DraftSegment
from facilitator.preparing.drafting.lengths import asks_for_a_length, position_of, set_lengths
from facilitator.preparing.manuscript.manuscript import FilePlace
from facilitator.preparing.written_times.written_time import written_time
from tests.preparing.made import imported


def drafted(*times: str, length: int | None = None, questions: int = 0) -> DraftAgenda:
    draft = DraftAgenda(length_seconds=length)
    for time in times:
        asked = [DraftQuestion("Why?", FilePlace(2)) for _ in range(questions)]
        draft.segments.append(DraftSegment("A", FilePlace(1), time=written_time(time), questions=asked))
    return draft


def seconds(draft: DraftAgenda) -> list[int | None]:
    set_lengths(draft, Complaints("a"))
    return [part.seconds for part in draft.segments]


@pytest.mark.parametrize(
    ("times", "length", "found"),
    [
        (["A (5 min)", "A (3-5 min)"], None, [300, 300]),
        (["9:00 A", "9:10-9:30 A"], None, [600, 1200]),
        (["A (25 %)", "A"], 1200, [300, 900]),
        (["A", "A"], 600, [300, 300]),
    ],
)
def test_written_worked_out_or_shared(times: list[str], length: int | None, found: list[int]):
    assert seconds(drafted(*times, length=length)) == found


def test_each_counts_for_every_question_and_is_said():
    draft = drafted("A (5 min each)", questions=3)
    assert seconds(draft) == [900]
    assert draft.segments[0].guesses == ["5m each, for 3 questions"]


def test_a_part_is_as_long_as_its_questions_if_all_have_a_length():
    draft = DraftAgenda(segments=[DraftSegment("A", FilePlace(1))])
    draft.segments[0].questions = [DraftQuestion("Why?", FilePlace(1), seconds=60) for _ in range(3)]
    assert not asks_for_a_length(draft)
    assert seconds(draft) == [180]


def test_without_a_stated_length_it_is_asked_for():
    assert asks_for_a_length(drafted("A"))
    assert not asks_for_a_length(drafted("A (5 min)"))
    assert not asks_for_a_length(drafted("A", length=600))
    complaints = Complaints("a")
    set_lengths(drafted("A", "A (5 min)"), complaints)
    assert "no length of the whole is stated" in complaints.in_order()[0].message


def test_where_nothing_is_left_it_is_told():
    complaints = Complaints("a")
    set_lengths(drafted("A (10 min)", "A", length=600), complaints)
    assert "no time is left for it" in complaints.in_order()[0].message


def test_a_complaint_is_at_the_line_paragraph_or_row():
    assert position_of(FilePlace(line=3, column=2)).line == 3
    assert position_of(FilePlace(paragraph=4)).line == 4
    assert position_of(FilePlace(sheet="x", row=5, column=2)).line == 5


TABLE = "| Part | Minutes |\n|-|-|\n| A | 10 |\n| B | 20 |\n"


@pytest.mark.parametrize(
    ("guide", "told"),
    [
        ("# Talk (60 min)\n## A (30 min)\n## B (27 min)\n", ["1: 1h are stated, but the parts add up to 57m"]),
        ("# Talk (60 min)\n## A (30 min)\n## B (30 min)\n", []),
        ("# Talk (60 min)\n## A (30 min)\n## B (40 min)\n",
         ["1: the segments add up to 1h10m, 10m more than the slot of 1h"]),
        ("# Talk\n\n## Main part (30 min)\n- Intro (10 min)\n- Work (18 min)\n",
         ["3: 30m are stated, but the parts add up to 28m"]),
        (f"{TABLE}| Total | 35 |\n", ["5: 35m are stated, but the parts add up to 30m"]),
        (f"{TABLE}| Subtotal | 30 |\n| C | 5 |\n| Subtotal | 5 |\n| Total | 35 |\n", []),
        (f"{TABLE}| Subtotal | 25 |\n| C | 5 |\n| Total | 35 |\n",
         ["5: 25m are stated, but the parts add up to 30m"]),
    ],
)  # fmt: skip
def test_a_stated_total_that_is_not_the_sum_is_told_where_it_stands(guide: str, told: list[str]):
    found = imported(guide).loaded.complaints
    assert [f"{one.line}: {one.message}" for one in found] == told
