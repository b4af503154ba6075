"""Papers of our own in three kinds and nine layouts, as the text that other extractors make of them."""
