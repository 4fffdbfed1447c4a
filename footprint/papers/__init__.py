"""Papers: a view made ready for print, with every word and figure that goes with its maps.

A paper is a value that every format writes from, so that no two files differ in a digit; packs
collect views in an order. Built on maps. Nothing is laid out here, and no file format is known but
the pack's own and the ZIP.
"""
