"""Django's PostgreSQL backend on the embedded server; Django imports its `base`."""
