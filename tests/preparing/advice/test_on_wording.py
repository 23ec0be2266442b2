"""Weak wordings are found by plain words, and good questions are left alone."""

from pathlib import Path

import pytest

from tests.preparing.advice.advising_on import asking, changed, codes

QUESTIONS = Path(__file__).parent / "questions"
GOOD = """\
Tell me about a time you had to deliver bad news to a customer. What did you do?
Walk me through the last deal you lost.
How do you decide what to build and what to leave out?
Describe a conflict with a colleague. How did you resolve it?
Which of your projects are you proudest of, and why?
Can you tell me about a project that failed? What would you do differently?
How did you find out what users needed and which problem was worth solving?
What was the situation, and what was your part in it?
When did you last change your mind about something important? What changed it?
How do you prioritise when everything is urgent?
Give me an example of a goal you didn't reach.
Why do you want to work here?
What's the hardest bug you have fixed? How did you find it?
How would you explain recursion to a ten-year-old?
What is the most recent skill you taught yourself, and how did you go about it?
How have you handled a team member who didn't perform?
Tell me about a time you disagreed with your manager. How did you handle it, and what was the outcome?
What would your last manager say about you?
Which part of the work would you rather not do?
Who was the last person you hired, and what made you choose them?
Is there anything we haven't asked that you want us to know?
Could you describe your approach to on-call?
When you joined, what did you find? What did you change first?
Have you worked with Kafka? If so, what for?
Do you have experience with distributed systems? Tell us about it.
What would have happened if you hadn't stepped in?
How did you convince people who didn't agree that it was needed?
Which customers did you keep, of course with their consent?
Which metrics did you own, and which did you influence?
If you could do that piece again with half the time, what would you leave out?
What right did customers have to cancel?
Where would you put these eleven people, and whom do you call?
""".splitlines()


@pytest.mark.parametrize("question", [*GOOD, *(QUESTIONS / "well_put.txt").read_text("utf-8").splitlines()])
def test_a_good_question_gets_no_advice(question: str):
    assert asking(question) == []


@pytest.mark.parametrize(
    "question",
    [
        "How do you plan your week, and how would your last manager describe you?",
        "What are your strengths and weaknesses?",
        "What did you build? Why did you leave your last company?",
        "Where are you based and how do you like to work with a remote team?",
        "What was it, how did it go and what did you learn? Who was it for?",
    ],
)
def test_two_things_at_once(question: str):
    assert asking(question) == ["wording/double-barrelled"]


def test_three_questions_are_too_many_even_if_each_refers_to_the_one_before():
    assert asking("What was the goal? How did you reach it? Who helped you with that?") == ["wording/double-barrelled"]


@pytest.mark.parametrize(
    "question",
    [
        "Wouldn't you agree that a good team comes first?",
        "How did that team work? Obviously you had a hard time?",
        "What did you think when you saw it, you'd agree it was bad?",
        "You like to work alone, don’t you?",
        "How much did you love your last team?",
        "You have led teams before, right?",
    ],
)
def test_the_answer_is_in_the_question(question: str):
    assert "wording/leading" in asking(question)


@pytest.mark.parametrize(
    "question",
    [
        "What would you do if your best seller left?",
        "How would you handle an angry customer?",
        "Imagine you are the new lead. What comes first?",
        "Suppose a deal slips. What then?",
    ],
)
def test_what_they_would_do(question: str):
    assert asking(question) == ["wording/hypothetical"]


@pytest.mark.parametrize(
    "question", ["Have you led a large team?", "Do you like numbers?", "In that job, did you travel?"]
)
def test_yes_or_no_would_answer_it(question: str):
    assert asking(question) == ["wording/closed"]


@pytest.mark.parametrize(
    "question",
    ["Do you have the right to work in the UK?", "This role travels. Does that work for you?", "Is it A or B?"],
)
def test_what_yes_or_no_has_to_answer_may_be_asked_so(question: str):
    assert asking(question) == []


def test_a_closed_question_with_probes_is_an_opener():
    assert asking("Have you led a large team?", probes=["What was hard about it?"]) == []


@pytest.mark.parametrize("kind", ["opening", "workshop", "closing"])
def test_greetings_farewells_and_work_on_the_table_may_be_worded_so(kind: str):
    asked = [{"ask": "What would you do if this were yours? Shall we begin?"}, {"ask": "Is that fine with you?"}]
    kinds = [kind, "opening", "workshop", "candidate_questions", "closing"]
    segments = [{"title": one, "kind": one, "length": "10m"} for one in kinds]
    assert codes(changed({"length": "55m", "segments": [{**segments[0], "questions": asked}, *segments[1:]]})) == []
