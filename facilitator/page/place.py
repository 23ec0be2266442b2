"""Where the page is served: the host and the port that somebody named, and what a link needs of them."""

import ipaddress
import socket
from typing import NamedTuple

LOOPBACK = "127.0.0.1"
HIGHEST_PORT = 65535

HOW_IT_IS_WRITTEN = "HOST:PORT, such as 192.168.1.5:8080; port 0 is any free one"


class HostAndPort(NamedTuple):
    """A host, by its name or its address, and a port; port 0 is any that is free."""

    host: str = LOOPBACK
    port: int = 0

    @property
    def written(self) -> str:
        """The place as it is written, also in a link."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def place_named(text: str) -> HostAndPort:
    """Return the place that `text` names: `HOST:PORT`, or `:PORT` on this computer only. Raises ValueError."""
    host, colon, port = text.strip().rpartition(":")
    if not colon or not port.isascii() or not port.isdigit() or int(port) > HIGHEST_PORT:
        raise ValueError(f"“{text}” is not {HOW_IT_IS_WRITTEN}.")
    inside = host.removeprefix("[").removesuffix("]")
    if ":" in host and not (host == f"[{inside}]" and is_ip_address(inside)):
        raise ValueError(f"“{text}” is not {HOW_IT_IS_WRITTEN}.")
    return HostAndPort(inside or LOOPBACK, int(port))


def is_ip_address(host: str) -> bool:
    """Return whether a host is written as an IP address, which no name server has a say in."""
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def is_only_here(address: str) -> bool:
    """Return whether nobody but this computer reaches an IP address of its own."""
    return ipaddress.ip_address(address.partition("%")[0]).is_loopback


def reachable_address(address: str) -> str:
    """Return the IP address by which others reach what listens at `address`, an address of this computer.

    That is itself, unless it stands for every address there is: then it is the one of the network at hand, or without
    a network that of this computer alone.
    """
    bound = ipaddress.ip_address(address.partition("%")[0])
    if not bound.is_unspecified:
        return address
    family, elsewhere, here = (
        (socket.AF_INET, "192.0.2.1", LOOPBACK) if bound.version == 4 else (socket.AF_INET6, "2001:db8::1", "::1")
    )
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as asking:
            asking.connect((elsewhere, 9))  # sends nothing: it only finds the way there (RFC 5737, RFC 3849)
            return str(asking.getsockname()[0])
    except OSError:
        return here
