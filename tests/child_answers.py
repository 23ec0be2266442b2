"""What `test_child_process.py` has children do."""

import os
import subprocess
import sys
import time
from ctypes import CDLL
from pathlib import Path

PR_GET_DUMPABLE = 3


def answer(given: bytes, wish: str, *arguments: str) -> bytes:
    match wish:
        case "return":
            return b" ".join([given, *map(str.encode, arguments)])
        case "print":
            print("to standard output")
            sys.stdout.flush()
            subprocess.run(["/bin/echo", "from a program"], check=True)
            return given
        case "tell":
            return "\n".join([str(Path.cwd()), *sorted(os.environ)]).encode()
        case "where":
            import facilitator

            return "\n".join([facilitator.__file__, *sys.path]).encode()
        case "dumpable":
            return str(CDLL(None).prctl(PR_GET_DUMPABLE, 0, 0, 0, 0)).encode()
        case "fail":
            raise ValueError("secret")
        case "leave":
            subprocess.Popen(["/bin/sleep", "120"])
            return given
        case "hang":
            subprocess.Popen(["/bin/sh", "-c", f"exec > {given.decode()}; echo started; sleep 120"])
            time.sleep(120)
    raise AssertionError(wish)
