"""What a vehicle's signals mean: events worth a question, and whether it moves. Pure: no bus, no clock, no disk."""
