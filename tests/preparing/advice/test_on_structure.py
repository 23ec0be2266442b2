"""Advice on structure: purpose, opening and closing, work on the table, owners and anchors."""

from collections.abc import Mapping

import pytest

from tests.preparing.advice.advising_on import SOUND, advice_on, changed, codes, parts

ANCHORS = {"1": "Waits", "5": "Builds"}
THREE = [{"id": name, "name": name} for name in ("ann", "bo", "cy")]


def of_structure(text: str) -> list[str]:
    return [code for code in codes(text) if code.startswith("structure/")]


def rated(*competencies: Mapping[str, object], owners: tuple[str, ...] = (), **more: object) -> str:
    asked = [{"ask": f"What did you do, {owner}?", "competency": "a", "owner": owner} for owner in owners]
    segments = [
        {"title": "Hello", "kind": "opening", "length": "5m", "questions": asked},
        *[{"title": kind, "kind": kind, "length": "10m"} for kind in ("workshop", "candidate_questions", "closing")],
    ]
    return changed({"competencies": list(competencies), "segments": segments, **more})


def test_an_agenda_says_what_it_is_for():
    assert of_structure(changed({"purpose": None})) == ["structure/no-purpose"]


def test_it_opens_and_closes():
    assert of_structure(parts("workshop 45m", "candidate_questions 10m", "closing 5m")) == ["structure/no-opening"]
    assert of_structure(parts("opening 5m", "workshop 45m", "candidate_questions 10m")) == ["structure/no-closing"]


def test_an_hour_of_talk_has_no_work_on_the_table():
    assert of_structure(parts("opening 5m", "talk 40m", "candidate_questions 10m", "closing 5m")) == [
        "structure/no-practice"
    ]


def test_a_first_call_needs_none():
    assert of_structure(parts("opening 5m", "talk 15m", "candidate_questions 5m", "closing 5m")) == []


def test_a_competency_has_an_owner_and_anchors():
    assert of_structure(rated({"id": "a", "name": "A", "owners": ["bo"], "anchors": ANCHORS})) == []
    assert of_structure(rated({"id": "a", "name": "A", "anchors": ANCHORS})) == ["structure/unowned-competency"]
    assert of_structure(rated({"id": "a", "name": "A", "owners": ["bo"]})) == ["structure/no-anchors"]


def test_who_asks_alone_owns_everything():
    alone = [{"id": "ann", "name": "Ann"}]
    text = changed({"panel": alone}, rated({"id": "a", "name": "A", "anchors": ANCHORS}))
    assert "structure/unowned-competency" not in of_structure(text.replace("owner: bo", "owner: ann"))


def test_many_competencies_without_anchors_are_one_piece_of_advice():
    many = [{"id": f"c{i}", "name": "C", "owners": ["bo"]} for i in range(9)]
    [advice] = [one for one in advice_on(rated(*many)) if one.code == "structure/no-anchors"]
    assert "'c0', 'c1', 'c2', 'c3', 'c4' and 4 more" in advice.reason


@pytest.mark.parametrize(
    ("scale", "points"), [("", "1, 3 and 5"), ("no yes", "1 and 2"), ("a b c d", "1, 2 and 4"), ("a b c", "1, 2 and 3")]
)
def test_the_ends_and_the_middle_of_a_scale_are_to_be_described(scale: str, points: str):
    one = {"id": "a", "name": "A", "owners": ["bo"]} | ({"scale": scale.split()} if scale else {})
    [advice] = advice_on(rated(one))
    assert f"Describe at least {points} under" in advice.suggestion


def test_three_who_all_ask_about_one_thing_are_too_many():
    one = {"id": "a", "name": "A", "owners": ["bo"], "anchors": ANCHORS}
    assert of_structure(rated(one, owners=("ann", "bo", "cy"), panel=THREE)) == ["structure/crowded-competency"]
    assert of_structure(rated(one, owners=("ann", "bo"), panel=THREE)) == []
    assert of_structure(rated(one, owners=("ann", "bo"))) == []


def test_a_sound_structure_gets_no_advice():
    assert of_structure(SOUND) == []
