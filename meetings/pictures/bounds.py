"""What the making of a picture may take, and the exit status of `render`. Here, so that nobody else loads PDFium."""

from __future__ import annotations

SECONDS = 10  # of CPU; a page of text takes 0.3 s, a scan at 600 dpi about 2 s
MEMORY_MB = 1_000  # of address space; a scan at 600 dpi takes 400 MB
LARGEST_FILE = 20_000_000  # bytes
MOST_PIXELS = 8_000_000  # of the larger picture; an A4 has 3.6 million, larger pages are drawn smaller
PER_POINT = 96 / 72  # pixels of the smaller picture
REFUSED = 3
