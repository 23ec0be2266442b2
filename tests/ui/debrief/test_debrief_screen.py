"""The debrief on the screen: all of it can be read at any size, saved and copied, and nothing in it acts."""

import threading

import msgspec
import pytest
from textual.widgets import Footer, Tab

from facilitator.domain.debrief.debrief import Debrief
from facilitator.domain.facts.signal import Signal
from facilitator.reports.audience import Extent
from facilitator.reports.words import untagged
from facilitator.ui.app import FacilitatorApp, Picking
from facilitator.ui.debrief.debrief_screen import DebriefScreen
from facilitator.ui.debrief.sections import SECTIONS
from facilitator.ui.toolkit.document_view import DocumentView
from tests.ui.debrief.meetings import Meeting
from tests.ui.debrief.reading import Host, copied, document, on_screen, opened, saved
from tests.ui.hostile_text import HOSTILE, RAW_CONTROL

SIZES = [(200, 60), (120, 40), (80, 24), (60, 20), (40, 12), (20, 5)]


async def test_arrows_go_round_all_sections(final_round):
    app = opened(final_round)
    async with app.run_test(size=(80, 24)) as pilot:
        seen = []
        for _ in SECTIONS:
            await pilot.press("right")
            await pilot.pause()
            seen.append(document(app).text)
        assert len(set(seen)) == len(SECTIONS)
        await pilot.press("left")
        await pilot.pause()
        assert document(app).text == seen[-2]


async def test_a_click_on_its_title_opens_a_section(final_round):
    app = opened(final_round)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.click("#section-5")
        await pilot.pause()
        assert "owed by Daniel Owusu" in on_screen(app)


