"""Saved: options kept for good, listed, opened, renamed and gone back to."""
