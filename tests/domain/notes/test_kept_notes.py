"""A kept note can be edited, filed elsewhere and struck; all of it is history, and can be taken back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.conducting.conductor import Conductor
from facilitator.conducting.rehearsal import rehearse
from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.facts.signal import Signal
from facilitator.domain.language.decision import Refusal
from facilitator.domain.language.reading_notes import typed_line
from facilitator.domain.plan.agenda import Agenda, Competency, Panelist, Question, Segment
from facilitator.domain.session.fold import fold

AGENDA = Agenda(
    title="Final round",
    panel=(Panelist(id="ceo", name="Ann Lee", lead=True), Panelist(id="cfo", name="Bo Ek")),
    competencies=(Competency(id="pipeline", name="Pipeline"), Competency(id="people", name="People")),
    segments=(
        Segment(
            id="one",
            title="One",
            length_seconds=300,
            questions=(Question(id="deals", ask="Which deals?", competency="pipeline", owner="ceo", number=1),),
        ),
        Segment(
            id="two",
            title="Two",
            length_seconds=300,
            questions=(Question(id="team", ask="Which team?", competency="people", owner="cfo", number=2),),
        ),
    ),
)


def after(*lines: str) -> Conductor:
    """The interview in which these lines were typed, one every ten seconds; `cfo> ` in front says by whom."""
    script = "\n".join(f"{place // 6:02}:{place % 6}0 {line}" for place, line in enumerate(lines))
    return rehearse(AGENDA, script)


def texts(conductor: Conductor) -> list[str]:
    return [note.text for note in conductor.session.notes.values()]


def rows(conductor: Conductor):
    return {row.number: row for row in debrief(conductor.session, conductor.now()).notes}


def test_notes_are_numbered_as_they_are_taken():
    conductor = after("/start", "a", "cfo> b", "c")
    assert [(note.number, note.text) for note in conductor.session.notes.values()] == [(1, "a"), (2, "b"), (3, "c")]


def test_a_struck_note_keeps_its_number_and_stands_in_no_debrief():
    conductor = after("/start", "a", "b", "/strike 1", "c")
    assert [(row.number, row.text) for row in rows(conductor).values()] == [(2, "b"), (3, "c")]
    with pytest.raises(Refusal, match="Note 1 was struck"):
        conductor.submit("/edit 1 other words")


def test_the_journal_keeps_what_was_struck():
    conductor = after("/start", "a", "/strike 1")
    assert any(getattr(event.fact, "text", "") == "a" for event in conductor.events)


def test_an_edited_note_reads_as_it_was_put_last_and_says_that_it_was_edited():
    conductor = after("/start", "+ closed tree of five #pipeline", "/edit 1 + closed three of five #pipeline")
    (row,) = rows(conductor).values()
    assert row.text == "closed three of five #pipeline"
    assert (row.signal, row.competency, row.edited, row.at_seconds) == (Signal.STRENGTH, "pipeline", True, 10)


def test_an_edited_line_is_read_like_a_new_one():
    conductor = after("/start", "+ a #pipeline @cfo", "/edit 1 - a @q2")
    (note,) = conductor.session.notes.values()
    assert (note.signal, note.competency, note.question, note.panelists) == (Signal.CONCERN, None, "team", ())


def test_losing_the_sign_is_said():
    conductor = after("/start", "+ a")
    assert conductor.submit("/edit 1 b").said == "Note 1 is changed; it is no longer a strength."


def test_where_a_note_was_filed_outlives_a_change_of_its_words():
    conductor = after("/start", "a", "/file 1 q2 #people", "/edit 1 b")
    (note,) = conductor.session.notes.values()
    assert (note.text, note.question, note.segment, note.competency) == ("b", "team", "two", "people")


@pytest.mark.parametrize(
    ("where", "segment", "question", "competency"),
    [
        ("q2", "Two", "team", "people"),
        ("team", "Two", "team", "people"),
        ("2", "Two", None, None),
        ("#people", "One", "deals", "people"),
        ("2 #pipeline", "Two", None, "pipeline"),
    ],
)
def test_a_note_is_filed_elsewhere(where, segment, question, competency):
    conductor = after("/start", "/ask 1", "a", f"/file 1 {where}")
    (row,) = rows(conductor).values()
    assert (row.segment, row.question, row.competency) == (segment, question, competency)


def test_a_moved_boundary_leaves_a_filed_note_where_it_was_filed():
    conductor = after("/start", "a", "b", "/file 1 1", "/next", "/late 25s")
    assert [row.segment for row in rows(conductor).values()] == ["One", "Two"]


@pytest.mark.parametrize("change", ["/edit 1 - b", "/file 1 q2", "/strike 1"])
def test_each_change_can_be_taken_back(change):
    before = after("/start", "+ a #pipeline")
    conductor = after("/start", "+ a #pipeline", change, "/undo")
    assert list(conductor.session.notes.values()) == list(before.session.notes.values())
    assert not conductor.session.struck


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("/strike 9", "There is no note 9: the last is 1."),
        ("/strike x", "“x” is not a note"),
        ("/edit 1", "The text is missing"),
        ("/edit 1 +", "That would leave the note empty"),
        ("/file 1", "Where does it belong"),
        ("/file 1 q1 2", "name only one of the two"),
        ("/file 1 #nothing", "There is no competency"),
    ],
)
def test_what_cannot_be_done_is_refused_with_its_reason(line, why):
    conductor = after("/start", "a")
    with pytest.raises(Refusal, match=why.replace("?", r"\?")):
        conductor.submit(line)
    assert texts(conductor) == ["a"]


def test_a_note_added_after_the_end_is_late():
    conductor = after("/start", "a", "/end", "b")
    assert [row.late for row in rows(conductor).values()] == [False, True]


@pytest.mark.parametrize(
    "line",
    [
        "+ a #pipeline",
        '"as they said"',
        "a",
        "! @cfo @q2",
        '"We ship it" she said',
        '"No" - then - "well, yes"',
        '"“no” twice"',
        "+5 % growth",
    ],
)
def test_the_line_offered_for_editing_changes_nothing_when_sent_unchanged(line):
    conductor = after("/start", line)
    (before,) = conductor.session.notes.values()
    conductor.submit(f"/edit 1 {typed_line(before)}")
    (note,) = conductor.session.notes.values()
    assert (note.text, note.signal, note.competency, note.question) == (
        before.text,
        before.signal,
        before.competency,
        before.question,
    )


COMMANDS = st.sampled_from(
    [
        "a",
        "+ b #people",
        "cfo> c",
        "/edit 1 d",
        "/edit 2 - e",
        "/strike 1",
        "/strike 2",
        "/file 1 q2",
        "/file 2 2",
        "/undo",
    ]
)


@given(st.lists(COMMANDS, max_size=12), st.randoms())
def test_whatever_is_done_to_notes_folds_the_same_in_any_order_and_numbers_stay_distinct(lines, random):
    conductor = after("/start")
    for line in lines:
        author, _, text = line.rpartition("> ")
        try:
            conductor.submit(text, by=author or None)
        except Refusal:
            continue
        numbers = [note.number for note in (*conductor.session.notes.values(), *conductor.session.struck.values())]
        assert sorted(numbers) == list(range(1, len(numbers) + 1))
    arrived = list(conductor.events) * 2
    random.shuffle(arrived)
    assert fold(arrived) == conductor.session