async def test_what_saving_and_copying_came_to_is_repeated_word_for_word(final_round):
    app = opened(
        final_round, copy=lambda value, purpose: "Not copied: [bold]no[/] clipboard here; it is in /tmp/debrief.md"
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("s")
        await app.workers.wait_for_complete()
        assert app.shown.message == "Saved as debrief.md"
        await pilot.press("c", "enter")
        await pilot.pause()
        await app.workers.wait_for_complete()
        assert app.shown.message == "Not copied: [bold]no[/] clipboard here; it is in /tmp/debrief.md"


async def test_a_full_disk_is_told_and_ends_nothing(final_round):
    def full(value: Debrief, format: str, extent: Extent | None) -> str:
        raise OSError(28, "No space left on device")

    app = opened(final_round, save=full)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("s")
        await app.workers.wait_for_complete()
        assert "No space left on device" in app.shown.message
        await pilot.press("q")
        assert app.is_left


async def test_reading_goes_on_while_a_slow_clipboard_is_waited_for(final_round):
    answered = threading.Event()

    def slow(value: Debrief, purpose: str) -> str:
        answered.wait(60)
        return "Copied"

    app = opened(final_round, copy=slow)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("c", "enter")
        await pilot.pause()
        await pilot.press("4")
        await pilot.pause()
        assert "Overall" in on_screen(app)
        assert app.shown.message == "Copying …"
        answered.set()
        await app.workers.wait_for_complete()
        assert app.shown.message == "Copied"


async def test_what_was_saved_at_the_end_is_said():
    meeting = Meeting(said="Saved to /tmp/x.md")
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5")
        await pilot.pause()
        assert meeting.screen.message == "Saved to /tmp/x.md"


async def test_the_format_to_save_is_turned():
    meeting = Meeting()
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5", "f")
        assert meeting.screen.message == "s saves it as a page to read and print."
        await pilot.press("s")
        await meeting.app.workers.wait_for_complete()
    assert [format for format, _ in meeting.saved] == ["html"]


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_it_is_left_with_a_key(final_round, key):
    app = opened(final_round)
    async with app.run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert app.is_left


@pytest.mark.parametrize("size", SIZES)
async def test_no_line_is_wider_than_the_screen_and_nothing_is_left_out(final_round, size):
    app = opened(final_round)
    said = ""
    async with app.run_test(size=size) as pilot:
        for number in range(1, len(SECTIONS) + 1):
            await pilot.press(str(number))
            await pilot.pause()
            shown = document(app)
            assert shown.virtual_size.width <= size[0]
            await pilot.press("end")
            await pilot.pause()
            said += "".join(document(app).text.split())
        listed = [note for note in final_round.notes if note.signal is not Signal.FOLLOW_UP]  # those are in a table
        assert all("".join(untagged(note.text, final_round.agenda).split()) in said for note in listed)


async def test_a_resize_keeps_the_section(final_round):
    app = opened(final_round)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("5")
        await pilot.resize_terminal(50, 16)
        await pilot.pause()
        assert "▲ owed by Daniel Owusu" in document(app).text
        assert str(app.screen.query_one("#section-5", Tab).label) == "5 Their questions"


async def test_ten_thousand_notes_are_read_to_the_last(final_round):
    notes = tuple(
        msgspec.structs.replace(final_round.notes[0], id=f"n{number}", text=f"note {number}")
        for number in range(10_000)
    )
    app = opened(msgspec.structs.replace(final_round, notes=notes, competencies=()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        assert "note 3" in document(app).text
        await pilot.press("end")
        await pilot.pause()
        assert document(app).is_complete
        assert "note 9999" in on_screen(app)


@pytest.mark.parametrize("size", [(120, 40), (40, 12)])
async def test_hostile_text_is_shown_and_never_acts(final_round, size):
    assert len(HOSTILE) >= 50
    notes = tuple(
        msgspec.structs.replace(final_round.notes[0], id=str(place), text=text, author=text, segment=text)
        for place, text in enumerate(HOSTILE)
    )
    app = opened(everywhere(msgspec.structs.replace(final_round, notes=notes), "".join(HOSTILE[:20])))
    async with app.run_test(size=size) as pilot:
        for number in range(1, len(SECTIONS) + 1):
            await pilot.press(str(number))
            await pilot.pause()
            await pilot.click(DocumentView, offset=(8, 3))
            assert not RAW_CONTROL.search(document(app).text)
            assert not RAW_CONTROL.search(app.export_screenshot())
        await pilot.press("3")
        await pilot.pause()
        assert "[@click=app.bell]x[/]" in document(app).text.replace("\n", "")
        assert app.bells == 0


async def test_silent_reading_counts_down_until_its_end(final_round):
    at = [1_000_000]
    screen = DebriefScreen(final_round, saved, copied, now=lambda: at[0], reading_seconds=600)
    app = Host(screen)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("r")
        assert screen.message == "◷ Silent reading: 10:00 left"
        at[0] += 65_000
        screen.tell_reading_time()
        assert screen.message == "◷ Silent reading: 8:55 left"
        at[0] += 535_000
        screen.tell_reading_time()
        assert "Silent reading is over" in screen.message
        await pilot.press("r", "r")
        assert screen.message == "Silent reading stopped."


async def test_silence_hides_the_votes_until_it_ends(final_round):
    at = [1_000_000]
    screen = DebriefScreen(final_round, saved, copied, now=lambda: at[0], reading_seconds=60)
    app = Host(screen)
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("8")
        await pilot.pause()
        assert "strong yes" in document(app).text
        await pilot.press("r")
        for number in range(1, len(SECTIONS) + 1):
            await pilot.press(str(number))
            await pilot.pause()
            assert "strong yes" not in document(app).text
            assert "their mean" not in document(app).text or number == 2
        at[0] += 60_000
        screen.tell_reading_time()
        await pilot.pause()
        assert "strong yes" in document(app).text


async def test_without_a_clock_no_silent_reading_is_offered(final_round):
    app = opened(final_round)
    async with app.run_test(size=(120, 40)):
        assert "r" not in app.screen.active_bindings


async def test_every_key_is_explained(final_round):
    app = opened(final_round)
    async with app.run_test(size=(120, 40)):
        bindings = [active.binding for active in app.screen.active_bindings.values() if active.node is app.screen]
        own = [binding for binding in bindings if (binding.id or "").startswith("debrief.")]
        assert len(own) >= 12
        assert all(binding.id and binding.tooltip for binding in own)
        assert app.screen.query(Footer)


def everywhere(value: Debrief, text: str) -> Debrief:
    """`value` with `text` in place of what people and files said."""
    replace = msgspec.structs.replace
    panel = tuple(replace(panelist, name=text, role=text) for panelist in value.agenda.panel)
    return replace(
        value,
        session=replace(value.session, title=text, purpose=text, candidate=text, clock_marks=(text,)),
        agenda=replace(value.agenda, panel=panel),
        timeline=tuple(replace(row, segment=text) for row in value.timeline),
        coverage=tuple(replace(row, ask=text, segment=text, reason=text) for row in value.coverage),
        competencies=tuple(
            replace(
                row,
                name=text,
                anchors={1: text},
                ratings=tuple(replace(rating, evidence=text) for rating in row.ratings),
                notes=(value.notes[0].id,),
            )
            for row in value.competencies
        ),
        candidate_questions=tuple(replace(row, text=text, due=text) for row in value.candidate_questions),
        follow_ups=tuple(replace(row, text=text, due=text) for row in value.follow_ups),
        panel=replace(
            value.panel, unshared_evidence=tuple(replace(row, text=text) for row in value.panel.unshared_evidence)
        ),
    )


@pytest.mark.parametrize(
    ("size", "key"),
    [
        ((120, 40), "8"),
        ((120, 40), "1"),
        ((80, 24), "1"),
        ((120, 40), "7"),
        ((120, 40), "4"),
        ((80, 24), "2"),
        ((80, 24), "3"),
        ((40, 12), "5"),
    ],
    ids=["meeting", "overview", "overview-small", "segments", "coverage", "competencies", "notes", "theirs-small"],
)
def test_picture(snap_compare, final_round, size, key):
    how = f"To vote and decide, come back with: facilitator resume {final_round.session.id}"
    app = FacilitatorApp(Picking(lambda: DebriefScreen(final_round, saved, copied, no_meeting=how), str))
    assert snap_compare(app, terminal_size=size, press=[key])
