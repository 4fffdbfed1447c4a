"""ICB Footprints: how boundaries work, computed.

The flow, each module knowing only those before it:

sources    the manifest: which files there are, and that none has changed
atlas      every published fact, block by block, joined exactly
plans      which block belongs to which footprint: a value that never changes
coterminosity which authorities a plan keeps whole, counted in people
contiguity whether a footprint is in one piece, by land and by declared crossings
formulas   numbers per footprint, each worked out from the atlas and a plan
measures   every number that can be shown, with its unit, reason and sources
classes    numbers cut into bands whose legend is exact
shapes     the blocks' outlines as edges, each stored once
colours    a few colours, neighbours apart, kept from plan to plan
comparison two plans held against each other, and what changes hands between them
places     what a reader may search for, and where it lies under a plan
stories    what a map shows and what an area is, in sentences
published  what ICBs have said about cost, target, reduction and staff
money      what the cap and a cut the same for all would leave and take
money_stories what the cap and the cut would do, in sentences
cases      a plan put up for judgement, where the lines are drawn, and what a verdict is
judgements how each criterion is judged, a verdict and a reason for each footprint
criteria   what was asked of ICB areas, in whose words, and the scorecard of a plan
moves      the fewest residents who must change footprint, found exactly
goals      what a move has to achieve for a criterion, as rows of a program
proposals  districts moved from one footprint to another, and what that breaks
remedies   the smallest change that turns a miss into a pass, and what it breaks
layers     a plan made ready to draw, the same for screen and paper
scorecards a scorecard made ready to draw and to say
differences the scorecards of several plans in one table, each difference with its sign
comparison_stories what one plan changes beside another, in words to read out
pairs      two plans made ready to draw side by side, and what changes hands
browser_files what a browser needs to draw the map: Leaflet and our own drawing
folium_map a layer drawn for the screen
views      what a reader asked to see, to and from the address bar
uploads    a table somebody hands in, read as rows of text and never trusted
baselines  the user's own costs before the cut, from the address bar or a file
options    plans somebody draws, edit by edit, each complete by construction
drawings   every state an option has been in, to go back to and forward again
option_links an option as a short text, by how it differs from where it began
option_effects what an edit changes: people, pieces, splits, criteria
option_names what people write for an ICB, a district, a block or a kind
option_files an option as a table to download
option_rows what one row of a file takes, and what is wrong where it takes nothing
option_uploads a table of rules, districts or blocks, read with all its faults at once
option_revisions what is saved of an option: a draft, and the revision it becomes
option_tables the tables that hold options, and how an older store is brought up to date
option_database a SQLite file or PostgreSQL, holding whatever it has acknowledged
option_store users' options: saved for good, every revision kept, found again
option_reader the store asked by pages that must not wait
option_stories a saved option in words, and as a plan among plans
option_carry a saved option moved onto newer blocks, and what could not be moved
papers     maps made ready for print, with every word and figure that goes with them
archives   zip files whose bytes depend on nothing but what is in them and the day
office_words what every file made of a paper says in the same words, as text that is safe
alt_text   what a picture or table of an office file is to somebody who cannot see it
typed_tables a paper's table as numbers in the unit said, for files that people reckon with
tables_csv a paper's figures as plain numbers that any program reads
text_sizes how much room words take in Arial, to lay out slides and tables
slide_decks an empty presentation in the house's look
slide_tables a table cut into parts that stay legible, each an editable table
slides     papers as a presentation to edit, with notes for the speaker
document_styles an empty A4 document in the house's look
document_parts the tables, links and captions that Word has and its library does not write
documents  papers as a Word file to edit
workbooks  papers as an Excel file, numbers as numbers that look as they do on screen
paper_rows which row of a paper's table, and of its legend, tells of which area of its maps
map_files  the areas of a paper's maps with their words and figures, for other map programs
web_markup everything a paper says besides its maps, as parts of a web page
web_page   a paper as one file that any browser opens, with its maps alive and no network
packs      several views in an order, with captions, and what their tables said when last made
pack_files a pack as a small file of its own, read with every fault named, and many as a ZIP
combined   the maps of several papers on one sheet, where one legend can serve them all
print_words words on paper: what the font can show, how wide it is, where a line breaks
print_pages a sheet one can write and draw on in millimetres
print_shapes areas and their boundaries on the National Grid, as fine as print shows
print_rasters a map as small cells, to find where words have room
print_labels where a name stands on its own area, none on top of another
print_leaders names that do not fit on their areas, with a line to them
print_marks hatches, dots, the scale bar, the north arrow, and greys
print_blocks legend, figures and notes, broken into lines and measured
print_layouts where on a sheet the maps stand and where the words
print_plots one map made ready, everything in its place but nothing drawn yet
print_panels one map drawn with its marks, lines and names
print_files a figure as bytes, the same bytes each time
print_map  a paper drawn on one sheet
paper_words what a paper says of a plan besides its map: tables, key figures, sources
orders     what can be taken away, in which format, on which sheet
press      an order made in a process of its own, which gives its memory back
exports    an order made, whatever its format
checks     what must hold of the published files, shown and tested

Nothing here knows of Streamlit.
"""
