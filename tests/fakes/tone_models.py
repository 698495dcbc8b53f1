"""Tiny models for the real sherpa-onnx library, made on the spot: they hear tones instead of speech.

Each has the inputs, outputs, states and metadata that sherpa-onnx asks of its kind, so the library loads it, computes
its features, runs it and decodes it as it would a model with a hundred million weights. The "acoustic model" is one
step: the 80 mel bins are cut into eight bands, and the loudest band above a threshold is the token. So a clip of tones
is a sentence with known words, and silence is silence.
"""

import math
from array import array
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

import onnx
import onnx.parser

from agent.feedback.audio import SAMPLE_RATE_HZ, AudioClip

PARTS = ("刹", "车", "异", "响", "很", "▁BR", "AKE", "▁PAD")
"""What the bands say, low to high, in the pieces that a streaming Zipformer and SenseVoice print."""
MARKED_PARTS = ("刹", "车", "异", "响", "很", "br@@", "ake", "pad")
"""The same in Paraformer's pieces."""
TONE_S = 0.4
GAP_S = 0.2

_BANDS = len(PARTS)
_LOW_HZ, _HIGH_HZ = 20.0, 7_800.0
"""Between the edges that sherpa-onnx gives its online (7600 Hz) and offline (8000 Hz) features."""
_NEVER = -1_000.0
_SCALE = 2 * math.log(32_768)
"""What a model adds to its features when it takes samples of 16 bits instead of -1 to 1."""


def tones(*bands: int | tuple[int, int]) -> AudioClip:
    """A clip that says bands one after the other, silence around each. Of two at once the first is the louder one."""
    silence = [0.0] * int(GAP_S * SAMPLE_RATE_HZ)
    samples = chain(silence, *(chain(_tone(band), silence) for band in bands))
    return AudioClip(array("h", (round(32_767 * s) for s in samples)).tobytes())


def _tone(band: int | tuple[int, int]) -> list[float]:
    if isinstance(band, int):
        return _sine(band, 0.3)
    return [a + b for a, b in zip(_sine(band[0], 0.3), _sine(band[1], 0.2), strict=True)]


def _sine(band: int, volume: float) -> list[float]:
    low, high = (1_127 * math.log1p(hz / 700) for hz in (_LOW_HZ, _HIGH_HZ))
    centre = low + (high - low) * (band + 0.55) / _BANDS
    turns = 2 * math.pi * 700 * math.expm1(centre / 1_127) / SAMPLE_RATE_HZ
    return [volume * math.sin(turns * i) for i in range(int(TONE_S * SAMPLE_RATE_HZ))]


# ---- a streaming Zipformer transducer ----------------------------------------------------------------------------

_STATES = {
    "cached_key_0": "float[1,N,4]",
    "cached_nonlin_attn_0": "float[1,N,1,3]",
    "cached_val1_0": "float[1,N,4]",
    "cached_val2_0": "float[1,N,4]",
    "cached_conv1_0": "float[N,4,1]",
    "cached_conv2_0": "float[N,4,1]",
    "embed_states": "float[N,128,3,19]",
    "processed_lens": "int64[N]",
}


