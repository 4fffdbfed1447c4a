"""Compare: two plans side by side."""
