"""No minute is made up unsaid."""

import pytest

from facilitator.agenda_files.complaints import Complaints
from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftQuestion, DraftSegment
from facilitator.preparing.drafting.lengths import asks_for_a_length, position_of, set_lengths
from facilitator.preparing.manuscript.manuscript import FilePlace
from facilitator.preparing.written_times.written_time import written_time


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
