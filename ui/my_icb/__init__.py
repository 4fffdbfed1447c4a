"""My ICB: the parts of the page on one ICB."""
