"""Sources: where every figure comes from, and what is wrong with it."""
