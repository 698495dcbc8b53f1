"""What the hub says to devices: which ones, when it is said again, and what they answered."""
