"""The sans-I/O sync engine: events in, actions out."""
