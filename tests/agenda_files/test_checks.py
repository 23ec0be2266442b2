"""An agenda must make sense as a whole: errors where it can't be run, warnings where a panel should think again."""

import pytest

from facilitator.agenda_files import parse
from tests.agenda_files.reading import agenda_of, complaints_of, errors_of, with_segment

TWO = "panel: [{id: a, name: A}, {id: b, name: B}]\n"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (with_segment("questions: [{ask: Why?, owner: cfo}]"), "no panelist has the id 'cfo', as the agenda lists no"),
        (with_segment("lead: coe", "panel: [{id: ceo, name: A}]\n"), "(did you mean 'ceo'?)"),
        (with_segment("lead: someone", TWO), "no panelist has the id 'someone'; there are: a, b"),
        (with_segment("questions: [{ask: A, backup: c}]", TWO), "no panelist has the id 'c'; there are: a, b"),
        (with_segment("", "competencies: [{id: p, name: P, owners: [c]}]\n" + TWO), "no panelist has the id 'c'"),
        (with_segment("questions: [{ask: Why?, competency: pipelin}]", "competencies: [{id: pipeline, name: P}]\n"),
         "4:64: error: no competency has the id 'pipelin' (did you mean 'pipeline'?)"),
        (with_segment("questions: [{ask: A, owner: a}]", "panel: [{id: a, name: A, shadow: true}]\n"),
         "'a' is a shadow, who only watches and can't own a question"),
        (with_segment("", "competencies: [{id: p, name: P, owners: [a]}]\npanel: [{id: a, name: A, shadow: true}]\n"),
         "'a' is a shadow, who only watches and can't own a competency"),
    ],
)  # fmt: skip
def test_whoever_is_named_is_on_the_panel_and_may_do_it(text: str, complaint: str):
    assert any(complaint in line for line in errors_of(text)), errors_of(text)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (with_segment("questions: [{ask: A, id: x}, {ask: B, id: X}]"), "a second question with the id 'X'; the first"),
        (with_segment("", "panel: [{id: a, name: A}, {id: a, name: B}]\n"),
         "2:32: error: a second panelist with the id 'a'; the first is on line 2"),
        (with_segment("", "competencies: [{id: a, name: A}, {id: A, name: B}]\n"), "a second competency with the id"),
        ("title: x\nsegments: [{id: a, title: A, length: 5}, {id: a, title: B, length: 5}]\n", "a second segment with"),
        (with_segment("", "panel: [{id: until, name: A}]\n"), "'until' is reserved for commands"),
        (with_segment("questions: [{ask: A, id: q7}]"), "'q7' would be taken for a question's number"),
        (with_segment("id: '3'"), "'3' would be taken for a number"),
    ],
)  # fmt: skip
def test_an_id_means_one_thing_in_a_command(text: str, complaint: str):
    assert any(complaint in line for line in errors_of(text)), errors_of(text)


def test_there_is_one_lead_at_most():
    text = with_segment("", "panel: [{id: a, name: A, lead: true}, {id: b, name: B, lead: true}]\n")
    assert errors_of(text) == ["a.yaml:2:62: error: a second lead: 'a' is the lead already"]


@pytest.mark.parametrize("email", ["ann", "ann@", "a@b.example, b@b.example", "<a@b.example>", "mailto:a@b.example"])
def test_an_address_is_one_to_which_an_invitation_can_go(email: str):
    text = f'panel:\n  - {{id: ann, name: Ann, email: "{email}"}}\n' + with_segment("at_least: 5m")
    assert [one.partition(": error: ")[2] for one in errors_of(text)] == [
        f"found '{email}', expected an e-mail address such as ann@example.com"
    ]
    assert complaints_of(text.replace(f'"{email}"', "ann@b.example")) == []


def test_a_segment_is_as_long_as_its_shortest_length():
    complaint = "a.yaml:3:38: error: 'at_least' is longer than the segment's length of 5m"
    assert errors_of(with_segment("at_least: 6m")) == [complaint]
    assert complaints_of(with_segment("at_least: 5m")) == []


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        (with_segment("", "length: 4m\n"), "2:9: warning: the segments add up to 5m, 1m more than the slot of 4m"),
        (with_segment("", "length: 20m\n"), "2:9: warning: the segments add up to 5m, 15m less than the slot of 20m"),
        (with_segment("questions: [{ask: A, must: true, length: 7m}]"),
         "3:24: warning: the questions that must be asked take 7m, 2m more than the segment"),
        (with_segment("", "competencies: [{id: a, name: A}]\n"),
         "4:3: warning: no segment of kind candidate_questions: the candidate has no time to ask questions"),
        (with_segment("questions: [{ask: A}]", "competencies: [{id: a, name: A}]\n"), "no question covers 'a'"),
        (with_segment("questions: [{ask: A, owner: a, backup: a}]", "panel: [{id: a, name: A}]\n"),
         "'a' is both owner and backup of this question"),
        (with_segment("questions: [{ask: A, owner: a, backup: b}]",
                      "panel: [{id: a, name: A}, {id: b, name: B, shadow: true}]\n"),
         "'b' is a shadow, but would have to ask"),
        (with_segment("questions: [{ask: A, must: true}]", TWO), "this question must be asked, but nobody owns it"),
        (with_segment("questions: [{ask: A, owner: a}]", TWO),
         "2:27: warning: 'b' rates, but has no question and leads no segment"),
    ],
)  # fmt: skip
def test_a_doubtful_agenda_is_loaded_with_a_warning(text: str, warning: str):
    agenda_of(text)
    assert any(warning in line for line in complaints_of(text)), complaints_of(text)


