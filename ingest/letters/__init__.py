"""Misread letters repaired, by the shipped lexicon and by what the archive has learned."""
