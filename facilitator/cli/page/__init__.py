"""The page in a browser, as far as the shell has to do with it: loaded once somebody asks for one."""
