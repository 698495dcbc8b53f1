"""Staff pages and API."""
