"""The panel's meeting: what only one has seen comes first, and it says what is still missing."""

import pytest
from msgspec.structs import replace

from facilitator.documents.document import Document, Heading, Table
from facilitator.documents.mail import plain_mail
from facilitator.domain.debrief.panel_rows import DecisionRow, OpeningRow, ScorecardRow
from facilitator.domain.facts.kinds.meeting import Outcome
from facilitator.reports.panel.meeting import meeting_blocks


def said(debrief) -> str:
    """The meeting in plain text, on one line."""
    return " ".join(plain_mail(Document("Meeting", "", tuple(meeting_blocks(debrief)))).split())


@pytest.fixture
def with_panel(final_round):
    return lambda **rows: replace(final_round, panel=replace(final_round.panel, **rows))


def test_it_goes_from_evidence_to_the_decision(final_round):
    titles = [block.text for block in meeting_blocks(final_round) if isinstance(block, Heading)]
    assert titles == ["What only one of you saw", "Scorecards", "Where your ratings differ", "Recommendations"]


def test_the_most_disputed_competency_comes_first(final_round):
    ratings = next(
        block for block in meeting_blocks(final_round) if isinstance(block, Table) and len(block.columns) == 3
    )
    assert [row[1].text for row in ratings.rows] == ["2 apart", "1 apart", "one rating", "one rating", "one rating"]
    assert [cell.text for cell in ratings.rows[0]] == [
        "Pipeline building",
        "2 apart",
        "Daniel Owusu 3 solid, Priya Raghunathan 5 outstanding",
    ]


def test_it_says_whose_card_is_in_and_nothing_of_what_is_sealed(with_panel):
    cards = (
        ScorecardRow(panelist="ceo", state="open", strengths="Names her own weak spot first"),
        ScorecardRow(panelist="cfo", state="sealed"),
        ScorecardRow(panelist="cro", state="missing"),
    )
    opening = OpeningRow(at="2026-01-05T10:40:00.000Z", by="ceo", reason="Priya is on a plane")
    text = said(with_panel(scorecards=cards, opening=opening))
    assert "Marit Lindqvist open Daniel Owusu in, sealed Priya Raghunathan not in yet" in text
    assert "opened by Marit Lindqvist, before all were in, because: Priya is on a plane (10:40)." in text
    assert "Marit Lindqvist, strengths: Names her own weak spot first" in text


def test_without_ratings_or_a_decision_it_says_so(with_panel):
    text = said(with_panel(disagreements=(), decision=None))
    assert "There are no ratings to compare." in text
    assert text.endswith("Nothing is decided yet.")


def test_a_decision_stands_at_the_end(with_panel):
    decision = DecisionRow(at="2026-01-05T11:00:00.000Z", by="ceo", outcome=Outcome.YES, reason="The quarter holds.")
    assert said(with_panel(decision=decision)).endswith("yes (Marit Lindqvist, 11:00): The quarter holds.")
