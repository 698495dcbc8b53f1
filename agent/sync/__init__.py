"""The sans-I/O sync engine: events in, actions out.

Read `engine` first; `events` is what it hears, `actions` what it answers.
"""
