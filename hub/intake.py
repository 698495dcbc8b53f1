"""Pure: an envelope and what is known -> Accepted | Duplicate | Refused."""
