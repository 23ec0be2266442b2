"""The dialog in which a panelist writes their card: asked for is what they haven't said, the whole is to be confirmed.

Separate from the commands, which know how a card is sealed and submitted.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import click

from facilitator.cli.asking import folded_lines
from facilitator.domain.facts.scorecard import Assessment, Scorecard
from facilitator.domain.facts.signal import Direction
from facilitator.domain.notes.evidence import named_notes
from facilitator.domain.notes.filing import Filing
from facilitator.domain.panel.proposed_card import proposed_card
from facilitator.domain.plan.scale import Recommendation, Scale
from facilitator.domain.text.plain_text import clean

if TYPE_CHECKING:
    from facilitator.cli.asking import Asking
    from facilitator.domain.plan.agenda import Competency
    from facilitator.domain.session.state import Note, Session

HOW = (
    "What you noted and rated in the interview is filled in; you are asked for the rest only.\n"
    "Type a number or a word to rate, e to change the evidence, - to leave a competency out.\n"
    "In the evidence, n7 refers to note 7. At the end you see the whole card and can change any line."
)
RECOMMENDATIONS = Scale(words=tuple(each.value.replace("_", " ") for each in Recommendation))
LEFT_OUT, EDIT = "-", "e"


class _Part(NamedTuple):
    """A line of the card: its name, how it is asked for, what it says now, and whether it says all it should."""

    name: str
    ask: Callable[[], None]
    told: Callable[[], str]
    is_filled: Callable[[], bool]


class CardDialog:
    """Asks for a card, with the anchors and the notes in sight. All answers are kept in `asking`, and only there."""

    def __init__(self, asking: "Asking", session: "Session", panelist: str) -> None:
        self._asking = asking
        self._session = session
        self._panelist = panelist
        self._proposed = proposed_card(session, panelist)

    def card(self) -> Scorecard:
        """Return the card that the panelist has confirmed as a whole. Raises click.Abort."""
        _echo("", HOW)
        parts = self._parts()
        for part in parts:
            if self._asking.goes_on or not part.is_filled():  # what a crash cut short may be half an answer
                part.ask()
        while (number := self._looked_over(parts)) is not None:
            parts[number - 1].ask()
        assessments = map(self._assessment, self._session.plan.competencies)
        return Scorecard(
            recommendation=list(Recommendation)[(self._recommended or 0) - 1],
            ratings=tuple(filter(None, assessments)),
            strengths=clean(self._asking.answer("strengths") or ""),
            concerns=clean(self._asking.answer("concerns") or ""),
        )

    def _parts(self) -> list[_Part]:
        texts = (("Strengths", Direction.FOR), ("Concerns", Direction.AGAINST))
        return [
            *(
                _Part(
                    each.name,
                    partial(self._ask_rating, each),
                    partial(self._told, each),
                    partial(self._is_filled, each),
                )
                for each in self._session.plan.competencies
            ),
            _Part(
                "Recommendation",
                self._ask_recommendation,
                lambda: RECOMMENDATIONS.word(self._recommended or 0),
                lambda: self._recommended is not None,
            ),
            *(
                _Part(name, partial(self._ask_text, name, way), partial(self._text_told, name.lower()), lambda: False)
                for name, way in texts
            ),
        ]

    def _looked_over(self, parts: list[_Part]) -> int | None:
        """Show the whole card; return the number of the line that is to be changed, or None if there is none."""
        is_open = self._session.cards_opened is not None
        click.echo(f"\nYour card, before it is {'submitted' if is_open else 'sealed'}:")
        width = max(len(part.name) for part in parts)
        for number, part in enumerate(parts, 1):
            _echo(f"{number:>3}  {part.name:<{width}}  ", part.told())
        self._asking.drop_what_is_typed_ahead()  # nothing is sealed by a key that was pressed before this was read
        question = f"Enter {'submits' if is_open else 'seals'} it, a number changes that line"
        while True:
            said = click.prompt(question, default="", show_default=False).strip()
            if not said:
                return None
            if said.isdecimal() and 1 <= int(said[:4]) <= len(parts):
                return int(said)
            click.echo(f"Error: choose a line from 1 to {len(parts)}")

    def _ask_rating(self, competency: "Competency") -> None:
        """Ask for a rating, and for its evidence if nothing stands there, or if it is to be changed."""
        scale = self._scale(competency)
        self._show_competency(competency, scale)
        key = f"rating {competency.id}"
        while True:
            said = self._asking.ask_at_once(
                key,
                f"Rating 1-{len(scale.words)} [{self._told(competency)}]",
                partial(self._read_rating, competency),
                _keys(scale),
            )
            if said != EDIT:
                break
            self._ask_evidence(competency)
        if said:
            self._asking.put(key, said)
        if self._score(competency) is not None and not self._evidence(competency):
            self._ask_evidence(competency)

    def _read_rating(self, competency: "Competency", text: str) -> str:
        """Return the rating in a line, whose evidence may follow; empty for what stands there. Raises ValueError."""
        said, stands = text.strip(), self._asking.answer(f"rating {competency.id}") or self._score(competency)
        if said in (EDIT, LEFT_OUT) or (not said and stands):
            return said
        found = self._scale(competency).leading(said)
        if found is None:
            raise ValueError(f"a rating is one of {self._scale(competency).in_words}, or {LEFT_OUT} to leave it out")
        if found[1]:
            self._asking.put(f"evidence {competency.id}", self._read_evidence(found[1]))
        return str(found[0])

    def _ask_evidence(self, competency: "Competency") -> None:
        key = f"evidence {competency.id}"
        self._asking.ask(key, "Evidence", self._read_evidence, begin=self._evidence(competency))

    def _read_evidence(self, text: str) -> str:
        if missing := named_notes(text, self._session)[1]:
            raise ValueError(f"{'; '.join(missing)}.")
        return clean(text)

    def _ask_recommendation(self) -> None:
        def read(text: str) -> str:
            score = RECOMMENDATIONS.score(text) if text.strip() else self._recommended
            if score is None:
                raise ValueError(f"a recommendation is one of {RECOMMENDATIONS.in_words}")
            return str(score)

        standing = f" [{RECOMMENDATIONS.word(self._recommended)}]" if self._recommended else ""
        question = f"\nRecommendation ({RECOMMENDATIONS.in_words}){standing}"
        said = self._asking.ask_at_once("recommendation", question, read, _keys(RECOMMENDATIONS))
        self._asking.put("recommendation", said)

    def _ask_text(self, name: str, way: Direction) -> None:
        click.echo()
        self._show(self._proposed.unfiled[way])
        self._asking.ask_lines(name.lower(), f"{name} (an empty line ends it)")

    def _show_competency(self, competency: "Competency", scale: Scale) -> None:
        click.echo(f"\n{competency.name}")
        if len(competency.anchors) < len(scale.words):
            click.echo(f"  {scale.in_words}")
        for score, anchor in sorted(competency.anchors.items()):
            _echo(f"  {scale.text(score)}: ", anchor)
        filing = Filing(self._session)
        self._show(note for note in self._session.notes.values() if filing.competency(note) == competency.id)

    def _show(self, notes: "Iterable[Note]") -> None:
        for note in notes:
            whose = "" if note.author == self._panelist else f"{self._session.panelist_name(note.author)}: "
            _echo(f"  {note.called}  {note.signal.sign if note.signal else ' '} ", f"{whose}{note.text}")

    def _scale(self, competency: "Competency") -> Scale:
        return self._session.plan.scale_of(competency.id)

    def _score(self, competency: "Competency") -> int | None:
        """Return the rating as it stands: the one answered, else the one proposed; None if it is left out."""
        said = self._asking.answer(f"rating {competency.id}") or ""
        if said == LEFT_OUT:
            return None
        found = self._scale(competency).leading(said)
        return found[0] if found else self._proposed.ratings[competency.id].rating

    def _evidence(self, competency: "Competency") -> str:
        said = self._asking.answer(f"evidence {competency.id}")
        return self._proposed.ratings[competency.id].evidence if said is None else said

    def _is_filled(self, competency: "Competency") -> bool:
        return self._score(competency) is not None and bool(self._evidence(competency))

    def _told(self, competency: "Competency") -> str:
        score = self._score(competency)
        rated = "not rated" if score is None else self._scale(competency).text(score)
        return "; ".join(filter(None, (rated, self._evidence(competency))))

    @property
    def _recommended(self) -> int | None:
        """The recommendation as it stands, by its place on their scale."""
        said = RECOMMENDATIONS.score(self._asking.answer("recommendation") or "")
        proposed = self._proposed.recommendation
        return said or (proposed.score if proposed else None)

    def _text_told(self, key: str) -> str:
        return self._asking.answer(key) or "(none)"

    def _assessment(self, competency: "Competency") -> Assessment | None:
        score = self._score(competency)
        if score is None:
            return None
        return Assessment(competency=competency.id, rating=score, evidence=self._evidence(competency))


def _echo(head: str, text: str) -> None:
    """Print text beside its head, folded to the terminal's width."""
    for place, line in enumerate(folded_lines(text, len(head))):
        click.echo(f"{head if place == 0 else ' ' * len(head)}{line}")


def _keys(scale: Scale) -> list[str]:
    """Return the keys that are an answer by themselves: 1 isn't where 10 could follow."""
    numbers = map(str, scale.points)
    return [number for number in numbers if number != "10" and (number != "1" or 10 not in scale.points)]
