"""The link of the page in a browser: what to know about it, and its QR code as a screen or lines of text draw it."""

from facilitator.workspace.services.page import OpenPage, PageTrouble, Served, no_page

PRIVATE = "Only this computer can open it."
FOR_OTHERS = "Whoever can reach this computer and has the link can open it. The way there is not encrypted."
WHAT_IT_SHOWS = "It shows what the curtain shows, the agenda and the clock; nothing can be changed there."
OVERLAY = "?overlay"
OPENING_PAGE = "Opening …"

QUIET_ZONE = 2
"""The light border, in modules. The standard wants four, but they cost rows, and telephones do with two."""


def page_words(page: Served) -> tuple[str, ...]:
    """Return what there is to know of a page besides its link."""
    watching = {0: "Nobody follows it now.", 1: "One browser follows it now."}
    return (
        PRIVATE if page.is_private else FOR_OTHERS,
        WHAT_IT_SHOWS,
        f"With {OVERLAY} at the end of the link it is an overlay for a stream.",
        watching.get(page.watching, f"{page.watching} browsers follow it now."),
    )


def page_told(open_page: OpenPage | None) -> str:
    """Open the page, and return its link and what there is to know of it, or why there is none."""
    try:
        served = (open_page or no_page)()
    except PageTrouble as trouble:
        return str(trouble)
    return "\n".join((served.link, *page_words(served)))


def told_at_the_start(open_page: OpenPage | None) -> str:
    """Open the page, and return what to tell whoever wanted it from the start; the link itself is a secret."""
    try:
        (open_page or no_page)()
    except PageTrouble as trouble:
        return f"There is no page for the room: {trouble}"
    return "The page for the room is open: /page shows its link."


def qr_rows(link: str, light: bool = False) -> list[str]:
    """Return the QR code of a link, two of its rows to one of text, to be drawn dark on light.

    If the ink is `light`, it is what is light of the code that has it. The link is put in capitals, which take less
    room in a code and mean the same in what leads to the page.
    """
    import segno  # slow to load, and seldom asked for

    code = segno.make(link.upper(), error="l", micro=False, boost_error=False)
    rows = [[bool(module) is not light for module in row] for row in code.matrix_iter(border=QUIET_ZONE)]
    rows += [[light] * len(rows[0])] * (len(rows) % 2)
    return ["".join(map(_half_blocks, upper, lower)) for upper, lower in zip(rows[::2], rows[1::2], strict=True)]


def _half_blocks(upper: bool, lower: bool) -> str:
    """Return two modules, one above the other, as one character; True has ink."""
    return {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}[upper, lower]
