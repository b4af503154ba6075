"""Real files for tests of extraction: PDFs set by a real typesetter, and broken files."""

from __future__ import annotations

from collections.abc import Sequence

import typst

PAGE = """#set page(width: 210mm, height: 297mm, margin: (left: 35mm, rest: 20mm))
#set text(size: 10pt)
#set par(leading: 0.6em, spacing: 0.6em)
"""


def typeset(source: str) -> bytes:
    """Typeset Typst source as a PDF."""
    return bytes(typst.compile(source.encode()))


def typeset_lines(pages: Sequence[Sequence[str]]) -> bytes:
    """Typeset pages of lines as a PDF, line for line; blank lines become vertical space."""
    return typeset(PAGE + "\n#pagebreak()\n".join("\n".join(map(_set_line, lines)) for lines in pages))


def _set_line(line: str) -> str:
    text = line.strip().replace("\\", "\\\\").replace('"', '\\"')
    return f'#block(text("{text}"))' if text else "#v(0.8em)"


def make_blank() -> bytes:
    """Return a PDF with two pages and nothing to read."""
    return typeset("#rect(width: 80%, height: 40%, fill: gray)\n#pagebreak()\n#circle(radius: 3cm)")


def make_locked_pdf() -> bytes:
    """Return a PDF that requires a password: the standard's own handler, with keys that no empty password opens."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [] /Count 0 >>",
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"5a" * 32 + b"> /U <" + b"a5" * 32 + b"> >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<< /Size 4 /Root 1 0 R /Encrypt 3 0 R /ID [<00> <00>] >>\nstartxref\n%d\n%%%%EOF\n"
    return body + table + trailer % len(body)
