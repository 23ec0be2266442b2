"""How Zenoh is set up at either end. All that isn't needed is off; each line here has a reason, and most had a failure.

Zenoh trusts public authorities beside ours, whatever it is told (zenoh #2764): so the name in the certificate is looked
at again on each connection, by whoever uses this.
"""

from base64 import b64encode
from collections.abc import Mapping, Sequence

from facilitator.sharing.transports.zenoh.certificates import leaf, root
from facilitator.sharing.transports.zenoh.ends import Listening, Reaching, Room, User

LISTENER = User("listener", "nobody")
"""Who listens has to be somebody as well; it isn't among the users, so nobody is let in as that."""

MOST_CONNECTIONS = 64
"""In each room, if none is fuller than another: Zenoh counts them all together."""
LARGEST_ZENOH_MESSAGE_BYTES = 1 << 20
LEASE_MS = 4000
"""Who isn't heard so long is gone."""
ANSWERED_WITHIN_MS = 3000
RETRIED_AFTER_MS, RETRIED_AT_MOST_MS = 250, 2000
LISTENER_PATIENCE_US, OTHERS_PATIENCE_US = 300_000, 15_000_000
"""How long sending waits for a connection that is stuck, before it closes it. One laptop that is asleep would close the
*sender's* connection to the listener otherwise: so the listener drops the one that is stuck, and nobody else does."""

DROPPED_AFTER_US = 20_000
"""So long a whisper waits for its turn on a busy computer, before it is dropped."""

ALLOWED = (
    "put",
    "declare_subscriber",
    "query",
    "reply",
    "declare_queryable",
    "liveliness_token",
    "liveliness_query",
    "declare_liveliness_subscriber",
)
"""All but `delete`."""
ASKING = ("query", "reply", "declare_queryable")

Settings = Mapping[str, object]


def keys_of(room: str) -> str:
    """Return where all is that belongs to a room."""
    return f"f/{room}"


def key_of_why(room: str) -> str:
    """Return where those who were removed from a room may ask why: nothing else of it is there."""
    return f"g/{room}/why"


def settings_of(end: Listening | Reaching, dictionary: str = "") -> Settings:
    """Return the settings for an end; for one that listens, `dictionary` is the file with `users_text`."""
    if isinstance(end, Listening):
        most = MOST_CONNECTIONS * len(end.rooms)
        return _common() | {
            "mode": "router",
            "listen": {"endpoints": [f"tls/{end.place}"], "exit_on_failure": True, "timeout_ms": 0},
            "connect": {"endpoints": []},
            "transport": _transport(_served(end), LISTENER_PATIENCE_US, LISTENER, dictionary, most),
            "access_control": _rules(end.rooms),
        }
    return _common() | {
        "mode": "client",
        "listen": {"endpoints": []},
        "connect": {
            "endpoints": [f"tls/{address}" for address in end.addresses],
            "exit_on_failure": False,
            "timeout_ms": 0,
            "retry": {
                "period_init_ms": RETRIED_AFTER_MS,
                "period_max_ms": RETRIED_AT_MOST_MS,
                "period_increase_factor": 2,
            },
        },
        "transport": _transport(_trusted(end), OTHERS_PATIENCE_US, end.user),
    }


def users_text(end: Listening) -> str:
    """Return what Zenoh reads to know who may connect."""
    users = (user for room in end.rooms for user in (*room.users, *room.removed))
    return "".join(f"{user.name}:{user.password}\n" for user in users)


def _common() -> dict[str, object]:
    return {
        "scouting": {"multicast": {"enabled": False}, "gossip": {"enabled": False}},
        "timestamping": {"enabled": False},
        "adminspace": {"enabled": False},
        "queries_default_timeout": ANSWERED_WITHIN_MS,
    }


def _transport(
    tls: Settings, patience_us: int, user: User, dictionary: str = "", most: int = MOST_CONNECTIONS
) -> Settings:
    known = {"user": user.name, "password": user.password}
    return {
        "shared_memory": {"enabled": False},
        "unicast": {
            "open_timeout": ANSWERED_WITHIN_MS,
            "accept_timeout": ANSWERED_WITHIN_MS,
            "max_sessions": most,
            "compression": {"enabled": False},  # RUSTSEC-2026-0041
        },
        "multicast": {"compression": {"enabled": False}},
        "link": {
            "protocols": ["tls"],
            "tls": tls,
            "tx": {
                "lease": LEASE_MS,
                "keep_alive": 4,
                "queue": {
                    "congestion_control": {
                        "block": {"wait_before_close": patience_us},
                        "drop": {"wait_before_drop": DROPPED_AFTER_US},
                    }
                },
            },
            "rx": {"max_message_size": LARGEST_ZENOH_MESSAGE_BYTES},
        },
        "auth": {"usrpwd": known | ({"dictionary_file": dictionary} if dictionary else {})},
    }


def _served(end: Listening) -> Settings:
    certificate, key = leaf(end.authority, end.hosts)
    return {"listen_certificate_base64": _base64(certificate), "listen_private_key_base64": _base64(key)}


def _trusted(end: Reaching) -> Settings:
    return {"root_ca_certificate_base64": _base64(root(end.authority)), "verify_name_on_connect": True}


def _rules(rooms: Sequence[Room]) -> Settings:
    """Return who may do what: nobody anything, but each user of a room all but `delete` in that.

    Those who were removed from it may ask why.
    """
    left = [room for room in rooms if room.removed]
    why, gone = {room: f"{room.name} why" for room in left}, {room: f"{room.name} removed" for room in left}
    return {
        "enabled": True,
        "default_permission": "deny",
        "rules": [
            *(_rule(room.name, f"{keys_of(room.name)}/**", ALLOWED) for room in rooms),
            *(_rule(name, key_of_why(room.name), ASKING) for room, name in why.items()),
        ],
        "subjects": [
            *(_subject(room.name, room.users) for room in rooms),
            *(_subject(name, room.removed) for room, name in gone.items()),
        ],
        "policies": [
            *({"rules": [room.name, *([why[room]] if room in why else [])], "subjects": [room.name]} for room in rooms),
            *({"rules": [why[room]], "subjects": [gone[room]]} for room in left),
        ],
    }


def _rule(name: str, keys: str, messages: Sequence[str]) -> Settings:
    flows = ["ingress", "egress"]
    return {"id": name, "messages": messages, "flows": flows, "permission": "allow", "key_exprs": [keys]}


def _subject(name: str, users: Sequence[User]) -> Settings:
    return {"id": name, "usernames": [user.name for user in users]}


def _base64(data: bytes) -> str:
    return b64encode(data).decode()
