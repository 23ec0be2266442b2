"""The port at which this device listens for the others, as it was named in the shell, and how they reach it."""

from facilitator.cli.errors import WrongInput
from facilitator.page.listening import listen_at
from facilitator.page.place import HostAndPort, is_ip_address, place_named, reachable_address
from facilitator.workspace.services.page import PageTrouble
from facilitator.workspace.shared.share import Port

_EVERY_NETWORK = "0.0.0.0"
INSTEAD = "A shared folder needs no port: --folder."


def check_port(said: str) -> None:
    """Raise WrongInput if it is no place."""
    try:
        _place(said)
    except ValueError as error:
        raise WrongInput(f"--listen: {error} What to host goes before it: AGENDA --listen") from None


def free_port(said: str, instead: str = INSTEAD) -> Port:
    """Return the place that was named, `HOST:PORT` or `:PORT`, and the address by which others reach it.

    Raises WrongInput if nothing can listen there; then it says what to do `instead`.
    """
    try:
        place = _place(said)
    except ValueError as error:
        raise WrongInput(f"--listen: {error}") from None
    try:
        with listen_at(place) as listening:
            place = place._replace(port=listening.getsockname()[1])
    except PageTrouble as trouble:
        raise WrongInput(f"--listen: {trouble} {instead}") from None
    host = reachable_address(place.host) if is_ip_address(place.host) else place.host
    return Port(place.written, (place._replace(host=host).written,))


def _place(said: str) -> HostAndPort:
    return place_named(f"{_EVERY_NETWORK}{said}" if said.startswith(":") else said)
