"""ICB Footprints: how boundaries work, computed.

England is cut once into 327 blocks, the pieces of districts inside sub-ICB locations. A plan
gives each block a footprint, and every number and picture is a function of the published facts
and a plan. The rooms stand on floors, and each knows only those below it:

    export                  files handed out, each made in a process of its own
    print  office  web      one sheet; slides, documents, workbooks; what a browser shows
    papers                  a view as a paper, and packs of papers
    maps  options           a plan ready to draw; plans that people draw themselves
    criteria  money  store  what was asked and is it met; the cap; what is saved for good
    measures                every number that can be shown, its unit, and classes of it
    plans                   plans, authorities, what a plan splits, what lies beside what
    facts                   published files, read and joined exactly, and the blocks' outlines
    english  spreadsheets  view   small words; tables in and out; what a reader asked to see
    fields                  how the parts of an address are read and written

Nothing here knows of Streamlit. The floors are contracts in pyproject.toml, kept by `make lint`.
"""
