"""What could be meant by a line that is begun: commands and their arguments, competencies, panelists, questions."""

import pytest

from facilitator.showing.completion import MOST, completions
from tests.ui.sessions import opened, small_agenda


@pytest.fixture
def conductor():
    conductor, _ = opened(small_agenda())
    conductor.submit("/start")
    return conductor


def offered(conductor, typed: str) -> list[tuple[int, str, str]]:
    found = completions(typed, conductor.session, conductor.now(), "ann")
    return [(one.start, one.text, one.meaning) for one in found]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("/cov", (0, "/cover", "Mark a question as covered; without a number, the one at hand.")),
        ("/cover ", (7, "q1", "Why?")),
        ("/cover q1 ", (10, "by", "")),
        ("/handoff q1 b", (12, "bo", "Bo Chen")),
        ("good #cr", (5, "#craft", "Craft")),
        ("good #cra", (5, "#craft", "Craft")),
        ("said @che", (5, "@bo", "Bo Chen")),
        ("/question Why now? #c", (19, "#craft", "Craft")),
        ("/question Why now? by b", (19, "by bo", "Bo Chen")),
        ("/question Why now? must in ", (24, "in 1", "First")),
        ("/segment Demo 8m after ", (17, "after 1", "First")),
        ("/move 2 ", (8, "after 1", "First")),
        ("/add 2m ", (8, "to 1", "First")),
        ("/room n", (6, "none", "no hard stop")),
        ("as in q", ()),
        ("as in q1", (6, "@q1", "Why?")),
        ("as in @q", (6, "@q1", "Why?")),
    ],
)
def test_the_first_is_what_was_probably_meant(conductor, typed, first):
    found = offered(conductor, typed)
    if not first:
        assert found == []
    elif first[1] == "by":
        assert all(text.startswith("by ") for _, text, _ in found)
    else:
        assert found[0] == first


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "plain words",
        "//start",
        "a#craft",
        "good #craft",
        "/nonsense x",
        "/cover",
        "as in @q1",
        "/question by",
        "/question Why now",
    ],
)
def test_nothing_is_offered_for_free_text_or_for_what_is_complete(conductor, typed):
    assert offered(conductor, typed) == []


def test_what_can_be_done_now_is_offered_first_and_never_more_than_fits(conductor):
    found = offered(conductor, "/")
    assert len(found) == MOST
    assert "/start" not in [text for _, text, _ in found]


def test_of_what_is_begun_but_not_possible_it_is_said_why(conductor):
    [(_, text, meaning)] = offered(conductor, "/sta")[:1]
    assert (text, meaning) == ("/start", "Not now. The interview is already running. /next moves on.")


def test_after_the_end_the_debriefs_come_first_and_nothing_that_has_passed(conductor):
    conductor.submit("/end")
    found = [text for _, text, _ in offered(conductor, "/")]
    assert found[:3] == ["/vote", "/decide", "/dissent"]
    assert {"/reopen", "/quit"} <= set(found)
    assert not {"/next", "/goto", "/late", "/question"} & set(found)


def test_before_the_start_that_is_offered_first():
    conductor, _ = opened(small_agenda())
    assert "/start" in [text for _, text, _ in offered(conductor, "/")]


def test_questions_are_offered_by_the_beginning_of_their_number():
    questions = [{"id": f"q-{n}", "ask": f"Ask {n}", "number": n} for n in range(1, 13)]
    segment = {"id": "one", "title": "One", "length_seconds": 60, "questions": questions}
    conductor, _ = opened(small_agenda(segments=[segment]))
    assert [text for _, text, _ in offered(conductor, "as in q1")] == ["@q1", "@q10", "@q11", "@q12"]
