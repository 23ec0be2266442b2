"""The panel's meeting: what only one has seen comes first, and it says what is still missing."""

import pytest
from msgspec.structs import replace

from facilitator.documents.document import Document, Heading, Table
from facilitator.documents.mail import plain_mail
from facilitator.domain.debrief.panel_rows import DecisionRow, MoveRow, OpeningRow, ScorecardRow
from facilitator.domain.facts.kinds.meeting import Outcome
from facilitator.domain.plan.scale import Recommendation
from facilitator.reports.panel.meeting import HIDDEN, in_turn, meeting_blocks


def said(debrief, in_silence: bool = False) -> str:
    """The meeting in plain text, on one line."""
    return " ".join(plain_mail(Document("Meeting", "", tuple(meeting_blocks(debrief, in_silence)))).split())


@pytest.fixture
def with_panel(final_round):
    return lambda **rows: replace(final_round, panel=replace(final_round.panel, **rows))


def test_it_goes_from_evidence_to_the_decision(final_round):
    titles = [block.text for block in meeting_blocks(final_round) if isinstance(block, Heading) and block.level == 2]
    assert titles == ["What only one of you saw", "Scorecards", "Where your ratings differ", "Recommendations"]


def test_the_most_disputed_competency_comes_first_with_what_each_cites_beside_the_other(final_round):
    blocks = list(meeting_blocks(final_round))
    titles = [block.text for block in blocks if isinstance(block, Heading) and " apart" in block.text]
    assert titles == ["Pipeline building: 2 apart", "Working across functions: 1 apart"]
    ratings = blocks[next(at for at, block in enumerate(blocks) if getattr(block, "text", "") == titles[0]) + 1]
    assert isinstance(ratings, Table)
    named = [[cell.text for cell in row[:2]] for row in ratings.rows if row[0].text]
    assert named == [["Priya Raghunathan", "5 outstanding"], ["Daniel Owusu", "3 solid"]]
    cited = next(rated for rated in final_round.competencies if rated.name == "Pipeline building").ratings
    assert len(ratings.rows) == sum(max(1, len(rating.notes) + bool(rating.evidence)) for rating in cited)
    assert all(row[2].text for row in ratings.rows)


def test_a_cited_note_of_somebody_else_says_whose_it_is(final_round):
    own, others = (next(note for note in final_round.notes if (note.author == "cfo") is own) for own in (True, False))
    rated = next(row for row in final_round.competencies if row.name == "Pipeline building")
    cites = replace(next(row for row in rated.ratings if row.panelist == "cfo"), notes=(own.id, others.id))
    competencies = tuple(
        replace(row, ratings=(cites, *rated.ratings)) if row is rated else row for row in final_round.competencies
    )
    text = said(replace(final_round, competencies=competencies))
    author = next(person.name for person in final_round.people if person.id == others.author)
    assert f"{own.called} {own.text.split()[0]}" in text
    assert f"{others.called}, {author}: {others.text.split()[0]}" in text


@pytest.mark.parametrize(
    ("evidence", "rows"),
    [("n1", []), ("N1.", []), ("n1, on reading it again", ["n1, on reading it again"]), ("n1 and n9", ["n1 and n9"])],
)
def test_words_that_only_name_a_cited_note_are_not_told_again(final_round, evidence: str, rows: list[str]):
    first = next(note for note in final_round.notes if note.called == "n1")
    rated = next(row for row in final_round.competencies if row.name == "Pipeline building")
    cites = replace(rated.ratings[0], evidence=evidence, notes=(first.id,))
    competencies = tuple(replace(row, ratings=(cites,)) if row is rated else row for row in final_round.competencies)
    blocks = list(meeting_blocks(replace(final_round, competencies=competencies)))
    at = next(at for at, block in enumerate(blocks) if getattr(block, "text", "").startswith("Pipeline building"))
    table = blocks[at + 1]
    assert isinstance(table, Table)
    told = [row[2].text for row in table.rows]
    assert told[0].startswith("n1")
    assert told[1:] == rows


def test_the_first_of_the_agendas_panel_is_asked_last_and_who_watches_is_not_asked(final_round):
    assert [person.id for person in final_round.people if person.shadow] == ["people"]
    assert in_turn(final_round) == ("cro", "cfo", "ceo")
    assert "the most senior last: Priya Raghunathan, Daniel Owusu, Marit Lindqvist." in said(final_round)


def test_in_silence_no_vote_is_told(final_round):
    text = said(final_round, in_silence=True)
    assert text.endswith(HIDDEN)
    assert "their mean" not in text
    assert " yes" not in text


def test_who_moved_after_the_talk_is_told_from_what_to_what_and_when(with_panel):
    move = MoveRow(
        at="2026-01-05T11:00:00.000Z", panelist="cfo", before=Recommendation.NO, after=Recommendation.STRONG_YES
    )
    text = said(with_panel(moves=(move,)))
    assert "Who moved after the talk" in text
    assert "11:00 · Daniel Owusu: from no to strong yes" in text


def test_it_says_whose_card_is_in_and_nothing_of_what_is_sealed(with_panel):
    cards = (
        ScorecardRow(panelist="ceo", state="open", strengths="Names her own weak spot first"),
        ScorecardRow(panelist="cfo", state="sealed"),
        ScorecardRow(panelist="cro", state="missing"),
        ScorecardRow(panelist="people", state="missing", removed=True),
    )
    opening = OpeningRow(at="2026-01-05T10:40:00.000Z", by="ceo", reason="Priya is on a plane")
    text = said(with_panel(scorecards=cards, opening=opening))
    assert "Marit Lindqvist open Daniel Owusu in, sealed Priya Raghunathan not in yet" in text
    assert " removed before sealing" in text
    assert "opened by Marit Lindqvist, before all were in, because: Priya is on a plane (10:40)." in text
    assert "Marit Lindqvist, strengths: Names her own weak spot first" in text


def test_without_ratings_or_a_decision_it_says_so(with_panel):
    text = said(with_panel(disagreements=(), decision=None, dissenters=(), dissents=()))
    assert "There are no ratings to compare." in text
    assert text.endswith("Nothing is decided yet.")


def test_a_decision_stands_at_the_end(with_panel):
    decision = DecisionRow(at="2026-01-05T11:00:00.000Z", by="ceo", outcome=Outcome.YES, reason="The quarter holds.")
    told = said(with_panel(decision=decision, dissenters=(), dissents=()))
    assert told.endswith("Yes: The quarter holds. (Marit Lindqvist, 11:00)")
