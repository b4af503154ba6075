"""Repair of misread letters, by the shipped lexicon and the words that the archive has learned."""
