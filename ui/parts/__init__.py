"""Parts: what several pages show: the map, its table and legend, cards and pickers."""
