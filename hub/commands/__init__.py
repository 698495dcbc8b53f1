"""One module per command of `tingche-hub`."""
