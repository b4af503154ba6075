"""The encoding of a text, told by its letters."""

from __future__ import annotations

import pytest

from danish.encodings import CODECS, decode_letters

TEXT = "Færgerne på Ærø og Fanø sejler, når isen går. Århus Å er ikke så bred som Gudenåen; Øresund er."


@pytest.mark.parametrize(("charset", "codec"), CODECS.items())
def test_letters_of_every_charset_are_told(charset: str, codec: str) -> None:
    text, encoding = decode_letters(TEXT.encode(codec))
    same = {charset, "IBM850"} if charset == "IBM865" else {charset}  # which have these letters in the same places
    assert (text, encoding.doubtful, encoding.strays) == (TEXT, False, 0)
    assert encoding.charset in same


ONE_WORD = [
    "møde",
    "på",
    "år",
    "også",
    "særlig",
    "København",
    "Ærø",
    "KØBENHAVN",
    "idé",
    "Århus",
    "»Øst«",
    "KL’s",
    "2026–2030",
]


@pytest.mark.parametrize("codec", CODECS.values())
@pytest.mark.parametrize("word", ONE_WORD)
def test_a_wrong_letter_is_never_without_doubt(word: str, codec: str) -> None:
    sent = word.encode(codec, "ignore")
    text, encoding = decode_letters(sent)
    assert text == sent.decode(codec) or encoding.doubtful


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1", "mac_roman", "cp850"])
def test_utf_8_read_as_another_encoding_is_mended(wrong: str) -> None:
    wrongly = TEXT.encode().decode(wrong, "ignore" if wrong == "cp1252" else "strict")
    text, encoding = decode_letters(wrongly.encode())
    assert text == TEXT
    assert encoding.mended == sum(not letter.isascii() for letter in TEXT)


@pytest.mark.parametrize("codec", ["cp850", "mac_roman"])
def test_a_charset_taken_for_that_of_windows_is_mended(codec: str) -> None:
    wrongly = "".join(bytes([one]).decode("cp1252", "ignore") or chr(one) for one in TEXT.encode(codec))
    text, encoding = decode_letters(wrongly.encode())
    assert text == TEXT
    assert encoding.mended


def test_a_line_in_another_charset_is_read_by_itself_and_told() -> None:
    text, encoding = decode_letters(f"{TEXT}\n".encode("cp1252") * 3 + "Færger på øen".encode("cp850"))
    assert text.endswith("\nFærger på øen")
    assert (encoding.charset, encoding.strays) == ("windows-1252", 3)


def test_bytes_of_windows_in_utf_8_are_told() -> None:
    text, encoding = decode_letters(TEXT.encode() + " – på Læsø".encode("cp1252"))
    assert text == f"{TEXT} – på Læsø"
    assert (encoding.charset, encoding.strays) == ("utf-8", 4)


def test_letters_lost_before_are_told() -> None:
    assert decode_letters("M�det p� Fanø".encode())[1].lost == 2


RIGHT = ["Hotel D‘Angleterre på Kongens Nytorv", "½ time, ¾ af året – „ja“ † 1849", "São Tomé og Ângela på møde"]


@pytest.mark.parametrize("text", RIGHT)
def test_right_utf_8_is_left_alone(text: str) -> None:
    read, encoding = decode_letters(text.encode())
    assert (read, encoding.mended, encoding.doubtful) == (text, 0, False)
