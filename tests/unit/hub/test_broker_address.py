"""Which brokers may be spoken to, and how."""

import pytest

from hub.errors import InputRefusedError
from hub.fleet.broker_address import BrokerAddress


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("127.0.0.1:1883", BrokerAddress("127.0.0.1", 1883, tls=False)),
        ("localhost:1883", BrokerAddress("localhost", 1883, tls=False)),
        ("mqtts://127.0.0.1:8883", BrokerAddress("127.0.0.1", 8883, tls=True)),
        ("mqtt://[::1]:1883", BrokerAddress("::1", 1883, tls=False)),
        ("broker.example:8883", BrokerAddress("broker.example", 8883, tls=True)),
        ("10.0.0.5:1883", BrokerAddress("10.0.0.5", 1883, tls=True)),
    ],
)
def test_tls_is_the_rule_beyond_this_machine(text, expected):
    assert BrokerAddress.parse(text) == expected


@pytest.mark.parametrize(
    "text",
    ["mqtt://broker.example:1883", "mqtt://10.0.0.5:1883", "broker", "broker:0", "broker:99999", "u:p@broker:1", ""],
)
def test_plaintext_beyond_this_machine_and_nonsense_are_refused(text):
    with pytest.raises(InputRefusedError, match="--broker"):
        BrokerAddress.parse(text)
