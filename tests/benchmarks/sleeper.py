"""Paints a frame after so many milliseconds, and then each key after as many again: what a test can know."""

import os
import sys
import tty
from time import sleep

pause = int(sys.argv[1]) / 1000
tty.setraw(0)
sleep(pause)
os.write(1, b"".join(b"\x1b[%d;1Hrow %d" % (row, row) for row in range(1, 37)) + b"\x1b[1;1H\x1b[2K")
while key := os.read(0, 1):
    sleep(pause)
    os.write(1, b"\x1b[1;1H\x1b[2K" if key == b"\x15" else key)
