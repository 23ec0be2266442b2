"""Fields of a part, and what is in brackets beside its time."""

import pytest

from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftQuestion, DraftSegment
from facilitator.preparing.manuscript.manuscript import FilePlace
from facilitator.preparing.taking.account import TakenAs
from facilitator.preparing.taking.content.segment_fields import (
    is_counted_task,
    is_speech,
    segment_of,
    take_beside,
    take_field,
)
from tests.preparing.made import agenda_in, tree

PLACE = FilePlace(1)


@pytest.mark.parametrize("line", ["Owner: Ana", "Verantwortlich: Ana", "Responsable : Ana", "Responsable: Ana"])
def test_who_leads_it_in_several_languages(line: str):
    assert agenda_in(f"## Talk (5 min)\n{line}\n- Why?\n").segments[0].lead == "ana"


def test_a_name_beside_the_time_leads_the_part_and_what_is_optional_is():
    part = DraftSegment("Talk", PLACE)
    take_beside("Ana, optional, slides 3-4", part)
    assert (part.lead, part.optional, part.purpose) == ("Ana", True, ["slides 3-4"])
    question = DraftQuestion("Why?", PLACE)
    take_beside("Ben, whole group", question)
    assert (question.owner, question.listen_for) == ("Ben", ["whole group"])


def test_fields_of_a_question():
    question = DraftQuestion("Why?", PLACE)
    (time,) = tree("Duration: 5 min\n")
    assert take_field(time, "5 min", question, DraftAgenda()) == (TakenAs.LENGTH, "")
    (skill,) = tree("Competency: Craft\n")
    assert take_field(skill, "Craft", question, DraftAgenda()) == (TakenAs.COMPETENCY, "")
    assert (question.seconds, question.competency) == (300, "Craft")
    (other,) = tree("Colour: red\n")
    assert take_field(other, "red", question, DraftAgenda()) is None


def test_the_candidate_is_named():
    draft = DraftAgenda()
    (line,) = tree("Candidate: Robin Reyes\n")
    assert take_field(line, "Robin Reyes", DraftSegment("A", PLACE), draft) is not None
    assert draft.candidate == "Robin Reyes"


def test_a_heading_names_a_part_with_its_kind_and_purpose():
    (branch,) = tree("## Wrap-up (5 min, Ana) – what is next\n")
    part = segment_of(branch)
    assert (part.title, part.kind.value) == ("Wrap-up", "closing")


def test_what_is_set_apart_is_said_unless_a_picture_or_a_bold_label_says_what_it_is():
    said = {
        text: is_speech(tree(f"> {text}\n")[0]) for text in ("Hello.", "💡 Be kind.", "**Goal:** to know", "Say: hi")
    }
    assert said == {"Hello.": True, "💡 Be kind.": False, "**Goal:** to know": False, "Say: hi": True}


def test_a_task_is_one_if_it_is_counted():
    assert is_counted_task("Task A. Book a visit")
    assert is_counted_task("Aufgabe 2: Absagen")
    assert not is_counted_task("Task force meets")
    assert not is_counted_task("Talk 2: Sales")
