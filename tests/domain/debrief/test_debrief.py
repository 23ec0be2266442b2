"""Everything that a debrief says about one interview, part by part."""

import pytest

from facilitator.domain.debrief.debrief import CoverageRow, Debrief, NoteRow, debrief
from facilitator.domain.facts.kinds.notes import NoteTaken
from facilitator.domain.facts.kinds.running import SegmentStarted
from facilitator.domain.plan.agenda import Competency
from tests.domain.interviews import Room, agenda, ask, part
from tests.domain.session.recorded import minutes, session_of

PLAN = agenda(
    part("Opening", "5m", kind="opening", questions=[ask("aims", must=True, owner="bo")]),
    part(
        "Talk",
        "10m",
        questions=[
            ask("slip", competency="craft", owner="ann"),
            ask("map", must=True, each=True, competency="people"),
            ask("cost", must=True, owner="ann"),
        ],
    ),
    part("Theirs", "6m", kind="candidate_questions"),
    competencies=(
        Competency(id="craft", name="Craft", owners=("bo",), anchors={3: "Enough."}),
        Competency(id="people", name="People"),
    ),
    purpose="To find out.",
)

SCRIPT = """
0:10 /with Ilse Brandt
0:30 early note
1:00 /start
1:30 /ask 1 bo
2:00 + good aims @bo
3:00 /cover 1 bo
4:00 /next
5:00 ? ask more #craft
6:00 /ask 2
7:00 - weak @q3 #share
8:00 /drop 4 no time
9:00 /them Why?
9:30 /them When?
9:45 /them Who?
10:00 /owed 1 bo until friday
10:30 /answered 2 by ann
11:00 /rate craft 3 by bo n2 shows it
11:30 /rate craft 4
11:40 /rate people 2
12:00 /next
13:00 /edit 1 early, edited
14:00 /end
15:00 late note
16:00 /recommend yes bo
16:10 /recommend no
"""


@pytest.fixture(scope="module")
def told() -> Debrief:
    room = Room(PLAN, SCRIPT, planned="0:30", hard_stop="20:00")
    return debrief(room.session, room.at("17:00"))


def test_which_session_it_is_and_when_it_ran(told: Debrief):
    header = told.session
    assert (header.id, header.title, header.purpose, header.candidate, header.timezone) == (
        "s",
        "A round",
        "To find out.",
        "Ilse Brandt",
        "UTC",
    )
    times = (header.opened, header.started, header.ended, header.planned_start, header.hard_stop)
    assert [time and time[11:19] for time in times] == ["10:00:00", "10:01:00", "10:14:00", "10:00:30", "10:20:00"]
    assert header.clock_marks == ()


def test_what_never_was_has_no_time():
    room = Room(PLAN)
    header = debrief(room.session, room.at("1:00")).session
    assert (header.started, header.ended, header.planned_start, header.hard_stop) == (None, None, None, None)


def test_how_far_each_question_got(told: Debrief):
    rows = [
        (row.number, row.segment, row.segment_number, row.owner, row.must, row.status, row.by, row.reason)
        for row in told.coverage
    ]
    assert rows == [
        (1, "Opening", 1, "bo", True, "covered", {"bo": "covered"}, ""),
        (2, "Talk", 2, "ann", False, "asked", {"ann": "asked"}, ""),
        (3, "Talk", 2, None, True, "planned", {"ann": "planned", "bo": "planned"}, ""),
        (4, "Talk", 2, "ann", True, "dropped", {"ann": "dropped"}, "no time"),
    ]
    assert [(row.question, row.ask, row.competency) for row in told.coverage[:2]] == [
        ("aims", "What about aims?", None),
        ("slip", "What about slip?", "craft"),
    ]


@pytest.mark.parametrize(
    ("must", "status", "missed"),
    [
        (True, "planned", True),
        (True, "dropped", True),
        (True, "asked", False),
        (True, "covered", False),
        (False, "planned", False),
        (False, "dropped", False),
    ],
)
def test_a_must_ask_that_nobody_asked_is_missed(told: Debrief, must: bool, status: str, missed: bool):
    fields = {name: getattr(told.coverage[0], name) for name in CoverageRow.__struct_fields__}
    assert CoverageRow(**fields | {"must": must, "status": status}).is_missed is missed


def test_what_was_rated_on_what(told: Debrief):
    text = {note.id: note.text for note in told.notes}
    craft, people = told.competencies
    assert (craft.id, craft.name, craft.owners, craft.anchors) == ("craft", "Craft", ("bo",), {3: "Enough."})
    assert [
        (row.panelist, row.rating, row.anchor, row.evidence, [text[note] for note in row.notes], row.no_evidence)
        for row in craft.ratings
    ] == [("ann", 4, "", "", [], True), ("bo", 3, "Enough.", "n2 shows it", ["good aims @bo"], False)]
    assert [(row.panelist, row.rating) for row in people.ratings] == [("ann", 2)]
    assert [[text[note] for note in row.notes] for row in told.competencies] == [
        ["ask more #craft"],
        ["weak @q3 #share"],
    ]


def test_where_each_note_belongs(told: Debrief):
    rows = [
        (row.number, row.at[11:19], row.at_seconds, row.text, row.question, row.segment, row.segment_number)
        for row in told.notes
    ]
    assert rows == [
        (1, "10:00:30", -30, "early, edited", None, None, None),
        (2, "10:02:00", 60, "good aims @bo", "aims", "Opening", 1),
        (3, "10:05:00", 240, "ask more #craft", None, "Talk", 2),
        (4, "10:07:00", 360, "weak @q3 #share", "map", "Talk", 2),
        (5, "10:15:00", 840, "late note", None, None, None),
    ]


