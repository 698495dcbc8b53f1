"""Speech to text with sherpa-onnx: streaming Zipformer, Paraformer and SenseVoice models, by their `architecture`."""

from agent.adapters.sherpa_engine.engine import SherpaEngine

__all__ = ["SherpaEngine"]
