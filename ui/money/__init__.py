"""Money: the cap, the cut, and the reader's own assumptions."""
