"""The hub's database: SQLite by default, PostgreSQL beyond one machine. Nothing in the hub keeps state outside it."""
