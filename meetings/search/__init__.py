"""Search: the query language (plain Python, below the models) and its execution (above them)."""
