"""The page as real browsers show it: on time, through cuts, to the eye and to a screen reader."""

import time
from contextlib import ExitStack
from functools import partial

import pytest

from facilitator.domain.text.durations import clock_text
from facilitator.showing.curtain import seen_by_them
from tests.documents import browser
from tests.page.cables import cable_to
from tests.page.rooms import page_in_a_room
from tests.ui.sessions import bundled

pytestmark = pytest.mark.skipif(not browser.PROGRAM, reason="no Chromium is installed")

LONGEST_WAIT_SECONDS = 60
NEAR_MS = 100

WATCH = """
const passed = { ms: 0 }, begun = { now: performance.now.bind(performance), date: Date.now };
performance.now = () => begun.now() + passed.ms;
Date.now = () => begun.date() + passed.ms;
window.seen = { figures: [], said: [] };
new MutationObserver(changes => changes.forEach(change => {
  const node = change.target.id ? change.target : change.target.parentNode;
  if (node && node.id in seen) seen[node.id].push([begun.date(), node.textContent]);
})).observe(document, { subtree: true, childList: true, characterData: true });
"""
"""Notes what the page shows and when; `passed.ms` lets time pass for it alone."""


class Viewer:
    """The page in a window of its own, in which nobody else's connections are."""

    def __init__(self, chromium, link, width=1280, height=720, **media):
        self._chromium = chromium
        self.link = link
        self._context = chromium.call("Target.createBrowserContext")["browserContextId"]
        target = chromium.call("Target.createTarget", url="about:blank", browserContextId=self._context)["targetId"]
        self._session = chromium.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime", "Accessibility"):
            self.call(f"{domain}.enable")
        features = [{"name": name.replace("_", "-"), "value": value} for name, value in media.items()]
        self.call("Emulation.setEmulatedMedia", features=features)
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setFocusEmulationEnabled", enabled=True)
        self.call("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
        self.call("Page.navigate", url=link)

    def close(self):
        self._chromium.call("Target.disposeBrowserContext", browserContextId=self._context)

    def call(self, method, **params):
        return self._chromium.call(method, self._session, **params)

    def value(self, expression):
        return self.call("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def text(self, name):
        return self.value(f"document.getElementById({name!r})?.textContent ?? ''")

    def style(self, selector, name):
        return self.value(f"getComputedStyle(document.querySelector({selector!r})).{name}")

    def wait_until(self, holds):
        deadline = time.monotonic() + LONGEST_WAIT_SECONDS
        while not holds(self):
            assert time.monotonic() < deadline, self.value("document.body.innerText")
            time.sleep(0.1)
        return self

    def let_pass(self, seconds):
        """Let time pass here, and nowhere else."""
        self.value(f"passed.ms += {seconds * 1000}")

    @property
    def told(self):
        """What it complained about, and the addresses that it asked for."""
        own = [event for event in self._chromium.events if event.get("sessionId") == self._session]
        complaints = [one for one in own if one["method"] in browser.TELLING[1:]]
        asked = [one["params"]["request"]["url"] for one in own if one["method"] == browser.TELLING[0]]
        return complaints, asked

    def is_counting(self):
        return self.text("words") == "left"


@pytest.fixture(scope="module")
def chromium(tmp_path_factory):
    with browser.running(tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture
def room():
    with page_in_a_room(bundled("vp-sales-final")) as opened:
        opened.say("/start")
        yield opened


@pytest.fixture
def view(chromium):
    """Opens a link in a window of its own; it is closed after the test."""
    with ExitStack() as windows:

        def opened(link, **how):
            viewer = Viewer(chromium, link, **how)
            windows.callback(viewer.close)
            return viewer

        yield opened


@pytest.fixture
def look(view, room):
    """Opens the page of the room in a new window; it counts when this returns."""
    return lambda query="", **how: view(room.link + query, **how).wait_until(Viewer.is_counting)


def through(cable, room):
    return f"http://127.0.0.1:{cable.port}{room.path}"


def off_by(room, viewer):
    """By how many ms the page's clock is off that of the lead."""
    theirs = room.conductor.now() - time.time() * 1000
    return abs(viewer.value("now() - begun.date()") - theirs)


def is_on_time(room, viewer):
    """Whether its clock is right, and a second was shown on time since it was last forgotten: a busy machine is late.

    What was wrong would be so with every second, what a machine has no time for only with some.
    """
    ahead, zero_at = room.conductor.now() - time.time() * 1000, seen_zero_at(room)
    late = [at + ahead - (zero_at - seconds_of(figures) * 1000) for at, figures in viewer.value("seen.figures")[1:]]
    return off_by(room, viewer) <= NEAR_MS and min(map(abs, late), default=NEAR_MS + 1) <= NEAR_MS


def forget(viewer):
    """Forget what it has shown so far."""
    viewer.value("seen.figures.length = 0")


def seen_zero_at(room):
    now = room.conductor.now()
    return now // 1000 * 1000 + seen_by_them(room.conductor.session, now).face.remaining_seconds * 1000


def seconds_of(figures):
    minutes, seconds = figures.split(":")
    return int(minutes) * 60 + int(seconds)


def test_twelve_browsers_keep_the_leads_time_through_a_cut(view, room):
    on_time = partial(is_on_time, room)
    with cable_to(room.address, there_seconds=0.04, back_seconds=0.12) as cable:
        viewers = [view(through(cable, room)) for _ in range(12)]
        for viewer in viewers:
            viewer.wait_until(Viewer.is_counting).wait_until(on_time)
        assert room.page.open().watching == 12

        cable.pull_out()
        for viewer in viewers:
            forget(viewer)
        for viewer in viewers:
            viewer.wait_until(on_time)
        assert {viewer.text("told") for viewer in viewers} == {""}

        room.say("/add 10m")
        cable.plug_in()
        for viewer in viewers:
            viewer.wait_until(lambda one: seconds_of(one.text("figures")) > 600)
            forget(viewer)
        for viewer in viewers:
            viewer.wait_until(on_time)
        assert room.page.open().watching == 12


def test_a_minute_without_a_connection_is_told_and_the_clock_goes_on(view, room):
    with cable_to(room.address) as cable:
        viewer = view(through(cable, room)).wait_until(Viewer.is_counting)
        cable.pull_out()
        viewer.let_pass(40)
        before = seconds_of(viewer.wait_until(lambda one: one.text("said")).text("figures"))
        time.sleep(2)
        assert viewer.text("told") == ""
        viewer.let_pass(20)
        viewer.wait_until(lambda one: one.text("told").startswith("No connection since "))
        viewer.wait_until(lambda one: seconds_of(one.text("figures")) <= before - 10)
        cable.plug_in()
        viewer.wait_until(lambda one: one.text("told") == "")
        viewer.wait_until(lambda one: abs(seconds_of(one.text("figures")) - seen_seconds(room)) <= 1)


def seen_seconds(room):
    return (seen_zero_at(room) - room.conductor.now()) / 1000


def test_a_cable_that_went_dead_is_noticed(view, room):
    with cable_to(room.address) as cable:
        viewer = view(through(cable, room)).wait_until(Viewer.is_counting)
        cable.go_dead()
        room.say("/pause")
        viewer.let_pass(13)
        viewer.wait_until(lambda one: one.text("words") == "left, paused")


def test_a_device_that_has_slept_shows_the_right_time_again(look, room):
    viewer = look()
    viewer.value("begun.date = (old => () => old() + 90000)(begun.date)")  # its wall clock went on, nothing else did
    viewer.value("document.dispatchEvent(new Event('visibilitychange'))")
    time.sleep(2)
    viewer.wait_until(lambda one: abs(seconds_of(one.text("figures")) - seen_seconds(room)) <= 1)


def test_it_asks_for_nothing_elsewhere_and_complains_about_nothing(look, room):
    viewer = look()
    room.say("/next", "/pause")
    viewer.wait_until(lambda one: one.text("words") == "left, paused")
    complaints, asked = viewer.told
    assert complaints == []
    assert {url.removeprefix(room.link) for url in asked} <= {"", "events", "time", "data:,"}


def test_titles_are_text_whatever_they_say(view):
    hostile = '<img src=x onerror="document.title=1"><script>document.body.remove()</script>'
    agenda = bundled("vp-sales-final")
    with page_in_a_room(hostile_titles(agenda, hostile)) as room:
        room.say("/start")
        viewer = view(room.link).wait_until(Viewer.is_counting)
        assert viewer.text("segment") == viewer.text("heading") == viewer.value("document.title") == hostile
        assert viewer.value("document.images.length + document.scripts.length") == 1
        assert viewer.told[0] == []


def hostile_titles(agenda, title):
    from msgspec.structs import replace

    return replace(agenda, title=title, segments=tuple(replace(one, title=title) for one in agenda.segments))


def test_figures_are_written_as_on_the_screen(look):
    several = [0, 9, 59, 60, 601, 3599, 3600, 36061]
    assert look().value(f"{several}.map(clock)") == list(map(clock_text, several))


def test_a_screen_reader_hears_the_phases_and_not_the_seconds(look, room):
    viewer = look()
    room.say("/pause")
    viewer.wait_until(lambda one: one.text("words") == "left, paused")
    room.say("/resume")
    viewer.wait_until(Viewer.is_counting)
    time.sleep(3)
    heard = [text for _, text in viewer.value("seen.said")]
    assert [text.partition(":")[0] for text in heard] == ["Welcome and aims"] * 3
    assert [text.split(" ", 4)[-1] for text in heard] == ["left", "left, paused", "left"]


def test_a_screen_reader_finds_its_way(look):
    viewer = look()
    nodes = viewer.call("Accessibility.getFullAXTree")["nodes"]
    found = {(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if not node["ignored"]}
    assert {
        ("RootWebArea", "VP Sales, final round"),
        ("main", "Interview clock"),
        ("heading", "VP Sales, final round"),
        ("region", "Clock"),
        ("list", "Agenda"),
    } <= found
    roles = {role for role, _ in found}
    assert {"timer", "status", "listitem"} <= roles
    rows = viewer.value("[...document.querySelectorAll('[aria-current=step]')].map(row => row.lastChild.textContent)")
    assert rows == ["Welcome and aims"]


def test_it_can_be_read_from_the_far_end_of_a_room(look):
    viewer = look(width=1280, height=720)
    assert float(viewer.style("#figures", "fontSize")[:-2]) >= 200
    assert float(viewer.style("#lines li", "fontSize")[:-2]) >= 24
    assert fits(viewer)


@pytest.mark.parametrize(("width", "height"), [(1280, 120), (1920, 200), (640, 120), (420, 140), (300, 300)])
def test_an_overlay_of_any_shape_shows_all_of_it(look, width, height):
    """An overlay can't be scrolled: what doesn't fit isn't seen."""
    viewer = look("?overlay", width=width, height=height)
    told = "show('told', 'No connection since 10:00: this is the time as it was known then.')"
    bottoms = "['segment', 'figures', 'counted', 'told'].map(id => get(id).getBoundingClientRect().bottom)"
    assert viewer.value(f"{told}; Math.max(...{bottoms})") <= height
    assert viewer.value("get('figures').getBoundingClientRect().height") >= height / 3


def test_a_telephone_on_its_side_shows_the_agenda_beside_the_clock(look):
    viewer = look(width=844, height=390)
    assert fits(viewer)
    assert viewer.value("get('lines').getBoundingClientRect().left > get('figures').getBoundingClientRect().right")
    assert viewer.value("get('lines').clientHeight") >= 200


@pytest.mark.parametrize(("width", "height"), [(390, 844), (360, 640), (320, 568)])
def test_it_fits_a_telephone(look, width, height):
    viewer = look(width=width, height=height)
    assert fits(viewer)
    assert float(viewer.style("#figures", "fontSize")[:-2]) >= 100
    assert viewer.value("document.querySelector('#lines').clientHeight") >= 120


def fits(viewer):
    """Whether nothing of it has to be scrolled to, but in the agenda."""
    root = "document.documentElement"
    return viewer.value(f"{root}.scrollWidth <= innerWidth && {root}.scrollHeight <= innerHeight")


def test_an_overlay_is_the_clock_on_nothing(look):
    viewer = look("?overlay")
    assert viewer.style("body", "backgroundColor") == viewer.style("html", "backgroundColor") == "rgba(0, 0, 0, 0)"
    assert (viewer.style("#lines", "display"), viewer.style("h1", "display")) == ("none", "none")
    assert viewer.text("segment") == "Welcome and aims"
    assert fits(viewer)


def test_it_is_light_or_dark_as_its_reader_wants(look):
    papers = [look(prefers_color_scheme=scheme).style("body", "backgroundColor") for scheme in ("light", "dark")]
    assert papers == ["rgb(253, 252, 250)", "rgb(22, 25, 29)"]


def test_nothing_moves_for_who_wants_no_motion(look):
    viewer = look(prefers_reduced_motion="reduce")
    assert viewer.style("#lines", "scrollBehavior") == "auto"
    assert viewer.value("document.getAnimations().length") == 0
