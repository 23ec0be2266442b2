"""What is marked in their recording, and where in it."""

from facilitator.conducting.rehearsal import rehearse
from facilitator.domain.debrief.debrief import debrief
from facilitator.reports.markers.markers import MarkerKind, Recording, markers
from tests.ui.sessions import small_agenda

SCRIPT = """\
00:00 - late by a minute
00:10 /start
01:10 + closed three of five
02:10 what nobody marks
03:10 /cover 1
10:10 /end
10:20 ! an afterthought
"""


def marked(start: int = 0, asked: dict[str, int] | None = None) -> list[tuple[int, int, str]]:
    conductor = rehearse(small_agenda(), SCRIPT, "Robin Reyes")
    value = debrief(conductor.session, conductor.now())
    return [(one.start, one.end, one.label) for one in markers(value, Recording(start, asked or {}))]


def test_segments_questions_and_notes_with_a_signal_are_marked_at_their_second():
    [first, *_] = debrief_questions()
    labels = {label.split(" (")[0]: (start, end) for start, end, label in marked(192, {first: 180})}
    assert labels["strength: closed three of five"] == (252, 252)
    assert next(times for label, times in labels.items() if label.startswith("1 ")) == (192, 792)
    assert next(times for label, times in labels.items() if label.startswith("q1 ")) == (372, 372)
    assert not any("nobody marks" in label or "afterthought" in label for label in labels)


def debrief_questions() -> list[str]:
    return [question.id for question in small_agenda().questions]


def test_what_lies_before_the_recording_is_left_out_and_what_began_before_is_cut():
    assert next(start for start, _, _ in marked(0)) == 0
    assert not any("late by a minute" in label for _, _, label in marked(0))
    assert any("late by a minute" in label for _, _, label in marked(60))
    segment = next(one for one in marked(-100) if one[2].startswith("1 "))
    assert segment[:2] == (0, 500)


def test_they_are_in_the_order_of_time_segments_first(final_round):
    found = markers(final_round, Recording(60))
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert found[0].kind is MarkerKind.SEGMENT
    assert {one.kind for one in found} == set(MarkerKind)
