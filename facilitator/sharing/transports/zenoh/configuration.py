"""How Zenoh is set up at either end. All that isn't needed is off; each line here has a reason, and most had a failure.

Zenoh trusts public authorities beside ours, whatever it is told (zenoh #2764): so the name in the certificate is looked
at again on each connection, by whoever uses this.
"""

from base64 import b64encode
from collections.abc import Mapping, Sequence

from facilitator.sharing.transports.zenoh.certificates import leaf, root
from facilitator.sharing.transports.zenoh.ends import Listening, Reaching, User

HOST = User("host", "host")
"""Who listens has to be somebody as well; nobody lets it in anywhere."""

MOST_CONNECTIONS = 64
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


def keys_of(panel: str) -> str:
    """Return where all that belongs to a panel is."""
    return f"f/{panel}"


def key_of_why(panel: str) -> str:
    """Return where those who were removed may ask why: nothing else of the panel is there."""
    return f"g/{panel}/why"


def settings_of(end: Listening | Reaching, panel: str, dictionary: str = "") -> Settings:
    """Return the settings for an end; for one that listens, `dictionary` is the file with `users_text`."""
    if isinstance(end, Listening):
        return _common() | {
            "mode": "router",
            "listen": {"endpoints": [f"tls/{end.place}"], "exit_on_failure": True, "timeout_ms": 0},
            "connect": {"endpoints": []},
            "transport": _transport(_served(end, panel), LISTENER_PATIENCE_US, HOST, dictionary),
            "access_control": _rules(end, panel),
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
    return "".join(f"{user.name}:{user.password}\n" for user in (HOST, *end.users, *end.removed))


def _common() -> dict[str, object]:
    return {
        "scouting": {"multicast": {"enabled": False}, "gossip": {"enabled": False}},
        "timestamping": {"enabled": False},
        "adminspace": {"enabled": False},
        "queries_default_timeout": ANSWERED_WITHIN_MS,
    }


def _transport(tls: Settings, patience_us: int, user: User, dictionary: str = "") -> Settings:
    known = {"user": user.name, "password": user.password}
    return {
        "shared_memory": {"enabled": False},
        "unicast": {
            "open_timeout": ANSWERED_WITHIN_MS,
            "accept_timeout": ANSWERED_WITHIN_MS,
            "max_sessions": MOST_CONNECTIONS,
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


def _served(end: Listening, panel: str) -> Settings:
    certificate, key = leaf(panel, end.authority, end.hosts)
    return {"listen_certificate_base64": _base64(certificate), "listen_private_key_base64": _base64(key)}


def _trusted(end: Reaching) -> Settings:
    return {"root_ca_certificate_base64": _base64(root(end.authority)), "verify_name_on_connect": True}


def _rules(end: Listening, panel: str) -> Settings:
    """Return who may do what; once somebody was removed, by name, since nothing denied goes before what is allowed."""
    own = _rule("panel", f"{keys_of(panel)}/**", ALLOWED)
    if not end.removed:
        rules: list[Settings] = [own]
        subjects: list[Settings] = [{"id": "panel"}]
        policies = [{"rules": ["panel"], "subjects": ["panel"]}]
    else:
        rules = [own, _rule("why", key_of_why(panel), ASKING)]
        groups = (("panel", end.users), ("removed", end.removed))
        subjects = [{"id": name, "usernames": [user.name for user in users]} for name, users in groups]
        policies = [
            {"rules": ["panel", "why"], "subjects": ["panel"]},
            {"rules": ["why"], "subjects": ["removed"]},
        ]
    return {
        "enabled": True,
        "default_permission": "deny",
        "rules": rules,
        "subjects": subjects,
        "policies": policies,
    }


def _rule(name: str, keys: str, messages: Sequence[str]) -> Settings:
    flows = ["ingress", "egress"]
    return {"id": name, "messages": messages, "flows": flows, "permission": "allow", "key_exprs": [keys]}


def _base64(data: bytes) -> str:
    return b64encode(data).decode()
