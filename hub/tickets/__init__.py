"""Tickets: triage and deadlines. Pure."""
