"""What changed between the documents of one meeting, from whole items to single words."""
