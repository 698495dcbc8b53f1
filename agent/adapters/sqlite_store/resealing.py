"""Replacing a subject's key when one record is erased: what stays is sealed anew, the old key is nowhere any more."""

import contextlib
from typing import Final

from agent.adapters.sqlite_store import directives, histories, outbox, subjects, tags
from agent.adapters.sqlite_store.transaction import Transaction
from agent.adapters.sqlite_store.vault import DamagedError
from agent.contract.identifiers import voice_id

_HELD: Final = (
    "SELECT 1 FROM entries WHERE subject = ?1 AND record_id = ?2 UNION ALL SELECT 1 FROM settled WHERE subject = ?1 AND"
    " record_id = ?2 UNION ALL SELECT 1 FROM directives WHERE subject = ?1 AND matter = ?2"
)


def replace_key(tx: Transaction, subject: str, besides: str, keys: subjects.Keys) -> int:
    """Seal what remains of a subject under a fresh key and forget the old one; how many keys were destroyed.

    Args:
        tx: the transaction.
        subject: pseudonym.
        besides: the record that is being erased, with its recording: where it is not here, the key stays.
        keys: the device's.
    """
    if not tx.db.execute(_HELD, (subject, besides)).fetchone():
        return 0
    try:
        old = subjects.key_of(tx.db, keys, subject)
    except DamagedError:
        old = None
    new, wrapped = keys.fresh()
    for table in ("entries", "settled"):
        rows = tx.db.execute(
            f"SELECT seq, record_id, body FROM {table} WHERE subject = ? AND record_id NOT IN (?, ?)",  # noqa: S608 - our own tables
            (subject, besides, voice_id(besides)),
        ).fetchall()
        for seq, record_id, body in rows:
            resealed = None
            if old is not None and body is not None:
                with contextlib.suppress(DamagedError):
                    resealed = new.seal(old.open(body, record_id).pack(), record_id)
            tx.db.execute(f"UPDATE {table} SET body = ? WHERE seq = ?", (resealed, seq))  # noqa: S608 - our own tables
            if resealed is None and table == "entries":
                # unreadable before, and no reason to keep what was asked to be destroyed
                outbox.set_aside(tx, record_id, "damaged")
    directives.reseal(tx, subject, old, new)
    histories.reseal(tx.db, subject, old, new)
    tags.reseal(tx, subject, old, new)
    return tx.db.execute("UPDATE subjects SET wrapped_key = ? WHERE subject = ?", (wrapped, subject)).rowcount
