"""Small files that demand far more time or memory than their size suggests."""

from __future__ import annotations

import zlib

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
TEXT = b"BT /F1 12 Tf 50 800 Td (KKR Sjaelland Dagsorden) Tj ET\n"


def wide_font() -> bytes:
    """Make a PDF whose font sets the widths of 400 million characters in one line."""
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] >>"
    descendant = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /W [0 400000000 500] /FontDescriptor 7 0 R"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
    )
    descriptor = b"<< /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 0 1 1] >>"
    return _pdf(_page(b"BT /F1 12 Tf 50 800 Td <00410042> Tj ET", font=font) | {6: descendant, 7: descriptor})


def deflated_gigabyte() -> bytes:
    """Make a PDF whose page is a gigabyte of blanks, deflated to a megabyte."""
    packer = zlib.compressobj(9)
    head, again = (packer.compress(b" " * 10_000_000) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    packed = head + again * 99  # a block that refers to no earlier one may be repeated
    return _pdf(_page(packed, filters=b"/Filter /FlateDecode"))


def nested_arrays() -> bytes:
    """Make a PDF with 100,000 nested arrays."""
    return _pdf(_page(TEXT + b"[" * 100_000 + b"]" * 100_000 + b" TJ"))


def form_in_itself() -> bytes:
    """Make a PDF with a form object that draws itself."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >>"
    return _pdf(_page(TEXT + b"/X Do", resources=b"/XObject << /X 6 0 R >>") | {6: _stream(TEXT + b"/X Do", form)})


def forms_times_ten() -> bytes:
    """Make a PDF with nine form objects, each of which draws the next ten times."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X %d 0 R >> >>"
    forms = {number: _stream(b"/X Do " * 10, form % (number + 1)) for number in range(6, 15)}
    return _pdf(_page(b"/X Do", resources=b"/XObject << /X 6 0 R >>") | forms | {15: _stream(TEXT, form % 15)})


def pages_in_themselves() -> bytes:
    """Make a PDF whose page tree contains itself."""
    return _pdf({2: b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1 >>"})


def many_pages(count: int) -> bytes:
    """Make a PDF with as many pages, all of them one object."""
    pages = b"<< /Type /Pages /Kids [" + b"3 0 R " * count + b"] /Count %d >>" % count
    return _pdf(_page(TEXT) | {2: pages})


def many_lines() -> bytes:
    """Make a text of 9 MB in three million lines, which take more than 300 MB."""
    return b"ab\n" * 3_000_000


def one_long_line() -> bytes:
    """Make a text of one line of 100 MB."""
    return b"KKR Sjaelland " + b"a " * 50_000_000


def _page(content: bytes, *, font: bytes = FONT, filters: bytes = b"", resources: bytes = b"") -> dict[int, bytes]:
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
    return {
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: page + b" /Resources << /Font << /F1 5 0 R >> " + resources + b" >> >>",
        4: _stream(content, filters),
        5: font,
    }


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def _pdf(objects: dict[int, bytes]) -> bytes:
    made, places = b"%PDF-1.7\n", {}
    for number, body in {1: b"<< /Type /Catalog /Pages 2 0 R >>", **objects}.items():
        places[number] = len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    size = max(places) + 1
    entries = (b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n" for n in range(size))
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(made))
    return made + b"xref\n0 %d\n" % size + b"".join(entries) + trailer
