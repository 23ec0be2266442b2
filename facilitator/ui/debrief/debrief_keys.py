"""The keys of the debrief screen, but for those of its sections."""

from textual.binding import Binding

DEBRIEF_KEYS = [
    Binding("s", "save", "Save", id="debrief.save", tooltip="Write the debrief to a file"),
    Binding("c", "copy", "Copy", id="debrief.copy", tooltip="Copy it: for Slack, a document, a mail …"),
    Binding("slash", "write", "Vote", id="debrief.write", tooltip="Open a line: /vote, /decide …"),
    Binding("q,escape", "leave", "Close", id="debrief.leave", tooltip="Leave the debrief"),
    Binding("r", "read_in_silence", "Read in silence", id="debrief.read", tooltip="Start or stop silent reading"),
    Binding("f", "turn_format", "Format", id="debrief.format", tooltip="Save it in another format"),
    Binding("f1,question_mark", "help", "Help", show=False, id="debrief.help", tooltip="Show all keys and commands"),
    Binding("right,tab", "turn(1)", "Next", id="debrief.next", key_display="→", tooltip="Go to the next section"),
    Binding(
        "left,shift+tab",
        "turn(-1)",
        "Back",
        id="debrief.previous",
        show=False,
        tooltip="Go to the previous section",
    ),
]
