"""Danish letters that a text has as something else."""

from __future__ import annotations

import pytest

from danish.encodings import decode_letters
from danish.seven_bits import count_question_marks

TEXT = "Mødet på Læsø handlede om færger, æbler og Århus Å.\nKommunerne spørger, om øen får råd til en større færge."
SEVEN_BITS = TEXT.translate(str.maketrans("æøåÆØÅ", "{|}[\\]"))
ENTITIES = TEXT.replace("æ", "&aelig;").replace("ø", "&oslash;").replace("å", "&aring;").replace("Å", "&Aring;")
NUMBERS = "".join(one if one.isascii() else f"&#{ord(one)};" for one in TEXT)
HEX = "".join(one if one.isascii() else f"&#x{ord(one):X};" for one in TEXT)


@pytest.mark.parametrize("stored", [SEVEN_BITS, ENTITIES, NUMBERS, HEX, ENTITIES.replace("&", "&amp;")])
def test_letters_stored_as_something_else_are_mended_and_told(stored: str) -> None:
    text, encoding = decode_letters(stored.encode())
    assert text == TEXT
    assert encoding.mended == sum(not one.isascii() for one in TEXT)


RIGHT = [
    "Skriv &aelig; for æ og &oslash; for ø på websiden.",
    "Tabel:\n|navn|kommune|\n|Ole|Viborg|\n|Lis|Skive|\n|Per|Lemvig|",
    "Se [bilag 1], [bilag 2] og C:\\Dokumenter\\KKR\\Referat",
    "R&D; og A&B;",
    "{navn}, {adresse}, {dato} udfyldes",
]


@pytest.mark.parametrize("text", RIGHT)
def test_signs_that_are_meant_are_left_alone(text: str) -> None:
    read, encoding = decode_letters(text.encode())
    assert (read, encoding.mended) == (text, 0)


def test_question_marks_in_place_of_letters_are_counted() -> None:
    assert count_question_marks(TEXT.encode("ascii", "replace").decode()) >= 8


@pytest.mark.parametrize(
    "text", ["Hvad nu? spurgte han.", "https://kl.dk/a?b=c https://kl.dk/d?e=f https://kl.dk/g?h=i", "Hvorfor?Fordi."]
)
def test_question_marks_that_ask_are_not_counted(text: str) -> None:
    assert count_question_marks(text) == 0
