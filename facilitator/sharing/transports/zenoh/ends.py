"""The two ends of the live way: the device that listens at a port, and those that reach it there."""

from typing import NamedTuple


class User(NamedTuple):
    """Who may connect: a name and a password, both of letters and digits only."""

    name: str
    password: str


NOT_REACHED = "{where} can't be reached, or isn't this panel's host."
"""One text for all that a stranger could want to tell apart: no host, another's, no user of its."""


class Room(NamedTuple):
    """Where `users` are among themselves: each reaches whoever else is in it, and nobody in another.

    Those who were `removed` may ask why, and do nothing else.
    """

    name: str
    users: tuple[User, ...]
    removed: tuple[User, ...] = ()


class Listening(NamedTuple):
    """The end that listens at `place` (HOST:PORT) and lets users into their `rooms`.

    Others know it by `hosts`, addresses or names. `authority` is the private key (Ed25519) that makes it genuine.
    """

    place: str
    hosts: tuple[str, ...]
    authority: bytes
    rooms: tuple[Room, ...]


class Reaching(NamedTuple):
    """An end that connects as `user` to the first of `addresses` (HOST:PORT) that answers.

    What answers is believed if the public key `authority` (Ed25519) vouches for it.
    """

    addresses: tuple[str, ...]
    authority: bytes
    user: User


def why_down(end: Listening | Reaching) -> str:
    """Return what a person is told when nothing goes from this end."""
    if isinstance(end, Listening):
        return f"Nothing listens at {end.place}."
    return NOT_REACHED.format(where=" or ".join(end.addresses))
