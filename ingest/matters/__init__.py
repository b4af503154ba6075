"""Detection of items of different meetings that treat the same matter."""
