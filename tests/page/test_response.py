"""The page is one small file that loads nothing, runs nothing but its own script, and is kept nowhere."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from facilitator.page.response import beginning_of_events, event, no_answer, page, response

HEAD, _, BODY = page().partition(b"\r\n\r\n")
TEXT = BODY.decode()
POLICY = re.findall(r"Content-Security-Policy: (.*)\r\n", HEAD.decode())[0]


def hash_of(element: str) -> str:
    inside = re.findall(rf"<{element}>(.*?)</{element}>", TEXT, re.DOTALL)
    assert len(inside) == 1
    return "'sha256-" + b64encode(sha256(inside[0].encode()).digest()).decode() + "'"


def test_it_is_small():
    assert len(page()) <= 30_000


def test_its_policy_lets_only_its_own_script_and_style_run():
    rules = dict(rule.split(" ", 1) for rule in POLICY.split("; "))
    assert rules == {
        "default-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
        "script-src": hash_of("script"),
        "style-src": hash_of("style"),
        "connect-src": "'self'",
        "img-src": "data:",
    }


def test_it_names_no_address_to_load_anything_from_and_makes_no_markup_of_text():
    assert re.findall(r"(?:https?:)?//\w", TEXT) == []
    assert re.findall(r"\b(?:src|href|action)=\"([^\"]*)\"", TEXT) == ["data:,"]
    assert re.findall(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval|Function\(|\son\w+=", TEXT) == []


def test_it_has_a_language_a_title_and_a_landmark():
    assert '<html lang="en">' in TEXT
    assert "<title>Interview clock</title>" in TEXT
    assert '<main aria-label="Interview clock">' in TEXT


@pytest.mark.parametrize("answer", [page(), no_answer(404), beginning_of_events(), response(200, "text/plain", b"1")])
def test_no_answer_is_kept_or_tells_anybody_where_it_came_from(answer: bytes):
    head = answer.partition(b"\r\n\r\n")[0].decode().split("\r\n")
    for header in ("Cache-Control: no-store", "Referrer-Policy: no-referrer", "X-Content-Type-Options: nosniff"):
        assert header in head
    assert any(line.startswith("Content-Security-Policy: default-src 'none'") for line in head)


def test_a_refusal_tells_nothing_but_what_went_wrong():
    assert no_answer(404).partition(b"\r\n\r\n")[2] == b"Not Found\n"
    assert b"Allow: GET" in no_answer(405)


def test_an_event_is_a_line_of_data_and_an_empty_one():
    assert event(b'{"a":1}') == b'data: {"a":1}\n\n'
