"""An agenda that uses all that a brief can tell, and a way to draw others."""

from hypothesis import strategies as st

from facilitator.agenda_files import parse
from facilitator.domain.plan.agenda import Agenda

HARBOUR = """\
title: Harbour master
purpose: Whether we want to run the harbour together.
timezone: Europe/London
starts: 2026-12-01 10:00
hard_stop: "11:30"
calendar_id: harbour-2026
prepare: Bring the tide table of a port that you know.
adjustments:
  - {what: Zebra reads slowly, extra_percent: 25, segments: [chart]}
  - {what: Zebra rests, break: 5m, segments: [chart]}
panel:
  - {id: ann, name: Ann Lee, role: Pilot, lead: true, email: ann@example.com}
  - {id: bo, name: Bo Ek, role: Clerk, email: bo@example.com}
  - {id: cy, name: Cy Oz, role: Trainee, shadow: true}
competencies:
  - {id: tides, name: Reading tides, owners: [bo], anchors: {1: Guesses, 5: Reads the table and the sky}}
  - {id: calm, name: Staying calm}
segments:
  - {title: Welcome, kind: opening, length: 5m, lead: ann, say: Here is our plan., purpose: Arrive.}
  - title: At the chart
    id: chart
    kind: practice
    length: 20m
    lead: ann
    purpose: See them at work.
    questions:
      - {ask: Where would you anchor?, owner: ann, backup: bo, must: true, competency: calm}
      - ask: When would you leave?
        owner: bo
        must: true
        competency: tides
        probes: [And in fog?]
        listen_for: [Asks for the draught]
      - {ask: What would you ask us?, each: true, show: true}
  - {title: Your questions, kind: candidate_questions, length: 10m}
"""


def harbour() -> Agenda:
    """The agenda above, read from a file."""
    loaded = parse(HARBOUR, "harbour.yaml")
    assert loaded.agenda is not None, loaded.complaints
    return loaded.agenda


def with_words(agenda: Agenda, word: str) -> Agenda:
    """Return the agenda with `word` in the words of each of its adjustments."""
    loaded = parse(HARBOUR.replace("Zebra", word), "harbour.yaml")
    assert loaded.agenda is not None, loaded.complaints
    return loaded.agenda


secret_words = st.integers(10_000, 99_999).map(lambda number: f"secret{number}")
