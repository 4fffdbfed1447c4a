"""ICB Footprints: how boundaries work, computed.

England is cut once into 327 blocks, the pieces of districts inside sub-ICB locations. A plan
gives each block a statutory body and a leadership team, and every number and picture is a
function of the published facts and a plan. The rooms stand on floors, and each knows only those
below it:

    command                 icb-footprints, all of it by a line typed in a terminal
    export  apart           files handed out, optima sought and strangers' files read, each apart
    binding  one_file       a pack bound as a book; the whole atlas as a page without a server
    slides                  papers as a presentation to edit
    office  print  web      documents and workbooks; one sheet; what a browser shows
    labels                  where names stand on paper
    batches  ink            one view as many sheets; what a sheet of paper is drawn with
    papers                  a picture of a page as a paper, and packs of papers
    pages                   everything each page says under a view, as a value
    brief  parts  standing  one ICB whole; a page told of a part of England; a plan among all plans
    content  workspace      values pages are made of; the facts once, and what follows worked out
    charts                  numbers as pictures, ready to draw
    outlines  intake        areas or a table that somebody hands in, read as such a plan
    maps  options           a plan ready to draw; plans that people draw themselves
    every_option  optimum   all groupings of whole bodies, counted; the best plan for an aim, proved
    criteria  money  store  what was asked and is it met; the cap; what is saved for good
    measures                every number that can be shown, its unit, and classes of it
    plans  view  finder     plans and what each splits; what a reader asked to see, or types to find
    facts                   published files, read and joined exactly, and the blocks' outlines
    english  fields  readings  spreadsheets  terminal   words, addresses, tables, what is asked

Nothing here knows of Streamlit. The floors are contracts in pyproject.toml, kept by `make lint`.
"""
