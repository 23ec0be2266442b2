"""Who has what, as far as one device can tell, whether the session is open or not."""

import shutil

import pytest

from facilitator.showing.panel_words import device_lines
from facilitator.workspace.errors import WrongRequest
from facilitator.workspace.running_session import in_hand, start
from facilitator.workspace.shared.who_has_what import kept_state
from facilitator.workspace.shared.who_has_what.panel_report import digest, panel_report
from tests.conducting.packed_panels import PackedPanel
from tests.ui.sessions import small_agenda
from tests.workspace.shared.devices import QUICKLY


def test_all_that_keep_the_same_have_one_digest(devices):
    ann = devices.open(devices.host)
    guest, _ = devices.joined("bo", "bo")
    bo = devices.open(guest)
    bo.conductor.submit("a note")
    devices.agree(ann, bo)
    devices.leave()
    with in_hand(devices.host, devices.session):
        pass
    reports = [panel_report(workspace, devices.session) for workspace in (devices.host, guest)]
    assert reports[0].digest == reports[1].digest
    assert len(reports[0].digest.split()) == 4
    [heard] = reports[0].state.heard.values()
    assert heard.is_leaving
    assert heard.heads == reports[0].state.keeps


def test_while_it_is_open_the_report_says_what_the_program_that_runs_it_heard(either, monkeypatch):
    monkeypatch.setattr(kept_state, "KEPT_EVERY_SECONDS", QUICKLY)
    ann = either.open(either.host)
    guest, admitted = either.joined("bo", "bo")
    either.open(guest)

    def told() -> str:
        report = panel_report(either.host, either.session)
        return "\n".join(device_lines(report.session, report.state, report.now))

    either.until(lambda: "Bo Chen, is here, had all of this" in told())
    assert ann.shared is not None
    assert admitted.words in told()
    either.leave()
    assert "Bo Chen, left at" in told()


def test_the_order_of_packets_doesnt_matter_and_one_more_does():
    packets = PackedPanel(before="one\nother").host.packets
    assert digest(packets) == digest(packets[::-1]) != digest(packets[:-1])


def test_without_the_folder_it_says_what_is_known_here(devices):
    shutil.rmtree(devices.folder)
    report = panel_report(devices.host, devices.session)
    assert "there is no such file" in report.state.trouble
    assert report.state.heard == {}


def test_a_session_that_isnt_shared_has_no_panel(workspace):
    with start(workspace, small_agenda(), "small", "", None) as running:
        session = running.conductor.session.id
    with pytest.raises(WrongRequest, match="isn't shared yet"):
        panel_report(workspace, session)
