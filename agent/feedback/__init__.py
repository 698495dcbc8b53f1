"""Values of one feedback: audio, transcript, record. No behaviour beyond their own invariants."""
