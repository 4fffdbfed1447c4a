"""Every option: what is asked, what is left of all options, and one of them to look at."""
