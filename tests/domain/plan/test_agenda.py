"""The plan as values: what it takes, and what follows from it."""

from typing import get_args, get_type_hints

import msgspec
import pytest

from facilitator.domain.plan.agenda import (
    Agenda,
    Identifier,
    OneLine,
    OptionalLine,
    Panelist,
    Question,
    Segment,
    SegmentKind,
    Text,
)
from tests.domain.interviews import agenda, ask, part

PLAN = agenda(
    part("Opening", "5m", kind="opening", questions=[ask("aims")]),
    part("Talk", "10m", at_least="4m", questions=[ask("slip"), ask("map")]),
    part("Cases", "7m"),
    part("Theirs", "9m", kind="candidate_questions"),
)


def of(**fields) -> Agenda:
    """An agenda as it would stand in a file, with these fields of its only segment or of its own."""
    in_segment = {name: fields.pop(name) for name in list(fields) if name in Segment.__struct_fields__}
    segment = {"title": "Talk", "length_seconds": 60} | in_segment
    return msgspec.convert({"title": "A round", "segments": [segment]} | fields, Agenda)


@pytest.mark.parametrize(
    ("field", "least", "most"),
    [
        ("length_seconds", 1, 12 * 60 * 60),
        ("at_least_seconds", 1, 12 * 60 * 60),
        ("warning_seconds", 1, 12 * 60 * 60),
    ],
)
def test_a_length_is_a_second_at_least_and_twelve_hours_at_most(field: str, least: int, most: int):
    assert getattr(of(**{field: least}).segments[0], field) == least
    assert getattr(of(**{field: most}).segments[0], field) == most
    for wrong in (least - 1, most + 1):
        with pytest.raises(msgspec.ValidationError):
            of(**{field: wrong})


@pytest.mark.parametrize(
    ("fields", "longest"),
    [
        (lambda text: {"title": text}, 300),
        (lambda text: {"panel": [{"id": "a", "name": text}]}, 300),
        (lambda text: {"panel": [{"id": "a", "name": "Ann", "role": text}]}, 300),
        (lambda text: {"panel": [{"id": text, "name": "Ann"}]}, 60),
        (lambda text: {"questions": [{"ask": text}]}, 5000),
        (lambda text: {"questions": [{"ask": "Why?", "probes": [text]}]}, 5000),
    ],
)
def test_a_text_has_a_longest_length(fields, longest: int):
    of(**fields("x" * longest))
    with pytest.raises(msgspec.ValidationError, match=f"<= {longest}"):
        of(**fields("x" * (longest + 1)))


@pytest.mark.parametrize(
    "fields",
    [
        {"title": ""},
        {"panel": [{"id": "a", "name": ""}]},
        {"panel": [{"id": "", "name": "Ann"}]},
        {"questions": [{"ask": ""}]},
        {"segments": []},
        {"panel": [{"id": "a b", "name": "Ann"}]},
        {"panel": [{"id": "a#b", "name": "Ann"}]},
        {"panel": [{"id": "a@b", "name": "Ann"}]},
        {"panel": [{"id": "a/b", "name": "Ann"}]},
        {"panel": [{"id": "a,b", "name": "Ann"}]},
        {"panel": [{"id": "a>b", "name": "Ann"}]},
        {"competencies": [{"id": "c", "name": "Craft", "anchors": {0: "nothing"}}]},
        {"competencies": [{"id": "c", "name": "Craft", "anchors": {11: "all"}}]},
        {"ends": "never"},
        {"perspective": "board"},
        {"kind": "lunch"},
    ],
)
def test_what_is_no_agenda_is_refused(fields):
    with pytest.raises(msgspec.ValidationError):
        of(**fields)


def test_one_letter_is_enough_for_a_name_and_a_text():
    tiny = of(title="T", panel=[{"id": "a", "name": "A"}], questions=[{"ask": "?"}])
    assert (tiny.segments[0].title, tiny.panel[0].name, tiny.questions[0].ask) == ("T", "A", "?")


def test_a_rating_goes_from_1_to_5():
    anchors = {1: "none", 2: "some", 3: "enough", 4: "much", 5: "all"}
    assert of(competencies=[{"id": "c", "name": "Craft", "anchors": anchors}]).competencies[0].anchors == anchors


def test_what_is_left_out_is_as_usual():
    bare = of(questions=[{"ask": "Why?"}], panel=[{"id": "a", "name": "Ann"}])
    segment = bare.segments[0]
    question = segment.questions[0]
    panelist = bare.panel[0]
    assert (bare.bell, bare.perspective, bare.purpose, bare.competencies) == (False, "panel", "", ())
    assert (segment.kind, segment.optional, segment.ends, segment.protected) == ("talk", False, "manual", None)
    assert (question.must, question.each, question.number, question.owner) == (False, False, 0, None)
    assert (panelist.lead, panelist.shadow, panelist.role) == (False, False, "")


@pytest.mark.parametrize(
    ("kind", "label", "real_work", "protected"),
    [
        ("opening", "opening", False, False),
        ("talk", "talk", False, False),
        ("practice", "practice", True, False),
        ("presentation", "presentation", True, False),
        ("workshop", "workshop", True, False),
        ("candidate_questions", "their questions", False, True),
        ("break", "break", False, False),
        ("closing", "closing", False, False),
    ],
)
def test_what_a_segment_is_for(kind: str, label: str, real_work: bool, protected: bool):
    known = SegmentKind(kind)
    assert (known.label, known.is_real_work, known.is_protected) == (label, real_work, protected)
    assert part("A part", "5m", kind=kind).is_protected is protected


