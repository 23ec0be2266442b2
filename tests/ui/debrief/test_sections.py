"""Each section shows its part of the document, and together they show all of it."""

import re

import pytest
from msgspec.structs import replace

from facilitator.domain.debrief.debrief import Debrief
from facilitator.reports.panel.panel_document import panel_document
from facilitator.ui.debrief.sections import SECTIONS
from tests.documents.test_terminal import texts
from tests.ui.debrief.reading import document, on_screen, opened


async def test_it_opens_on_who_met_when_and_whether_time_was_kept(final_round):
    app = opened(final_round)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        for words in ("VP Sales, final round", "Eszter Halász", "5 January 2026, 09:02 to 10:36", "4:30 over"):
            assert words in on_screen(app)
        assert "2:00 late" in on_screen(app)
        assert "Your questions to us (protected): 15:00 promised, 14:50 given, ended 0:10 early." in on_screen(app)
        assert "Must-asks not asked: q9." in on_screen(app)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("2", "Territory and pipeline workshop"),
        ("2", "▲ 4:05 over"),
        ("3", "● covered"),
        ("3", "✕ dropped: she marked her own guesses"),
        ("4", "Shows a source they built"),
        ("4", "5 outstanding"),
        ("5", "+ strength"),
        ("5", "Before the start"),
        ("6", "▲ owed by Daniel Owusu by Friday, 9 January"),
        ("7", "Still to be asked: Take us through a quarter you missed."),
        ("8", "What only one of you saw"),
    ],
)
async def test_a_number_opens_a_section(final_round, key, words):
    app = opened(final_round)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert words in on_screen(app)


@pytest.mark.parametrize("size", [(200, 60), (80, 24), (40, 12)])
async def test_it_says_what_is_exported(final_round, size):
    app = opened(final_round)
    async with app.run_test(size=size) as pilot:
        said = set()
        for number in range(1, len(SECTIONS) + 1):
            await pilot.press(str(number))
            await pilot.pause()
            said |= words_of(document(app).text)
    exported = {
        word for block in panel_document(final_round).blocks for text in texts(block) for word in words_of(text)
    }
    assert exported - said == set()


async def test_a_late_note_says_when_it_was_added(final_round):
    last = replace(final_round.notes[-1], at="2026-01-07T08:30:00.000Z", at_seconds=170_000, late=True)
    last = replace(last, segment=None, segment_number=None)
    app = opened(replace(final_round, notes=(*final_round.notes[:2], last)))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("5")
        await pilot.pause()
        shown = " ".join(on_screen(app).split())
        assert "After the end 7 January, 08:30" in shown
        assert "added later" in shown


async def test_a_note_that_a_rating_names_has_its_number(final_round):
    [first, *others] = final_round.competencies
    named = replace(first, ratings=(replace(first.ratings[0], evidence="see n5", notes=(first.notes[0],)),))
    [number] = [note.number for note in final_round.notes if note.id == first.notes[0]]
    app = opened(replace(final_round, competencies=(named, *others)))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4")
        await pilot.pause()
        assert f" n{number}" in on_screen(app)


async def test_the_meeting_hears_what_only_one_has_before_it_compares_ratings(final_round):
    app = opened(final_round)
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("8")
        await pilot.pause()
        said = document(app).text
        assert said.index("What only one of you saw") < said.index("Where your ratings differ")
        assert said.index("Slide 9 has cost of sale") < said.index("Where your ratings differ")
        assert said.index("2 apart") < said.index("1 apart")
        assert "Daniel Owusu 3 solid, Priya Raghunathan 5 outstanding" in said
        assert "The panel decides, not the mean." in " ".join(said.split())


@pytest.mark.parametrize(
    ("title", "nothing", "said"),
    [
        ("Coverage", {"coverage": ()}, "There were no questions to ask."),
        ("Competencies", {"competencies": ()}, "There was nothing to rate."),
        ("Their questions", {"candidate_questions": ()}, "They asked nothing, or nothing was noted."),
    ],
)
def test_a_section_without_content_says_so(final_round: Debrief, title: str, nothing: dict, said: str):
    [section] = [section for section in SECTIONS if section.title == title]
    lines = section.page(replace(final_round, **nothing))(60)
    assert [span.text for line in lines for span in line.spans] == [said]


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))
