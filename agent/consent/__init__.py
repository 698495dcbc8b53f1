"""Consent and erasure: who allowed what until when, and what deleting means. Pure: no clock, no disk."""
