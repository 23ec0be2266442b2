"""What touches a protected topic is found, in many words; what is about work is not, however near its words are.

The questions stand in files, one on a line, so that more can be added: `to_check.txt` with the topic before each, and
`about_work.txt`, in which nothing may be found.
"""

from pathlib import Path

import pytest

from facilitator.preparing.advice.protected_topics import TOPICS

QUESTIONS = Path(__file__).parent / "questions"
TO_CHECK = [line.split(": ", 1) for line in (QUESTIONS / "to_check.txt").read_text("utf-8").splitlines()]
ABOUT_WORK = (QUESTIONS / "about_work.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize(("topic", "question"), TO_CHECK, ids=lambda text: text)
def test_a_question_about_the_person_is_found(topic: str, question: str):
    assert TOPICS[topic].words.search(question)


def test_every_topic_has_questions():
    assert {topic for topic, _ in TO_CHECK} == set(TOPICS)


@pytest.mark.parametrize("question", ABOUT_WORK)
def test_a_question_about_work_is_left_alone(question: str):
    assert [name for name, topic in TOPICS.items() if topic.words.search(question)] == []
