"""How a visitor comes in by a QR code: signed tokens, and using one only once. Pure: no clock, no disk, no network."""
