"""Every wrong agenda is told where it is wrong, what was found, and what was expected."""

from pathlib import Path

import pytest

from facilitator.agenda_files import load, parse


def complaints_of(text: str, name: str = "a.yaml") -> list[str]:
    loaded = parse(text, name)
    assert (loaded.agenda is None) == any(complaint.severity == "error" for complaint in loaded.complaints)
    return [str(complaint) for complaint in loaded.complaints]


def with_segment(fields: str, more: str = "") -> str:
    return f"title: x\n{more}segments:\n  - {{title: A, length: 5m, {fields}}}\n"


def test_all_complaints_of_a_file_come_at_once_in_order_of_position():
    found = complaints_of(
        "titel: x\n"
        "panel:\n"
        "  - {id: ceo, nme: First}\n"
        "segments:\n"
        "  - {title: A, length: 40h, kind: Opening}\n"
        "  - {title: B, length: -5m, questions: [{ask: Why?, must: maybe}]}\n"
        "  - nothing\n"
    )
    assert found == [
        "a.yaml:1:1: error: an agenda has no key 'titel' (did you mean 'title'?)",
        "a.yaml:3:15: error: a panelist has no key 'nme' (did you mean 'name'?)",
        "a.yaml:5:24: error: found '40h', expected a duration of at most 12h (a bare number is minutes)",
        "a.yaml:5:35: error: found 'Opening', expected one of: opening, talk, practice, presentation, workshop, "
        "candidate_questions, break, closing (did you mean 'opening'?)",
        "a.yaml:6:24: error: found '-5m', expected a duration above zero",
        "a.yaml:6:59: error: found 'maybe', expected true or false",
        "a.yaml:7:5: error: found 'nothing', expected a segment with keys such as 'id', 'title', 'kind'",
    ]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "1:1: error: the file is empty"),
        ("# nothing\n", "1:1: error: the file is empty"),
        ("just text", "1:1: error: found 'just text', expected an agenda with keys such as"),
        ("title: x\nsegments: []\n", "2:11: error: 'segments' is empty, expected at least one"),
        ("title: x\n", "1:1: error: 'segments' is missing: an agenda needs it"),
        ("title: x\nsegments: {a: 1}\n", "2:11: error: found a group of keys, expected a list"),
        ("title: Tell me: why\n", "1:15: error: not YAML: found ': ' inside a text; put the text in quotes"),
        ("title: x\n\tsegments: []", "2:1: error: not YAML: found a tab character"),
        ("title: [x", "error: not YAML: "),
        ("a: 1\n---\nb: 2\n", "2:1: error: a second document starts here"),
        ("title: a\x1bb\n", "1:9: error: found the control character U+001B"),
        ("title: x\ntitle: y\n", "2:1: error: 'title' is here twice; it was first given on line 1"),
        ("? [a]\n: b\n", "1:3: error: found a list as a key, expected a name"),
        ("title: !!python/object:os.system x\n", "1:8: error: found the tag '!!python/object:os.system'"),
        ("title: &a x\npurpose: *a\n", "2:10: error: found the alias '*a': write the value out instead"),
        ("title: &a x\n", "1:8: error: found the anchor '&a'"),
        ("<<: {title: x}\n", "1:1: error: found the merge key '<<'"),
        ("title: .nan\n", "1:8: error: '.nan' is not a value for an agenda"),
        ("title: x\nlength: -.inf\n", "2:9: error: '-.inf' is not a value for an agenda"),
        ("title: x\nlength: soon\n", "2:9: error: found 'soon', expected a duration: 5m, 1h30m"),
        ("title: x\nlength: 0\n", "2:9: error: found '0', expected a duration above zero"),
        ("title:\n", "1:7: error: 'title' is empty: an agenda needs it"),
        ("title: x\nstarts: tomorrow\n", "2:9: error: found 'tomorrow', expected a local date and time such as"),
        ("title: x\nstarts: 2026-12-01\n", "2:9: error: found '2026-12-01', expected a local date and time"),
        ("title: x\nhard_stop: 25:00\n", "2:12: error: found '25:00', expected a local time such as 11:35"),
        ("title: x\ntimezone: Europe/Londn\n", "(did you mean 'Europe/London'?)"),
        ("starts: 2026-12-01 10:00\nhard_stop: 9:30\n", "2:12: error: 'hard_stop' (09:30) isn't after 'starts'"),
        ("starts: 10:00\nhard_stop: 10:00\n", "2:12: error: 'hard_stop' (10:00) isn't after 'starts'"),
        (f"title: {'x' * 400}\n", "1:8: error: 400 characters; at most 300 are read here"),
        (with_segment("questions: [{ask: Why?, owner: cfo}]"), "no panelist has the id 'cfo', as the agenda lists no"),
        (with_segment("lead: coe", "panel: [{id: ceo, name: A}]\n"), "(did you mean 'ceo'?)"),
        (with_segment("questions: [{ask: Why?, competency: pipelin}]", "competencies: [{id: pipeline, name: P}]\n"),
         "4:64: error: no competency has the id 'pipelin' (did you mean 'pipeline'?)"),
        (with_segment("questions: [{ask: A, id: x}, {ask: B, id: X}]"), "a second question with the id 'X'; the first"),
        (with_segment("", "panel: [{id: a, name: A}, {id: a, name: B}]\n"), "a second panelist with the id 'a'"),
        (with_segment("", "panel: [{id: until, name: A}]\n"), "'until' is a word of the commands"),
        (with_segment("", "panel: [{id: a b, name: A}]\n"), "found 'a b', expected a short name without spaces"),
        (with_segment("", "panel: [{id: a, name: A, lead: true}, {id: b, name: B, lead: true}]\n"), "a second lead"),
        (with_segment("questions: [{ask: A, owner: a}]", "panel: [{id: a, name: A, shadow: true}]\n"), "is a shadow"),
        (with_segment("questions: [{ask: A, id: q7}]"), "'q7' would be taken for a question's number"),
        (with_segment("questions: [{ask: {Why: not}}]"), "text with ': ' in it needs quotes"),
        (with_segment("at_least: 6m"), "'at_least' is longer than the segment's length of 5m"),
        (with_segment("", "competencies: [{id: a, name: A, anchors: {6: x}}]\n"), "found '6', expected a whole"),
    ],
)  # fmt: skip
def test_a_wrong_agenda_is_told_so(text: str, complaint: str):
    found = complaints_of(text)
    assert any(complaint in line for line in found), found
    assert parse(text, "a.yaml").agenda is None


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (with_segment("", "length: 4m\n"), "2:9: warning: the segments add up to 5m, 1m more than the slot of 4m"),
        (with_segment("", "length: 20m\n"), "2:9: warning: the segments add up to 5m, 15m less than the slot of 20m"),
        (with_segment("questions: [{ask: A, must: true, length: 7m}]"), "asked take 7m, 2m more than the segment"),
        (with_segment("", "starts: 2026-12-01 10:00\nhard_stop: 10:03\n"), "the segments run 2m past the hard stop"),
        (with_segment("", "starts: 23:59\nhard_stop: 00:02\n"), "the segments run 2m past the hard stop"),
        (with_segment("", "competencies: [{id: a, name: A}]\n"), "the candidate has no time of their own to ask"),
        (with_segment("questions: [{ask: A}]", "competencies: [{id: a, name: A}]\n"), "no question asks about 'a'"),
        (with_segment("questions: [{ask: A, owner: a, backup: a}]", "panel: [{id: a, name: A}]\n"), "is owner and"),
        (with_segment("questions: [{ask: A, must: true}]", "panel: [{id: a, name: A}, {id: b, name: B}]\n"), "nobody"),
        (with_segment("questions: [{ask: A, owner: a}]", "panel: [{id: a, name: A}, {id: b, name: B}]\n"),
         "2:27: warning: 'b' rates, but has no question and leads no segment"),
    ],
)  # fmt: skip
def test_a_doubtful_agenda_is_loaded_with_a_warning(text: str, complaint: str):
    loaded = parse(text, "a.yaml")
    assert loaded.agenda is not None
    assert any(complaint in str(warning) for warning in loaded.complaints), [str(w) for w in loaded.complaints]


