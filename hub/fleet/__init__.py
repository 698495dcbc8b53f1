"""Devices joining and leaving: one-time claims, enrolment."""
