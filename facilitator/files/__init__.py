"""How a file is written so that it survives, who may write it, and how to say what is wrong in one."""
