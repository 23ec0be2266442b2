"""Guides as people keep them in Markdown, in the shapes in which they are found."""

import pytest

from facilitator.domain.plan.agenda import Agenda, SegmentKind
from tests.agenda_files.reading import errors_of, guide_complaints, guide_of


def lengths(agenda: Agenda) -> list[tuple[str, int]]:
    return [(segment.title, segment.length_seconds // 60) for segment in agenda.segments]


def test_list_items_with_times_are_segments():
    agenda = guide_of(
        "# Half-day planning\n\n"
        "What we want from the day.\n\n"
        "- (10 min) __Hello__ -- who is here\n"
        "- (1 hr) **Map**: draw it together\n"
        "    - Where does it hurt?\n"
        "        - Since when?\n"
        "- (5 min) Next steps - who does what\n"
    )
    assert (agenda.title, agenda.purpose) == ("Half-day planning", "What we want from the day.")
    assert lengths(agenda) == [("Hello", 10), ("Map", 60), ("Next steps", 5)]
    assert [segment.purpose for segment in agenda.segments] == ["who is here", "draw it together", "who does what"]
    assert [(question.ask, question.probes) for question in agenda.questions] == [
        ("Where does it hurt?", ("Since when?",))
    ]
    assert agenda.segments[2].kind is SegmentKind.CLOSING


def test_headings_with_times_are_segments_and_what_stands_under_them_is_their_purpose():
    agenda = guide_of(
        "## A day together\n\n#### Team intro *(15min)*\n\nSay who\nyou are.\n\n"
        "More of it.\n\n#### Definitions: the plan *(1hr)*\n\n##### Recap *(30min)*\n\nWrite it down.\n"
    )
    assert agenda.title == "A day together"
    assert lengths(agenda) == [("Team intro", 15), ("Definitions: the plan", 60), ("Recap", 30)]
    assert agenda.segments[0].purpose == "Say who you are.\n\nMore of it."
    assert agenda.segments[0].kind is SegmentKind.OPENING


def test_ranges_of_time_give_the_lengths():
    agenda = guide_of(
        "# **Details**\n\nHosts:\n\n# **Outline**\n\n00:00 – 01:00  Intro\n\n- Who we are\n- Links:\n\n"
        "01:00 – 10:00  Main part\n\n- Prompts:\n    - What changed?\n    - Why now?\n\n10:00 – 45:00  Outro\n",
        "07-our_show.md",
    )
    assert agenda.title == "Our show"
    assert lengths(agenda) == [("Intro", 1), ("Main part", 9), ("Outro", 35)]
    assert [question.ask for question in agenda.questions] == ["Who we are", "What changed?", "Why now?"]


def test_headings_with_lists_share_what_time_there_is():
    text = (
        "## General tips:\n- Be on time\n\n## Warm up\n- How are you?\n\n## Main questions:\n- What works?\n"
        "  - What else?\n- What doesn't?\n\n## 5 minutes before end\n- Anything missing?\n"
    )
    agenda = guide_of(text)
    assert lengths(agenda) == [("Warm up", 20), ("Main questions", 20), ("5 minutes before end", 5)]
    assert [question.probes for question in agenda.questions] == [(), ("What else?",), (), ()]
    assert guide_complaints(text) == [
        "guide.md:1:4: warning: 'General tips' reads as advice to you, not as a part of the interview; left out",
        "guide.md:4:4: warning: 2 segments have no time: given about 20m each, so that all fit into 45m; "
        "write '(10 min)' after a heading",
    ]


def test_a_bare_list_of_questions_with_front_matter_of_another_program():
    text = (
        "---\ntitle: Language questions\nlayout: page\nlength: 30m\n---\n\n* What is `x`?\n  * And **y**?\n"
        "* Explain [it](http://example.org).\n\n## Coding\n* Make this work:\n```\nf(1)\n```\n- [ ] Tick\n"
    )
    agenda = guide_of(text)
    assert lengths(agenda) == [("Language questions", 15), ("Coding", 15)]
    assert [question.ask for question in agenda.questions] == [
        "What is x?",
        "Explain it.",
        "Make this work:\nf(1)",
        "Tick",
    ]
    assert agenda.questions[0].probes == ("And y?",)
    assert guide_complaints(text)[0] == "guide.md:3:1: warning: an agenda has no key 'layout'; ignored"


def test_front_matter_is_read_as_an_agenda_is():
    text = "---\ntitle: T\npanel:\n  - {id: ceo, nam: X}\nlengt: 5m\n---\n# Talk (5 min)\n- Why?\n"
    assert guide_complaints(text) == [
        "guide.md:4:15: error: a panelist has no key 'nam' (did you mean 'name'?)",
        "guide.md:5:1: warning: an agenda has no key 'lengt'; ignored (did you mean 'length'?)",
    ]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "guide.md:1:1: error: no segments: a guide has headings with questions listed under them"),
        ("Only prose.\n", "guide.md:1:1: error: no segments"),
        ("# T\n\n## Panel\n- ceo: A (boss)\n\n## Talk (5 min)\n", "guide.md:4:3: error: a panelist has no key 'boss'"),
        ("# T\n\n## Long (40h)\n- Why?\n", "guide.md:3:4: error: found '40h', expected a duration of at most 12h"),
        (
            "---\ntitle: T\nsegments: []\n---\n# A (5 min)\n",
            "guide.md:3:1: error: 'segments' is in the front matter and",
        ),
        ("---\n- a\n---\n# A (5 min)\n", "guide.md:2:1: error: the front matter of a guide is a group of keys"),
        ("---\ntitle: [\n---\n# A (5 min)\n", "error: not YAML: "),
        ("- x\n" * 6000, "guide.md:5001:3: error: more than 5000 headings and items"),
        ("0:00 - 5:00 A\n\n9:00 - 6:00 B\n", "guide.md:3:1: error: found '-3m', expected a duration above zero"),
        ("x" * 200_000, "guide.md:1:1: error: longer than 131072 characters"),
    ],
)
def test_a_wrong_guide_is_told_so(text: str, complaint: str):
    found = errors_of(text, "guide.md")
    assert any(complaint in line for line in found), found


def test_a_guide_without_a_title_is_called_as_its_file():
    guide = "## Talk (5 min)\n- Why?\n\n## More (5 min)\n- How?\n"
    assert guide_of(guide, "07-our_show.md").title == "Our show"
    assert guide_of(guide, "12.md").title == "12"


def test_an_item_with_a_time_is_a_question_where_its_segment_has_one_already():
    agenda = guide_of("# Round\n\n## Talk (20 min)\n- How do you plan? (5 min)\n- What then?\n")
    assert [(question.ask, question.length_seconds) for question in agenda.questions] == [
        ("How do you plan?", 300),
        ("What then?", None),
    ]


def test_a_long_paragraph_that_ends_in_a_time_is_no_segment():
    prose = "We talk about everything that has happened since we met, and " * 2 + "then go on (5 min)"
    agenda = guide_of(f"# Round\n\n## Talk (20 min)\n\n{prose}\n")
    assert lengths(agenda) == [("Talk", 20)]
    assert agenda.segments[0].purpose == prose
