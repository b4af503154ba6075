"""The archive in figures: what is counted, by year, council, topic and outcome."""
