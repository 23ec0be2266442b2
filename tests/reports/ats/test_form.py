"""The forms of the ATS: each has a word for each of ours, and what is wrong in one is said with its place."""

from pathlib import Path

import pytest

from facilitator.domain.plan.scale import Recommendation
from facilitator.reports.ats.form import form_names, load_form

OWN = """\
name: Ours
scores: {1: bad, 2: poor, 3: fair, 4: good, 5: great}
recommendations: {strong_no: never, no: no, no_decision: none, yes: yes, strong_yes: at once}
fields:
  - {label: Verdict, holds: recommendation}
"""


def told(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "own.yaml"
    path.write_text(text, "utf-8")
    form, complaints = load_form(str(path))
    assert (form is None) == bool(complaints)
    return [str(complaint).removeprefix(f"{path}:") for complaint in complaints]


@pytest.mark.parametrize("name", form_names())
def test_each_form_that_comes_with_the_program_is_whole(name):
    form, complaints = load_form(name)
    assert form is not None, complaints
    assert set(form.scores or {}) == (set() if form.body in ("workable", "none") else set(range(1, 6)))
    assert set(form.recommendations) == set(Recommendation)
    assert form.source.startswith("https://") or form.body == "none"


def test_those_that_come_with_it_are_known_by_name():
    assert form_names() == ["ashby", "greenhouse", "lever", "text", "workable"]


def test_a_form_of_ones_own_is_a_file(tmp_path: Path):
    assert told(tmp_path, OWN) == []


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("3: fair, ", "", "2:9: error: 'scores' has no word for 3; write none where the form has none"),
        ("yes: yes, ", "", "3:18: error: 'recommendations' has no word for yes; write none where the form has none"),
        ("holds: reco", "holds: rec", "5:29: error: found 'recmmendation', expected one of: concerns, ratings, "),
        ("scores: {1: bad", "scores: {7: bad", "2:10: error: found '7', expected a whole number from 1 to 5"),
        ("holds:", "hold:", "5:22: error: a form field has no key 'hold' (did you mean 'holds'?)"),
        ("scores:", "scroes:", "2:1: error: a form has no key 'scroes' (did you mean 'scores'?)"),
        (
            "fields:",
            "body: ashby\nfields:",
            "2:10: error: scores for 1: found 'bad', expected 1, 2, 3, 4 or none: ashby takes no other",
        ),
        (
            "fields:",
            "body: workable\nfields:",
            "3:19: error: recommendations for strong_no: found 'never', expected negative, positive, definite or none",
        ),
        (
            "fields:",
            "body: greenhouse\nfields:",
            "3:19: error: recommendations for strong_no: found 'never', expected definitely_not, no, yes, strong_yes, ",
        ),
        ("fields:", "inexact: ['3', '9']\nfields:", "4:16: error: found '9', expected one of 1, 2, 3, 4, 5, strong_no"),
        (
            "scores: {1: bad, 2: poor, 3: fair, 4: good, 5: great}\n",
            "body: lever\n",
            "1:1: error: 'scores' has no word for 1, 2, 3",
        ),
        ("{1: bad, 2: poor, 3: fair, 4: good, 5: great}", "{}", "2:9: error: 'scores' has no word for 1, 2, 3, 4, 5"),
        (OWN, "", "1:1: error: the file is empty; the form of an ATS needs fields"),
    ],
)
def test_a_hole_or_a_slip_is_said_with_its_place(tmp_path: Path, before, after, said):
    assert any(complaint.startswith(said) for complaint in told(tmp_path, OWN.replace(before, after)))


def test_a_file_that_is_not_there_is_a_complaint(tmp_path: Path):
    form, [complaint] = load_form(str(tmp_path / "gone.yaml"))
    assert form is None
    assert "gone.yaml" in str(complaint)
