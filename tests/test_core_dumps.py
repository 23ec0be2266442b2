"""What a process has in memory stays there, whatever happens to it."""

import subprocess
import sys

import pytest

TELL = """
import resource
from ctypes import CDLL
from facilitator.core_dumps import keep_out_of_core_dumps
keep_out_of_core_dumps()
print(resource.getrlimit(resource.RLIMIT_CORE)[0] <= 1, CDLL(None).prctl(3, 0, 0, 0, 0))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux's")
def test_a_process_writes_no_dump_and_can_be_read_by_no_debugger():
    told = subprocess.run([sys.executable, "-c", TELL], capture_output=True, text=True, check=True)
    assert told.stdout == "True 0\n"
