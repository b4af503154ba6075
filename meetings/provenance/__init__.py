"""Where displayed text comes from: documents and pages, how each page was read, which words were repaired."""
