"""From a query to the items that match it, their counts, facets and suggestions. Queries the database."""
