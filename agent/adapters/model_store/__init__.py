"""Speech models on this device: fetched from several sources, trusted only by checksum."""

from agent.adapters.model_store.catalogue import Entry
from agent.adapters.model_store.store import ModelStatus, ModelStore, default_root

__all__ = ["Entry", "ModelStatus", "ModelStore", "default_root"]
