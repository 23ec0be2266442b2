"""Lists in JSON and YAML, and rundowns."""

import pytest

from facilitator.preparing.manuscript.from_data import from_json, from_value, from_yaml
from facilitator.preparing.manuscript.manuscript import UnreadableFileError
from tests.preparing.made import agenda_in

RUNDOWN = (
    '{"rundown": [{"type": "event", "title": "Intro", "timeStart": 0, "duration": 300000, "note": "Hi"},'
    ' {"type": "delay", "duration": 1}, {"type": "event", "title": "Spare", "duration": 60000, "skip": true}]}'
)


def test_keys_are_headings_texts_items_and_mappings_tables():
    found = from_json('{"A": ["Why?"], "B": [{"question": "How?"}], "note": "x"}', "a.json")
    assert [(block.kind.value, block.text) for block in found.blocks] == [
        ("heading", "A"),
        ("item", "Why?"),
        ("heading", "B"),
        ("table", ""),
        ("paragraph", "note: x"),
    ]


def test_a_rundown_of_ontime_has_events_in_milliseconds():
    agenda = agenda_in(RUNDOWN, "a.json")
    assert [(part.title, part.length_seconds, part.purpose) for part in agenda.segments] == [("Intro", 300, "Hi")]


def test_yaml_is_read_within_bounds():
    assert [block.text for block in from_yaml("A:\n  - Why?\n", "a.yaml").blocks] == ["A", "Why?"]
    with pytest.raises(UnreadableFileError):
        from_yaml("a: &x [*x]\n", "a.yaml")


@pytest.mark.parametrize("text", ["{", "[" * 5000, "nope"])
def test_what_is_not_json_is_told(text: str):
    with pytest.raises(UnreadableFileError):
        from_json(text, "a.json")


def test_what_is_nested_too_deep_is_refused():
    value: object = "x"
    for _ in range(30):
        value = [value]
    with pytest.raises(UnreadableFileError):
        from_value(value, "a", "JSON")


def test_the_project_of_a_rundown_is_its_title_and_what_is_not_shown_is_left_out():
    text = f'{{"project": {{"title": "Town hall"}}, {RUNDOWN[1:]}'
    assert agenda_in(text, "a.json").title == "Town hall"
    pieces = [block.pieces[0].text for block in from_json(text, "a.json").blocks if block.kind.value == "hidden"]
    assert pieces == ["delay", "skipped | Spare | 60000"]


def test_keys_are_read_as_words():
    agenda = agenda_in(
        "total_time: 30 min\nparts:\n  - name: A\n    minutes: 30\n    questions: [Why?, How?]\n", "a.yaml"
    )
    assert agenda.length_seconds == 1800


def test_a_text_among_entries_is_what_the_others_begin_with():
    text = "- name: A\n  minutes: 5\n  questions:\n    - question: Why?\n      follow_ups: [Since when?]\n    - How?\n"
    agenda = agenda_in(text, "a.yaml")
    assert [(one.ask, one.probes) for one in agenda.questions] == [("Why?", ("Since when?",)), ("How?", ())]
