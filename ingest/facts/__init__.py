"""Facts of one kind each, lifted out of an item's sentences: what the text says, never what follows from it."""
