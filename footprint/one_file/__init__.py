"""One file: the whole atlas as a web page that opens from a disk or a letter, without a server.

What every page says under every published plan is asked of `pages` beforehand, packed into parts
that share what they have in common, and drawn in the browser as the app draws it. The browser only
chooses among what it was given and works nothing out. Built on the web page and on pages.
"""
