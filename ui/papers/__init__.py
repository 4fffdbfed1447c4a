"""Papers: taking a view away as a file, and collecting views for a board."""
