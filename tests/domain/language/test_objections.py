"""What is said when somebody has no right to something on a panel, before and afterwards."""

import pytest

from facilitator.domain.facts.event import Author
from facilitator.domain.facts.kinds.changes import HardStopSet, NewQuestion, QuestionAdded
from facilitator.domain.facts.kinds.notes import NoteStruck, NoteTaken
from facilitator.domain.facts.kinds.panel import ClockHandedOver, ClockTaken
from facilitator.domain.facts.kinds.ratings import RecommendationGiven
from facilitator.domain.facts.kinds.running import InterviewPaused, SegmentStarted, TimeAdded
from facilitator.domain.facts.kinds.session import Revoked
from facilitator.domain.language.decision import Refusal
from facilitator.domain.language.objections import check_bounds, check_rights, why_set_aside
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.session.authority import SetAside
from facilitator.domain.session.history import History
from facilitator.domain.session.rights import Reason
from tests.domain.session.panels import OPENED, PANEL, event

HISTORY = History.of((*PANEL, event("n", 20, NoteTaken(text="Ann's"))))


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (QuestionAdded(question=NewQuestion(id="q", ask="x" * 5001), segment="a"), "at most 5000 characters"),
        (TimeAdded(segment="a", seconds=10**9), "a number or a date"),
        (HardStopSet(at=10**15), "a number or a date"),
    ],
)
def test_what_nobody_could_read_again_is_refused(fact, said: str):
    with pytest.raises(Refusal, match=said):
        check_bounds((NoteTaken(text="hello"), fact))


@pytest.mark.parametrize(
    ("fact", "by", "said"),
    [
        (InterviewPaused(), "bo", "Ann Lee has the clock. /clock me takes it."),
        (InterviewPaused(), "guest", "Those who only watch may write notes, and no more."),
        (ClockHandedOver(to="cy"), "ann", "They have no device here that could run the clock."),
        (NoteStruck(note="n"), "bo", "Only whoever took a note can change it. Write a note of your own instead."),
        (RecommendationGiven(panelist="ann", recommendation=Recommendation.YES), "bo", "Only they can say that"),
        (Revoked(group="n"), "bo", "Only whoever did it can undo it."),
        (Revoked(group="unknown"), "bo", "There is nothing to undo."),
        (NoteTaken(text="hello"), "eve", "This device isn't on the panel."),
    ],
)
def test_who_has_no_right_to_it_is_told_what_to_do_instead(fact, by: str, said: str):
    with pytest.raises(Refusal) as refused:
        check_rights((NoteTaken(text="first"), fact) if by == "ann" else (fact,), Author(by, f"{by}-1"), HISTORY)
    assert str(refused.value).startswith(said)


def test_who_has_the_right_is_told_nothing():
    check_rights((InterviewPaused(), NoteStruck(note="n")), Author("ann", "ann-1"), HISTORY)
    check_rights((Revoked(group="n"),), Author("ann", "ann-1"), HISTORY)


def test_without_a_panel_anybody_may_do_anything():
    check_rights((InterviewPaused(), NoteStruck(note="n")), Author("eve", "nowhere"), History.of((OPENED,)))


def test_what_was_set_aside_says_why():
    history = History.of((*PANEL, event("t", 30, ClockTaken(), by="bo"), event("x", 40, SegmentStarted(segment="one"))))
    (wrong,) = history.aside
    assert why_set_aside(wrong, history.session) == "Bo Ek had the clock"


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_its_words(reason: Reason):
    assert why_set_aside(SetAside(OPENED, reason, "bo"), HISTORY.session)
