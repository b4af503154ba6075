"""From a query to the items that match it, their counts and facets. Queries the database."""
