"""What comes of a command: facts and a message to the user, or a refusal with its reason."""

from enum import StrEnum

from msgspec import Struct

from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.plan.agenda import Panelist
from facilitator.domain.plan.plan import Plan
from facilitator.domain.session.numbering import letter_of
from facilitator.domain.session.state import Session

ENDED = "The interview has ended. /reopen undoes that."
"""What is said to whoever wants to run an interview that is over."""

WHO_WAS_IT = "Who was it with? /with NAME says it."
"""What is asked after the end, as long as nobody has said it."""


class Refusal(Exception):
    """A command can't be carried out now. The message is for a person, and says what to do instead."""


class Effect(StrEnum):
    """What whoever took the line has to do besides recording facts.

    Show the HELP or the PAGE, QUIT the program, tell how the PANEL stands, or INVITE the panelist whom the decision is
    about.
    """

    HELP = "help"
    PAGE = "page"
    QUIT = "quit"
    PANEL = "panel"
    INVITE = "invite"


LONGEST_TOLD = 200
"""The most characters that can be told backstage at once: it is read in a glance."""
NOT_LIVE = "That needs a live connection to the others; nothing was sent."


class ToTell(Struct, frozen=True):
    """What to tell a colleague on another device, who is named by their id, or all if `to` is empty."""

    to: str
    text: str


class Backstage:
    """Where panelists tell each other things that nobody records. Without a live connection nobody is there.

    `heard` is what was told to this device's panelist last.
    """

    heard = ""

    def tell(self, words: ToTell) -> None:
        """Tell others something. Raises Refusal if nobody can be told."""
        raise Refusal(NOT_LIVE)


class Situation(Struct, frozen=True):
    """What a decision may know: the session, the moment, the author of the line, and when and where it was begun.

    `author` is whom the line is credited to. `recorder` is who typed it, if that is somebody else; `named` means that
    the line names its author (`cfo> …`). `device` is empty where it doesn't matter, in a session without a panel of
    several devices. `heard` is what the recorder was told backstage last.
    """

    session: Session
    now: int
    author: str
    typed_at: int
    recorder: str = ""
    named: bool = False
    device: str = ""
    heard: str = ""

    @property
    def letter(self) -> str:
        """The letter of the device on a panel, without which `n7` is its own seventh note; empty elsewhere."""
        return letter_of(self.session, self.device)

    @property
    def plan(self) -> Plan:
        return self.session.plan

    @property
    def credited(self) -> str:
        """The author, for a fact that has to say so; empty if it is who recorded it."""
        return self.author if self.recorder and self.recorder != self.author else ""

    def name_of(self, panelist: Panelist) -> str:
        """Return their name so that namesakes can be told apart."""
        return self.session.panelist_name(panelist.id)


class Decision(Struct, frozen=True):
    """The facts to record, in order; what to tell the user; and when it happened, if not now.

    `doubt` is what a person would want to know before it is carried out. A screen asks once more then, and says that
    Enter `sure`; a script or a remote panelist goes on without being asked. `writer` is whom lines are credited to from
    now on, if that changes: it is a matter of who types, and so no fact. `tells` goes to others, and is recorded
    nowhere. `effect` is for whoever has a person in front of it; elsewhere it means nothing. `about` is the panelist
    whom it concerns, if there is one.
    """

    facts: tuple[AnyFact, ...]
    said: str = ""
    at: int | None = None
    doubt: str = ""
    sure: str = "to do it anyway"
    writer: str = ""
    tells: ToTell | None = None
    effect: Effect | None = None
    about: str = ""

    @property
    def only_shows(self) -> bool:
        """Whether nothing is recorded or told by it, so that somebody who looks on may do it."""
        return not (self.facts or self.writer or self.tells is not None)
