"""Preloading of the parser: the fork server imports this once, so that no reading process must initialize it.

Patterns and tables are made at first use, which takes 0.2 s: as long as reading ten pages. Reading a document of two
items makes them, also those for text without æ, ø and å.
"""

from ingest.extract.text import read_text
from ingest.pipeline import read_meeting

SPECIMEN = """
REFERAT
KKR Sjælland
Dato: 07-06-2024 kl. 10:00
Sted: Rådhuset, Køge

Deltagere
Borgmester Asta Krogh (A), Køge Kommune

1. Orientering
1.1. Busser
SAG-2024-00001 abcd

Indstilling
Det indstilles, at KKR drafter sagen.

Beslutning
Drøftet.
"""

read_meeting(read_text(SPECIMEN.encode()))
