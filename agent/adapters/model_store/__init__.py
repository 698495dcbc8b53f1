"""Speech models on this device: fetched from several sources, trusted only by checksum and signature."""

from agent.adapters.model_store.catalogue import Entry
from agent.adapters.model_store.in_use import Slots
from agent.adapters.model_store.installed import Trial
from agent.adapters.model_store.stick import Stick
from agent.adapters.model_store.store import ModelStatus, ModelStore, default_root

__all__ = ["Entry", "ModelStatus", "ModelStore", "Slots", "Stick", "Trial", "default_root"]
