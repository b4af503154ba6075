"""PDFs written by hand, whose every part stands in the open."""

from __future__ import annotations

from collections.abc import Sequence

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def pdf(objects: dict[int, bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF of these objects; number 1 is the catalog."""
    parts, places, at = [b"%PDF-1.7\n"], {}, 9
    for number, body in objects.items():
        places[number] = at
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        at += len(parts[-1])
    size = max(places) + 1
    table = (b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n" for n in range(size))
    parts.append(b"xref\n0 %d\n" % size + b"".join(table))
    parts.append(b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, at))
    return b"".join(parts)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return a stream object's body."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def page(
    content: bytes,
    *,
    fonts: bytes = b"",
    resources: bytes = b"",
    entries: bytes = b"",
    more: dict[int, bytes] | None = None,
) -> dict[int, bytes]:
    """Return the objects of a PDF of one page: `content` is object 4 as a whole, `more` others from 6 on.

    `fonts` are entries beside F1, `resources` beside the fonts, `entries` in the page itself.
    """
    its = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R " + entries
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: its + b" /Resources << /Font << /F1 5 0 R " + fonts + b" >> " + resources + b" >> >>",
        4: content,
        5: FONT,
    } | (more or {})


def text(lines: Sequence[str], x: int = 50, y: int = 800, size: int = 10) -> bytes:
    """Return the operators that set lines below each other."""
    shown = b"".join(b"(%s) Tj T*\n" % line.encode("cp1252").translate(None, b"()\\") for line in lines)
    return b"BT /F1 %d Tf 14 TL %d %d Td\n%sET\n" % (size, x, y, shown)
