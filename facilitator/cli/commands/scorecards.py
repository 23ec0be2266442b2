"""Commands with which panelists write their scorecards alone, and with which the cards are opened."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.completing import session_ids
from facilitator.cli.context import working
from facilitator.cli.errors import Failed, refuse

if TYPE_CHECKING:
    from facilitator.conducting.submission import Acknowledgement
    from facilitator.domain.facts.scorecard import Assessment, Scorecard
    from facilitator.domain.plan.agenda import Agenda, Competency
    from facilitator.domain.session.state import Session
    from facilitator.workspace.workspace import Workspace


@click.command()
@click.argument("session", shell_complete=session_ids)
@click.option("--as", "panelist", required=True, metavar="PANELIST", help="Whose scorecard it is.")
@click.option(
    "--from",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A YAML or JSON file with the scorecard; otherwise you are asked line by line.",
)
@click.option("--passphrase", is_flag=True, help="Seal it with your own passphrase instead of a key file.")
@click.pass_context
def scorecard(context: click.Context, session: str, panelist: str, file: Path | None, passphrase: bool) -> None:
    """Write a scorecard on your own; nobody sees it until all are in.

    A scorecard has a rating with evidence per competency (n7 in it ties it to note 7), a recommendation,
    strengths and concerns. It is encrypted until the last rating panelist has submitted theirs, or the
    lead opens them with a reason (see: facilitator unseal). Until then you can submit it again.

    \b
    facilitator scorecard 2026-12-01-vp-sales --as cfo
    facilitator scorecard 2026-12-01-vp-sales --as cfo --from card.yaml --passphrase
    """
    from facilitator.workspace.cards import session_to_rate

    with working(context) as workspace:
        name = workspace.find(session)
        found = session_to_rate(workspace, name, panelist)
        card = _from_file(file, found.agenda) if file else _asked(found, panelist)
        phrase = _new_passphrase() if passphrase else ""
        done = _submitted(workspace, name, panelist, card, phrase, can_wait=file is None)
    _tell(done)


@click.command()
@click.argument("session", shell_complete=session_ids)
@click.option("--reason", default="", metavar="TEXT", help="Why they are opened before all are in; this is recorded.")
@click.option("--as", "panelist", default=None, metavar="PANELIST", help="Who opens them. Default: the lead.")
@click.pass_context
def unseal(context: click.Context, session: str, reason: str, panelist: str | None) -> None:
    """Open the scorecards of a session.

    They open by themselves when the last one is submitted. Before that, only the lead can open them, and
    the reason is recorded. A card under a passphrase needs its panelist's; without it, it stays sealed.

    \b
    facilitator unseal 2026-12-01-vp-sales
    facilitator unseal 2026-12-01-vp-sales --reason "The CFO is ill and won't submit."
    """
    from facilitator.workspace.cards import open_sealed_cards

    with working(context) as workspace:
        done = open_sealed_cards(workspace, workspace.find(session), panelist, reason, _passphrases)
    _tell(done)


def _submitted(
    workspace: "Workspace", session: str, panelist: str, card: "Scorecard", passphrase: str, *, can_wait: bool
) -> "Acknowledgement":
    """Submit the card; if it was typed and the session is open elsewhere, keep it and ask whether to try again."""
    from facilitator.files.lock import SessionHeld
    from facilitator.workspace.cards import submit_card

    while True:
        try:
            return submit_card(workspace, session, panelist, card, passphrase)
        except SessionHeld as held:
            if not can_wait:
                raise
            click.echo(str(held))
            click.confirm("Your scorecard isn't lost. Try again?", default=True, abort=True)


def _from_file(file: Path, agenda: "Agenda") -> "Scorecard":
    from facilitator import agenda_files

    card, complaints = agenda_files.load_scorecard(file, agenda)
    if card is None:
        refuse(complaints)
    return card


def _asked(session: "Session", panelist: str) -> "Scorecard":
    """Ask for the card line by line, with the anchors and the notes in sight."""
    from facilitator.domain.facts.scorecard import Scorecard
    from facilitator.domain.plan.scale import Recommendation
    from facilitator.domain.text.plain_text import clean

    click.echo(f"Scorecard of {session.panelist_name(panelist)} for {session.candidate or session.agenda.title}.")
    click.echo("Press Enter to skip a competency. n7 in the evidence refers to note 7.")
    ratings = [
        rating for competency in session.plan.competencies if (rating := _asked_rating(session, competency)) is not None
    ]
    click.echo()
    words = [recommendation.value for recommendation in Recommendation]
    recommendation = click.prompt("Recommendation", type=click.Choice(words, case_sensitive=False))
    return Scorecard(
        recommendation=Recommendation(recommendation),
        ratings=tuple(ratings),
        strengths=clean(click.prompt("Strengths", default="", show_default=False)),
        concerns=clean(click.prompt("Concerns", default="", show_default=False)),
    )


def _asked_rating(session: "Session", competency: "Competency") -> "Assessment | None":
    from facilitator.domain.facts.scorecard import Assessment
    from facilitator.domain.notes.evidence import named_notes
    from facilitator.domain.notes.filing import Filing
    from facilitator.domain.text.plain_text import clean

    click.echo(f"\n{competency.name}")
    for score, anchor in sorted(competency.anchors.items()):
        click.echo(f"  {score}  {anchor}")
    filing = Filing(session)
    for note in session.notes.values():
        if filing.competency(note) == competency.id:
            click.echo(f"  {note.called}  {note.signal.sign if note.signal else ' '} {note.text}")
    scores = click.Choice(["1", "2", "3", "4", "5", ""])
    rating = click.prompt("Rating 1-5", type=scores, default="", show_default=False, show_choices=False)
    if not rating:
        return None

    def evidence(text: str) -> str:
        unknown = named_notes(text, session)[1]
        if unknown:
            raise click.UsageError(f"there is no note {', '.join(map(str, unknown))}.")
        return clean(text)

    said = click.prompt("Evidence", default="", show_default=False, value_proc=evidence)
    return Assessment(competency=competency.id, rating=int(rating), evidence=said)


def _new_passphrase() -> str:
    phrase = click.prompt("Passphrase", hide_input=True, confirmation_prompt=True)
    assert isinstance(phrase, str)
    return phrase


def _passphrases(session: "Session", panelists: tuple[str, ...]) -> dict[str, str]:
    return {
        panelist: click.prompt(
            f"Passphrase of {session.panelist_name(panelist)} (Enter leaves the card sealed)",
            hide_input=True,
            default="",
            show_default=False,
        )
        for panelist in panelists
    }


def _tell(done: "Acknowledgement") -> None:
    if not done.kept:
        raise Failed(f"{done.said} But it could not be kept on disk.")
    click.echo(done.said)
