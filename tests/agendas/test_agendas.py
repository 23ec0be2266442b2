"""The bundled agendas: each loads without a word of complaint, and keeps the promises that a panel relies on."""

import re
from pathlib import Path

import pytest

from facilitator import agenda_files, resources
from facilitator.domain.plan.agenda import Agenda, Question, Segment, SegmentKind

PATHS = sorted(resources.agendas_dir().glob("*.yaml"))
NAMES = [path.stem for path in PATHS]
INTERVIEWS = [
    "hiring-manager-screen",
    "operations-lead",
    "panel-loop",
    "software-engineer-panel",
    "structured-behavioural",
    "vp-sales-final",
]
SPEAKABLE = re.compile(r"[a-z]+(-[a-z]+)?")
# What may not be asked of a candidate, or sounds as if it were.
NOT_TO_BE_ASKED = re.compile(
    r"\b(ages?|how old|married|marriage|spouse|child\w*|kids|pregnan\w*|religio\w*|church|national\w*|native|"
    r"accent|disab\w*|illness|sick|born|current salary|salary history|union|vote)\b",
    re.IGNORECASE,
)


@pytest.fixture(params=NAMES)
def agenda(request: pytest.FixtureRequest) -> Agenda:
    return _agenda(request.param)


def _agenda(name: str) -> Agenda:
    loaded = agenda_files.load(resources.agendas_dir() / f"{name}.yaml")
    assert loaded.complaints == ()
    assert loaded.agenda is not None
    return loaded.agenda


def _needed_seconds(agenda: Agenda, questions: tuple[Question, ...]) -> int:
    """What `questions` take; one that each has to cover is asked by every rating panelist."""
    return sum((question.length_seconds or 0) * (len(agenda.raters) if question.each else 1) for question in questions)


def _of_kind(agenda: Agenda, kind: SegmentKind) -> list[Segment]:
    return [segment for segment in agenda.segments if segment.kind is kind]


def test_there_are_the_nine_that_the_readme_promises() -> None:
    assert set(NAMES) == {*INTERVIEWS, "user-research", "interview-the-employer", "expert-conversation"}


@pytest.mark.parametrize("path", PATHS, ids=NAMES)
def test_each_file_says_first_for_whom_it_is_and_how_to_adapt_it(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    comments = next(count for count, line in enumerate(lines) if not line.startswith("# "))
    assert 2 <= comments <= 4
    assert lines[0].startswith("# For ")
    assert any("To adapt: " in line for line in lines[:comments])
    assert max(map(len, lines)) <= 120


def test_the_minutes_fill_the_slot_exactly(agenda: Agenda) -> None:
    assert agenda.planned_seconds == agenda.length_seconds


def test_the_questions_fit_their_segment_and_the_must_asks_with_room_to_listen(agenda: Agenda) -> None:
    for segment in agenda.segments:
        must = tuple(question for question in segment.questions if question.must)
        assert _needed_seconds(agenda, segment.questions) <= segment.length_seconds, segment.title
        assert _needed_seconds(agenda, must) <= 0.85 * segment.length_seconds, segment.title


def test_every_question_has_its_minutes_and_somebody_to_ask_it(agenda: Agenda) -> None:
    for question in agenda.questions:
        assert question.length_seconds, question.ask
        assert question.owner or question.each, question.ask


def test_a_must_ask_that_is_assessed_has_a_backup_where_two_could_ask_it(agenda: Agenda) -> None:
    if len(agenda.raters) > 1:
        assert all(question.backup for question in agenda.questions if question.must and question.competency)


def test_texts_are_short_enough_to_be_read_at_a_glance(agenda: Agenda) -> None:
    assert len(agenda.title) <= 40
    for competency in agenda.competencies:
        assert len(competency.name) <= 40
        assert all(len(anchor) <= 110 for anchor in competency.anchors.values())
    for segment in agenda.segments:
        assert len(segment.title) <= 40
        assert 0 < len(segment.purpose) <= 110
        assert 0 < len(segment.say) <= 115
    for question in agenda.questions:
        assert len(question.ask) <= 120
        assert all(len(text) <= 90 for text in (*question.probes, *question.listen_for))


def test_ids_can_be_said_aloud_and_mean_one_thing(agenda: Agenda) -> None:
    questions = [question.id for question in agenda.questions]
    competencies = [competency.id for competency in agenda.competencies]
    names = [*questions, *competencies, *(panelist.id for panelist in agenda.panel)]
    assert all(SPEAKABLE.fullmatch(name) and len(name) <= 16 for name in names), names
    assert not set(questions) & set(competencies)


def test_it_begins_with_an_opening_and_ends_with_a_closing(agenda: Agenda) -> None:
    assert agenda.segments[0].kind is SegmentKind.OPENING
    assert agenda.segments[-1].kind is SegmentKind.CLOSING


def test_the_other_side_has_a_protected_time_to_ask(agenda: Agenda) -> None:
    (theirs,) = _of_kind(agenda, SegmentKind.CANDIDATE_QUESTIONS)
    assert theirs.is_protected
    assert theirs.questions == ()


@pytest.mark.parametrize("name", INTERVIEWS)
def test_a_candidate_gets_at_least_a_seventh_of_the_time_for_their_questions(name: str) -> None:
    agenda = _agenda(name)
    (theirs,) = _of_kind(agenda, SegmentKind.CANDIDATE_QUESTIONS)
    assert theirs.length_seconds * 7 >= agenda.planned_seconds


def test_a_break_is_a_break(agenda: Agenda) -> None:
    assert not any(segment.questions for segment in _of_kind(agenda, SegmentKind.BREAK))


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"structured-behavioural"}))
def test_real_work_is_on_the_table(name: str) -> None:
    assert any(segment.kind.is_real_work for segment in _agenda(name).segments)


