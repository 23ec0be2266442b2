"""Keeping what a process has in memory, notes and keys, off the disk and away from debuggers.

Separate, because the program needs it as well as the children that it gives a debrief to, which inherit only a part.
"""

import sys

_PR_SET_DUMPABLE = 4


def keep_out_of_core_dumps() -> None:
    """See to it that no crash writes the memory of this process to a disk, and no debugger reads it.

    A limit of 1 byte is also heeded by Linux where a program takes the dumps, which a limit of 0 is not (core(5)). What
    isn't dumpable there can't be traced either, nor read under /proc, by other processes of the same user (prctl(2)).
    """
    import resource
    from contextlib import suppress

    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0 if hard == 0 else 1, hard))
    if sys.platform == "linux":
        with suppress(ImportError, OSError, AttributeError):  # a Python without ctypes, or a C library of another sort
            from ctypes import CDLL

            CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
