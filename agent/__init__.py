"""The edge agent: hears or reads feedback offline, masks it, keeps it durably and forwards it to the hub.

Read `agent/pipeline.py` first: it is ONE feedback, start to finish. Importing this package costs nothing, so
that the hub can use `agent.contract` without any of the device's libraries.
"""
