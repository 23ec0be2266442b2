"""What a screen does when a line has an effect: the screens and the app have actions of these names."""

from facilitator.domain.language.decision import Effect

EFFECTS = {Effect.HELP: "screen.help", Effect.PAGE: "app.page", Effect.QUIT: "app.quit"}
"""The action that brings about each effect."""
