"""One module per identifier: its anatomy, its source, its cues."""
