"""The page of a running session, at the place that was named in the shell."""

from threading import Lock
from typing import TYPE_CHECKING

from facilitator.cli.errors import WrongInput
from facilitator.page.place import HostAndPort, place_named
from facilitator.page.served_page import ServedPage

if TYPE_CHECKING:
    from facilitator.workspace.running_session import RunningSession
    from facilitator.workspace.services.page import Served

_ONE_AT_A_TIME = Lock()


def serve_page(running: "RunningSession", place: str | None) -> "Served":
    """Serve the page of a session until that is closed, unless it is being served. Raises PageTrouble."""
    with _ONE_AT_A_TIME:
        if running.page is None:
            conductor, config = running.conductor, running.workspace.config
            page = ServedPage(
                lambda: conductor.session,
                conductor.now,
                place_named(place) if place else HostAndPort(),
                config.curtain_overtime,
            )
            conductor.listen(page.look_again)
            running.page = page
    return running.page.open()


def check_place(place: str, *, is_first: bool = False) -> None:
    """Raise WrongInput if it is none; unless it `is_first`, with what has to stand before it."""
    try:
        place_named(place)
    except ValueError as error:
        before = "" if is_first else " What to run goes before it: AGENDA --page"
        raise WrongInput(f"--page: {error}{before}") from None
