"""From lines to the outline of a meeting: contents, titles, numbers, sections, paragraphs, tables."""
