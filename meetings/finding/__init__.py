"""What pages show of what was found: outlines, attendance, versions, the choices of a search."""
