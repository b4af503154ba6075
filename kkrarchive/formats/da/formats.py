"""Danish formats, as Dansk Sprognævn has them: a full stop between hours and minutes."""

TIME_FORMAT = "H.i"
DATETIME_FORMAT = r"j. F Y \k\l. H.i"
SHORT_DATETIME_FORMAT = r"j.n.Y \k\l. H.i"
SHORT_DATE_FORMAT = "j.n.Y"
