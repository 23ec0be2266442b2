"""Advice sees to it that both sides get to ask."""

from tests.preparing.advice.advising_on import SOUND, changed, codes, parts


def of_sides(text: str) -> list[str]:
    return [code for code in codes(text) if code.startswith("sides/")]


def test_the_candidate_needs_time():
    assert of_sides(parts("opening 5m", "workshop 40m", "closing 5m")) == ["sides/no-time"]


def test_where_competencies_are_rated_the_check_has_complained_of_that_already():
    text = parts("opening 5m", "workshop 40m", "closing 5m", competencies=[{"id": "a", "name": "A"}])
    assert of_sides(text) == []


def test_a_tenth_of_the_time_is_enough():
    assert of_sides(parts("opening 5m", "workshop 45m", "candidate_questions 6m", "closing 4m")) == []
    assert of_sides(parts("opening 5m", "workshop 46m", "candidate_questions 5m", "closing 4m")) == ["sides/too-short"]


def test_what_comes_last_is_cut_first():
    assert of_sides(parts("opening 5m", "workshop 40m", "candidate_questions 10m")) == ["sides/last"]


def test_a_closing_after_it_and_its_protection_keep_it():
    assert of_sides(SOUND) == []
    unprotected = SOUND.replace(
        "candidate_questions, length: 10m", "candidate_questions, length: 10m, protected: false"
    )
    assert of_sides(unprotected) == ["sides/last"]


def test_a_candidate_who_interviews_the_employer_has_all_the_time():
    text = parts("opening 5m", "workshop 50m", "candidate_questions 2m", perspective="candidate")
    assert of_sides(text) == []


def test_a_single_segment_is_not_last():
    assert "sides/last" not in of_sides(
        changed({"segments": [{"title": "A", "kind": "candidate_questions", "length": 9}]})
    )
