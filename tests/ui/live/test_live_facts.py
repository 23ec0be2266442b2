"""What the live screen says beside the countdown: the next question, the floor, both zones, with whom, the ways out."""

from facilitator.ui.app import FacilitatorApp, Opened
from tests.ui.sessions import NORMAL, OVERTIME, bundled, opened, played, screen_of, small_agenda


def text_of(pane) -> str:
    return "\n".join("".join(span.text for span in row.spans) for row in pane.rows)


async def test_the_next_question_is_marked_with_its_reason_and_stays_a_suggestion():
    conductor, _ = played(NORMAL)
    app = FacilitatorApp(Opened(conductor))
    async with app.run_test(size=(120, 40)) as pilot:
        assert "q7 next: a must-ask" in str(screen_of(app).questions.border_title)
        assert "»○ q7" in text_of(screen_of(app).grid)
        await pilot.press(*"/ask 8", "enter")
        await pilot.pause()
        assert "q7 next: a must-ask" in str(screen_of(app).questions.border_title)


async def test_before_anything_is_asked_the_suggestion_stands_at_the_question_itself():
    conductor, _ = opened(small_agenda())
    conductor.submit("/start")
    app = FacilitatorApp(Opened(conductor))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "» next: a must-ask" in text_of(screen_of(app).questions)
        assert str(screen_of(app).questions.border_title) == "Questions"


async def test_the_floor_is_shown_while_it_is_used_and_not_before():
    conductor, clock = opened(small_agenda())
    conductor.submit("/start")
    app = FacilitatorApp(Opened(conductor))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "is speaking" not in text_of(screen_of(app).countdown)
        await pilot.press(*"/floor bo", "enter")
        clock.advance(30)
        await pilot.press(*"/floor them", "enter")
        clock.advance(10)
        screen_of(app).tick()
        await pilot.pause()
        assert "Eszter Halmos is speaking" in text_of(screen_of(app).countdown)
        assert "bo 75%, them 25%" in text_of(screen_of(app).countdown)
        await pilot.press(*"/floor off", "enter")
        await pilot.pause()
        assert "is speaking" not in text_of(screen_of(app).countdown)


async def test_a_missing_name_is_asked_for_and_can_be_given_and_taken_back():
    conductor, _ = opened(small_agenda(), candidate="")
    app = FacilitatorApp(Opened(conductor))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "/with NAME" in text_of(screen_of(app).countdown)
        await pilot.press(*"/with Robin Reyes", "enter")
        await pilot.pause()
        assert "Robin Reyes" in text_of(screen_of(app).banner)
        assert "/with NAME" not in text_of(screen_of(app).countdown)
        await pilot.press(*"/undo", "enter")
        await pilot.pause()
        assert conductor.session.candidate == ""


async def test_the_ways_out_are_shown_with_price_and_end_and_one_is_chosen_by_its_letter():
    conductor, _ = played(OVERTIME)
    app = FacilitatorApp(Opened(conductor))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("escape", "v")
        await pilot.pause()
        shown = text_of(screen_of(app).completions)
        assert "ends 11:32, on plan: without q10, q11" in shown
        assert "from 7!" in shown
        before = len(conductor.events)
        await pilot.press("g", "enter")
        assert len(conductor.events) == before
        assert "protected" in screen_of(app).reply.text
        await pilot.press("backspace", "b", "enter")
        assert len(conductor.events) > before
        assert screen_of(app).reply.text.startswith("Drop questions")


async def test_with_nothing_to_recover_its_key_says_so_and_begins_no_line():
    conductor, _ = opened(small_agenda())
    conductor.submit("/start")
    app = FacilitatorApp(Opened(conductor))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("escape", "v")
        assert "nothing to recover" in screen_of(app).reply.text
        assert screen_of(app).note_line.text == ""


async def test_the_employer_is_the_other_side_of_a_reverse_interview():
    conductor, _ = opened(bundled("interview-the-employer"), candidate="")
    conductor.submit("/start")
    app = FacilitatorApp(Opened(conductor))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"/floor them", "enter")
        await pilot.pause()
        assert screen_of(app).reply.text == "The employer has the floor."
        assert str(screen_of(app).theirs.border_title) == "What they ask me"


async def test_single_keys_act_on_the_segment_that_was_gone_on_to():
    conductor, _ = opened(bundled("interview-the-employer"))
    conductor.submit("/start")
    app = FacilitatorApp(Opened(conductor))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("escape", "n")
        await pilot.pause()
        assert screen_of(app).selection.question == 2
