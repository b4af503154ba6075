"""The public site: views, page contents, charts, statistics and document comparison."""
