"""What a browser asks for, as far as anybody needs to know: bounded before it is read, and no more than a path."""

import asyncio

from msgspec import Struct

LONGEST_REQUEST_HEAD = 4096
"""How long a request with all its headers may be, in bytes."""

LONGEST_FIRST_LINE = 1024
"""How long its first line may be, in bytes."""

_END = b"\r\n\r\n"


class WrongRequestLine(Exception):
    """It is no request that is answered here; `status` is the HTTP status that says so."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Request(Struct, frozen=True):
    """A request for `path`, without what follows its question mark. `host` is what the browser takes us for."""

    path: str
    host: str
    goes_on: bool
    """Whether another request may follow on the same connection."""


async def next_request(reader: asyncio.StreamReader) -> Request | None:
    """Return the next request; None if there is none. Raises WrongRequestLine. The reader has to have a limit."""
    try:
        head = await reader.readuntil(_END)
    except asyncio.IncompleteReadError:
        return None
    except asyncio.LimitOverrunError:
        raise WrongRequestLine(431) from None
    return read_request(head)


def read_request(head: bytes) -> Request:
    """Return what the bytes up to the empty line ask for. Raises WrongRequestLine."""
    first, *others = head.decode("latin-1").removesuffix("\r\n\r\n").split("\r\n")
    if len(first) > LONGEST_FIRST_LINE:
        raise WrongRequestLine(414)
    method, _, rest = first.partition(" ")
    target, _, version = rest.partition(" ")
    if version not in ("HTTP/1.1", "HTTP/1.0") or not target.startswith("/"):
        raise WrongRequestLine(400)
    if method != "GET":
        raise WrongRequestLine(405)
    headers = [(name.lower(), value.strip()) for name, _, value in (line.partition(":") for line in others)]
    hosts = [value for name, value in headers if name == "host"]
    has_body = any(name in ("content-length", "transfer-encoding") and value != "0" for name, value in headers)
    if len(hosts) != 1 or has_body:
        raise WrongRequestLine(400)
    closes = any(name == "connection" and value.lower() == "close" for name, value in headers)
    return Request(target.partition("?")[0], _without_port(hosts[0]), version == "HTTP/1.1" and not closes)


def _without_port(host: str) -> str:
    """Return the host of `host:port`, or of `[host]:port`."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower()