def test_only_short_set_pieces_end_by_themselves(agenda: Agenda) -> None:
    assert all(segment.length_seconds <= 300 for segment in agenda.segments if segment.ends == "auto")


def test_warnings_come_before_danger_and_both_before_the_end(agenda: Agenda) -> None:
    for segment in agenda.segments:
        marks = (segment.danger_seconds, segment.warning_seconds, segment.length_seconds)
        given = [mark for mark in marks if mark]
        assert given == sorted(given), segment.title


def test_everyone_who_rates_has_a_focus_area_or_a_question(agenda: Agenda) -> None:
    owners = {owner for competency in agenda.competencies for owner in competency.owners}
    askers = {question.owner for question in agenda.questions}
    for panelist in agenda.raters:
        assert panelist.id in askers, panelist.name
        assert not agenda.competencies or panelist.id in owners, panelist.name


def test_every_competency_is_asked_about_and_its_ends_and_middle_are_described(agenda: Agenda) -> None:
    asked = {question.competency for question in agenda.questions}
    for competency in agenda.competencies:
        assert competency.id in asked
        assert {1, 3, 5} <= set(competency.anchors)


def test_the_structured_interview_describes_every_point_of_every_scale() -> None:
    scales = [set(competency.anchors) for competency in _agenda("structured-behavioural").competencies]
    assert scales == [{1, 2, 3, 4, 5}] * 4


def test_the_panel_loop_has_four_panelists_with_a_focus_area_each() -> None:
    agenda = _agenda("panel-loop")
    owners = [owner for competency in agenda.competencies for owner in competency.owners]
    assert len(agenda.raters) == 4
    assert sorted(owners) == sorted(panelist.id for panelist in agenda.panel)


def test_user_research_winds_down_in_the_last_five_minutes_and_asks_for_consent_first() -> None:
    agenda = _agenda("user-research")
    assert agenda.segments[-1].length_seconds == 300
    assert agenda.segments[-1].is_protected
    assert agenda.questions[0].id == "consent"
    assert agenda.questions[0].must


def test_interviewing_the_employer_is_the_candidates_own() -> None:
    agenda = _agenda("interview-the-employer")
    assert agenda.perspective == "candidate"
    assert len(agenda.panel) == 1


def test_nothing_is_asked_that_may_not_be_asked(agenda: Agenda) -> None:
    for question in agenda.questions:
        for text in (question.ask, *question.probes, *question.listen_for):
            assert not NOT_TO_BE_ASKED.search(text), text


def test_nobody_sits_on_two_panels() -> None:
    names = [panelist.name for name in NAMES for panelist in _agenda(name).panel]
    assert len(set(names)) == len(names)
