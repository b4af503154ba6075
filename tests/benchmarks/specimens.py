"""Small PDFs with much in them, written by hand."""

from __future__ import annotations

from tests.ingest.written_pdf import FONT, page, pdf, stream, text

FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >>"
A_TO_Z = b"1 beginbfrange <20> <7E> <0020> endbfrange 1 beginbfchar <F8> <00F8> endbfchar"
MINUTES = """REFERAT
KKR Sj\xe6lland
Dato: 07-06-2024 kl. 10:00
Sted: R\xe5dhuset, K\xf8ge
Deltagere
Borgmester Asta Krogh (A), K\xf8ge Kommune
1. Orientering
1.1. Busser
SAG-2024-00001 abcd
Indstilling
Det indstilles, at KKR dr\xf8fter sagen om de nye busser i kommunerne.
Sagsfremstilling
Kommunerne har dr\xf8ftet sagen og arbejder videre med den til n\xe6ste m\xf8de.
Beslutning
Dr\xf8ftet.""".splitlines()


def text_in_columns() -> bytes:
    """Return a PDF with text in two columns and a table, twice over for bold, and a slanted word across."""
    slanted = b"BT /F1 60 Tf 0.8 g 0.7 0.7 -0.7 0.7 150 200 Tm (UDKAST) Tj ET 0 g\n"
    rows = [f"Kommune {number}\t{number * 3}" for number in range(8)]
    cells = b"".join(text([cell], x, 300 - 14 * at) for at, row in enumerate(rows) for cell, x in
                     zip(row.split("\t"), (60, 200), strict=True))  # fmt: skip
    return pdf(page(stream(text(MINUTES) + text(MINUTES[:2], 51) + text(MINUTES[8:], 320, 500) + slanted + cells)))


def every_feature() -> bytes:
    """Return a PDF that has of everything: a form, a layer, notes, a field, an image, a bar over text, a file."""
    content = text(MINUTES) + b"/X Do q 80 0 0 80 400 400 cm /I Do Q\n" + text(["010190-1234"], 60, 300)
    content += b"0 g 55 295 90 14 re f 3 Tr\n" + text(["skjult"], 60, 250) + b"0 Tr /OC /L BDC\n"
    content += text(["i et lag"], 60, 230) + b"EMC 1 g\n" + text(["hvid"], 60, 210)
    resources = b"/XObject << /X 6 0 R /I 7 0 R >> /Properties << /L 8 0 R >>"
    objects = page(
        stream(content), resources=resources, entries=b"/Annots [9 0 R 10 0 R 11 0 R] /Rotate 0", more=_more()
    )
    objects[1] = (
        b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [10 0 R] /DA (/F1 10 Tf 0 g) >>"
        b" /OCProperties << /OCGs [8 0 R] /D << /OFF [8 0 R] >> >>"
        b" /Names << /EmbeddedFiles << /Names [(bilag.txt) 12 0 R] >> >> >>"
    )
    objects[5] = FONT[:-2] + b"/ToUnicode 14 0 R >>"
    return pdf(objects)


def _more() -> dict[int, bytes]:
    image = b"/Type /XObject /Subtype /Image /Width 4 /Height 4 /ColorSpace /DeviceGray /BitsPerComponent 8"
    return {
        6: stream(text(["Punktet udgik af dagsordenen."], 60, 500), FORM),
        7: stream(bytes(range(0, 256, 16)), image),
        8: b"<< /Type /OCG /Name (Lag) >>",
        9: b"<< /Type /Annot /Subtype /FreeText /Rect [60 150 300 180] /Contents (Rettet) /DA (/F1 10 Tf) >>",
        10: b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (felt) /V (Udfyldt) /Rect [60 100 300 120] /DA (/F1 9 Tf) >>",
        11: b"<< /Type /Annot /Subtype /Stamp /Rect [300 100 400 140] /AP << /N 6 0 R >> /Contents (Stempel) >>",
        12: b"<< /Type /Filespec /F (bilag.txt) /UF (bilag.txt) /EF << /F 13 0 R >> >>",
        13: stream(b"Et bilag", b"/Type /EmbeddedFile"),
        14: stream(b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange " + A_TO_Z + b" endcmap"),
    }
