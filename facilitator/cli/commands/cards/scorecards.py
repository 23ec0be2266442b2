"""Commands with which panelists write their scorecards alone, and with which the cards are opened."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.completing import SESSION_MEANT, as_option, panelist_ids, session_ids, session_meant
from facilitator.cli.context import PathOnDisk, patiently, working
from facilitator.cli.errors import Failed, WrongInput, refuse
from facilitator.domain.text.plain_text import one_line

if TYPE_CHECKING:
    from facilitator.conducting.sealing.card_draft import CardDraft
    from facilitator.conducting.submission import Acknowledgement
    from facilitator.domain.facts.scorecard import Scorecard
    from facilitator.domain.plan.agenda import Agenda
    from facilitator.domain.session.state import Session
    from facilitator.workspace.workspace import Workspace

PASSES = "-"
CLEARED = "\033[H\033[2J\033[3J"
"""What empties the screen of a terminal, and with 3J also what has scrolled away (xterm, and whoever follows it)."""


@click.command()
@SESSION_MEANT
@as_option("Whose scorecard it is. Default: everybody's whose card is missing, one after the other.")
@click.option(
    "--from",
    "file",
    type=PathOnDisk(dir_okay=False, path_type=Path),
    help="A YAML or JSON file with the scorecard; otherwise you are asked line by line.",
)
@click.option(
    "--passphrase/--no-passphrase",
    default=None,
    help="Seal it with a passphrase of yours, or with a key in a file. Default: you are asked, on a terminal.",
)
@click.pass_context
def scorecard(
    context: click.Context, session: str, panelist: str | None, file: Path | None, passphrase: bool | None
) -> None:
    """Write a scorecard on your own; nobody sees it until all are in.

    A scorecard has a rating with evidence per competency (n7 in it ties it to note 7), a recommendation,
    strengths and concerns. It is encrypted until the last rating panelist has submitted theirs, or the
    lead opens them with a reason (see: facilitator unseal). Until then you can submit it again; the debrief tells
    how often you did. It begins with your own notes and the ratings that you have given, to be confirmed, and you look
    it over as a whole before it is sealed. What you are typing is kept, encrypted as well: come back after a crash, and
    it stands there. A panel with one keyboard leaves out --as: each writes in turn, and the screen is cleared between
    two of them.

    A passphrase hides the card from everybody, also from whoever uses this account or has a copy of its files; nobody
    opens it without you. Without one, the key lies in a file beside it. That hides the card from debriefs, exports and
    glances, but not from whoever uses this account. They can also submit another card as yours: the debrief tells
    that it was submitted twice, and when.

    \b
    facilitator scorecard --as cfo
    facilitator scorecard
    facilitator scorecard 2026-12-01-vp-sales --as cfo --from card.yaml --passphrase
    """
    if file is not None and panelist is None:
        raise WrongInput(f"Say whose card {file} is, with --as.")
    with working(context) as workspace:
        name = patiently(workspace, lambda: session_meant(workspace, session))
        if panelist is None:
            _in_turn(workspace, name, passphrase)
        else:
            _tell(_card_of(workspace, name, panelist, file, passphrase))


@click.command()
@click.argument("session", shell_complete=session_ids)
@click.option("--reason", default="", metavar="TEXT", help="Why they are opened before all are in; this is recorded.")
@as_option("Who opens them. Default: the lead.")
@click.option(
    "--notes",
    "whose",
    metavar="PANELIST",
    shell_complete=panelist_ids,
    help="Open the sealed notes of a panelist whose own device got lost; on the host's device, with a reason.",
)
@click.pass_context
def unseal(context: click.Context, session: str, reason: str, panelist: str | None, whose: str | None) -> None:
    """Open the scorecards of a session.

    They open by themselves when the last one is submitted. Before that, only the lead can open them, and
    the reason is recorded. A card under a passphrase needs its panelist's; without it, it stays sealed.

    \b
    facilitator unseal 2026-12-01-vp-sales
    facilitator unseal 2026-12-01-vp-sales --reason "The CFO is ill and won't submit."
    facilitator unseal 2026-12-01-vp-sales --notes cfo --reason "The CFO's laptop was stolen."
    """
    from facilitator.workspace.cards import open_left_notes, open_sealed_cards, passphrases_needed

    with working(context) as workspace:
        name = patiently(workspace, lambda: workspace.find(session))
        if whose is not None:
            _tell(patiently(workspace, lambda: open_left_notes(workspace, name, whose, reason)))
            return
        found, panelists = patiently(workspace, lambda: passphrases_needed(workspace, name, panelist, reason))
        phrases = _passphrases(found, panelists)
        done = patiently(workspace, lambda: open_sealed_cards(workspace, name, panelist, reason, phrases))
    _tell(done)


def _in_turn(workspace: "Workspace", name: str, passphrase: bool | None) -> None:
    """Ask for each card that is missing; who writes the next one doesn't see the last."""
    from facilitator.workspace.cards import panelists_to_rate

    for panelist in patiently(workspace, lambda: panelists_to_rate(workspace, name)):
        if _prompted(f"{one_line(panelist.name)} writes next (Enter begins, - passes)") == PASSES:
            continue
        done = _card_of(workspace, name, panelist.id, None, passphrase)
        if sys.stdout.isatty():
            click.echo(CLEARED, nl=False)
        _tell(done)