def test_what_each_note_is(told: Debrief):
    rows = [(row.signal, row.competency, row.panelists, row.shared, row.edited, row.late) for row in told.notes]
    assert rows == [
        (None, None, (), False, True, False),
        ("strength", None, ("bo",), False, False, False),
        ("follow-up", "craft", (), False, False, False),
        ("concern", "people", (), True, False, False),
        (None, None, (), False, False, True),
    ]
    assert {row.author for row in told.notes} == {"ann"}


def test_before_a_start_a_notes_time_counts_from_the_opening():
    room = Room(PLAN, "0:30 early")
    assert [row.at_seconds for row in debrief(room.session, room.at("1:00")).notes] == [30]


def test_a_notes_time_is_the_second_that_had_begun():
    started, note = SegmentStarted(segment="one"), NoteTaken(text="a note")
    session = session_of((1 - 0.5 / 60, note), (1, started), (1 + 0.5 / 60, note), (2 - 0.5 / 60, note))
    assert [row.at_seconds for row in debrief(session, minutes(3)).notes] == [-1, 0, 59]


def test_what_the_candidate_asked_and_what_became_of_it(told: Debrief):
    assert [(row.number, row.at[11:19], row.text, row.status, row.by, row.due) for row in told.candidate_questions] == [
        (1, "10:09:00", "Why?", "owed", "bo", "2026-12-04"),
        (2, "10:09:30", "When?", "answered", "ann", ""),
        (3, "10:09:45", "Who?", "asked", None, ""),
    ]


def test_what_is_to_be_done_afterwards(told: Debrief):
    assert [(item.kind, item.text, item.by, item.due) for item in told.follow_ups] == [
        ("owed_answer", "Why?", "bo", "2026-12-04"),
        ("must_ask", "What about map?", None, ""),
        ("must_ask", "What about cost?", "ann", ""),
        ("note", "ask more #craft", "ann", ""),
    ]


def test_what_is_recommended_by_panelist(told: Debrief):
    assert list(told.recommendations.items()) == [("ann", "no"), ("bo", "yes")]


def test_the_timeline_says_what_was_planned_and_what_it_took(told: Debrief):
    rows = [(row.number, row.segment, row.kind, row.place, row.planned_seconds) for row in told.timeline]
    assert rows == [
        (1, "Opening", "opening", "done", 300),
        (2, "Talk", "talk", "done", 600),
        (3, "Theirs", "candidate_questions", "done", 360),
    ]
    assert [(row.added_seconds, row.actual_seconds) for row in told.timeline] == [(0, 180), (0, 480), (0, 120)]
    assert [[(visit.start[11:19], visit.end) for visit in row.visits] for row in told.timeline[:2]] == [
        [("10:01:00", "2026-12-01T10:04:00.000Z")],
        [("10:04:00", "2026-12-01T10:12:00.000Z")],
    ]


def test_the_interview_as_a_whole(told: Debrief):
    timing = told.timing
    assert (timing.planned_seconds, timing.actual_seconds, timing.paused_seconds) == (1260, 780, 0)
    assert (timing.over_seconds, timing.late_start_seconds, timing.hard_stop_over_seconds) == (-480, 30, -360)
    assert told.floor == ()


def test_a_second_counts_when_it_has_passed():
    room = Room(PLAN, "0:00 /start\n1:00 /pause")
    timing = debrief(room.session, room.at("3:00") + 700).timing
    assert (timing.paused_seconds, timing.actual_seconds) == (120, 180)
    assert timing.by_kind["opening"].actual == 60


def test_a_pause_that_lasts_counts_until_now_and_others_until_their_end():
    room = Room(PLAN, "0:00 /start\n1:00 /pause\n2:30 /resume\n4:00 /pause")
    assert debrief(room.session, room.at("5:00")).timing.paused_seconds == 150


def test_a_long_pause_is_exact():
    room = Room(PLAN, "0:00 /start\n1:00 /pause\n121:00 /resume")
    assert debrief(room.session, room.at("122:00")).timing.paused_seconds == 2 * 60 * 60


def test_who_spoke_how_long():
    room = Room(PLAN, "0:00 /start\n0:00 /floor bo\n1:00 /floor them\n4:00 /floor off\n6:00 /end")
    floor = debrief(room.session, room.at("9:00")).floor
    assert [(row.holder, row.name, row.seconds, row.share) for row in floor] == [
        ("bo", "Bo Ek", 60, 0.25),
        ("candidate", "the candidate", 180, 0.75),
    ]


def test_shares_have_three_digits():
    room = Room(PLAN, "0:00 /start\n0:00 /floor bo\n1:00 /floor them\n3:00 /end")
    assert [row.share for row in debrief(room.session, room.at("9:00")).floor] == [0.333, 0.667]


def test_a_floor_that_nobody_had_for_any_time_has_no_shares():
    room = Room(PLAN, "0:00 /start\n0:00 /floor bo")
    assert [(row.seconds, row.share) for row in debrief(room.session, room.at("0:00")).floor] == [(0, 0.0)]


def test_a_note_of_an_older_export_has_no_number_and_was_neither_edited_nor_late(told: Debrief):
    fields = {name: getattr(told.notes[-1], name) for name in NoteRow.__struct_fields__}
    older = NoteRow(**{name: value for name, value in fields.items() if name not in ("number", "edited", "late")})
    assert (older.number, older.edited, older.late) == (0, False, False)
