"""The shell: what is around every page, and the one copy of what a reader asked to see."""
