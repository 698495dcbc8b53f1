"""The device's durable store on SQLite: outbox, consent, subjects and ledger in one encrypted-at-rest file.

- Durable before thanks: a Future resolves only after COMMIT returned, with WAL and `synchronous=FULL`.
- One writer: a single connection writes; whoever waits for a change commits it, with all that waits beside it.
- Nothing readable at rest: every blob is AES-256-GCM under its subject's own key, which the device key wraps.
- Ages go by `agent.consent.trusted_time`: a wall clock that jumps deletes nothing and keeps nothing alive.
- The ledger changes in the transaction that changes the entries, so it balances after any power cut.
- Erasure destroys the subject's key first; rows and write-ahead log follow in the same call.

Read `store.py` first, then `writer.py` (how a change becomes durable) and `erasure.py` (how one is destroyed).
"""

from agent.adapters.sqlite_store.budget import Budget, Cap
from agent.adapters.sqlite_store.holdings import table_holdings
from agent.adapters.sqlite_store.store import SqliteStore

__all__ = ["Budget", "Cap", "SqliteStore", "table_holdings"]
