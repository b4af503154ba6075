"""From a file to pages of lines: PDF and text, without the lines that belong to the page alone."""
