"""Listening at a place, or saying in words why that can't be, and what helps."""

import errno
import socket
from functools import partial

from facilitator.files.patience import do_patiently
from facilitator.page.place import LOOPBACK, HostAndPort, is_ip_address
from facilitator.workspace.services.page import PageTrouble

MOST_UNANSWERED = 64
"""How many connections may wait to be taken."""

_REASONS = {
    errno.EADDRINUSE: "Port {port} of {host} is in use. Name another port, or 0 for any that is free.",
    errno.EACCES: "Port {port} is not for everybody. Name one from 1024 on, or 0 for any that is free.",
    errno.EADDRNOTAVAIL: "{host} is not an address of this computer. Name one that is; "
    f"{LOOPBACK} is for this computer alone.",
}


def listen_at(place: HostAndPort) -> socket.socket:
    """Return a socket that listens at `place`. Raises PageTrouble, also if finding the host takes some seconds."""
    try:
        find = partial(socket.getaddrinfo, place.host, place.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, address = (do_patiently(find) if not is_ip_address(place.host) else find())[0]
    except (OSError, UnicodeError):
        raise PageTrouble(_not_found(place.host)) from None
    listening = socket.socket(family, kind, protocol)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(MOST_UNANSWERED)
    except OSError as error:
        listening.close()
        reason = _REASONS.get(error.errno or 0, f"{{host}}:{{port}} can't be used: {error.strerror}.")
        raise PageTrouble(reason.format(host=place.host, port=place.port)) from None
    listening.setblocking(False)
    return listening


def _not_found(host: str) -> str:
    if is_ip_address(host):
        return f"{host} is not an address that this computer can use."
    return f"There is no address for “{host}”: it is misspelt, or the network is down. An IP address needs no network."
