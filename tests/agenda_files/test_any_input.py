"""Whatever the bytes of a file: an agenda or complaints, never an exception. What is written is read back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.agenda_files import load, parse
from facilitator.domain.plan.agenda import SegmentKind
from facilitator.domain.text.plain_text import one_line
from facilitator.resources import agendas_dir

SAMPLES = [path.read_text() for path in sorted(agendas_dir().glob("*.yaml"))]
NAMES = st.sampled_from(["a.yaml", "a.json"])
PIECES = st.sampled_from(
    [*"[]{}:,-#&*!|>'\"%@`\n\t ?<=~", "<<: ", "*a ", "&a ", "- ", "null", "1h", "\x85", "\u2028", "5m:"]
)


def mutated(draw: Callable[[st.SearchStrategy[Any]], Any], text: str) -> str:
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        text = text[:start] + draw(PIECES | st.text(max_size=5)) + text[end:]
    return text


def holds(text: str, name: str) -> None:
    loaded = parse(text, name)
    assert (loaded.agenda is None) == bool(loaded.errors)
    places = [(complaint.line, complaint.column) for complaint in loaded.complaints]
    assert places == sorted(places)
    assert all(line >= 1 and column >= 1 for line, column in places)
    assert all(one_line(str(complaint)) == str(complaint) for complaint in loaded.complaints)


@given(st.text(st.characters(), max_size=200), NAMES)
def test_any_text_gives_an_agenda_or_complaints(text: str, name: str):
    holds(text, name)


@settings(max_examples=150)
@given(st.data(), NAMES)
def test_any_damage_to_an_agenda_gives_complaints(data: st.DataObject, name: str):
    holds(mutated(data.draw, data.draw(st.sampled_from(SAMPLES))), name)


@given(content=st.binary(max_size=100), name=NAMES)
def test_any_bytes_give_an_agenda_or_complaints(content: bytes, name: str, tmp_path_factory: Any):
    path: Path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(content)
    loaded = load(path)
    assert (loaded.agenda is None) == bool(loaded.errors)


LINES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40).map(one_line).filter(bool)
QUESTIONS = st.fixed_dictionaries(
    {"ask": LINES}, optional={"must": st.booleans(), "probes": st.lists(LINES, max_size=2), "length": st.integers(1, 5)}
)
SEGMENTS = st.fixed_dictionaries(
    {"title": LINES, "length": st.integers(1, 600)},
    optional={
        "kind": st.sampled_from([kind.value for kind in SegmentKind]),
        "questions": st.lists(QUESTIONS, max_size=3),
    },
)


@settings(max_examples=60)
@given(LINES, st.lists(SEGMENTS, min_size=1, max_size=4), st.booleans())
def test_what_is_written_is_read_back(title: str, segments: list[dict[str, Any]], flow: bool):
    text = yaml.safe_dump({"title": title, "segments": segments}, allow_unicode=True, default_flow_style=flow)
    loaded = parse(text, "a.yaml")
    assert loaded.agenda is not None, [str(complaint) for complaint in loaded.complaints]
    agenda = loaded.agenda
    assert agenda.title == title
    assert [segment.title for segment in agenda.segments] == [segment["title"] for segment in segments]
    assert [segment.length_seconds for segment in agenda.segments] == [segment["length"] * 60 for segment in segments]
    asked = [question for segment in segments for question in segment.get("questions", [])]
    assert [question.ask for question in agenda.questions] == [question["ask"] for question in asked]
    assert [list(question.probes) for question in agenda.questions] == [q.get("probes", []) for q in asked]
    ids = [question.id.casefold() for question in agenda.questions]
    assert len(set(ids)) == len(ids)
