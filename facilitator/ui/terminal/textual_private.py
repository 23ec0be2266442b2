"""What the program uses of Textual's private side: its parser of a terminal's input, and nothing else.

There is no other way to tell Esc from Alt and to survive a byte that isn't UTF-8: the driver makes its parser itself,
in the same method that decodes, and has no place for another; and a parser of our own would have to know
every key sequence of every terminal. So `pyproject.toml` pins Textual's minor release, a test of this module fails when
the parser or the driver around it changes, and no other module may use such a name.
"""

from textual._xterm_parser import XTermParser

__all__ = ["XTermParser"]
