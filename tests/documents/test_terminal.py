"""Each kind of block on a terminal, wide and narrow: it fits, it loses nothing, and a state is glyph, word and role."""

from collections import Counter
from itertools import count, islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from facilitator.documents.document import (
    Bar,
    BarRow,
    Block,
    Bullets,
    Cell,
    Column,
    Entries,
    Facts,
    Heading,
    NoteEntry,
    NoteList,
    Paragraph,
    Run,
    Style,
    Table,
    TimeChart,
    paragraph,
)
from facilitator.documents.styled_text import ROLES, Line
from facilitator.documents.terminal import MEASURE, TONES, terminal
from facilitator.domain.facts.signal import Signal
from facilitator.domain.text.plain_text import clean

NOTES = NoteList(
    (
        NoteEntry("09:00", "Jonas Weller", "Eszter is at reception; the lift is out"),
        NoteEntry("09:10", "Priya Raghunathan", "Still 28% a year after she left", Signal.STRENGTH, "n5, edited"),
    )
)
COVERAGE = Table(
    (Column("Question"), Column("Marit Lindqvist"), Column("Daniel Owusu"), Column("Together")),
    (
        (
            Cell("q1 (must)", "question", "What would you have to learn today for this to be time well spent?"),
            Cell("● covered", "covered"),
            Cell(""),
            Cell("● covered", "covered"),
        ),
        (
            Cell("q4", "question", "Which page comes from something you have seen work?"),
            Cell(""),
            Cell("✕ dropped", "dropped"),
            Cell("✕ dropped", "dropped", "she marked her own guesses"),
        ),
    ),
)
TIME = Table(
    (Column("", is_number=True), Column("Segment"), Column("Actual", is_number=True), Column("Against the plan")),
    (
        (Cell("9"), Cell("Territory and pipeline workshop"), Cell("26:05"), Cell("4:05 over", "over")),
        (Cell("10"), Cell("Closing"), Cell("4:40"), Cell("0:20 under", "under")),
    ),
)
CHART = TimeChart(
    3600,
    (
        BarRow(9, "Workshop", "workshop", Bar(0, 1200), (Bar(0, 1800),), 1800, "10:00 over", "over"),
        BarRow(10, "Closing", "closing", Bar(1200, 1800), (Bar(1800, 2100),), 300, "5:00 under", "under"),
    ),
)


def shown(block: Block, width: int) -> list[str]:
    return [said(row) for row in terminal([block], width)]


def said(row: Line) -> str:
    return "".join(span.text for span in row.spans).rstrip()


def roles(blocks: list[Block], width: int = 80) -> dict[str, str]:
    """Text to role, of what has one."""
    spans = (span for row in terminal(blocks, width) for span in row.spans)
    return {span.text.strip(): span.role for span in spans if span.role}


def test_blocks_stand_apart_and_a_part_stands_with_its_title():
    quiet = paragraph("Nothing else.", Style.QUIET)
    blocks: list[Block] = [Heading("Notes"), Heading("1. Welcome", 3), paragraph("Nothing."), quiet]
    assert [said(row) for row in terminal(blocks, 40)] == ["Notes", "1. Welcome", "Nothing.", "", "Nothing else."]
    assert roles(blocks) == {"Notes": "title", "1. Welcome": "strong", "Nothing else.": "muted"}


def test_a_block_that_says_nothing_leaves_no_gap():
    assert [said(row) for row in terminal([paragraph("one"), Bullets(()), paragraph("two")], 40)] == ["one", "", "two"]


def test_text_to_be_read_is_never_wider_than_can_be_read():
    assert max(map(len, shown(paragraph("word " * 100), 200))) <= MEASURE


def test_items_hang_beside_their_bullets():
    item = (Run("concern: ", Style.STRONG, "concern"), Run("Slide 9 has no ramp time"), Run(" (Daniel)", Style.QUIET))
    assert shown(Bullets((item,)), 30) == ["• − concern: Slide 9 has no", "  ramp time (Daniel)"]
    assert roles([Bullets((item,))])["− concern:"] == "bad"


def test_facts_stand_under_each_other():
    facts = Facts((("When", "Monday, 5 January 2026"), ("Candidate", "Eszter Halász, whom we met before")))
    assert shown(facts, 34) == [
        "When       Monday, 5 January 2026",
        "Candidate  Eszter Halász, whom we",
        "           met before",
    ]


def test_notes_stand_in_columns_where_there_is_room():
    assert shown(NOTES, 100) == [
        "09:00               Jonas Weller       Eszter is at reception; the lift is out",
        "09:10  + strength   Priya Raghunathan  Still 28% a year after she left  n5, edited",
    ]
    assert roles([NOTES])["+ strength"] == "good"


def test_the_text_of_a_note_follows_its_author_where_there_is_less():
    assert shown(NOTES, 64) == [
        "09:00               Jonas Weller  Eszter is at reception; the",
        "                    lift is out",
        "09:10  + strength   Priya Raghunathan  Still 28% a year after",
        "                    she left  n5, edited",
    ]


def test_the_text_of_a_note_stands_below_where_it_is_narrow():
    assert shown(NOTES, 40) == [
        "09:00  Jonas Weller",
        "  Eszter is at reception; the lift is",
        "  out",
        "",
        "09:10  + strength  Priya Raghunathan",
        "n5, edited",
        "  Still 28% a year after she left",
    ]


def test_ten_thousand_notes_are_put_into_words_one_by_one():
    numbers = count()
    notes = Entries(lambda: (NoteEntry("09:00", "Jo", f"note {next(numbers)}") for _ in range(10_000)))
    first = list(islice(terminal([Heading("Notes"), NoteList(notes)], 80), 10))
    assert said(first[-1]).endswith("note 8")
    assert next(numbers) == 9


