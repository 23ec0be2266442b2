"""The least that Textual can show: nothing."""

from textual.app import App

App().run()
