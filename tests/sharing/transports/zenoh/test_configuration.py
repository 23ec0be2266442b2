"""How Zenoh is set up: all that isn't needed is off, and each end waits as long as it should."""

from typing import Any

import pytest

from facilitator.sharing.transports.zenoh.configuration import key_of_why, settings_of, users_text
from facilitator.sharing.transports.zenoh.ends import Room, User
from tests.sharing.transports.zenoh.panels import PANEL, LivePanel


def at(settings: Any, path: str) -> Any:
    for name in path.split("/"):
        settings = settings[name]
    return settings


HOST, GUEST = (settings_of(end, "users") for end in (LivePanel().listening(), LivePanel().reaching()))


@pytest.mark.parametrize("settings", [HOST, GUEST])
@pytest.mark.parametrize(
    "switch",
    [
        "scouting/multicast/enabled",
        "scouting/gossip/enabled",
        "timestamping/enabled",
        "adminspace/enabled",
        "transport/shared_memory/enabled",
        "transport/unicast/compression/enabled",
        "transport/multicast/compression/enabled",
    ],
)
def test_what_isnt_needed_is_off(settings, switch):
    assert at(settings, switch) is False


@pytest.mark.parametrize("settings", [HOST, GUEST])
def test_it_speaks_tls_alone_and_keeps_to_its_bounds(settings):
    assert at(settings, "transport/link/protocols") == ["tls"]
    assert at(settings, "transport/unicast/max_sessions") == 64
    assert at(settings, "transport/link/rx/max_message_size") == 1 << 20
    assert at(settings, "transport/link/tx/lease") == 4000
    places = [*at(settings, "listen/endpoints"), *at(settings, "connect/endpoints")]
    assert [place.partition("/")[0] for place in places] == ["tls"]


def test_the_host_gives_up_a_connection_that_is_stuck_before_anybody_gives_up_the_hosts():
    patience = "transport/link/tx/queue/congestion_control/block/wait_before_close"
    assert (at(HOST, patience), at(GUEST, patience)) == (300_000, 15_000_000)


def test_only_the_panels_own_keys_may_be_used_and_nothing_deleted():
    rules = at(HOST, "access_control")
    assert (rules["enabled"], rules["default_permission"]) == (True, "deny")
    (rule,) = rules["rules"]
    assert rule["key_exprs"] == [f"f/{PANEL}/**"]
    assert "delete" not in rule["messages"]


def test_who_was_removed_may_ask_why_and_those_who_stay_all_else():
    panel = LivePanel()
    panel.removed = [panel.users.pop(1)]
    rules = at(settings_of(panel.listening(), "users"), "access_control")
    keys = {one["id"]: one["key_exprs"] for one in rules["rules"]}
    allowed = {policy["subjects"][0]: [keys[name] for name in policy["rules"]] for policy in rules["policies"]}
    names = {subject["id"]: subject["usernames"] for subject in rules["subjects"]}
    by_user = {name: allowed[subject] for subject, users in names.items() for name in users}
    assert by_user["user1"] == [[key_of_why(PANEL)]]
    assert by_user["user0"] == by_user["user2"] == [[f"f/{PANEL}/**"], [key_of_why(PANEL)]]
    assert "user1:password1" in users_text(panel.listening())


def test_each_room_has_a_rule_for_its_own_users_and_connections_for_as_many():
    panel = LivePanel()
    rooms = Room("a", (User("ann", "x"), User("al", "y"))), Room("b", (User("bo", "z"),))
    settings = settings_of(panel.listening()._replace(rooms=rooms), "users")
    rules = at(settings, "access_control")
    assert [(rule["id"], rule["key_exprs"]) for rule in rules["rules"]] == [("a", ["f/a/**"]), ("b", ["f/b/**"])]
    assert rules["subjects"] == [{"id": "a", "usernames": ["ann", "al"]}, {"id": "b", "usernames": ["bo"]}]
    assert rules["policies"] == [{"rules": [name], "subjects": [name]} for name in "ab"]
    assert at(settings, "transport/unicast/max_sessions") == 2 * 64


def test_the_name_of_the_host_is_checked_and_its_users_are_named():
    assert at(GUEST, "transport/link/tls/verify_name_on_connect") is True
    panel = LivePanel()
    assert users_text(panel.listening()).splitlines()[0] == "user0:password0"
    assert at(GUEST, "transport/auth/usrpwd") == {"user": "user0", "password": "password0"}
    assert at(HOST, "transport/auth/usrpwd/dictionary_file") == "users"