def _card_of(
    workspace: "Workspace", name: str, panelist: str, file: Path | None, passphrase: bool | None
) -> "Acknowledgement":
    """Take the card of a panelist from a file, or ask for it, and submit it."""
    from facilitator.workspace.cards import card_draft, session_to_rate

    found = patiently(workspace, lambda: session_to_rate(workspace, name, panelist))
    with card_draft(workspace, found, panelist) as draft:
        if file is None:
            return _written(workspace, found, panelist, draft, passphrase)
        card = _from_file(file, found.agenda)
        _begin(draft, passphrase if passphrase is not None or sys.stdin.isatty() else False, found)
        return _submitted(workspace, name, panelist, card, draft, can_wait=False)


def _written(
    workspace: "Workspace", session: "Session", panelist: str, draft: "CardDraft", passphrase: bool | None
) -> "Acknowledgement":
    """Ask for the card and submit it; until that is done, what was written stays in the draft."""
    from facilitator.cli.asking import Asking
    from facilitator.cli.commands.cards.card_dialog import CardDialog
    from facilitator.domain.language.decisions.scorecards import check_rater

    click.echo(f"Scorecard of {session.panelist_name(panelist)} for {session.candidate or session.agenda.title}.")
    if not _resumed(workspace, draft):
        _begin(draft, passphrase, session)
    with Asking(draft) as asking:
        if asking.goes_on:
            click.echo("You had begun it: what you wrote stands there again, to change or to take with Enter.")
        card = CardDialog(asking, session, check_rater(session, panelist).id).card()
        done = _submitted(workspace, session.id, panelist, card, draft, can_wait=True)
        asking.forget()
    return done


def _resumed(workspace: "Workspace", draft: "CardDraft") -> bool:
    """Go on with a card that was begun before, if there is one and its key or passphrase is at hand."""
    from facilitator.workspace.cards import CannotUnseal

    while draft.is_there:
        phrase = ""
        if draft.needs_passphrase:
            phrase = _hidden("Passphrase under which you began it (Enter alone: start over)")
            if not phrase:
                return False
        try:
            patiently(workspace, partial(draft.resume, phrase))
        except CannotUnseal:
            if not draft.needs_passphrase:
                click.echo("What you have begun can't be opened: its key is gone.")
                return False
            click.echo("That isn't the passphrase of what you have begun.")
        else:
            return True
    return False


def _begin(draft: "CardDraft", passphrase: bool | None, session: "Session") -> None:
    """Choose what the card is sealed with: the passphrase that is asked for, or a key in a file."""
    from facilitator.cli.asking import say_folded
    from facilitator.workspace.cards import SHORTEST_PASSPHRASE

    if passphrase is False or session.cards_opened is not None:
        draft.begin()
        return
    if passphrase is None:
        say_folded(WHAT_HIDES_IT)
    least = f"Passphrase, at least {SHORTEST_PASSPHRASE} characters"
    while True:
        phrase = _hidden(least if passphrase else f"{least} (Enter alone: a key in a file)")
        if not phrase and passphrase is None:
            break
        try:
            draft.begin(phrase)
        except ValueError as error:
            click.echo(f"Error: {error}")
            continue
        if phrase and _hidden("Once more, to be sure") == phrase:
            return
        click.echo("Error: these are two different ones" if phrase else "Error: a passphrase is needed")
    draft.begin()


WHAT_HIDES_IT = (
    "A passphrase hides your card from everybody until you open it, also from whoever uses this account.\n"
    "Without one, its key lies in a file beside it. That keeps the card out of every debrief and export, "
    "but whoever uses this account can read it."
)


def _submitted(
    workspace: "Workspace", session: str, panelist: str, card: "Scorecard", draft: "CardDraft", *, can_wait: bool
) -> "Acknowledgement":
    """Submit the card; if it was typed and the session is open elsewhere, keep it and ask whether to try again."""
    from facilitator.cli.next_steps import error_text
    from facilitator.files.lock import SessionHeld
    from facilitator.workspace.cards import submit_card

    while True:
        try:
            return patiently(workspace, lambda: submit_card(workspace, session, panelist, card, draft.key))
        except SessionHeld as held:
            if not can_wait:
                raise
            click.echo(error_text(held))
            click.confirm("Your scorecard isn't lost. Try again?", default=True, abort=True)


def _from_file(file: Path, agenda: "Agenda") -> "Scorecard":
    from facilitator.agenda_files.scorecard_file import load_scorecard

    card, complaints = load_scorecard(file, agenda)
    if card is None:
        refuse(complaints)
    return card


def _passphrases(session: "Session", panelists: tuple[str, ...]) -> dict[str, str]:
    return {
        panelist: _hidden(f"Passphrase of {session.panelist_name(panelist)} (Enter leaves the card sealed)")
        for panelist in panelists
    }


def _prompted(question: str) -> str:
    answer: str = click.prompt(question, default="", show_default=False)
    return answer.strip()


def _hidden(question: str) -> str:
    """Ask for what is not to be seen, nor kept."""
    phrase: str = click.prompt(question, hide_input=True, default="", show_default=False)
    return phrase


def _tell(done: "Acknowledgement") -> None:
    if not done.kept:
        raise Failed(f"{done.said} But it could not be kept on disk.")
    click.echo(done.said)
