"""The palette of the debrief screen offers the formats that it can be saved in."""

from facilitator.ui.debrief.format_provider import FormatProvider
from tests.ui.debrief.meetings import Meeting


async def test_every_format_is_offered_before_anything_is_typed():
    meeting = Meeting()
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5")
        hits = [hit async for hit in FormatProvider(meeting.screen).discover()]
    assert [hit.text for hit in hits] == [
        "Save as Markdown",
        "Save as Markdown, brief",
        "Save as a page to read and print",
        "Save as a page to read and print, brief",
    ]


async def test_the_format_that_is_chosen_is_saved_and_is_that_of_the_key_from_then_on():
    meeting = Meeting()
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5")
        [hit] = [hit async for hit in FormatProvider(meeting.screen).search("print, brief")]
        hit.command()
        await meeting.app.workers.wait_for_complete()
        await pilot.press("s")
        await meeting.app.workers.wait_for_complete()
    assert [format for format, _ in meeting.saved] == ["html brief", "html"]
