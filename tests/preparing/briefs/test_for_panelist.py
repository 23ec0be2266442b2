"""A panelist reads when they are on, whom they follow, and what is theirs."""

from facilitator.documents.document import Paragraph, Table
from facilitator.preparing.briefs.for_panelist import WATCHES, panelist_blocks, watched_blocks
from facilitator.preparing.briefs.schedule import schedule
from tests.preparing.briefs.agendas import harbour


def blocks_of(panelist: str) -> list[object]:
    agenda = harbour()
    return list(panelist_blocks(agenda, schedule(agenda), agenda.panelist_by_id[panelist], 2))


def test_they_follow_who_asks_before_them():
    table = next(block for block in blocks_of("bo") if isinstance(block, Table))
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["10:05–10:30", "At the chart", "ask q2, q3", "Ann Lee"]
    ]


def test_who_leads_the_segment_follows_the_segment_before():
    table = next(block for block in blocks_of("ann") if isinstance(block, Table))
    assert [row[3].text for row in table.rows] == ["", "Welcome"]


def test_a_shadow_is_told_to_watch_and_has_nothing_to_ask():
    blocks = blocks_of("cy")
    assert [run.text for block in blocks if isinstance(block, Paragraph) for run in block.runs] == [WATCHES]
    assert len(blocks) == 1


def test_who_isnt_on_is_told_what_will_happen_and_nobody_else():
    agenda = harbour()
    when = schedule(agenda)
    (_, table) = watched_blocks(agenda, when, agenda.panelist_by_id["cy"])
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["10:00–10:05", "Welcome", "Ann Lee"],
        ["10:05–10:30", "At the chart", "Ann Lee"],
        ["10:30–10:35", "Break", ""],
        ["10:35–10:45", "Your questions", ""],
    ]
    assert list(watched_blocks(agenda, when, agenda.panelist_by_id["bo"])) == []
