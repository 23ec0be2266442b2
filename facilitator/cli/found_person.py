"""Saying where a person was found, and asking about what isn't certain, before anything is done with it."""

from collections.abc import Collection
from typing import TYPE_CHECKING

import click

from facilitator.cli.errors import WrongInput
from facilitator.domain.text.plain_text import excerpt

if TYPE_CHECKING:
    from facilitator.workspace.people.about import Findings, Match

_MOST_PASSAGES = 3


def say_found(found: "Findings", *, err: bool = False) -> None:
    """Say which sessions are with the person, which perhaps, and which mention them; on standard error if `err`."""
    for said, matches in (
        (f"With {found.name}:", found.same),
        ("With somebody of nearly that name:", found.near),
        (f"With others, mentioning {found.name}:", found.mentioning),
    ):
        if matches:
            click.echo(said, err=err)
        for match in matches:
            click.echo(f"  {match_text(match)}", err=err)


def match_text(match: "Match") -> str:
    """Return the session, its candidate and what mentions the person."""
    passages = [f"{passage.where}: “{excerpt(passage.text)}”" for passage in match.passages[:_MOST_PASSAGES]]
    more = len(match.passages) - len(passages)
    return "\n      ".join(
        [f"{match.session}  {match.candidate or '(no name)'}", *passages, *([f"and {more} more"] if more > 0 else [])]
    )


def sessions_chosen(found: "Findings", also: Collection[str], ask: str = "") -> list[str]:
    """Return the sessions that are with the person, those named by `also`, and, with `ask`, those that are agreed to.

    `ask` is the question about each of the others; if it is empty nobody is asked. Raises WrongInput if `also` names
    a session that isn't among the others.
    """
    known = {match.session for match in found.others}
    for session in also:
        if session not in known:
            raise WrongInput(f"--also: {session} isn't one of the other sessions that were found.")
    agreed = [
        match.session
        for match in found.others
        if match.session in also or (ask and click.confirm(f"{match.session}: {ask}"))
    ]
    return [match.session for match in found.same] + agreed


def say_left(found: "Findings", taken: Collection[str], what: str) -> None:
    """Say what was found and is not among `taken`; `what` is what wasn't done with it."""
    left = [match.session for match in found.others if match.session not in taken]
    if left:
        click.echo(f"{what}: {', '.join(left)}. To include one: --also SESSION", err=True)
