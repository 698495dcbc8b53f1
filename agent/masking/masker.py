"""Replaces personal data by labels; the only place where a `MaskedTranscript` is made."""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from agent.feedback.transcript import MASKER_KEY, MaskedSpan, MaskedTranscript, Transcript, TypedText

if TYPE_CHECKING:  # numbers, names and how they are told, half a megabyte: loaded with the first text
    from agent.masking.call_back import CallBackNumber
    from agent.masking.partial import PartialMasker
    from agent.masking.recognizer import Finding, Recognizer

_TOKEN_LENGTH = 16
"""Hexadecimal characters: 64 bits tell a tenant's numbers apart."""


def joined(first: MaskedTranscript, second: MaskedTranscript) -> MaskedTranscript:
    """One after the other, with a pause between; what was masked stays masked, where it now stands."""
    text = f"{first.text}；{second.text}"
    by = len(first.text) + 1
    moved = (
        replace(span, masked_start=span.masked_start + by, masked_end=span.masked_end + by) for span in second.spans
    )
    return MaskedTranscript(MASKER_KEY, text, (*first.spans, *moved))


class Masker:
    """Masks text with one tenant's key. Stateless between texts and safe to share between threads.

    Args:
        token_key: the tenant's key for tokens; rotating it unlinks what was masked before from what comes after.
        recognizers: catalogue names; None for the default set.
        site_words: names of this site, such as 蓝鲸超充: no part of one is taken for a person's name.

    Raises:
        TechnicianNeededError: a recogniser's name is unknown.
    """

    def __init__(
        self, token_key: bytes, recognizers: Sequence[str] | None = None, site_words: Sequence[str] = ()
    ) -> None:
        self._chosen = recognizers
        self._loaded: tuple[Recognizer, ...] | None = None
        if recognizers is not None:
            self._recognizers()  # a wrong name is told now
        self._named = tuple(site_words)
        self._hmac = hmac.new(token_key, digestmod=hashlib.sha256)

    def __repr__(self) -> str:
        return f"Masker({', '.join(recognizer.name for recognizer in self._recognizers())})"

    def mask(self, text: Transcript | TypedText) -> MaskedTranscript:
        """The text with every finding replaced by its label, such as [PHONE], and where that was."""
        parts: list[str] = []
        spans: list[MaskedSpan] = []
        reached = length = 0
        for finding in self.find(text.text):
            label = f"[{finding.type}]"
            parts += (text.text[reached : finding.start], label)
            length += finding.start - reached
            spans.append(
                MaskedSpan(
                    start=finding.start,
                    end=finding.end,
                    masked_start=length,
                    masked_end=length + len(label),
                    type=finding.type,
                    token=self.token(finding),
                )
            )
            length += len(label)
            reached = finding.end
        parts.append(text.text[reached:])
        return MaskedTranscript(MASKER_KEY, "".join(parts), tuple(spans))

    def find(self, text: str) -> "list[Finding]":
        """What has to be masked, in order and without overlap; places are indices into the given text."""
        from agent.masking.catalogue import settle
        from agent.masking.reading import Reading

        reading = Reading(text)
        candidates = [
            finding
            for recognizer in self._recognizers()
            for finding in recognizer.find(reading)
            if finding.type != "NAME" or not self._is_of_the_site(reading.text, finding)
        ]
        if not candidates:
            return []
        found: list[Finding] = []
        for finding in settle(reading, candidates):
            start, end = reading.span(finding.start, finding.end)
            if found and start < found[-1].end:
                start = found[-1].end  # two findings in one source character, such as ㏂
            if start < end:
                moved = (start, end) != (finding.start, finding.end)
                found.append(replace(finding, start=start, end=end) if moved else finding)
        return found

    @cached_property
    def _site_words(self) -> list[str]:
        from agent.masking.reading import Reading

        return [Reading(word).text for word in self._named]

    def _recognizers(self) -> "tuple[Recognizer, ...]":
        """Loaded with the first text: 3 MB of names and patterns, which a device that only forwards does not need."""
        if self._loaded is None:
            from agent.masking.catalogue import choose

            self._loaded = choose(self._chosen)
        return self._loaded

    def _is_of_the_site(self, text: str, finding: "Finding") -> bool:
        for word in self._site_words:
            at = text.find(word, max(0, finding.start - len(word) + 1))
            if 0 <= at < finding.end:
                return True
        return False

    def call_back_number(self, text: Transcript | TypedText) -> "CallBackNumber | None":
        """The number in it that the person plainly left to be called on, for as long as it stays in memory."""
        from agent.masking.call_back import offered

        return offered(text.text, self.find(text.text))

    def partials(self) -> "PartialMasker":
        """A masker for the partial results of one utterance: what it covered once stays covered."""
        from agent.masking.partial import PartialMasker

        return PartialMasker(self)

    def token(self, finding: "Finding") -> str:
        """Sixteen hexadecimal characters of the keyed hash of type and value: same number, same token."""
        keyed = self._hmac.copy()
        keyed.update(f"{finding.type}:{finding.value}".encode(errors="surrogatepass"))
        return keyed.hexdigest()[:_TOKEN_LENGTH]
