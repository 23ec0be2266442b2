"""The command that tells a panelist's own scorecard in the words of an applicant tracking system (ATS)."""

from typing import TYPE_CHECKING

import click

from facilitator.cli.as_json import print_json
from facilitator.cli.completing import SESSION_MEANT, as_option, session_meant
from facilitator.cli.context import patiently, working
from facilitator.cli.errors import WrongInput, refuse

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from facilitator.domain.session.state import Session
    from facilitator.reports.ats.form import Form

_SUFFIXES = (".yaml", ".yml")


def _forms_begun(context: click.Context, parameter: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Return the forms whose names begin like this; the shell adds the files that match."""
    from click.shell_completion import CompletionItem

    from facilitator.reports.ats.form import form_names

    names = (name for name in form_names() if name.startswith(incomplete))
    return [CompletionItem(incomplete, type="file"), *map(CompletionItem, names)]


@click.command()
@SESSION_MEANT
@as_option("Whose scorecard it is: yours.", is_required=True)
@click.option(
    "--for",
    "form",
    required=True,
    metavar="FORM",
    shell_complete=_forms_begun,
    help="greenhouse, ashby, lever, workable, text, or a YAML file with a form of your own.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the body that their API documents.")
@click.pass_context
def card(context: click.Context, session: str, panelist: str, form: str, as_json: bool) -> None:
    """Print your scorecard in the order and words of your applicant tracking system.

    Submit it first (see: facilitator scorecard); a sealed card stays sealed, and needs your passphrase if it is under
    one. What a form can't say is told on standard error. Nothing is sent, and no credentials are kept.

    \b
    facilitator card --as cfo --for greenhouse
    facilitator card robin --as cfo --for ashby --json
    facilitator card --as cfo --for our-form.yaml
    """
    from facilitator.reports.ats.bodies import NoBody, body, missing_ids, told_by_place
    from facilitator.reports.ats.filled_form import filled, form_text
    from facilitator.workspace.cards import card_to_fill, session_to_rate, takes_passphrase

    chosen = _form(form)
    with working(context) as workspace:
        found = patiently(workspace, lambda: session_to_rate(workspace, session_meant(workspace, session), panelist))
        phrase = _passphrase(found, panelist) if takes_passphrase(found, panelist) else ""
        own = patiently(workspace, lambda: card_to_fill(workspace, found, panelist, lambda *_: phrase))
        answers = filled(chosen, own)
    if as_json:
        try:
            value = body(answers)
        except NoBody as error:
            raise WrongInput(str(error)) from None
        print_json(value)
        if missing := missing_ids(value):
            click.echo(f"Fill in before you send it: {', '.join(missing)}.", err=True)
        if said := told_by_place(answers):
            click.echo(said, err=True)
    else:
        click.echo(form_text(answers), nl=False)
    for said in answers.lossy:
        click.echo(said, err=True)


def _form(name: str) -> "Form":
    from facilitator.reports.ats.form import form_names, load_form

    if name not in form_names() and not name.lower().endswith(_SUFFIXES):
        from facilitator.domain.text.nearest import did_you_mean, nearest_names

        hint = did_you_mean(nearest_names(name, form_names()))
        known = ", ".join(form_names())
        raise WrongInput(f"There is no form “{name}”. {hint or f'Choose from {known}, or name a YAML file.'}")
    form, complaints = load_form(name)
    if form is None:
        refuse(complaints)
    return form


def _passphrase(session: "Session", panelist: str) -> str:
    phrase: str = click.prompt(
        f"Passphrase of {session.panelist_name(panelist)}", hide_input=True, default="", show_default=False, err=True
    )
    return phrase
