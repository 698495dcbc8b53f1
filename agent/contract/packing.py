"""A message made smaller before it is sealed: afterwards nothing can make it smaller.

Raw DEFLATE (RFC 1951) with a dictionary that both sides have: the spelling of our own messages, which is most of a
short one. A sentence's feedback goes from 1,200 to about 300 bytes, in 10 us; what a metered link and a flash chip
carry is the person's words, not our field names. zstd with the same dictionary made such messages 6 to 13 % larger, and
would be one more dependency on every device.

A frame's header names the dictionary its message was packed with. A dictionary never changes; a better one gets a
name of its own, and readers learn it before any writer uses it: hubs are upgraded first.

Sizes tell little: a message is one person's own, so nobody else's words are compressed beside it and found out by it.
"""

import zlib
from typing import Final

from agent.contract.refusal import RefusalReason, RefusedMessageError

_WORDS: Final = (
    "收费贵排队占位车位断电跳枪充不上扫码失败支付失败退款发票客服没人接定损理赔续保报价保养返修配件异响刹车方向盘空调屏幕导航死机"
    "维修师傅服务态度等待时间太长满意不满意很好谢谢希望改进一下充电速度慢充电桩充电站[NAME][PHONE][PLATE]"
)
_DICTIONARY: Final = (
    '"outcome":"accepted","ticket_no":"T-0000"}],"credit":"rejected","erased","losses":[{"priority":"fate":"evicted",'
    '"reason":"expired":"quarantined":"pending":"receipted":"state":"solved","told_at":"note_zh":"note_en":"version":'
    '"set_id":"rules":[{"rule_id":"trigger":"conditions":[{"fact":"test":"at_least","value":"question_zh":"question_en'
    '":"answers":[{"answer_id":"zh":"en":"also":[]},"follow_ups":[{"after":["ask":"cool_down_s":86400,"delay_s":0,'
    '"ask_within_s":1800,"while_moving":false,"priority":0,"audience":["valid_until":null},"statement_id":"event":'
    '"given","given_by":"holder","erasure_id":"scope":"subject","record_ids":["requested_at":"value":"kiosk'
    '"service_terminal","entry":"sticker","source":"touch","typed","questions","answers":[{"rule_id":"choice":"label":'
    '"confidence":1.0,"start":"end":"kind":"phone","plate"},"speech":null,"rating":"context":{"device_kind":'
    '"charger_kiosk","place":"scene":"answer","trigger":'
    f"{_WORDS}"
    '{"specversion":"1.0","id":"01a2","source":"/tenants/demo/devices/d-","type":"cn.tingche.feedback.v1","time":"2026-'
    'T00:00:00.000Z","datacontenttype":"application/json","data":{"record_id":"01a2","subject":"s-","recorded_at":"2026'
    '-01-01T00:00:00.000000Z","source":"voice","text":{"text":"充电桩","spans":[]},"rating":null,"safety":false,'
    '"speech":{"engine":"vosk","model":"vosk-model-small-cn-0.22","language":"zh","audio_s":"confidence":0.9,'
    '"needs_review":false},"mended":[],"answers":[],"marks":[],"context":{"device_kind":"head_unit","place":"","scene":'
    '"spontaneous","trigger":"person","offline":true,"entry":null},"consent":{"grant_id":"01a2","notice_hash":"'
    '","purposes":["improve_service","call_back"],"given_at":"2026-01-01T00:00:00.000000Z","expires_at":null},'
    '"receipt_code":"TC-","receipt_verifier":"","contact":null,"agent_version":"0.1.0"}}'
).encode()

NAME: Final = "deflate-1"
"""What a header says of a message packed with this dictionary."""


_WINDOW_BITS, _MEMORY_LEVEL = 13, 6
"""64 KB at work instead of 256, and not a byte more for messages of a few kilobytes: dictionary and message lie within
8 KB. Whoever unpacks needs to know neither."""


def pack(plain: bytes) -> bytes | None:
    """The message made smaller, or None where that would gain nothing."""
    packer = zlib.compressobj(wbits=-_WINDOW_BITS, memLevel=_MEMORY_LEVEL, zdict=_DICTIONARY)
    packed = packer.compress(plain) + packer.flush()
    return packed if len(packed) < len(plain) else None


def unpack(packed: bytes, name: str, limit: int) -> bytes:
    """The message again.

    Args:
        packed: from `pack`.
        name: of the dictionary.
        limit: most bytes it may come to; a few kilobytes can claim to be gigabytes.

    Raises:
        RefusedMessageError: UNKNOWN_VERSION for a name that is not ours, OVERSIZE beyond the limit, MALFORMED for what
            does not unpack.
    """
    if name != NAME:
        raise RefusedMessageError(RefusalReason.UNKNOWN_VERSION, "packed in a way that this version does not know")
    unpacker = zlib.decompressobj(wbits=-zlib.MAX_WBITS, zdict=_DICTIONARY)
    try:
        plain = unpacker.decompress(packed, limit + 1)
    except zlib.error:
        raise RefusedMessageError(RefusalReason.MALFORMED, "does not unpack") from None
    if len(plain) > limit:
        raise RefusedMessageError(RefusalReason.OVERSIZE, f"unpacks to more than {limit} bytes")
    if not unpacker.eof or unpacker.unused_data:
        raise RefusedMessageError(RefusalReason.MALFORMED, "does not unpack to its end")
    return plain
