"""What templates can do with the archive's texts and words."""