def test_a_table_folds_its_widest_column_and_says_below_what_has_no_room():
    assert shown(COVERAGE, 75) == [
        "Question                           Marit Lindqvist  Daniel Owusu  Together",
        "q1 (must): What would you have to  ● covered                      ● covered",
        "  learn today for this to be time",
        "  well spent?",
        "q4: Which page comes from                           ✕ dropped     ✕ dropped",
        "  something you have seen work?",
        "    ✕ dropped: she marked her own guesses",
    ]


def test_the_titles_of_columns_are_folded_before_the_table_is_given_up():
    assert shown(COVERAGE, 66)[:3] == [
        "Question                           Marit      Daniel     Together",
        "                                   Lindqvist  Owusu",
        "q1 (must): What would you have to  ● covered             ● covered",
    ]


def test_a_table_that_is_too_wide_is_a_list():
    assert shown(COVERAGE, 50) == [
        "q1 (must): What would you have to learn today for",
        "  this to be time well spent?",
        "  Marit Lindqvist, Together ● covered",
        "",
        "q4: Which page comes from something you have seen",
        "  work?",
        "  Daniel Owusu ✕ dropped",
        "  Together ✕ dropped: she marked her own guesses",
    ]
    assert shown(TIME, 36) == [
        "9 Territory and pipeline workshop",
        "  Actual 26:05",
        "  Against the plan ▲ 4:05 over",
        "",
        "10 Closing",
        "  Actual 4:40",
        "  Against the plan ▼ 0:20 under",
    ]


def test_what_has_no_room_beside_its_title_stands_below_it():
    assert shown(COVERAGE, 34)[3:5] == ["  Marit Lindqvist, Together", "    ● covered"]


def test_numbers_stand_to_the_right():
    assert shown(TIME, 80) == [
        "    Segment                          Actual  Against the plan",
        " 9  Territory and pipeline workshop   26:05  ▲ 4:05 over",
        "10  Closing                            4:40  ▼ 0:20 under",
    ]


def test_a_chart_shows_what_was_used_left_and_over():
    assert shown(CHART, 60) == [
        " 9  Workshop  █████████████████████▓▓▓▓▓▓▓▓▓▓▓  ▲ 10:00 over",
        "10  Closing   █████░░░░░░  ▼ 5:00 under",
        "",
        "              █ used as planned   ░ left   ▓ over",
    ]


def test_a_chart_without_room_leaves_it_to_the_table():
    assert shown(CHART, 40) == []


@pytest.mark.parametrize("tone", TONES)
def test_a_state_has_its_word_and_a_role(tone):
    table = Table((Column("Who"), Column("What")), ((Cell("Ann"), Cell("the word", tone)),))
    (glyph, role), found = TONES[tone], roles([table])
    assert found[f"{glyph} the word".strip()] == role
    assert role in ROLES


def test_a_glyph_that_the_text_has_already_is_not_doubled():
    table = Table((Column("Who"), Column("What")), ((Cell("Ann"), Cell("● covered", "covered")),))
    assert shown(table, 40)[1] == "Ann  ● covered"


WORDS = st.text(
    st.sampled_from("abc  é漢❤\ufe0f\u200d\n") | st.characters(exclude_categories=["Cs", "Cc"]), max_size=40
)
RUNS = st.lists(st.builds(Run, WORDS, st.sampled_from(Style)), max_size=3).map(tuple)
TONE = st.sampled_from(["", *TONES])
SIGNAL = st.sampled_from([None, *Signal])
CELLS = st.builds(Cell, WORDS, TONE) | st.builds(Cell, st.just("q1"), TONE, WORDS)
TABLES = st.integers(1, 4).flatmap(
    lambda size: st.builds(
        Table,
        st.tuples(*[st.builds(Column, WORDS, st.booleans())] * size),
        st.lists(st.tuples(*[CELLS] * size), max_size=3).map(tuple),
    )
)
BLOCKS = st.one_of(
    st.builds(Heading, WORDS, st.sampled_from([2, 3])),
    st.builds(Paragraph, RUNS),
    st.builds(Bullets, st.lists(RUNS, max_size=3).map(tuple)),
    st.builds(Facts, st.lists(st.tuples(WORDS, WORDS), max_size=3).map(tuple)),
    st.builds(NoteList, st.lists(st.builds(NoteEntry, WORDS, WORDS, WORDS, SIGNAL), max_size=3).map(tuple)),
    TABLES,
)


@given(st.lists(BLOCKS, max_size=4), st.integers(2, 120))
def test_no_row_is_wider_than_the_terminal(blocks, width):
    assert all(cell_len(said(row)) <= width for row in terminal(blocks, width))


@given(BLOCKS, st.integers(2, 120))
def test_no_text_is_lost_but_what_would_act_on_the_terminal(block, width):
    there = Counter("".join(shown(block, width)))
    assert all(Counter("".join(clean(text).split())) <= there for text in texts(block))


def texts(block: Block) -> list[str]:
    """What a block says, piece by piece."""
    match block:
        case Heading(text):
            return [text]
        case Paragraph(runs):
            return [run.text for run in runs]
        case Bullets(items):
            return [run.text for runs in items for run in runs]
        case Facts(rows):
            return [text for row in rows for text in row]
        case NoteList(notes):
            return [text for note in notes for text in (note.time, note.author, note.text, note.signal or "")]
        case Table(_, rows):
            return [text for row in rows for cell in row for text in (cell.text, cell.aside)]
        case TimeChart(_, bars):
            return [bar.title for bar in bars]
