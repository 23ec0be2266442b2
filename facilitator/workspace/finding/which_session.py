"""Which session is meant by `last`, `@2`, the start of an id, a candidate's name or any part that only one has.

Separate from the workspace, whose `find` knows ids and their beginnings alone: what can't be undone goes by those.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from facilitator.domain.text.plain_text import comparable, one_line
from facilitator.workspace.errors import NextStep, Step, WrongRequest

if TYPE_CHECKING:
    from facilitator.storage.library import Entry
    from facilitator.workspace.workspace import Workspace

LAST = "last"
"""What stands for the session that was used last; one that is only planned comes after all that have begun."""

MOST_LISTED = 5

_PLACE = re.compile("@([1-9][0-9]{0,8})")
_WORD = re.compile(r"\w+")


def which_session(workspace: "Workspace", said: str = LAST, begin: Step = Step.BEGIN) -> str:
    """Return the id of the session that is meant; `@2` is the second of those that `sessions` lists.

    Raises WrongRequest if there is none, or more than one, which are listed then. `begin` is how one is begun where
    there is none yet.
    """
    ids = workspace.home.session_ids()
    if said in ids:
        return said
    entries = workspace.entries()
    here = tuple(entry for entry in entries if entry.session in ids)  # else somebody has taken its journal away
    if said.lower() == LAST:
        if ids and not entries:  # none of them can be read as one
            return _only(ids, entries, said)
        begun = tuple(entry for entry in here if (entry.started_at, entry.ended_at) != (None, None))
        return _at(begun or here or entries, 1, said, begin)
    if place := _PLACE.fullmatch(said):
        return _at(entries, int(place[1]), said, begin)
    if begin_so := [session for session in ids if said and session.startswith(said)]:
        return _only(begin_so, entries, said)
    words = comparable(said).split()
    for has in (_has_words, _has_parts):
        if found := [entry.session for entry in here if words and has(_told(entry), words)]:
            return _only(found, entries, said)
    raise WrongRequest(f"There is no session “{one_line(said)}”. {_nearest(said, ids)}".strip(), NextStep(Step.CHOOSE))


def _at(entries: "tuple[Entry, ...]", place: int, said: str, begin: Step) -> str:
    if not entries:
        raise WrongRequest("There is no session yet.", NextStep(begin))
    if place > len(entries):
        count = f"{len(entries)} session{'s' if len(entries) > 1 else ''}"
        raise WrongRequest(f"There is no “{one_line(said)}”, only {count}.", NextStep(Step.CHOOSE))
    return entries[place - 1].session


def _only(found: list[str], entries: "Iterable[Entry]", said: str) -> str:
    if len(found) == 1:
        return found[0]
    with_whom = {entry.session: f" ({entry.candidate})" if entry.candidate else "" for entry in entries}
    named = ", ".join(session + with_whom.get(session, "") for session in found[:MOST_LISTED])
    more = f" and {len(found) - MOST_LISTED} more" if len(found) > MOST_LISTED else ""
    raise WrongRequest(f"“{one_line(said)}” could be {named}{more}.")


def _nearest(said: str, ids: list[str]) -> str:
    from facilitator.domain.text.nearest import did_you_mean, nearest_names

    return did_you_mean(nearest_names(said, ids))


def _told(entry: "Entry") -> str:
    return comparable(f"{entry.candidate} {entry.title} {entry.session}")


def _has_words(text: str, words: list[str]) -> bool:
    return set(_WORD.findall(text)).issuperset(words)


def _has_parts(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)
