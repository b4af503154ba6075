"""Parsing of the fields of a record: meeting, participants, decisions, topics, attachments."""
