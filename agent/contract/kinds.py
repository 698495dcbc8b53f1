"""Which messages there are, by kind and direction."""

from agent.contract.directives import DIRECTIVES, Acknowledgement
from agent.contract.messages import (
    ConsentStatement,
    ErasureNotice,
    ErasureOrder,
    ErasureReceipt,
    Feedback,
    LossReport,
    Message,
    Receipt,
    Rejection,
    Voice,
)

UP_MESSAGES: dict[str, type[Message]] = {
    m.kind: m for m in (Feedback, Voice, ErasureNotice, ConsentStatement, LossReport, Acknowledgement)
}
"""What a device may send, by kind."""

DOWN_MESSAGES: dict[str, type[Message]] = {
    m.kind: m for m in (Receipt, Rejection, ErasureReceipt, ErasureOrder, *DIRECTIVES)
}
"""What the hub may send, by kind."""

MESSAGES: dict[str, type[Message]] = {**UP_MESSAGES, **DOWN_MESSAGES}
"""Every message of the contract, by kind. A reflection test holds one golden per entry."""
