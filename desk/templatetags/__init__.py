"""Template tags and filters of the archivists' templates."""
