"""Date and time formats, where they differ from Django's own for the language (FORMAT_MODULE_PATH)."""
