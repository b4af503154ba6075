"""What single kinds of pages show, as plain data for their templates."""
