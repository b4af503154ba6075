"""What the archivists' templates can do with languages and numbers."""
