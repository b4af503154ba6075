"""Search: its language (plain Python, below the models) and its execution (above them)."""
