"""The one that is meant among all of a kind: by its id, or by the beginning of its id or its title.

What could be several is refused, and they are named; so is what is none, with the nearest or with all that there are.
"""

from collections.abc import Iterable, Sequence
from typing import Generic, Protocol, TypeVar

from msgspec import Struct

from facilitator.domain.language.decision import Refusal
from facilitator.domain.language.naming.line_words import Words
from facilitator.domain.language.naming.titles import begun_titles
from facilitator.domain.text.nearest import nearest_name
from facilitator.domain.text.plain_text import comparable, excerpt

TITLE_SHOWN = 24
"""How many letters of a title stand in a list of what could be meant."""


class HasId(Protocol):
    @property
    def id(self) -> str: ...


Named = TypeVar("Named", bound=HasId)


class Kind(Struct, frozen=True):
    """What is to be named, in a word; `example` is how its number would be written, if it has one."""

    name: str
    example: str = ""


class Titled(Struct, Generic[Named], frozen=True):
    """An item with its title, and the number by which people call it: `2.`, `q3`."""

    item: Named
    title: str
    called: str

    @property
    def shown(self) -> str:
        return f"{self.called} {excerpt(self.title, TITLE_SHOWN)}"


def pick(word: str, known: Sequence[Named], kind: Kind, choices: str = "") -> Named:
    """Return the item of `known` whose id is `word`, however it is spelt, or is the only one that begins with it.

    Raises Refusal if that is none, or could be several. `choices` says what to write instead; otherwise it is the ids.
    """
    ids = [item.id for item in known]
    choices = choices or f"Choose from {up_to_eight(ids)}."
    if not word:
        hint = f"Give its number: {kind.example}." if kind.example else choices
        raise Refusal(f"Which {kind.name}? {hint}")
    wanted = comparable(word)
    begins = _same(word, known) or [item for item in known if comparable(item.id).startswith(wanted)]
    if len(begins) == 1:
        return begins[0]
    if begins:
        raise could_be(word, (item.id for item in begins))
    near = nearest_name(wanted, ids)
    hint = f"Did you mean {near}?" if near else choices if ids else "The agenda has none."
    raise Refusal(f"There is no {kind.name} “{excerpt(word)}”. {hint}")


def pick_titled(words: Words, known: Sequence[Titled[Named]], kind: Kind) -> Named:
    """Take the words that name an item by its id, or by the beginning of its id or title; return the item.

    Two words of a title, or all of it, say more than an id. Raises Refusal if they name none, or could name several.
    """
    word, items = words.peek(), [one.item for one in known]
    begun = begun_titles(words.rest, {one.item.id: one.title for one in known})
    same = {item.id for item in _same(word, items)}
    meant = {*begun.ids}
    if begun.words < 2 and (same or not begun.is_whole):
        begins = {item.id for item in items if word and comparable(item.id).startswith(comparable(word))}
        meant = same or meant | begins
    found = [one for one in known if one.item.id in meant]
    if not found:
        numbers = "–".join(dict.fromkeys(one.called.rstrip(".") for one in (*known[:1], *known[-1:])))
        return pick(words.take(), items, kind, f"Write its number, {numbers}, or how it begins.")
    said = words.take(max(1, begun.words))
    if len(found) > 1:
        raise could_be(said, (one.shown for one in found))
    return found[0].item


def could_be(said: str, names: Iterable[str]) -> Refusal:
    """Return the refusal of what could mean several."""
    named = up_to_eight(names)
    return Refusal(f"“{excerpt(said)}” could be {named}{'' if named.endswith('…') else '.'}")


def up_to_eight(names: Iterable[str]) -> str:
    """Return up to eight names, with commas between them."""
    all_names = list(names)
    shown = all_names[:8] + (["…"] if len(all_names) > 8 else [])
    return ", ".join(shown)


def _same(word: str, known: Sequence[Named]) -> list[Named]:
    """Return the items whose id is `word`: as it is written, else however it is spelt."""
    wanted = comparable(word)
    return [item for item in known if item.id == word] or [item for item in known if comparable(item.id) == wanted]
