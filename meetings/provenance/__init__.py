"""Where what is shown comes from: documents, pages, how each was read, which words were repaired."""
