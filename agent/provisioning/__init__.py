"""Becoming a known device: the claim a technician types, and the identity the hub answers with. Pure."""
