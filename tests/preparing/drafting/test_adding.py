"""Questions are added to an agenda as it is written; comments and order stay."""

import pytest

from facilitator.agenda_files import parse
from facilitator.preparing.drafting.adding import CannotAddError, with_questions
from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftQuestion, DraftSegment
from facilitator.preparing.manuscript.manuscript import FilePlace

PLACE = FilePlace(1)
AGENDA = """\
# ours
title: Talk
panel:
  - {id: ana, name: Ana Ruiz}
segments:
  - title: Work   # the long one
    length: 20m
    questions:
      - ask: Why?
        probes:
          - Really?
      # the last one
  - title: Close
    length: 5m
"""


def draft(title: str, *questions: DraftQuestion) -> DraftAgenda:
    return DraftAgenda(segments=[DraftSegment(title, PLACE, questions=list(questions))])


def test_they_come_behind_those_that_are_there_and_every_other_line_stays():
    question = DraftQuestion("How?", PLACE, probes=["Since when?"], listen_for=["facts"], owner="Ana Ruiz", seconds=120)
    added = with_questions(AGENDA, "a.yaml", draft("work", question))
    assert added.count == 1
    assert [line for line in AGENDA.split("\n") if line not in added.text.split("\n")] == []
    agenda = parse(added.text, "a.yaml").agenda
    assert agenda is not None
    assert [one.ask for one in agenda.segments[0].questions] == ["Why?", "How?"]
    found = agenda.questions[1]
    assert (found.owner, found.probes, found.listen_for, found.length_seconds) == (
        "ana",
        ("Since when?",),
        ("facts",),
        120,
    )


def test_a_segment_without_questions_gets_a_list():
    added = with_questions(AGENDA, "a.yaml", draft("Close", DraftQuestion("What else?", PLACE)))
    agenda = parse(added.text, "a.yaml").agenda
    assert agenda is not None
    assert [one.ask for one in agenda.segments[1].questions] == ["What else?"]


def test_what_has_no_place_or_is_there_is_told():
    told = with_questions(AGENDA, "a.yaml", draft("Other", DraftQuestion("How?", PLACE))).told
    assert told == ("'How?': no segment is titled 'Other'",)
    again = with_questions(AGENDA, "a.yaml", draft("Work", DraftQuestion("why?", PLACE)))
    assert (again.text, again.told) == (AGENDA, ("'why?': it is there as well",))


def test_an_owner_whom_the_agenda_does_not_know_is_told():
    added = with_questions(AGENDA, "a.yaml", draft("Work", DraftQuestion("How?", PLACE, owner="Zoe")))
    assert added.told == ("'How?': the agenda doesn't know 'Zoe'; added without",)


@pytest.mark.parametrize(
    "text",
    [
        "title: x\n",
        "title: x\nsegments: [{title: Work, length: 5m}]\n",
        "title: x\nsegments:\n  - title: Work\n    length: 5m\n    questions: [{ask: Why?}]\n",
    ],
)
def test_a_file_in_which_nothing_can_be_added_is_refused(text: str):
    with pytest.raises(CannotAddError):
        with_questions(text, "a.yaml", draft("Work", DraftQuestion("How?", PLACE)))
