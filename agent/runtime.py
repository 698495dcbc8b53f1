"""Composition root: profile -> adapters -> supervised tasks."""
