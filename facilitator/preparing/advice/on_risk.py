"""Advice on risk: questions that touch what the law protects, or a usual proxy for it, in the US and the UK.

It says “check”, never “illegal”: whether a question may be asked depends on the job, the place and the reason, and this
is no legal advice. The topics, their words and their sources stand in `protected_topics`.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from facilitator.domain.plan.agenda import Agenda
from facilitator.preparing.advice.advice import Remark, rule
from facilitator.preparing.advice.protected_topics import TOPICS, Topic

_Text = tuple[tuple[str | int, ...], str]
"""What stands in an agenda, with where it stands."""


def _touching(topic: Topic, agenda: Agenda) -> Iterator[Remark]:
    """Yield a remark on each text that touches a topic."""
    if agenda.perspective == "candidate":
        return
    for path, text in _texts(agenda):
        if found := topic.words.search(text.replace("’", "'")):
            yield Remark(
                path,
                f"Check this: '{' '.join(found[0].split())}' may touch on {topic.called} ({topic.source}).",
                topic.better,
            )


def _texts(agenda: Agenda) -> Iterator[_Text]:
    """Yield what is said, asked and listened for, what earns a rating, and what the candidate is told to prepare."""
    yield ("title",), agenda.title
    yield ("purpose",), agenda.purpose
    yield ("prepare",), agenda.prepare or ""
    for index, competency in enumerate(agenda.competencies):
        yield ("competencies", index, "name"), competency.name
        anchors = {str(score): text for score, text in competency.anchors.items()}
        yield from _listed(("competencies", index, "anchors"), anchors)
    for index, segment in enumerate(agenda.segments):
        path = ("segments", index)
        yield (*path, "title"), segment.title
        yield (*path, "purpose"), segment.purpose
        yield (*path, "say"), segment.say
        for number, question in enumerate(segment.questions):
            yield (*path, "questions", number, "ask"), question.ask
            yield from _listed((*path, "questions", number, "probes"), dict(enumerate(question.probes)))
            yield from _listed((*path, "questions", number, "listen_for"), dict(enumerate(question.listen_for)))


def _listed(path: tuple[str | int, ...], texts: Mapping[int, str] | Mapping[str, str]) -> Iterator[_Text]:
    for place, text in texts.items():
        yield (*path, place), text


for _name, _topic in TOPICS.items():
    rule(f"risk/{_name}")(partial(_touching, _topic))
