"""One masking tool, alone in its process: `python masking_tools.py TOOL`, sentences as JSON lines on standard input.

Writes one JSON line: seconds to start, spans and seconds per sentence, resident memory. Runs with the peers' own
interpreter, so nothing of the project is imported unless the tool is `tingche`.
"""

import difflib
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

Spans = list[tuple[int, int, str]]
_PEER_TYPES = {
    "PHONE_NUMBER": "PHONE",
    "CREDIT_CARD": "BANK_CARD",
    "EMAIL_ADDRESS": "EMAIL",
    "PERSON_NAME": "NAME",
    "LICENSE_PLATE": "PLATE",
}
"""The peers' own type names, in ours."""


def tingche() -> Callable[[str], Spans]:
    """The project's masker, as the agent runs it."""
    from agent.feedback.transcript import TypedText
    from agent.masking.masker import Masker

    masker = Masker(b"benchmark")
    return lambda text: [(span.start, span.end, span.type) for span in masker.mask(TypedText(text)).spans]


def presidio() -> Callable[[str], Spans]:
    """Presidio's pattern recognisers that fit Chinese text: phone (CN), card, e-mail. No language model."""
    from presidio_analyzer.predefined_recognizers import CreditCardRecognizer, EmailRecognizer, PhoneRecognizer

    recognizers = (
        PhoneRecognizer(supported_regions=("CN",), supported_language="zh"),
        CreditCardRecognizer(supported_language="zh"),
        EmailRecognizer(supported_language="zh"),
    )

    def find(text: str) -> Spans:
        results = [
            result
            for recognizer in recognizers
            for result in recognizer.analyze(text, recognizer.supported_entities, None) or ()
        ]
        return [
            (result.start, result.end, _PEER_TYPES.get(result.entity_type, result.entity_type)) for result in results
        ]

    return find


def helan() -> Callable[[str], Spans]:
    """Helan's rules, as they come."""
    from helan import recognize

    return lambda text: [
        (entity.start, entity.end, _PEER_TYPES.get(entity.type, entity.type)) for entity in recognize(text)
    ]


def stack() -> Callable[[str], Spans]:
    """Presidio and helan on the text, and both again behind wetext's inverse text normalisation.

    wetext loses places; they are found again by comparing both texts, to the stack's favour: a place that touches a
    rewritten stretch counts for the whole stretch.
    """
    from wetext import Normalizer

    normalizer = Normalizer(lang="zh", operator="itn")
    finders = (presidio(), helan())

    def find(text: str) -> Spans:
        spans = [span for finder in finders for span in finder(text)]
        rewritten = normalizer.normalize(text)
        if rewritten != text:
            blocks = difflib.SequenceMatcher(None, text, rewritten, autojunk=False).get_opcodes()
            for finder in finders:
                spans += [_back(blocks, *span) for span in finder(rewritten)]
        return spans

    return find


def _back(blocks: list[tuple[str, int, int, int, int]], start: int, end: int, kind: str) -> tuple[int, int, str]:
    places: list[int] = []
    for tag, first, last, new_first, new_last in blocks:
        if new_first < end and start < new_last:
            if tag == "equal":
                places += (first + max(0, start - new_first), last - max(0, new_last - end))
            else:
                places += (first, last)
    return (min(places), max(places), kind) if places else (0, 0, kind)


TOOLS = {"tingche": tingche, "presidio": presidio, "helan": helan, "presidio+helan+wetext": stack}


_REPEATS = 5
"""The quickest counts: whatever else runs on the machine can only make one slower."""


def _resident_megabytes() -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def main(tool: str) -> None:
    """Run the tool over standard input."""
    sentences = [json.loads(line) for line in sys.stdin]
    began = time.process_time()
    find = TOOLS[tool]()
    find("我的电话是13800138000")
    start_s = time.process_time() - began
    spans, seconds = [], []
    for text in sentences:
        counts = []
        for _ in range(_REPEATS):
            began = time.process_time()
            found = find(text)
            counts.append(time.process_time() - began)
        seconds.append(min(counts))
        spans.append(found)
    json.dump({"start_s": start_s, "spans": spans, "seconds": seconds, "rss_mb": _resident_megabytes()}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
