"""preimage.json: PROTOCOL §3."""

from ..reference.encoding import number
from ..reference.puzzle import preimage, preimage_prefix, sha256
from .suite import Suite, drawn

ABOUT = "PROTOCOL §3: fields (hex; time a number, counter a decimal string) to preimage, 119 bytes, and its digest."
EDGES = (8, 16, 24, 31, 32, 40, 48, 53, 56, 63)
LAST = (1 << 64) - 1


def build():
    suite = Suite(ABOUT)
    server, client, hashed = (drawn(field, 32) for field in ("server", "client", "hash"))
    for counter in (0, 1, *around_edges(), LAST - 1, LAST):
        add(suite, f"counter {counter}", server, client, 1_750_000_200, hashed, counter)
    for time in (1, (1 << 31) - 1, 1 << 31, (1 << 32) - 1, 1 << 32, (1 << 53) - 1):
        add(suite, f"time {time}", server, client, time, hashed, 1)
    for i in range(8):
        server, client, hashed = (drawn(f"random {i} {field}", 32) for field in ("server", "client", "hash"))
        time, counter = number(drawn(f"time {i}", 8)) >> 11, number(drawn(f"counter {i}", 8))
        add(suite, f"random fields {i}", server, client, time, hashed, counter)
    add(suite, "all zero", bytes(32), bytes(32), 0, bytes(32), 0)
    add(suite, "all ones", b"\xff" * 32, b"\xff" * 32, (1 << 53) - 1, b"\xff" * 32, LAST)
    return suite


def around_edges():
    for power in EDGES:
        yield from ((1 << power) - 1, 1 << power, (1 << power) + 1)


def add(suite, name, iv_server, iv_client, time, message_hash, counter):
    data = preimage(preimage_prefix(iv_server, iv_client, time, message_hash), counter)
    assert len(data) == 119
    suite.add(name, ivServer=iv_server.hex(), ivClient=iv_client.hex(), time=time, hash=message_hash.hex(),
              counter=str(counter), preimage=data.hex(), digest=sha256(data).hex())
