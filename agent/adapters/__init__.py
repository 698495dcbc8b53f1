"""Input and output, one module per technology. Adapters never import each other; foreign exceptions end here."""
