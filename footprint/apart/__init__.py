"""Apart: what strangers hand in, read in a process of its own that can only use so much.

A file is never read where other people's maps are drawn. One process stands ready with the
published facts; for each file it makes a copy of itself, which is held to so much memory and time
and ends with its answer. What it answers is taken for values and never for code. It decides
nothing about a file: the rooms that read them do.
"""
