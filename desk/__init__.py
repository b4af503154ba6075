"""The archivist's desk: the admin, uploads, and who may do what. It alone calls both `ingest` and `meetings`."""
