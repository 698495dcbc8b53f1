"""Speech models on this device: fetched from several sources, trusted only by checksum and signature.

What an install takes from a stick or the network is in `stick` and `fetching`: an agent that runs needs neither.
"""

from agent.adapters.model_store.catalogue import Entry
from agent.adapters.model_store.in_use import Slots
from agent.adapters.model_store.installed import Trial
from agent.adapters.model_store.store import ModelStatus, ModelStore, default_root

__all__ = ["Entry", "ModelStatus", "ModelStore", "Slots", "Trial", "default_root"]
