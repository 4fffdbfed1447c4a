"""Draw: a drawing of the reader's own, edit by edit."""
