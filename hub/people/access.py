"""Invitations and sessions as values, and the rules of their time."""

import hashlib
import hmac
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from agent.contract.identifiers import CROCKFORD, RandomBytes, crockford, fold_code
from hub.people.roles import Permission, Role, permissions
from hub.tickets.ticket import Department

INVITATION_LASTS: Final = timedelta(hours=24)
IDLE_LIMIT: Final = timedelta(minutes=30)
"""A session without a touch or a key ends then; a page that looks for news by itself is no touch."""
SESSION_LIMIT: Final = timedelta(hours=12)
"""A session ends then, whatever happens in it: a shift."""
CEREMONY_LASTS: Final = timedelta(minutes=5)
"""How long a challenge to a passkey is good for."""

_CODE_CHARS = 20
_CODE_BYTES = 13  # 104 bits, of which 100 are used
_NAME = re.compile(r"[\w][\w .\-]{0,58}[\w]|[\w]")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may sign in."""

    name: str
    """As colleagues know them; unique, and never used again for somebody else."""
    roles: tuple[Role, ...]
    department: Department | None
    created_at: datetime
    disabled_at: datetime | None = None
    passkeys: int = 0
    """How many passkeys they hold; without one they cannot sign in yet."""
    invited_until: datetime | None = None
    """End of an invitation that nobody has used yet."""
    last_seen_at: datetime | None = None

    @property
    def may(self) -> frozenset[Permission]:
        """What they may do."""
        return frozenset() if self.disabled_at else permissions(self.roles)

    @property
    def confined_to(self) -> Department | None:
        """The one department whose tickets they see; None for all that their permissions open."""
        others = {Role.SERVICE_DESK, Role.CALL_BACK} & set(self.roles)
        return None if others else self.department


@dataclass(frozen=True, slots=True)
class Passkey:
    """The public half, as the hub keeps it."""

    credential_id: str
    """Base64url."""
    public: str = field(repr=False)
    """Attested credential data: AAGUID, id and COSE key; base64."""
    sign_count: int
    """0 where the authenticator does not count."""


@dataclass(frozen=True, slots=True)
class Session:
    """One browser of one person, signed in."""

    person: Person
    started_at: datetime
    active_at: datetime
    """The last touch."""
    key: str = field(repr=False)
    """What the database knows it by: a hash of the token in the cookie."""

    def is_live(self, now: datetime) -> bool:
        """Whether it still opens anything."""
        idle, age = now - self.active_at, now - self.started_at
        return self.person.disabled_at is None and idle < IDLE_LIMIT and age < SESSION_LIMIT


def is_name(text: str) -> bool:
    """Whether this can be a person's name: letters of any script, digits, spaces, dots and hyphens; 60 at most."""
    return _NAME.fullmatch(text) is not None


def make_code(random_bytes: RandomBytes) -> str:
    """A fresh invitation: 20 Crockford characters (100 bits) in groups of five."""
    plain = crockford(random_bytes(_CODE_BYTES), _CODE_CHARS)
    return "-".join(plain[at : at + 5] for at in range(0, _CODE_CHARS, 5))


def code_key(typed: str) -> str | None:
    """What the database keeps of an invitation: SHA-256, which 100 random bits can bear. None: it has another shape."""
    plain = fold_code(typed)
    if len(plain) != _CODE_CHARS or any(char not in CROCKFORD for char in plain):
        return None
    return token_key(plain)


def token_key(token: str) -> str:
    """SHA-256 of a random token, 64 hexadecimal characters: the database alone gives no token away."""
    return hashlib.sha256(b"tingche/v1/token\0" + token.encode()).hexdigest()


def form_token(session_token: str) -> str:
    """What every form of a session carries (CSRF): only pages of this hub can know it, and it opens nothing."""
    return hmac.new(session_token.encode(), b"tingche/v1/form", hashlib.sha256).hexdigest()
