"""Devices: claims, enrolment, revocation."""
