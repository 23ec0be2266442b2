"""What a browser is answered: the page itself, what stands on it, the time; or that there is nothing."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

_REASONS = {
    200: "OK",
    400: "Bad Request",
    404: "Not Found",
    405: "Method Not Allowed",
    414: "URI Too Long",
    431: "Request Header Fields Too Large",
    503: "Service Unavailable",
}

_ALWAYS = (
    "Cache-Control: no-store",
    "Referrer-Policy: no-referrer",
    "X-Content-Type-Options: nosniff",
    "Cross-Origin-Resource-Policy: same-origin",
)

_NO_SOURCES = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

EVENTS = "text/event-stream"

STILL_HERE = b"event: here\ndata: 1\n\n"
"""Says that the connection holds."""


def response(status: int, kind: str, body: bytes, policy: str = _NO_SOURCES, goes_on: bool = False) -> bytes:
    """Return a whole response; `goes_on` says whether another may follow on the same connection."""
    headers = (
        f"Content-Length: {len(body)}",
        f"Connection: {'keep-alive' if goes_on else 'close'}",
        *(("Allow: GET",) if status == 405 else ()),
    )
    return _head(status, kind, policy, *headers) + body


def no_answer(status: int) -> bytes:
    """Return a response that tells nothing but what went wrong."""
    return response(status, "text/plain; charset=utf-8", f"{_REASONS[status]}\n".encode())


def beginning_of_events() -> bytes:
    """Return the head of a response that has no end: events follow."""
    return _head(200, EVENTS, _NO_SOURCES, "Connection: close")


def event(data: bytes) -> bytes:
    """Return an event with `data`, which has no line breaks."""
    return b"data: " + data + b"\n\n"


@cache
def page() -> bytes:
    """Return the whole response with the page: nothing in it is different the next time."""
    text = (Path(__file__).parent / "clock.html").read_text(encoding="utf-8")
    policy = (
        f"{_NO_SOURCES}; script-src '{_hash_of(text, 'script')}'; style-src '{_hash_of(text, 'style')}'; "
        "connect-src 'self'; img-src data:"
    )
    return response(200, "text/html; charset=utf-8", text.encode(), policy, goes_on=True)


def _hash_of(text: str, element: str) -> str:
    """Return the hash of what stands in the only such element, as a policy names it (CSP Level 3)."""
    inside = text.partition(f"<{element}>")[2].partition(f"</{element}>")[0]
    return "sha256-" + b64encode(sha256(inside.encode()).digest()).decode()


def _head(status: int, kind: str, policy: str, *headers: str) -> bytes:
    lines = (
        f"HTTP/1.1 {status} {_REASONS[status]}",
        f"Content-Type: {kind}",
        *headers,
        f"Content-Security-Policy: {policy}",
        *_ALWAYS,
    )
    return "".join(f"{line}\r\n" for line in (*lines, "")).encode()
