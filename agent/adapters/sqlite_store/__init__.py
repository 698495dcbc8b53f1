"""The device's durable store on SQLite: outbox, consent, subjects and ledger in one encrypted-at-rest file.

- Durable before thanks: a Future resolves only after COMMIT returned, with WAL and `synchronous=FULL`.
- One writer: a single thread owns the only connection that writes; what arrives while it commits is the next group.
- Nothing readable at rest: every blob is AES-256-GCM under its subject's own key, which the device key wraps.
- The ledger changes in the transaction that changes the entries, so it balances after any power cut.
- Erasure destroys the subject's key first; rows and write-ahead log follow in the same call.

Read `store.py` first, then `writer.py` (how a change becomes durable) and `erasure.py` (how one is destroyed).
"""

from agent.adapters.sqlite_store.outbox import Budget
from agent.adapters.sqlite_store.store import SqliteStore

__all__ = ["Budget", "SqliteStore"]
