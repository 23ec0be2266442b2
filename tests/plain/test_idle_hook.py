"""While Python waits for a line, the hook is called, and no longer once it is removed."""

import ctypes

from facilitator.plain.idle_hook import IdleHook


def place() -> ctypes.c_void_p:
    return ctypes.c_void_p.in_dll(ctypes.pythonapi, "PyOS_InputHook")


def test_it_is_called_from_its_place_and_leaves_it_as_it_was():
    before = place().value
    called: list[str] = []
    hook = IdleHook(lambda: called.append("idle"))
    there = place().value
    assert there is not None
    assert ctypes.CFUNCTYPE(ctypes.c_int)(there)() == 0
    assert called == ["idle"]
    hook.remove()
    assert place().value == before
