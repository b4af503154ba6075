"""Plain words and rules that all may import: nothing here knows Django."""
