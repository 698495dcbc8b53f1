"""`tingche-hub`: the command line of the hub."""
