"""Erasure in the hub: tombstones that outlive the data."""
