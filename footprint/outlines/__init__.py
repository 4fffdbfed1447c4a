"""Outlines: areas that somebody drew elsewhere, read as an option or refused in a sentence.

A file of GeoJSON, a GeoPackage or a zipped shapefile is opened, its areas are put on the National
Grid, and each block goes to the area that holds most of its people. What an area cuts is counted
in people and told, and refused where it is too many. A table of LSOAs is read in the same way,
by their residents. Built on intake, whose words it answers in.
It lays no outline over another: people are counted where they live, and slivers hold nobody.
"""
