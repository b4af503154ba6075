"""The archivist's desk: the admin, uploads and permissions. Only this package calls both `ingest` and `meetings`."""
