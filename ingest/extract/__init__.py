"""Extraction: from a PDF or text file to pages of lines, and detection of lines that belong to the page alone."""
