"""Whatever a calendar writes into a name, people are called as they are, and rooms and services are nobody."""

import pytest

from facilitator.preparing.manuscript.office.invited import A_ROOM, A_SERVICE, DECLINED, invited


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("Ana Ruiz", "Ana Ruiz"),
        ("Ruiz, Ana", "Ana Ruiz"),
        ("Ruiz, Ana (Guest)", "Ana Ruiz"),
        ("Ana Ruiz (Extern)", "Ana Ruiz"),
        ("'Ruiz, Ana'", "Ana Ruiz"),
        ("García López, María", "María García López"),
        ("Smith, PhD", "Smith, PhD"),
        ("Acme, Inc.", "Acme, Inc."),
        ("", "Ana Ruiz"),
        ("ana.ruiz@example.com", "Ana Ruiz"),
        ("ana@example.com", "ana"),
        ("ana.ruiz2@example.com", "ana.ruiz2"),
    ],
)
def test_a_name_is_read_as_it_is_said(given: str, name: str):
    assert invited("mailto:ana.ruiz@example.com", {"CN": given}).name == name


@pytest.mark.parametrize(
    ("address", "params", "why_not"),
    [
        ("mailto:ana@example.com", {}, ""),
        ("mailto:ana@example.com", {"PARTSTAT": "ACCEPTED", "CUTYPE": "INDIVIDUAL"}, ""),
        ("mailto:ana@example.com", {"PARTSTAT": "DECLINED"}, DECLINED),
        ("MAILTO:room4@example.com", {"CUTYPE": "RESOURCE"}, A_ROOM),
        ("MAILTO:room4@example.com", {"ROLE": "NON-PARTICIPANT"}, A_ROOM),
        ("mailto:no-reply@ats.example", {}, A_SERVICE),
        ("mailto:do_not_reply@ats.example", {}, A_SERVICE),
        ("mailto:noreen@example.com", {}, ""),
    ],
)
def test_who_does_not_come_says_why(address: str, params: dict[str, str], why_not: str):
    assert invited(address, params).why_not == why_not


def test_a_name_is_the_same_in_any_order():
    assert invited("mailto:a@b.example", {"CN": "Ana Ruiz"}).is_called("RUIZ, Ana")
    assert not invited("mailto:a@b.example", {"CN": "Ana Ruiz"}).is_called("Ana Ruz")
