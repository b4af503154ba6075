"""Files that ask for far more time or memory than they weigh, by name; those of `tests.ingest.hostile` among them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from random import Random

from tests.ingest import hostile
from tests.ingest.written_pdf import FONT, page, pdf, stream, text

TITLE = text(["KKR Sj\xe6lland", "Dagsorden"])
FORM = (
    b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> /XObject << /X %d 0 R >> >>"
)
FLATE = b"/Filter /FlateDecode"
CID = b"/Type /Font /Subtype /Type0 /BaseFont /A /DescendantFonts [6 0 R] /Encoding"
DESCENDANT = (
    b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /FontDescriptor 7 0 R"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
)
IMAGE = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent %d "
SIDE = 60_000  # pixels of an image
HEAD = "REFERAT\nKKR Sjælland\nDato: 07-06-2024 kl. 10:00\nSted: Køge\n\n"
ITEM = "{0}. Punkt nummer {0}\n\nIndstilling\nDet indstilles.\n\nBeslutning\nTiltrådt.\n\n"


def deflated(block: bytes, times: int) -> bytes:
    """Return a block so many times, deflated; a block that refers to no earlier one may be repeated."""
    packer = zlib.compressobj(9)
    head, again = (packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    return head + again * (times - 1)


def deflated_twice() -> bytes:
    packed = zlib.compress(deflated(b" " * 10_000_000, 1000), 9)
    return pdf(page(stream(packed, b"/Filter [/FlateDecode /FlateDecode]")))


def page_of(part: bytes, times: int) -> Callable[[], bytes]:
    """Return how a PDF is made whose page has a title, and a part of a content stream so many times."""
    return lambda: pdf(page(stream(deflated(TITLE, 1) + deflated(part * 1000, times // 1000)[2:], FLATE)))


def to_unicode() -> bytes:
    ranges = b"begincmap 1 beginbfrange <00000000> <1FFFFFFF> <0041> endbfrange endcmap"
    return pdf(page(stream(TITLE), more={5: FONT[:-2] + b"/ToUnicode 6 0 R >>", 6: stream(ranges)}))


def cid_range() -> bytes:
    ranges = b"begincmap 1 begincidrange <00000000> <1FFFFFFF> 1 endcidrange endcmap"
    own = {5: b"<< " + CID + b" 8 0 R >>", 6: DESCENDANT, 7: b"<< /Type /FontDescriptor /FontName /A /Flags 4 >>"}
    shown = b"BT /F1 12 Tf 50 800 Td <00410042> Tj ET"
    return pdf(page(stream(shown), more=own | {8: stream(ranges, b"/Type /CMap /CMapName /A")}))


def own_pages(count: int) -> bytes:
    each = page(b"")[3]
    kids = b" ".join(b"%d 0 R" % number for number in range(6, 6 + count))
    pages = b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % count
    return pdf(page(stream(TITLE), more={2: pages} | dict.fromkeys(range(6, 6 + count), each)))


def huge_count() -> bytes:
    return pdf(page(stream(TITLE)) | {2: b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>"})


def pages_times_ten() -> bytes:
    """Make a page tree of ten levels, each of which names the next ten times."""
    node = b"<< /Type /Pages /Kids [" + b"%d 0 R " * 10 + b"] /Count 10000000000 >>"
    tree = {number: node % ((number + 1 if number < 15 else 3,) * 10) for number in range(6, 16)}
    return pdf(page(stream(TITLE), more=tree | {2: node % ((6,) * 10)}))


def deep_pages() -> bytes:
    tree = {number: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 1) for number in range(6, 20_006)}
    objects = page(stream(TITLE))
    return pdf(objects | tree | {2: b"<< /Type /Pages /Kids [6 0 R] /Count 1 >>", 20_006: objects[3]})


def xref_stream() -> bytes:
    """Make a cross-reference stream that announces 2,000,000,000 objects and has none."""
    body = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    table = stream(b"", b"/Type /XRef /Size 2000000000 /Index [0 2000000000] /W [0 0 0] /Root 1 0 R")
    return body + b"9 0 obj\n" + table + b"\nendobj\nstartxref\n%d\n%%%%EOF" % len(body)


def nested_dictionaries() -> bytes:
    return pdf(page(stream(TITLE), more={6: b"<< /A " * 1_000_000 + b">>" * 1_000_000}), b"/Info 6 0 R")


def fonts(count: int) -> bytes:
    """Make a page on which each of so many fonts sets a word."""
    names = b" ".join(b"/G%d %d 0 R" % (number, number + 6) for number in range(count))
    shown = b"".join(b"BT /G%d 8 Tf %d %d Td (ord) Tj ET\n" % (n, n % 550, n * 7 % 800) for n in range(count))
    return pdf(page(stream(shown), fonts=names, more=dict.fromkeys(range(6, 6 + count), FONT)))


def image(data: bytes, filters: bytes, bits: int = 8, side: int = SIDE) -> bytes:
    shown = b"q 595 0 0 842 0 0 cm /I Do Q"
    its = stream(data, IMAGE % (side, side, bits) + filters)
    return pdf(page(stream(shown), resources=b"/XObject << /I 6 0 R >>", more={6: its}))


def jpeg() -> bytes:
    """Make an image in JPEG with the headers of a huge one and no pixels."""
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, SIDE, SIDE, 1) + b"\x01\x11\x00"
    tables = b"\xff\xdb\x00\x43\x00" + b"\x10" * 64 + b"\xff\xc4\x00\x14\x00\x01" + b"\0" * 16
    return b"\xff\xd8" + tables + frame + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + b"\0" * 1000 + b"\xff\xd9"


def jbig2() -> bytes:
    """Make the page information of JBIG2 with 4,294,967,294 pixels a side, and a region as large."""
    size = struct.pack(">II", 0xFFFFFFFE, 0xFFFFFFFE)
    information = struct.pack(">IBBI", 0, 48, 1, 19) + size + struct.pack(">IIBH", 0, 0, 0, 0)
    region = (
        struct.pack(">IBBI", 1, 38, 1, 27)
        + size
        + struct.pack(">IIBB", 0, 0, 0, 0)
        + b"\x03\xff\xfd\xff\x02\xfe\xfe\xfe"
    )
    return information + region + b"\0" * 8


def jpx() -> bytes:
    """Make the code stream of JPEG 2000 with 4,294,967,295 pixels a side."""
    size = struct.pack(">HHIIIIIIIIH", 41, 0, 0xFFFFFFFF, 0xFFFFFFFF, 0, 0, 0xFFFFFFFF, 0xFFFFFFFF, 0, 0, 1)
    coding = b"\xff\x52\x00\x0c\x00\x00\x00\x01\x00\x05\x04\x04\x00\x00" + b"\xff\x5c\x00\x04\x40\x40"
    return (
        b"\xff\x4f\xff\x51" + size + b"\x07\x01\x01" + coding + b"\xff\x90\x00\x0a\0\0\0\0\0\0\x00\x01\xff\x93\xff\xd9"
    )


def tiles() -> bytes:
    """Make a page painted with a pattern whose cells are a ten-thousandth of a point wide."""
    cell = b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep .0001 /YStep .0001"
    shown = TITLE + b"/Pattern cs /P scn 0 0 595 842 re f"
    pattern = stream(b"0 0 1 1 re f", cell + b" /Resources << >>")
    return pdf(page(stream(shown), resources=b"/Pattern << /P 6 0 R >>", more={6: pattern}))


def dashes() -> bytes:
    return pdf(page(stream(TITLE + b"[.00001 .00001] 0 d 0 0 m " + b"595 842 l 0 842 l " * 200 + b"S")))


def many_words() -> bytes:
    chance = Random(1)
    shown = (
        b"BT /F1 8 Tf %d %d Td (ord %d) Tj ET\n" % (chance.randrange(500), chance.randrange(800), n)
        for n in range(100_000)
    )
    return pdf(page(stream(zlib.compress(b"".join(shown)), FLATE)))


def notes(count: int) -> bytes:
    note = b"<< /Type /Annot /Subtype /FreeText /Rect [60 150 300 180] /Contents (Rettet) /DA (/F1 10 Tf) >>"
    kids = b" ".join(b"%d 0 R" % number for number in range(6, 6 + count))
    return pdf(page(stream(TITLE), entries=b"/Annots [" + kids + b"]", more=dict.fromkeys(range(6, 6 + count), note)))


def attachments(count: int) -> bytes:
    file = b"<< /Type /Filespec /F (a.pdf) /EF << /F 6 0 R >> >>"
    names = b" ".join(b"(%06d.pdf) 7 0 R" % number for number in range(count))
    packed = stream(deflated(b" " * 10_000_000, 100), b"/Type /EmbeddedFile " + FLATE)
    tree = (
        b"<< /Type /Catalog /Pages 2 0 R /Collection << >> /Names << /EmbeddedFiles << /Names [" + names + b"] >> >> >>"
    )
    return pdf(page(stream(TITLE), more={1: tree, 6: packed, 7: file}))


def form_pair() -> bytes:
    forms = {n: stream(TITLE + b"/X Do", FORM % (13 - n)) for n in (6, 7)}
    return pdf(page(stream(TITLE + b"/X Do"), resources=b"/XObject << /X 6 0 R >>", more=forms))


def paper(part: str, count: int, before: str = "1. Formalia\n") -> Callable[[], bytes]:
    """Return how minutes are made that have a part so many times, with its number for {0}."""

    def make() -> bytes:
        return (HEAD + before + "".join(map(part.format, range(1, count + 1)))).encode()

    return make


def garbage() -> bytes:
    return b"\xff\xfe" + Random(1).randbytes(8_000_000)


PDFS: dict[str, Callable[[], bytes]] = {
    "10 GB, deflated twice": deflated_twice,
    "1 GB, deflated": hostile.deflated_gigabyte,
    "ToUnicode of 500 million": to_unicode,
    "CIDs of 500 million": cid_range,
    "widths of 400 million": hostile.wide_font,
    "3 million paths": page_of(b"0 0 m 10 10 l S\n", 3_000_000),
    "1 million rectangles": page_of(b"0 0 1 1 re f\n", 1_000_000),
    "3 million q": page_of(b"q ", 3_000_000),
    "5 million letters in a line": page_of(b"BT /F1 8 Tf 10 700 Td (abcdefghi ) Tj ET ", 500_000),
    "300,000 letters in a spot": page_of(b"BT /F1 8 Tf 10 700 Td (x) Tj ET ", 300_000),
    "100,000 words in disorder": many_words,
    "100,000 pages": lambda: own_pages(100_000),
    "1,000,000 pages, all one": lambda: hostile.many_pages(1_000_000),
    "2,900 pages": lambda: own_pages(2_900),
    "/Count 2,000,000,000": huge_count,
    "pages, ten times ten levels": pages_times_ten,
    "pages in themselves": hostile.pages_in_themselves,
    "pages 20,000 levels deep": deep_pages,
    "xref stream of 2e9": xref_stream,
    "100,000 nested arrays": hostile.nested_arrays,
    "1,000,000 nested dicts": nested_dictionaries,
    "form in itself": hostile.form_in_itself,
    "forms in each other": form_pair,
    "forms, ten times nine levels": hostile.forms_times_ten,
    "20,000 fonts": lambda: fonts(20_000),
    "100,000 notes": lambda: notes(100_000),
    "5,000 files of 1 GB": lambda: attachments(5_000),
    "flate image 60,000 x 60,000": lambda: image(deflated(bytes(1_000_000), 450), FLATE, bits=1),
    "JPEG 60,000 x 60,000": lambda: image(jpeg(), b"/Filter /DCTDecode"),
    "JBIG2 4e9 x 4e9": lambda: image(jbig2(), b"/Filter /JBIG2Decode", bits=1),
    "JPX 4e9 x 4e9": lambda: image(jpx(), b"/Filter /JPXDecode"),
    "page of 1,000,000 points": lambda: pdf(page(stream(TITLE), entries=b"/MediaBox [0 0 1000000 1000000]")),
    "tiles of .0001": tiles,
    "dashes of .00001": dashes,
}
TEXTS: dict[str, Callable[[], bytes]] = {
    "50 MB of text": paper("Kommunerne drøftede sagen om busserne.\n", 1_250_000),
    "9 MB of text": paper("Kommunerne drøftede sagen om busserne.\n", 225_000),
    "100 MB in a line": hostile.one_long_line,
    "9 MB in a line": paper("a ", 4_500_000),
    "500,000 short lines": paper("ord\n", 500_000),
    "4,900,000 lines of a letter": paper("a\n", 4_900_000),
    "1,000,000 numbers": paper("{0}\n", 1_000_000),
    "1,000,000 numbers in lines": paper("{0} {0} {0} {0}\n", 250_000),
    "UTF-16 garbage, 8 MB": garbage,
    "100,000 items": paper(ITEM, 100_000, ""),
    "20,000 people": paper("Borgmester Bo Lund (V), Odder Kommune\n", 20_000, "Deltagere\n"),
    "50,000 headings": paper("Indstilling\nDet indstilles.\nBeslutning\nDrøftet.\n", 50_000),
    "50,000 enclosures": paper("Bilag {0}: Notat {0}\n", 50_000),
    "50,000 rows of a table": paper("Sted {0}    {0}    {0}\n", 50_000),
    "20,000 lines of contents": paper("{0}. Punkt {0} .... {0}\n", 20_000, "Indholdsfortegnelse\n"),
    "200,000 pages by form feeds": paper("ord\f\n", 200_000),
}
