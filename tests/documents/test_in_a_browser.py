"""The page as a real browser takes it: it asks for nothing, complains about nothing, and looks as it should."""

import pytest

from facilitator.reports import Audience, Options
from facilitator.reports.panel.parts import Part, places
from facilitator.workspace.exports import write_export
from tests.documents import browser

pytestmark = pytest.mark.skipif(not browser.PROGRAM, reason="no Chromium is installed")

HOSTILE = '<img src="https://example.org/x.png"><script>document.title="run"</script> </style>@import "x";'


@pytest.fixture
def page(tmp_path):
    def write(debrief, **options):
        return write_export(debrief, "html", tmp_path / "page.html", Options(**options))

    return write


def test_it_asks_for_nothing_and_complains_about_nothing(page, final_round, tmp_path):
    noted = len([where for where in places(final_round).values() if where in (Part.EVIDENCE, Part.NOTES)])
    with browser.opened(page(final_round), tmp_path / "profile") as shown:
        assert shown.told == []
        assert shown.value("document.querySelectorAll('.notes li').length") == noted
        assert shown.value("document.querySelectorAll('rect.planned').length") == len(final_round.timeline)
        assert shown.value("getComputedStyle(document.body).backgroundColor") == "rgb(253, 252, 250)"


def test_the_watch_would_notice(tmp_path):
    path = tmp_path / "bad.html"
    path.write_text("<!doctype html><link rel=stylesheet href=other.css><script>console.log(1); nope()</script>")
    with browser.opened(path, tmp_path / "profile") as shown:
        seen = {event["method"] for event in shown.told}
    assert {"Network.requestWillBeSent", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"} <= seen


def test_hostile_words_do_nothing_there(page, written_all_over, tmp_path):
    with browser.opened(page(written_all_over(HOSTILE)), tmp_path / "profile") as shown:
        assert shown.told == []
        assert shown.value("document.scripts.length + document.images.length") == 0
        assert shown.value("document.title").startswith("Debrief: <img")


def test_it_is_dark_where_the_reader_wants_it_dark(page, final_round, tmp_path):
    with browser.opened(page(final_round, audience=Audience.LEAD), tmp_path / "profile", dark=True) as shown:
        assert shown.value("getComputedStyle(document.body).backgroundColor") == "rgb(22, 25, 29)"


def test_it_fits_a_telephone(page, final_round, tmp_path):
    with browser.opened(page(final_round), tmp_path / "profile", width=500) as shown:
        assert shown.value("document.documentElement.scrollWidth <= window.innerWidth")
