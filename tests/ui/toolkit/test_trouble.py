"""The words about trouble: what isn't kept where it should be, and what leaving would lose."""

import pytest

from facilitator.conducting.conductor import Conductor
from facilitator.ui.toolkit.reply import Reply
from facilitator.ui.toolkit.trouble import lost_if_left, show_trouble, trouble_text
from tests.disks import Disk
from tests.ui.sessions import opened, small_agenda


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def conductor(disk: Disk) -> Conductor:
    conductor, _ = opened(small_agenda(), log=disk)
    conductor.submit("/start")
    return conductor


def test_without_trouble_there_is_nothing_to_say(conductor):
    assert (trouble_text(conductor), lost_if_left(conductor)) == ("", "")


def test_what_is_in_memory_only_would_be_lost(conductor, disk):
    disk.is_full = True
    conductor.submit("a note")
    assert "in memory" in trouble_text(conductor)
    assert lost_if_left(conductor).startswith("1 note is on no disk and would be lost.")
    conductor.submit("another")
    assert lost_if_left(conductor).startswith("2 notes are on no disk and would be lost.")


def test_so_would_a_fact_that_is_no_note(conductor, disk):
    disk.is_full = True
    conductor.submit("/end")
    assert lost_if_left(conductor).startswith("What happened last is on no disk")


def test_what_is_kept_elsewhere_is_not_lost(conductor, disk):
    disk.trouble = "Not kept here: the disk is full.\nKept there instead."
    conductor.submit("a note")
    assert trouble_text(conductor) == f"{disk.trouble}\nRetrying every second."
    assert lost_if_left(conductor) == ""


def test_the_banner_is_there_as_long_as_there_is_trouble(conductor, disk):
    banner = Reply()
    disk.is_full = True
    conductor.submit("a note")
    show_trouble(banner, conductor)
    assert (banner.display, banner.text, banner.kind) == (True, trouble_text(conductor), "trouble")
    disk.is_full = False
    conductor.submit("another")
    show_trouble(banner, conductor)
    assert not banner.display
