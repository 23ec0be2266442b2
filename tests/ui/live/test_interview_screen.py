"""What all screens of a running interview do: colour by the phase, and by a pause in its place."""

import pytest

from facilitator.domain.time.phases import Phase
from facilitator.ui.app import FacilitatorApp, Picking
from facilitator.ui.live.interview_screen import InterviewScreen, phase_class


@pytest.mark.parametrize(
    ("phase", "paused", "wanted"),
    [(Phase.DANGER, False, "-danger"), (Phase.NORMAL, False, "-normal"), (Phase.DANGER, True, "-paused")],
)
async def test_a_screen_has_the_class_of_its_phase_and_no_other(phase, paused, wanted):
    screen = InterviewScreen()
    async with FacilitatorApp(Picking(lambda: screen, str)).run_test():
        screen.show_phase(Phase.WARNING, False)
        screen.show_phase(phase, paused)
        known = {phase_class(each, False) for each in Phase} | {"-paused"}
        assert known & screen.classes == {wanted}
