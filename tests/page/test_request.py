"""A request is read as far as it matters, and refused where it is none that anybody needs."""

import asyncio

import pytest

from facilitator.page.request import (
    LONGEST_FIRST_LINE,
    LONGEST_REQUEST_HEAD,
    Request,
    WrongRequestLine,
    next_request,
    read_request,
)

HOST = "Host: 127.0.0.1:8080"


def head(*lines: str) -> bytes:
    return "\r\n".join((*lines, "", "")).encode("latin-1")


def test_the_path_and_the_host_are_read():
    read = read_request(head("GET /token/?overlay HTTP/1.1", HOST, "Accept: */*"))
    assert read == Request("/token/", "127.0.0.1", goes_on=True)


@pytest.mark.parametrize("host", ["[::1]:8080", "[::1]"])
def test_the_host_may_be_an_address_of_six(host: str):
    assert read_request(head("GET / HTTP/1.1", f"host: {host}")).host == "::1"


@pytest.mark.parametrize(("version", "header"), [("1.0", "Accept: */*"), ("1.1", "Connection: Close")])
def test_another_may_not_follow_where_they_say_so(version: str, header: str):
    assert not read_request(head(f"GET / HTTP/{version}", HOST, header)).goes_on


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (("POST / HTTP/1.1", HOST), 405),
        (("HEAD / HTTP/1.1", HOST), 405),
        (("get / HTTP/1.1", HOST), 405),
        (("GET http://elsewhere/ HTTP/1.1", HOST), 400),
        (("GET * HTTP/1.1", HOST), 400),
        (("GET / HTTP/2.0", HOST), 400),
        (("GET /",), 400),
        (("",), 400),
        (("GET / HTTP/1.1",), 400),
        (("GET / HTTP/1.1", HOST, HOST), 400),
        (("GET / HTTP/1.1", HOST, "Content-Length: 5"), 400),
        (("GET / HTTP/1.1", HOST, "Transfer-Encoding: chunked"), 400),
        (("GET /" + "x" * LONGEST_FIRST_LINE + " HTTP/1.1", HOST), 414),
    ],
)
def test_what_is_no_request_for_a_page_is_refused(lines: tuple[str, ...], status: int):
    with pytest.raises(WrongRequestLine) as wrong:
        read_request(head(*lines))
    assert wrong.value.status == status


async def test_one_after_the_other_is_read_until_there_is_none():
    reader = asyncio.StreamReader(limit=LONGEST_REQUEST_HEAD)
    reader.feed_data(head("GET /a HTTP/1.1", HOST) + head("GET /b HTTP/1.1", HOST) + b"GET /c HT")
    reader.feed_eof()
    found = [await next_request(reader) for _ in range(3)]
    assert [one and one.path for one in found] == ["/a", "/b", None]


async def test_one_without_an_end_is_refused_before_it_is_taken_in():
    reader = asyncio.StreamReader(limit=LONGEST_REQUEST_HEAD)
    reader.feed_data(b"GET / HTTP/1.1\r\n" + b"a: b\r\n" * LONGEST_REQUEST_HEAD)
    with pytest.raises(WrongRequestLine) as wrong:
        await next_request(reader)
    assert wrong.value.status == 431
