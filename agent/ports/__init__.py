"""What the pipeline needs from the outside world, as Protocols. Adapters implement them; fakes pass the same suites.

One noun a module; all of them can be had from here.
"""

from agent.ports.audio_source import AudioSource, Ears
from agent.ports.clock import Clock
from agent.ports.directive import Directive, DirectiveFate
from agent.ports.future import Future
from agent.ports.held import Deletion, ErasureReport, KeptRecord
from agent.ports.key_store import KeyStore, WrappingKey
from agent.ports.ledger import Ledger, Loss, Waiting
from agent.ports.loudspeaker import Loudspeaker, Sound, Voice
from agent.ports.outbox_entry import NewEntry, OutboxEntry, Priority, Settlement, StoreRefusal
from agent.ports.outbox_store import OutboxStore
from agent.ports.question_store import QuestionStore
from agent.ports.speech_engine import Capabilities, HearsClips, Partial, SpeechEngine, SpeechSession
from agent.ports.transport import Transport, TransportListener

__all__ = [
    "AudioSource",
    "Capabilities",
    "Clock",
    "Deletion",
    "Directive",
    "DirectiveFate",
    "Ears",
    "ErasureReport",
    "Future",
    "HearsClips",
    "KeptRecord",
    "KeyStore",
    "Ledger",
    "Loss",
    "Loudspeaker",
    "NewEntry",
    "OutboxEntry",
    "OutboxStore",
    "Partial",
    "Priority",
    "QuestionStore",
    "Settlement",
    "Sound",
    "SpeechEngine",
    "SpeechSession",
    "StoreRefusal",
    "Transport",
    "TransportListener",
    "Voice",
    "Waiting",
    "WrappingKey",
]
