"""Save a PDF again with pikepdf: python with_pikepdf.py OLD.pdf NEW.pdf."""

from __future__ import annotations

import sys

import pikepdf


def main(source: str, made: str) -> None:
    with pikepdf.open(source) as pdf:
        pdf.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)


main(*sys.argv[1:])
