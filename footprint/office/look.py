"""The look of office files: colours and font where no template says them."""

from __future__ import annotations

BLUE, DARK_BLUE, GREY, PALE, TEXT = "005EB8", "003087", "425563", "E8EDEE", "212B32"


RULE = "C8D3DA"


FONT = "Arial"
