"""Questions that the service desk has devices ask: written, checked, pushed, counted. Pure: no database, no pages."""
