"""From a query to the items that answer it, their counts, facets and suggestions. Talks to the database."""
