"""Small documents for tests, as text and as PDF."""

from __future__ import annotations

import typst

MINUTES_TEXT = """REFERAT
KKR NORDJYLLAND
Dato: 3. maj 2024 10:00
Sted: Rådhuset

1. Budget

Beslutning
Godkendt.

2. Busdrift

Beslutning
Drøftet.
""".encode()

ITEM = """
{number}\\. Fælles indsats {number}

Sagsfremstilling

Kommunerne har drøftet sagen og arbejder videre med den.

Beslutning

Godkendt.
#pagebreak()
"""


def make_pdf(date: str = "3. maj 2024", region: str = "NORDJYLLAND", pages: int = 2) -> bytes:
    """Return minutes as a PDF: a front page, and one item on each of the other pages."""
    front = f"REFERAT\n\nKKR {region}\n\nDato: {date} 10:00\n\nSted: Rådhuset\n#pagebreak()\n"
    items = "".join(ITEM.format(number=number) for number in range(1, pages))
    made = typst.compile((front + items).encode())
    assert isinstance(made, bytes)
    return made
