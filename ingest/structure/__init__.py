"""From lines to the structure of a meeting: table of contents, titles, numbers, sections, paragraphs, tables."""
