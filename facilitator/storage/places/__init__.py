"""Where what happens is kept: in a session's own place and, when that fails or hangs, in a second one."""
