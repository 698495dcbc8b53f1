"""The hub: verifies, opens, deduplicates, and turns feedback into tickets.

Knows `agent.contract` and nothing else of the agent.
"""