@pytest.mark.parametrize(
    "text",
    [
        with_segment("", "length: 10m\n"),
        with_segment("kind: candidate_questions", "competencies: [{id: a, name: A}]\n"),
        with_segment("", "competencies: [{id: a, name: A}]\nperspective: candidate\n"),
        with_segment("questions: [{ask: A, must: true, each: true}]", TWO),
        with_segment("lead: b, questions: [{ask: A, owner: a}]", TWO),
        with_segment("questions: [{ask: A, owner: a, backup: b}]", TWO),
        with_segment("questions: [{ask: A, must: true}]", "panel: [{id: a, name: A}]\n"),
    ],
)
def test_what_a_panel_may_well_want_is_not_doubted(text: str):
    assert complaints_of(text) == []


@pytest.mark.parametrize("panel", ["[{id: ceo, name: A, rol: x}, 7]", "[{id: a, name: A}, {idd: ceo, name: B}]", "ceo"])
def test_one_mistake_on_the_panel_does_not_make_its_members_unknown(panel: str):
    text = with_segment("lead: ceo", f"panel: {panel}\n")
    assert not any("no panelist" in line for line in complaints_of(text))


def test_a_segment_that_could_not_be_read_is_not_missed_in_the_sum():
    text = "title: x\nlength: 20m\nsegments:\n  - {title: A, length: 5m}\n  - nothing\n"
    (complaint,) = parse(text, "a.yaml").complaints
    assert "found 'nothing'" in complaint.message


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (with_segment("", "scale: [no]\n"), "2:8: error: 'scale' has 1, expected 2 to 10"),
        (with_segment("", f"scale: [{', '.join('abcdefghijk')}]\n"), "2:8: error: 'scale' has 11, expected 2 to 10"),
        (with_segment("", "scale: []\n"), "2:8: error: 'scale' is empty, expected 2 to 10"),
        (with_segment("", "scale: [never, often, Never]\n"), "2:23: error: 'Never' is the word for 1 already"),
        (with_segment("", "scale: [strong_no, strong no]\n"), "2:20: error: 'strong no' is the word for 1 already"),
        (with_segment("", "scale: [never, 3]\n"), "2:16: error: '3' would be taken for a number; choose a word"),
        (with_segment("", "competencies: [{id: a, name: A, scale: [no, no]}]\n"),
         "2:45: error: 'no' is the word for 1 already"),
        (with_segment("", "competencies: [{id: a, name: A, scale: [no, yes], anchors: {3: x}}]\n"),
         "2:61: error: the anchor 3 isn't on the scale: 1 no, 2 yes"),
        (with_segment("", "scale: [no, yes]\ncompetencies: [{id: a, name: A, anchors: {1: x, 3: y}}]\n"),
         "3:49: error: the anchor 3 isn't on the scale: 1 no, 2 yes"),
        (with_segment("", "competencies: [{id: a, name: A, anchors: {6: x}}]\n"),
         "2:43: error: the anchor 6 isn't on the scale: 1 poor, 2 weak, 3 solid, 4 strong, 5 outstanding"),
    ],
)  # fmt: skip
def test_a_scale_has_two_to_ten_words_that_can_be_told_apart_and_its_anchors_are_on_it(text: str, complaint: str):
    assert [line for line in errors_of(text) if "error" in line] == [f"a.yaml:{complaint}"]


def test_a_competency_has_its_own_scale_or_that_of_the_agenda():
    text = with_segment("", "scale: [no, yes]\ncompetencies: [{id: a, name: A}, {id: b, name: B, scale: [x, y, z]}]\n")
    found = agenda_of(text)
    assert (found.scale_of("a").words, found.scale_of("b").words) == (("no", "yes"), ("x", "y", "z"))
    assert agenda_of(with_segment("")).scale_of("a").words[3] == "strong"