@pytest.mark.parametrize("kind", ["talk", "candidate_questions"])
@pytest.mark.parametrize("protected", [True, False])
def test_the_agenda_says_what_is_protected_where_it_says_anything(kind: str, protected: bool):
    assert part("A part", "5m", kind=kind, protected=protected).is_protected is protected


def test_a_segment_can_get_as_short_as_it_says_or_half_as_long():
    assert [segment.shortest_seconds for segment in PLAN.segments] == [150, 240, 210, 270]
    assert part("Odd", "3s").shortest_seconds == 1


def test_an_agenda_is_as_long_as_its_segments():
    assert PLAN.planned_seconds == (5 + 10 + 7 + 9) * 60
    assert PLAN.planned_seconds_by_kind == {"opening": 300, "talk": 17 * 60, "candidate_questions": 540}
    assert list(PLAN.planned_seconds_by_kind) == ["opening", "talk", "candidate_questions"]


def test_questions_and_segments_are_found():
    assert [question.id for question in PLAN.questions] == ["aims", "slip", "map"]
    assert PLAN.question_by_id["slip"].number == 2
    assert PLAN.segment_by_question["map"].title == "Talk"
    assert PLAN.position_by_segment == {"opening": 0, "talk": 1, "cases": 2, "theirs": 3}
    assert PLAN.segment("cases") is PLAN.segments[2]
    assert PLAN.panelist_by_id["bo"].name == "Bo Ek"
    assert PLAN.competency_by_id["people"].name == "People"


def panelists(*marks: str) -> tuple[Panelist, ...]:
    """`a lead`, `b shadow`: an id and what is marked."""
    return tuple(
        Panelist(id=mark[0], name=mark[0].upper(), lead="lead" in mark, shadow="shadow" in mark) for mark in marks
    )


@pytest.mark.parametrize(
    ("panel", "lead", "raters"),
    [
        (["a", "b"], "a", "ab"),
        (["a", "b lead"], "b", "ab"),
        (["a shadow", "b"], "b", "b"),
        (["a shadow", "b", "c"], "b", "bc"),
        (["a shadow lead", "b"], "a", "b"),
        (["a shadow", "b shadow"], "a", ""),
    ],
)
def test_who_owns_the_clock_and_who_rates(panel: list[str], lead: str, raters: str):
    plan = agenda(part("Talk", "5m"), panel=panelists(*panel))
    assert plan.lead.id == lead
    assert "".join(panelist.id for panelist in plan.raters) == raters


@pytest.mark.parametrize(
    ("panel", "names"),
    [
        ([("a", "Ann", "CEO"), ("b", "Bo", "CFO")], ["Ann", "Bo"]),
        ([("a", "Ann", "CEO"), ("b", "Ann", "CFO")], ["Ann (CEO)", "Ann (CFO)"]),
        ([("a", "Zoë", "CEO"), ("b", "Zoe", "CFO")], ["Zoë (CEO)", "Zoe (CFO)"]),
        ([("a", "Ann", "CEO"), ("b", "Ann", "CEO")], ["Ann (a)", "Ann (b)"]),
        ([("a", "Ann", "CEO"), ("b", "Ann", "")], ["Ann (a)", "Ann (b)"]),
        ([("a", "Ann", ""), ("b", "Ann", "")], ["Ann (a)", "Ann (b)"]),
        ([("a", "Ann", "CEO"), ("b", "Ann", "CFO"), ("c", "Bo", "CFO")], ["Ann (CEO)", "Ann (CFO)", "Bo"]),
        ([("a", "Ann", "CEO"), ("b", "Ann", "CFO"), ("c", "Ann", "CEO")], ["Ann (a)", "Ann (b)", "Ann (c)"]),
        ([("a", "Ilse", "CEO"), ("b", "Bo", "")], ["Ilse (CEO)", "Bo"]),
        ([("a", "Ilse", ""), ("b", "Bo", "")], ["Ilse (a)", "Bo"]),
    ],
)
def test_namesakes_are_told_apart_by_their_roles_else_by_their_ids(panel, names: list[str]):
    plan = agenda(part("Talk", "5m"), panel=tuple(Panelist(id=id, name=name, role=role) for id, name, role in panel))
    assert [plan.name_of(panelist.id, candidate="Ilse") for panelist in plan.panel] == names


def test_somebody_unknown_is_called_by_the_id_and_nobody_not_at_all():
    assert PLAN.name_of("zed") == "zed"
    assert PLAN.name_of(None) == ""


def test_whom_the_panel_talks_with():
    assert PLAN.other_side == "the candidate"
    assert agenda(part("Talk", "5m"), perspective="candidate").other_side == "the employer"


@pytest.mark.parametrize(
    ("alias", "extra"),
    [
        (OneLine, {"one_line": True}),
        (OptionalLine, {"one_line": True}),
        (Identifier, {"one_line": True, "expected": "a short name without spaces and # @ / , >"}),
        (Text, None),
        (get_type_hints(Question, include_extras=True)["number"], {"in_file": False}),
    ],
)
def test_what_the_reader_of_agenda_files_is_told(alias, extra):
    """Names and titles are folded to one line; the number of a question is worked out."""
    assert get_args(alias)[1].extra == extra