def write_streaming_zipformer(folder: Path) -> Path:
    """Encoder, decoder, joiner and tokens.txt. A band is said once, until another one is said."""
    size = 1 + _BANDS
    ins = ", ".join(f"{kind} {name}" for name, kind in _STATES.items())
    outs = ", ".join(f"{kind} new_{name}" for name, kind in _STATES.items())
    kept = "\n".join(f"new_{name} = Identity({name})" for name in _STATES)
    encoder = f"""
        encoder (float[N,8,80] x, {ins}) => (float[N,2,{size}] encoder_out, {outs})
        <int64[5] cut = {{0,2,4,8,10}}, int64[6] before = {{0,0,1,0,0,0}}, float threshold = {{0.0}}>
        {{
            bands = Reshape(x, cut)
            loudest = ReduceMax<axes = [4], keepdims = 0>(bands)
            level = ReduceMean<axes = [2], keepdims = 0>(loudest)
            encoder_out = Pad(level, before, threshold)
            {kept}
        }}"""
    said = [_NEVER if row == column > 0 else 0.0 for row in range(size) for column in range(size)]
    decoder = f"""
        decoder (int64[N,2] y) => (float[N,{size}] decoder_out)
        <float[{size},{size}] not_again = {_values(said)}, int64 last = {{1}}>
        {{
            said = Gather<axis = 1>(y, last)
            decoder_out = Gather<axis = 0>(not_again, said)
        }}"""
    joiner = f"""
        joiner (float[N,{size}] encoder_out, float[N,{size}] decoder_out) => (float[N,{size}] logit)
        {{ logit = Add(encoder_out, decoder_out) }}"""
    one_layer = ("encoder_dims", "query_head_dims", "value_head_dims")
    facts = dict.fromkeys(one_layer, "4") | {"model_type": "zipformer2", "num_heads": "1", "num_encoder_layers": "1"}
    chunks = {"cnn_module_kernels": "3", "left_context_len": "1", "T": "8", "decode_chunk_len": "8"}
    _save(folder / "encoder.onnx", encoder, facts | chunks)
    _save(folder / "decoder.onnx", decoder, {"vocab_size": str(size), "context_size": "2"})
    _save(folder / "joiner.onnx", joiner, {"joiner_dim": str(size)})
    return _with_tokens(folder, ("<blk>", *PARTS))


# ---- models that hear an utterance at its end --------------------------------------------------------------------

_STACKED = {
    "lfr_window_size": "7",
    "lfr_window_shift": "6",
    "neg_mean": ",".join(["0"] * 560),
    "inv_stddev": ",".join(["1"] * 560),
}
"""Seven frames at once, every sixth frame; no normalisation."""
_BAND_LEVELS = """
    middle_frame = Slice(frames, middle, next, on_features)
    bands = Reshape(middle_frame, cut)
    level = ReduceMax<axes = [3], keepdims = 0>(bands)"""
_BAND_CONSTANTS = (
    "int64[1] middle = {240}, int64[1] next = {320}, int64[1] on_features = {2}, int64[4] cut = {1,-1,8,10}"
)

_LANGUAGES = ("auto", "zh", "en", "yue", "ja", "ko")
_TAGS = (*(f"<|{language}|>" for language in _LANGUAGES), "<|NEUTRAL|>", "<|Speech|>", "<|withitn|>", "<|woitn|>")


def write_sense_voice(folder: Path) -> Path:
    """model.onnx and tokens.txt. Says aloud which language and writing of numbers it was asked for, then the bands."""
    size = 1 + len(_TAGS) + _BANDS
    model = f"""
        sense_voice (float[1,T,560] frames, int32[1] x_length, int32[1] language, int32[1] text_norm)
            => (float[1,M,{size}] logits)
        <{_BAND_CONSTANTS}, int64[6] before = {{0,0,{1 + len(_TAGS)},0,0,0}}, float never = {{{_NEVER}}},
         float threshold = {{0.0}}, int64[6] blank = {{0,0,1,0,0,0}}, int64[1] second = {{1}}, int64[1] end = {{10000}},
         int64 size = {{{size}}}, float[2] off_on = {{0.0, 1.0}}, int64[2] mood_and_event = {{7, 8}},
         int64[1] one = {{1}}, int64[1] first = {{0}}, int64[1] two = {{2}}>
        {{
            {_BAND_LEVELS}
            words = Pad(level, before, never)
            rest = Slice(words, second, end, on_features)
            heard = Pad(rest, blank, threshold)
            asked = Cast<to = 7>(language)
            said_language = Add(asked, one)
            rewriting = Cast<to = 7>(text_norm)
            said_rewriting = Add(rewriting, one)
            ids = Concat<axis = 0>(said_language, mood_and_event, said_rewriting)
            tags = OneHot<axis = -1>(ids, size, off_on)
            tag_rows = Unsqueeze(tags, first)
            asked_ids = Concat<axis = 0>(said_language, said_rewriting)
            aloud = OneHot<axis = -1>(asked_ids, size, off_on)
            aloud_rows = Unsqueeze(aloud, first)
            rest_of_it = Slice(heard, two, end, second)
            logits = Concat<axis = 1>(tag_rows, aloud_rows, rest_of_it)
        }}"""
    languages = {f"lang_{language}": str(i) for i, language in enumerate(_LANGUAGES)}
    rewriting = {"with_itn": str(_TAGS.index("<|withitn|>")), "without_itn": str(_TAGS.index("<|woitn|>"))}
    facts = {"comment": "tones", "vocab_size": str(size), "normalize_samples": "1"}
    _save(folder / "model.onnx", model, facts | languages | rewriting | _STACKED)
    return _with_tokens(folder, ("<blk>", *_TAGS, *PARTS))


