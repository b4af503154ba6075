"""The contents of individual kinds of pages, as plain data for their templates."""
