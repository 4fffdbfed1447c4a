"""Ink: what a sheet of paper is drawn with.

Pages that become files, words that know how wide they are, shapes in millimetres, patterns a grey
printer keeps apart, and blocks of lines. Built on papers; what is drawn with it is for whoever
lays out a sheet.
"""
