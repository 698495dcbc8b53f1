"""Composition root of the hub."""
