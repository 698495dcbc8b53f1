"""The wire between device and hub: messages, codec, sealing, topics. A leaf, shared by both sides.

The device owns the words: agents in the field outlive hubs. Bytes are encoded, sealed and signed once, when a
record is made, and travel unchanged from then on.
"""
