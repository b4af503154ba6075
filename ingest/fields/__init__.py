"""The fields of a record: what a document says of its meeting, participants, decisions, topics, enclosures."""
