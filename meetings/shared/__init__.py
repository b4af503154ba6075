"""Vocabulary and rules that every package may import. Nothing here depends on Django."""
