"""Django's PostgreSQL backend on the embedded server; `base` is what Django looks for."""
