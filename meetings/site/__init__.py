"""The public site: how its pages are written."""
