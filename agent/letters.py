"""What visitors left at the hub for this device: opened here, masked here, kept as any other feedback.

A letter's receipt was made by the phone, so that its visitor holds it already. Only what fits is taken: an answer to a
question that this device no longer asks goes, and the rest of the letter stays.
"""

import base64
import binascii
from collections.abc import Callable
from dataclasses import replace

from agent.consent.grant import NoConsent, Period, Purpose
from agent.consent.notice import LETTER
from agent.contract.directives import VisitorLetter
from agent.contract.identifiers import ReceiptSecret, parse_receipt
from agent.contract.visitor_letters import Letter, letter_binding, open_letter
from agent.errors import InputRefusedError, TemporaryError
from agent.feedback.transcript import TypedText
from agent.pipeline import FeedbackPipeline
from agent.ports import KeyStore, OutboxStore
from agent.prompting.visit import InForce, fitting_answers, middle_face
from agent.provisioning.identity import DeviceIdentity
from agent.rights import durable
from agent.said import NotKept

ENTRY = "hub_qr"
"""`Context.entry` of what came so."""


class Letters:
    """Takes letters. Called from the forwarding thread.

    Args:
        pipeline: masks, and keeps.
        store: of subjects.
        keys: open what was sealed to this device.
        identity: whose device this is.
        rules: the questions in force.
        scene: what a visit here is about.
    """

    def __init__(
        self,
        *,
        pipeline: FeedbackPipeline,
        store: OutboxStore,
        keys: KeyStore,
        identity: DeviceIdentity,
        rules: Callable[[], InForce],
        scene: str,
    ) -> None:
        self._pipeline = pipeline
        self._store = store
        self._keys = keys
        self._identity = identity
        self._rules = rules
        self._scene = scene

    def take(self, left: VisitorLetter) -> None:
        """Keep one letter's feedback; it is durable when this returns.

        Raises:
            InputRefusedError: it cannot be opened, there is nothing in it, or it asks for a deletion.
            TemporaryError: it could not be kept now.
        """
        letter, secret = self._opened(left)
        answers, words = fitting_answers(self._rules(), letter.answers), letter.text.strip()
        if not answers and not words:
            raise InputRefusedError("nothing in it that this device asks")
        subject = durable(self._store.subject_for(None))
        self._pipeline.grant(subject, frozenset({Purpose.IMPROVE_SERVICE}), Period.ONCE, LETTER)
        permit = self._pipeline.permit(subject, touch=not words)
        if isinstance(permit, NoConsent):
            raise InputRefusedError(f"no consent: {permit.value}")
        said = self._pipeline.read(permit, TypedText(words)) if words else self._pipeline.answered(permit, answers)
        if not isinstance(said, NotKept) and said.asks_for_erasure:
            raise InputRefusedError("asks for a deletion, and this device has nothing else of its visitor")
        if not isinstance(said, NotKept):
            rating = middle_face(answers)
            said = replace(said, answers=answers, rating=rating, scene=self._scene, entry=ENTRY)
            kept = self._pipeline.keep(said, secret=secret)
        else:
            kept = said
        if isinstance(kept, NotKept):
            raise TemporaryError(f"a visitor's letter was not kept: {kept.value}")

    def _opened(self, left: VisitorLetter) -> tuple[Letter, ReceiptSecret]:
        key = self._keys.opening_key(left.key_id)
        if key is None:
            raise InputRefusedError("sealed to a key that this device does not have")
        binding = letter_binding(self._identity.tenant, self._identity.device, bytes.fromhex(left.visit))
        try:
            letter = open_letter(base64.b64decode(left.sealed, validate=True), key, binding)
        except binascii.Error:
            letter = None
        secret = None if letter is None else parse_receipt(letter.secret)
        if letter is None or not isinstance(secret, ReceiptSecret):
            raise InputRefusedError("cannot be opened as a letter to this device")
        return letter, secret
