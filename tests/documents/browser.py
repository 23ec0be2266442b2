"""A headless Chromium, spoken to over its own pipe: what a page asks for, says on the console, and looks like."""

import json
import os
import select
import shutil
import subprocess
from contextlib import contextmanager

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--remote-debugging-pipe",
)
PATIENCE_SECONDS = 60
TELLING = ("Network.requestWillBeSent", "Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown")


class Browser:
    """Commands go in, answers and events come out, as JSON ended by a zero byte."""

    def __init__(self, to_browser, from_browser):
        self._in = to_browser
        self._out = from_browser
        self._rest = b""
        self._last = 0
        self.events = []

    def call(self, method, session=None, **params):
        self._last += 1
        message = {"id": self._last, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self._in, json.dumps(message).encode() + b"\0")
        while (answer := self._next()).get("id") != self._last:
            self.events.append(answer)
        assert "error" not in answer, answer
        return answer["result"]

    def wait_for(self, method):
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self._next())

    def _next(self):
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._out], [], [], PATIENCE_SECONDS)
            chunk = os.read(self._out, 1 << 16) if ready else b""
            assert chunk, "the browser is gone or says nothing"
            self._rest += chunk
        message, _, self._rest = self._rest.partition(b"\0")
        return json.loads(message)


class Page:
    """A page that has been loaded; `told` is all that it asked for or complained about, the page itself left out."""

    def __init__(self, browser, session, address):
        self._browser = browser
        self._session = session
        events = [event for event in browser.events if event.get("method") in TELLING]
        self.told = [event for event in events if event["params"].get("request", {}).get("url") != address]

    def value(self, expression):
        return self._browser.call("Runtime.evaluate", self._session, expression=expression)["result"].get("value")


@contextmanager
def running(profile, width=1000):
    """A browser with a new `profile` folder, whose windows are so wide."""
    there, to_browser = os.pipe()
    from_browser, here = os.pipe()

    def as_3_and_4():
        os.dup2(os.dup(there), 3)
        os.dup2(os.dup(here), 4)

    process = subprocess.Popen(
        [PROGRAM, *FLAGS, f"--user-data-dir={profile}", f"--window-size={width},900", "about:blank"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=as_3_and_4,
        close_fds=False,
    )
    os.close(there)
    os.close(here)
    try:
        yield Browser(to_browser, from_browser)
    finally:
        process.kill()
        process.wait()
        os.close(to_browser)
        os.close(from_browser)


@contextmanager
def opened(path, profile, dark=False, width=1000):
    """The page in the file `path`, in a browser with a new `profile` folder."""
    with running(profile, width) as browser:
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            browser.call(f"{domain}.enable", session)
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        browser.call("Emulation.setEmulatedMedia", session, features=scheme)
        browser.call("Page.navigate", session, url=path.as_uri())
        browser.wait_for("Page.loadEventFired")
        yield Page(browser, session, path.as_uri())
