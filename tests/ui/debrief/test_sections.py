"""Each section shows its part of the document, and together they show all of it."""

import re

import pytest
from msgspec.structs import replace

from facilitator.domain.debrief.debrief import Debrief
from facilitator.domain.panel.onlooker import NOT_SHOWN
from facilitator.reports.panel.panel_document import panel_document
from facilitator.reports.panel.parts import Part
from facilitator.ui.debrief.sections import SECTIONS, Section
from tests.documents.test_terminal import texts
from tests.domain.panel.looking_on import onlookers_debrief
from tests.ui.debrief.reading import document, on_screen, opened


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_it_opens_on_what_is_decided_and_who_rates_how(final_round, size):
    app = opened(final_round)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for words in (
            "Eszter Halász",
            "5 January 2026, 09:02 to 10:36",
            "Yes: an offer",
            "Dissent, Priya",
            "≠ 2, wide",
            "Working across",  # the last row of the matrix
        ):
            assert words in " ".join(on_screen(app).split())


async def test_the_page_to_decide_from_is_one_screenful(final_round):
    app = opened(final_round)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        shown = on_screen(app)
        assert "Strengths, concerns and flags" in shown
        assert "Must-ask q9 not asked: Take us through a quarter you missed." in shown
        assert "Jonas Weller by Wednesday, 7 January: " in shown
        assert "Ask for that in writing (n15)" in " ".join(shown.split())  # the last thing that is open
        assert max(len(row.rstrip()) for row in shown.splitlines()) <= 102  # the text, beside its indent


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("7", "Territory and pipeline workshop"),
        ("7", "▲ 4:05 over"),
        ("4", "● covered"),
        ("4", "✕ dropped: she marked her own guesses"),
        ("2", "Shows a source they built"),
        ("2", "5 outstanding"),
        ("1", "+ strength"),
        ("3", "Before the start"),
        ("5", "▲ owed by Daniel Owusu by Friday, 9 January"),
        ("6", "Ask her references for one quarter"),
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
    last = replace(last, signal=None, segment=None, segment_number=None)
    app = opened(replace(final_round, notes=(*final_round.notes[:2], last), competencies=()))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        await pilot.pause()
        shown = " ".join(on_screen(app).split())
        assert "After the end 7 January, 08:30" in shown
        assert "added later" in shown


async def test_what_a_rating_cites_comes_first(final_round):
    [first, *others] = final_round.competencies
    [cited] = [note for note in final_round.notes if note.text.startswith("The bus planner runs a team")]
    named = replace(first, ratings=(replace(first.ratings[0], evidence="", notes=(cited.id,)),))
    app = opened(replace(final_round, competencies=(named, *others)))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        listed = on_screen(app).partition("Strengths, concerns and flags")[2]
        assert listed.index("The bus planner runs a team") < listed.index("strength", listed.index("strength") + 1)
        assert cited.called in listed


async def test_the_meeting_hears_what_only_one_has_before_it_compares_ratings(final_round):
    app = opened(final_round)
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("8")
        await pilot.pause()
        said = document(app).text
        assert said.index("What only one of you saw") < said.index("Where your ratings differ")
        assert said.index("Slide 9 has cost of sale") < said.index("Where your ratings differ")
        assert said.index("2 apart") < said.index("1 apart")
        assert said.index("Priya Raghunathan  5 outstanding") < said.index("Daniel Owusu       3 solid")
        assert "The panel decides, not the mean." in " ".join(said.split())


@pytest.mark.parametrize(
    ("title", "nothing", "said"),
    [
        ("Coverage", {"coverage": ()}, "There were no questions to ask."),
        ("Evidence", {"competencies": ()}, "There was nothing to rate."),
        ("Their questions", {"candidate_questions": ()}, "They asked nothing, or nothing was noted."),
    ],
)
def test_a_section_without_content_says_so(final_round: Debrief, title: str, nothing: dict, said: str):
    [section] = [section for section in SECTIONS if section.title == title]
    panel = replace(final_round.panel, unshared_evidence=(), mean=None)
    lines = section.page(replace(final_round, panel=panel, **nothing))(60)
    assert [span.text for line in lines for span in line.spans] == [said]


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def read(section: Section, value: Debrief) -> list[str]:
    """The lines of a section on a screen."""
    return ["".join(span.text for span in line.spans) for line in section.page(value)(100)]


def test_whoever_looks_on_reads_in_each_section_of_what_they_do_not_see_that_it_is_not_shown():
    pages = {section.title: read(section, onlookers_debrief()) for section in SECTIONS}
    kept = [Part.EVIDENCE, Part.NOTES, Part.THEIRS, Part.FOLLOW_UPS, "Meeting"]
    assert [title for title, lines in pages.items() if lines == [NOT_SHOWN]] == kept


def test_whoever_looks_on_is_told_if_there_were_no_questions_to_ask():
    [coverage] = [section for section in SECTIONS if section.title == Part.COVERAGE]
    asked_nothing = replace(onlookers_debrief(), coverage=())
    assert read(coverage, asked_nothing) == ["There were no questions to ask."]
