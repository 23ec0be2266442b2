"""Advice on agendas that are written in a few lines."""

import json
from typing import Any

import yaml

from facilitator import agenda_files
from facilitator.preparing.advice.advice import Advice
from facilitator.preparing.advice.advising import advise

SOUND = """\
title: Sales lead
purpose: Find out whether we want to work together.
length: 60m
panel:
  - {id: ann, name: Ann Lee, lead: true}
  - {id: bo, name: Bo Ek}
segments:
  - {title: Welcome, kind: opening, length: 5m}
  - {title: Talk, length: 25m, at_least: 20m, questions: [{ask: "What did you build last?", owner: bo}]}
  - {title: Our map, kind: workshop, length: 15m, lead: ann}
  - {title: Your questions, kind: candidate_questions, length: 10m}
  - {title: What comes next, kind: closing, length: 5m}
"""


def advice_on(text: str, name: str = "a.yaml") -> tuple[Advice, ...]:
    """The advice on an agenda that has no errors."""
    loaded = agenda_files.parse(text, name)
    assert loaded.agenda is not None, [str(complaint) for complaint in loaded.complaints]
    return advise(loaded.agenda, loaded.positions)


def codes(text: str) -> list[str]:
    """The codes of the advice on an agenda."""
    return [one.code for one in advice_on(text)]


def told(text: str) -> list[str]:
    """The codes of the warnings about an agenda and of the advice on it."""
    loaded = agenda_files.parse(text, "a.yaml")
    return [one.code for one in loaded.complaints if one.code] + codes(text)


def changed(changes: dict[str, Any], base: str = SOUND) -> str:
    """A sound agenda with other keys; `ask` is the question of its talk."""
    agenda = yaml.safe_load(base)
    if "ask" in changes:
        agenda["segments"][1]["questions"][0] = changes
        return json.dumps(agenda)
    return json.dumps(agenda | changes)


def asking(question: str, **more: Any) -> list[str]:
    """The codes of the advice on a sound agenda with this question in its talk."""
    return codes(changed({"ask": question, "owner": "bo", **more}))


def parts(*lengths: str, **more: Any) -> str:
    """The sound agenda with segments `kind 5m`, each on a line of its own."""
    segments = [
        {"title": f"Part {i}", "kind": one.split()[0], "length": one.split()[1]} for i, one in enumerate(lengths)
    ]
    return changed({"segments": segments, **more})
