"""A speech engine in a process of its own: its crash, hang or growth costs one retry and never the agent."""

from agent.adapters.worker_engine.engine import WorkerEngine, worker_command

__all__ = ["WorkerEngine", "worker_command"]
