"""Statistics of the archive: counts by year, KKR, topic and outcome."""
