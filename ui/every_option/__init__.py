"""Every option: what is asked and left of all options, one to look at, and the fewest who move."""
