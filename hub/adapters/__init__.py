"""Input and output, one module per technology."""
