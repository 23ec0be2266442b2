"""Sections that aren't asked are known by their headings, and the user can say otherwise."""

from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftQuestion, DraftSegment
from facilitator.preparing.manuscript.manuscript import FilePlace
from facilitator.preparing.taking.guide_sections import (
    REASONS,
    is_among,
    role_below,
    section_role,
    take_section,
    watch_for,
)
from facilitator.preparing.taking.import_choices import ImportChoices
from facilitator.preparing.taking.ledger import Ledger
from facilitator.preparing.words.lexicon import HeadingRole
from tests.preparing.made import agenda_in, manuscript, roles, tree

GUIDE = "# Talk\n## Tips\n- Be kind.\n## Work (10 min)\n- What do you do?\n"


def test_what_is_advice_is_left_out_with_its_reason():
    assert roles(GUIDE) == ["title", "left out", "left out", "segment", "question"]


def test_the_user_can_ask_it_or_leave_another_one_out():
    assert roles(GUIDE, choices=ImportChoices(1200, asked=("tips",)))[1:3] == ["segment", "question"]
    assert roles(GUIDE, choices=ImportChoices(left_out=("What do you do?", "Work (10 min)")))[3:] == [
        "left out",
        "left out",
    ]


def test_a_heading_over_questions_is_a_part_whatever_it_says():
    (skills,) = tree("## Skills\n- How do you test?\n")
    assert section_role(skills, ImportChoices()) is None
    (list_,) = tree("## Skills\n- craft: Craft\n")
    assert section_role(list_, ImportChoices()) == HeadingRole.COMPETENCIES
    assert is_among(list_, ("SKILLS:",))


def test_goals_become_what_the_interview_is_for():
    draft, ledger = DraftAgenda(), Ledger()
    (goals,) = tree("## Goals\nFind out who stays.\n")
    take_section(goals, HeadingRole.RESEARCH_QUESTIONS, draft, ledger)
    assert draft.purpose == ["Find out who stays."]


def test_what_to_watch_for_belongs_to_the_question_before_it():
    segment = DraftSegment("A", FilePlace(1), questions=[DraftQuestion("Why?", FilePlace(2))])
    (watch,) = tree("## Things to watch for\n- honesty\n")
    watch_for(watch, DraftAgenda(segments=[segment]), Ledger())
    assert segment.questions[0].listen_for == ["honesty"]
    whole = DraftAgenda()
    watch_for(watch, whole, Ledger())
    assert whole.purpose == ["Things to watch for: honesty"]


def test_what_speaks_against_somebody_keeps_its_label():
    segment = DraftSegment("A", FilePlace(1), questions=[DraftQuestion("Why?", FilePlace(2))])
    (watch,) = tree("## Red flags\n- talks over others\n")
    watch_for(watch, DraftAgenda(segments=[segment]), Ledger())
    assert segment.questions[0].listen_for == ["Red flags: talks over others"]


def test_a_label_with_a_list_heads_a_section_as_a_heading_does():
    (panel,) = tree("Panel:\n- Ana Ruiz\n")
    assert role_below(panel, ImportChoices()) == HeadingRole.PANEL
    (text,) = tree("Panel day\n")
    assert role_below(text, ImportChoices()) is None


def test_each_has_a_reason():
    assert all(REASONS.values())
    assert manuscript(GUIDE).pieces


def test_contents_that_say_how_long_each_part_takes_are_the_agenda():
    agenda = agenda_in("# T\n\n## Contents\n- Hello (5 min)\n- Talk (10 min)\n\n## Talk\n- Why?\n")
    assert [(part.title, len(part.questions)) for part in agenda.segments] == [("Hello", 0), ("Talk", 1)]