def write_paraformer(folder: Path, *, timed: bool = False) -> Path:
    """model.onnx and tokens.txt. `timed` models also say when each token was heard, as the makers' newer ones do."""
    size = 3 + _BANDS  # <blank>, <s>, </s>
    peaks, peak_nodes = "", ""
    if timed:
        peaks = ", float[1,A] us_alphas, float[1,P] us_cif_peak"
        peak_nodes = """
            fired = Cast<to = 1>(fresh)
            column = Unsqueeze(fired, on_features)
            tripled = Pad(column, two_more, zero)
            flat = Reshape(tripled, row)
            us_alphas = Identity(flat)
            us_cif_peak = Concat<axis = 1>(flat, last_peak)"""
    model = f"""
        paraformer (float[1,T,560] frames, int32[1] speech_lengths)
            => (float[1,L,{size}] logits, int64[1] token_num{peaks})
        <{_BAND_CONSTANTS}, int64[6] before = {{0,0,3,0,0,0}}, float never = {{{_NEVER}}}, int64[1] third = {{3}},
         int64[1] end = {{10000}}, float threshold = {{{_SCALE}}}, int64[6] blank = {{0,0,1,0,0,0}},
         int64[6] marks = {{0,0,2,0,0,0}}, int64[1] second = {{1}}, int64[4] shift = {{0,1,0,0}}, int64 none = {{0}},
         int64[1] first = {{0}}, int64[1] last = {{-1}}, int64[1] on_time = {{1}}, int64[1] row_shape = {{-1}},
         float[1,1,{size}] end_of_speech = {_values([0.0, 0.0, 1.0, *[0.0] * _BANDS])}, int64[1] one = {{1}},
         int64[6] two_more = {{0,0,0,0,0,2}}, float zero = {{0.0}}, int64[2] row = {{1,-1}},
         float[1,1] last_peak = {{1.0}}>
        {{
            {_BAND_LEVELS}
            marked = Pad(level, marks, never)
            heard = Pad(marked, blank, threshold)
            best = ArgMax<axis = 2, keepdims = 0>(heard)
            later = Pad(best, shift, none)
            before_it = Slice(later, first, last, on_time)
            same = Equal(best, before_it)
            silent = Equal(best, none)
            old = Or(same, silent)
            fresh = Not(old)
            kept = Reshape(fresh, row_shape)
            tokens = Compress<axis = 1>(heard, kept)
            logits = Concat<axis = 1>(tokens, end_of_speech)
            token_num = Identity(one)
            {peak_nodes}
        }}"""
    _save(folder / "model.onnx", model, {"vocab_size": str(size)} | _STACKED)
    return _with_tokens(folder, ("<blank>", "<s>", "</s>", *MARKED_PARTS))


# ---- details -----------------------------------------------------------------------------------------------------


def _save(path: Path, graph: str, facts: Mapping[str, str]) -> None:
    model = onnx.parser.parse_model(f'<ir_version: 8, opset_import: ["" : 17]>{graph}')
    onnx.helper.set_model_props(model, dict(facts))
    onnx.checker.check_model(model)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(model.SerializeToString())


def _values(numbers: Sequence[float]) -> str:
    return "{" + ", ".join(map(str, numbers)) + "}"


def _with_tokens(folder: Path, tokens: Sequence[str]) -> Path:
    lines = (f"{token} {i}\n" for i, token in enumerate(tokens))
    (folder / "tokens.txt").write_text("".join(lines), encoding="utf-8")
    return folder
