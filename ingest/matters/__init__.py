"""Whether two items of different meetings treat one matter."""
