"""What the words of a guide mean, in the languages of the table."""

import pytest

from facilitator.domain.plan.agenda import SegmentKind
from facilitator.preparing.words.lexicon import (
    Field,
    HeadingRole,
    Lead,
    field_of,
    heading_role,
    is_request,
    is_task,
    lead_of,
    one_of_several,
    segment_kind,
    unit_seconds,
    words_of,
)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("General tips:", HeadingRole.TIPS),
        ("Scoring guide", HeadingRole.SCORING),
        ("Vorbereitung", HeadingRole.PREPARATION),
        ("Critères", HeadingRole.SCORING),
        ("评分标准", HeadingRole.SCORING),
        ("Things to watch for", HeadingRole.OBSERVE),
        ("Attendees", HeadingRole.ATTENDEES),
        ("Research questions", HeadingRole.RESEARCH_QUESTIONS),
        ("Questions", HeadingRole.QUESTIONS),
        ("Questions about the product", None),
        ("Welcome", None),
        ("", None),
    ],
)
def test_a_heading_says_what_stands_below_it(heading: str, role: HeadingRole | None):
    assert heading_role(heading) == role


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Coffee break", SegmentKind.BREAK),
        ("Your questions to us", SegmentKind.CANDIDATE_QUESTIONS),
        ("Pair programming exercise", SegmentKind.PRACTICE),
        ("Vorstellungsrunde", SegmentKind.OPENING),
        ("Cierre", SegmentKind.CLOSING),
        ("候选人提问", SegmentKind.CANDIDATE_QUESTIONS),
        ("Breakthroughs", None),
        ("The past year", None),
    ],
)
def test_a_title_names_the_kind_of_its_segment(title: str, kind: SegmentKind | None):
    assert segment_kind(title) == kind


@pytest.mark.parametrize(
    ("label", "field"),
    [("Duration", Field.DURATION), ("Dauer:", Field.DURATION), ("Qui", Field.OWNER), ("#", Field.NUMBER), ("x", None)],
)
def test_a_label_names_a_field(label: str, field: Field | None):
    assert field_of(label) == field


@pytest.mark.parametrize(
    ("label", "lead"),
    [("Follow-ups:", Lead.PROBE), ("If needed", Lead.PROBE), ("Wenn ja:", Lead.PROBE), ("Look for", Lead.LISTEN_FOR)],
)
def test_a_lead_says_what_follows_it(label: str, lead: Lead):
    assert lead_of(label) == lead


def test_a_long_text_is_no_label():
    assert heading_role("Tips " * 40) is None


def test_the_longest_words_come_first_so_that_none_hides_another():
    lengths = [len(word) for word in unit_seconds()]
    assert lengths == sorted(lengths, reverse=True)
    assert [len(word) for word in words_of("about")] == sorted(map(len, words_of("about")), reverse=True)


@pytest.mark.parametrize(
    "text", ["Tell me about it.", "Beschreiben Sie Ihr Team.", "Parlez-moi de vous.", "Describa su día."]
)
def test_a_request_asks_without_a_question_mark(text: str):
    assert is_request(text)


def test_a_task_of_a_list_asks_too_and_a_statement_does_not():
    assert is_task("Explain hoisting")
    assert not is_task("Recap of the key points")
    assert not is_request("Explain the process to the candidate.")


@pytest.mark.parametrize(
    ("heading", "sort"),
    [
        ("Day 1", "day"),
        ("Tag 2: Nachmittag", "tag"),
        ("Tuesday, 4 May", "weekday"),
        ("Option B", "option"),
        ("Daylight", ""),
    ],
)
def test_headings_of_which_one_counts(heading: str, sort: str):
    assert one_of_several(heading) == sort


def test_what_begins_with_a_welcome_is_an_opening_whatever_there_is_to_drink():
    assert segment_kind("Welcome & coffee") == SegmentKind.OPENING
    assert segment_kind("Coffee and welcome back") == SegmentKind.BREAK
