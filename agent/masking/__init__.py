"""Masking of personal data in Mandarin as it is written and spoken. Pure."""