@pytest.mark.parametrize("panel", ["[{id: ceo, name: A, rol: x}, 7]", "[{id: a, name: A}, {idd: ceo, name: B}]", "ceo"])
def test_one_mistake_on_the_panel_does_not_make_its_members_unknown(panel: str):
    text = with_segment("lead: ceo", f"panel: {panel}\n")
    assert not any("no panelist" in line for line in complaints_of(text))


def test_a_file_that_cannot_be_read_is_a_complaint(tmp_path: Path):
    latin = tmp_path / "latin.yaml"
    latin.write_bytes("title: x\nname: José\n".encode("latin-1"))
    large = tmp_path / "large.yaml"
    large.write_bytes(b"#" * (1024 * 1024 + 1))
    assert str(load(latin).complaints[0]).startswith(f"{latin}:2:10: error: not UTF-8: found the byte 0xe9")
    assert "larger than 1 MiB" in str(load(large).complaints[0])
    assert str(load(tmp_path / "no.yaml").complaints[0]) == f"{tmp_path / 'no.yaml'}:1:1: error: there is no such file"
    assert "is a folder" in str(load(tmp_path).complaints[0])
    assert "can't be read" in str(load(Path("a\0b.yaml")).complaints[0])


@pytest.mark.parametrize(
    ("bomb", "complaint"),
    [
        ("[" * 100_000, "nested more than 20 levels deep"),
        ("{" * 100_000, "nested more than 20 levels deep"),
        ("- " * 100_000, "nested more than 20 levels deep"),
        ("[" + "1," * 50_000 + "]", "more than 20000 values"),
        ("a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(90)), "found the alias '*a'"),
        ("a: &a {b: 1}\n" + "".join(f"c{n}: {{<<: [*a, *a]}}\n" for n in range(30)), "found the merge key '<<'"),
    ],
    ids=["lists", "groups", "items", "values", "aliases", "merge keys"],
)
def test_a_bomb_is_refused_before_it_is_expanded(bomb: str, complaint: str):
    assert any(complaint in line for line in complaints_of(bomb))
