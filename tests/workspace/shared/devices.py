"""Devices that share a session, each with a data folder of its own, all in one process."""

import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Any

from msgspec.structs import replace

from facilitator.conducting.sealing.router_pass import RouterPass
from facilitator.storage.panel_keys import PanelKeys, PanelKeysFile
from facilitator.workspace.running_session import RunningSession, resume, start
from facilitator.workspace.shared.inviting import invite
from facilitator.workspace.shared.join import Admitted, join
from facilitator.workspace.shared.share import Port, share
from facilitator.workspace.workspace import Workspace
from tests.sharing.transports.zenoh.panels import free_port
from tests.ui.sessions import small_agenda

LONGEST_WAIT_SECONDS = 60
QUICKLY = 0.02


class Devices:
    """`ann` hosts an interview of the small agenda; whoever joins keeps it as well.

    Its notes are shared live, unless they are `private` until the cards are open. They share a folder, or connect to
    each other if they are `live`, or to a `router`.
    """

    def __init__(
        self,
        root: Path,
        before: str = "",
        *,
        private: bool = False,
        live: bool = False,
        router: RouterPass | None = None,
    ) -> None:
        self.root = root
        (root / "shared").mkdir(parents=True)
        self.folder: Any = None if live or router is not None else root / "shared"
        port = free_port()
        self.port = Port(f"127.0.0.1:{port}", (f"127.0.0.1:{port}",)) if live else None
        self.host = self.workspace("host")
        self._running: dict[str, RunningSession] = {}
        self._open = ExitStack()
        agenda = small_agenda() if private else replace(small_agenda(), notes="shared")
        with start(self.host, agenda, "small", "Robin Reyes", None) as running:
            for line in before.splitlines():
                running.conductor.submit(line)
            self.session = running.conductor.session.id
        share(self.host, self.session, self.folder, self.port, router)

    def workspace(self, name: str) -> Workspace:
        return Workspace(self.root / name, warn=print)

    def keys(self, workspace: Workspace) -> PanelKeys:
        """The keys of a device on this panel."""
        keys = PanelKeysFile(workspace.home.path(self.session, "panel")).load()
        assert keys is not None
        return keys

    def open(self, workspace: Workspace, name: str = "") -> RunningSession:
        """Run the session on a device until the test ends, or until `leave`."""
        running = self._open.enter_context(resume(workspace, self.session))
        self._running[name or str(workspace.home.root)] = running
        return running

    def joined(self, name: str, seat: str) -> tuple[Workspace, Admitted]:
        """Invite a panelist, and join on another device while the host runs."""
        guest, invited = self.workspace(name), invite(self.host, self.session, seat)
        return guest, self.while_it_runs(lambda: join(guest, invited, self.folder, lambda why: None))

    def while_it_runs(self, deed: Callable[[], object]):
        """Do something in a thread, while what is open here goes on; return and raise what it does."""
        answers, errors = [], []

        def run() -> None:
            try:
                answers.append(deed())
            except BaseException as error:
                errors.append(error)

        thread = Thread(target=run, daemon=True)
        thread.start()
        self.until(lambda: not thread.is_alive())
        if errors:
            raise errors[0]
        return answers[0]

    def until(self, holds: Callable[[], bool]) -> None:
        """Let what is open take in what comes, until it holds."""
        ends = time.monotonic() + LONGEST_WAIT_SECONDS
        while not holds():
            assert time.monotonic() < ends, "it never came to that"
            for running in self._running.values():
                if running.shared is not None:
                    running.shared.take_in()
            time.sleep(0.005)

    def agree(self, *running: RunningSession) -> None:
        self.until(lambda: len({len(one.conductor.packets) for one in running}) == 1)
        self.until(lambda: all(one.conductor.session == running[0].conductor.session for one in running))

    def leave(self) -> None:
        """Leave on every device."""
        self._running.clear()
        self._open.close()

    def __enter__(self) -> "Devices":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.leave()
