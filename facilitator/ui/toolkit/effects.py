"""What a screen does when a line has an effect: the screens have actions of these names."""

from facilitator.domain.language.decision import Effect

EFFECTS = {Effect.HELP: "screen.help", Effect.QUIT: "app.quit"}
"""The action that brings about each effect."""
