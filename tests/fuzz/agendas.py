"""Agendas in YAML and JSON: an agenda or complaints, each with its place, and one that is right can be rehearsed."""

import json
import random
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from facilitator.agenda_files import Loaded, parse
from facilitator.conducting.rehearsal import rehearse
from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.text.plain_text import one_line
from facilitator.resources import agendas_dir
from tests.fuzz.damage import damaged_text, damaged_value
from tests.fuzz.kinds import fuzzed


@cache
def samples() -> tuple[tuple[str, Any], ...]:
    """Sample agendas: the text, and what it says."""
    texts = [path.read_text("utf-8") for path in sorted(Path(agendas_dir()).glob("*.yaml"))]
    texts.append("title: T\nsegments:\n- title: Intro\n  length: 5m\n  questions: ['Why?', {ask: 'How?'}]\n")
    return tuple((text, yaml.safe_load(text)) for text in texts)


def holds(text: str, name: str) -> Loaded:
    """Check what is said of an agenda, whatever it is."""
    loaded = parse(text, name)
    assert (loaded.agenda is None) == bool(loaded.errors)
    places = [(complaint.line, complaint.column) for complaint in loaded.complaints]
    assert places == sorted(places)
    assert all(line >= 1 and column >= 1 for line, column in places)
    assert all(one_line(str(complaint)) == str(complaint) for complaint in loaded.complaints)
    return loaded


def _agenda(chance: random.Random, suffix: str) -> str:
    text, value = chance.choices(samples(), [1] * (len(samples()) - 1) + [len(samples())])[0]
    if chance.random() < 0.5:
        value = damaged_value(chance, value)
        if suffix == "json":
            return json.dumps(value, default=str)
        text = _as_yaml(value, allow_unicode=chance.random() < 0.5, default_flow_style=chance.choice((None, True)))
        return text if chance.random() < 0.8 else damaged_text(chance, text, 2)
    return damaged_text(chance, json.dumps(value, default=str) if suffix == "json" else text)


def _as_yaml(value: Any, **options: Any) -> str:
    """Return `value` in YAML, by the emitter in C: the other takes more time than what is to be tried with it."""
    try:
        return str(yaml.dump(value, Dumper=yaml.CSafeDumper, **options))
    except UnicodeEncodeError:  # half a character
        return yaml.safe_dump(value, **options)


def _played(chance: random.Random, suffix: str) -> int:
    loaded = holds(_agenda(chance, suffix), f"a.{suffix}")
    if loaded.agenda is not None and loaded.agenda.panel:
        conductor = rehearse(loaded.agenda, "00:00 /start\n00:10 + it went well\n")
        debrief(conductor.session, conductor.now())
    return 1


@fuzzed("yaml")
def play_yaml(chance: random.Random) -> int:
    return _played(chance, "yaml")


@fuzzed("json")
def play_json(chance: random.Random) -> int:
    return _played(chance, "json")
