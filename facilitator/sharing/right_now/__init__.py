"""What goes only between those who are there right now: the time, who is typing, what is told backstage.

It may be lost. None of it is an event, and none of it goes by a way that remembers: it is on no disk.
"""
