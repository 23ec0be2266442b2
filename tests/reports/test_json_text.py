"""JSON is the debrief exactly."""

import json

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.debrief.debrief import Debrief
from facilitator.domain.facts.event import Author, Event, Stamp
from facilitator.domain.facts.kinds.notes import NoteTaken
from facilitator.domain.text.plain_text import harmless
from facilitator.reports import export_text
from facilitator.reports.json_text import with_journal
from tests.reports.hostile import texts


def test_it_reads_back_into_the_same_debrief(final_round):
    assert msgspec.json.decode(export_text(final_round, "json"), type=Debrief) == final_round


@given(texts)
def test_it_reads_back_exactly_whatever_was_written(final_round, text):
    from msgspec.structs import replace

    notes = tuple(replace(note, text=text) for note in final_round.notes)
    changed = replace(final_round, notes=notes, session=replace(final_round.session, candidate=text))
    assert msgspec.json.decode(export_text(changed, "json"), type=Debrief) == changed


def test_its_keys_are_those_that_were_promised(final_round):
    read = json.loads(export_text(final_round, "json"))
    assert {"session", "agenda", "timeline", "coverage", "competencies", "notes", "candidate_questions"} <= set(read)
    assert {"follow_ups", "recommendations", "timing"} <= set(read)
    assert {"segment", "kind", "planned_seconds", "actual_seconds", "visits"} <= set(read["timeline"][0])
    assert {"question", "number", "must", "status", "by"} <= set(read["coverage"][0])
    assert {"id", "at", "author", "text", "signal", "competency", "question", "segment"} <= set(read["notes"][0])


@given(st.text(st.sampled_from('a\\"\n\x1b\x7f\x85\x9b\x9d\u2028\u202e\u2066é🙂')))
def test_the_journal_in_it_acts_on_no_terminal_and_is_as_it_was_written(text):
    stamp = Stamp(0, 0, Author("cfo", "laptop"))
    event = Event(id="e", session="s", stamp=stamp, at=0, group="e", fact=NoteTaken(text=text))
    shown = with_journal('{"title": ""}', (event,))
    assert harmless(shown) == shown
    [read] = json.loads(shown)["journal"]
    assert read["fact"]["text"] == text
