"""The clock and the agenda in a browser, to be looked at: by the room, on a phone, over a stream.

It is loaded only when somebody asks for it. What it sends is what the curtain shows, and it takes nothing in.
"""
