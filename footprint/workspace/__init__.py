"""The workspace: the facts once for everybody, and what follows from them worked out once.

One object holds the atlas, the outlines and the plans. The functions of this room take it and the
keys of plans, and keep what they return, safe between threads: whoever asks first works it out and
the others wait for that. Built on everything that computes. Nothing new is worked out here, and
nothing that depends on one reader is kept.
"""
