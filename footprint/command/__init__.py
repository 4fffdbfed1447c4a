"""Command: icb-footprints, everything the app hands out by a line typed in a terminal.

`main` lists the commands and says every error in one sentence; each command has a function of its
own that takes what was typed after its name and returns its exit status. Files are whole or not
there. Nothing of the screen is loaded, but by the command that opens the app. On top of everything
else.
"""
