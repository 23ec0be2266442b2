"""What a guide leaves open: the lengths of segments, their kinds, and which of its items are questions."""

import pytest

from facilitator.domain.plan.agenda import SegmentKind
from tests.agenda_files.reading import guide_complaints, guide_of

SHARE = "so that all fit into 45m; write '(10 min)' after a heading"


def lengths(text: str) -> list[int]:
    return [segment.length_seconds // 60 for segment in guide_of(text).segments]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("## A\n- Why?\n\n## B\n- How?\n", [23, 22]),
        ("## A (40 min)\n- Why?\n\n## B\n- How?\n", [40, 5]),
        ("## A (45 min)\n- Why?\n\n## B\n- How?\n", [45, 1]),
        ("---\nlength: 30m\n---\n## A\n- Why?\n\n## B\n- How?\n\n## C\n- Who?\n", [10, 10, 10]),
        ("---\nlength: soon\n---\n## A\n- Why?\n", None),
    ],
)
def test_segments_without_a_time_share_what_is_left_of_the_slot(text: str, minutes: list[int] | None):
    if minutes is None:
        assert "found 'soon', expected a duration" in guide_complaints(text)[0]
    else:
        assert lengths(text) == minutes


def test_it_is_told_how_much_they_were_given():
    assert guide_complaints("## A\n- Why?\n\n## B\n- How?\n") == [
        f"guide.md:1:4: warning: no segment has a time: given about 22m each, {SHARE}"
    ]
    assert guide_complaints("## A (40 min)\n- Why?\n\n## B\n- How?\n") == [
        f"guide.md:4:4: warning: 'B' has no time: given 5m, {SHARE}"
    ]
    assert guide_complaints("## A (40 min)\n- Why?\n") == []


def test_a_label_is_no_question_but_what_stands_under_it_is():
    agenda = guide_of("# T (5 min)\n- Prompts:\n  - What changed?\n    - Since when?\n- Why now?\n")
    assert [(question.ask, question.probes) for question in agenda.questions] == [
        ("What changed?", ("Since when?",)),
        ("Why now?", ()),
    ]


def test_a_label_with_code_under_it_is_a_question():
    agenda = guide_of("# T (5 min)\n- Make this work:\n\n  ```\n  f(1)\n  ```\n")
    assert [question.ask for question in agenda.questions] == ["Make this work:\nf(1)"]


def test_a_form_field_left_blank_is_left_out_and_told():
    assert guide_complaints("# T (5 min)\n- Why?\n- Links:\n- Notes:\n") == [
        "guide.md:3:3: warning: 'Links:' and 1 more with nothing after the colon; left out"
    ]


def test_what_is_nested_too_deep_goes_under_the_last_question():
    agenda = guide_of("# T (5 min)\n- Why?\n  - Since when?\n    - Really?\n")
    assert agenda.questions[0].probes == ("Since when?", "Really?")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Welcome and intros", SegmentKind.OPENING),
        ("Coffee break", SegmentKind.BREAK),
        ("Case study", SegmentKind.PRACTICE),
        ("Product demo", SegmentKind.PRESENTATION),
        ("Workshop: a plan", SegmentKind.WORKSHOP),
        ("Your questions to us", SegmentKind.CANDIDATE_QUESTIONS),
        ("Wrap-up", SegmentKind.CLOSING),
        ("Background", SegmentKind.TALK),
        ("Breakthroughs", SegmentKind.TALK),
    ],
)
def test_a_title_tells_the_kind_of_its_segment(title: str, kind: SegmentKind):
    assert guide_of(f"# T\n\n## {title} (5 min)\n- Why?\n").segments[0].kind is kind
