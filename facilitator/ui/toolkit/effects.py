"""What a screen does when a line has an effect: the screens and the app have actions of these names."""

from facilitator.domain.language.decision import Decision, Effect

EFFECTS = {
    Effect.HELP: "screen.help",
    Effect.PAGE: "app.page",
    Effect.QUIT: "app.quit",
    Effect.PANEL: "app.panel",
    Effect.INVITE: "app.invite",
}
"""The action that brings about each effect."""


def action_of(decision: Decision) -> str:
    """Return the action that brings about the effect of a decision; empty if it has none."""
    if decision.effect is None:
        return ""
    return EFFECTS[decision.effect] + (f"({decision.about!r})" if decision.about else "")
