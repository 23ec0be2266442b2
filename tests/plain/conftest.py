"""Who types in lines waits for what is under way, also on a busy machine."""

import pytest

from tests.disks import LONGEST_WAIT_SECONDS


@pytest.fixture(autouse=True)
def patient_with_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test of an answer that takes its time says so."""
    monkeypatch.setattr("facilitator.plain.plain_interview.ANSWER_SECONDS", float(LONGEST_WAIT_SECONDS))
