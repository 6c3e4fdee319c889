"""work.json: PROTOCOL §1.4 and §3, A07."""

import itertools

from ..reference.puzzle import leading_zero_bits, meets, preimage, sha256, solve
from .suite import Suite, drawn, expect

ABOUT = (
    "PROTOCOL §1.4, §3, A07. kind meets: whether digest (hex) meets bits. kind search: counter (decimal string) is the"
    " first from start (decimal string) on whose preimage, begun by prefix (104 bytes in hex), meets bits, with digest."
)
EDGES = (16, 24, 31, 32, 48, 53, 56, 63)
LAST = (1 << 64) - 1


def build():
    suite = Suite(ABOUT)
    add_meets(suite)
    add_searches(suite)
    return suite


def digest_with(zeros, label):
    """A digest with exactly that many leading zero bits."""
    value = int.from_bytes(drawn(f"digest {label}", 32), "big")
    value = (value | 1 << 255) >> zeros
    return value.to_bytes(32, "big")


def add_meets(suite):
    for bits in range(1, 33):
        for extra, words in ((-1, "one bit too few"), (0, "exactly enough"), (1, "one more")):
            add_digest(suite, f"bits {bits}, {words}", digest_with(bits + extra, f"{bits} {words}"), bits, extra >= 0)
    for bits in (1, 8, 32):
        add_digest(suite, f"bits {bits}, digest of zeros", bytes(32), bits, True)
        add_digest(suite, f"bits {bits}, digest of ones", b"\xff" * 32, bits, False)
        add_digest(suite, f"bits {bits}, zeros at the end only", b"\xff" * 28 + bytes(4), bits, False)
    add_digest(suite, "bits 4, low half of the first byte", b"\xf0" + bytes(31), 4, False)
    add_digest(suite, "bits 8, zeros in the fourth byte only", b"\x80\xff\xff\x00" + bytes(28), 8, False)
    add_digest(suite, "bits 32, 33 bits in the first two words", bytes(4) + b"\x7f" + bytes(27), 32, True)
    add_digest(suite, "bits 31, the lowest bit of the first word set", b"\x00\x00\x00\x01" + bytes(28), 31, True)
    add_digest(suite, "bits 32, the lowest bit of the first word set", b"\x00\x00\x00\x01" + bytes(28), 32, False)


def add_digest(suite, name, digest, bits, expected):
    expect(name, meets(digest, bits), expected)
    suite.add(name, kind="meets", digest=digest.hex(), bits=bits, meets=expected)


def add_searches(suite):
    for bits in range(1, 19):
        add_search(suite, f"search for {bits} bits from 0", drawn(f"search {bits}", 104), bits, 0)
    for power in EDGES:
        edge = 1 << power
        for bits in (4, 10):
            add_search_where(suite, f"search for {bits} bits across 2^{power}", bits, edge - 5, lambda hit: hit > edge)
        add_search_where(suite, f"search that ends just below 2^{power}", 4, edge - 5, lambda hit: hit == edge - 1)
        add_search_where(suite, f"search that ends at 2^{power}", 4, edge - 5, lambda hit: hit == edge)
    add_search_where(suite, "search that ends where it starts", 4, 1_000, lambda hit: hit == 1_000)
    add_search_where(suite, "search that ends at the last counter", 4, LAST - 5, lambda hit: hit == LAST)


def add_search(suite, name, prefix, bits, start):
    [counter] = solve(prefix, bits, start=start)
    digest = sha256(preimage(prefix, counter))
    assert leading_zero_bits(digest) >= bits
    suite.add(name, kind="search", prefix=prefix.hex(), bits=bits, start=str(start), counter=str(counter),
              digest=digest.hex())


def add_search_where(suite, name, bits, start, wanted):
    for attempt in itertools.count():
        prefix = drawn(f"{name} {attempt}", 104)
        counter = first_hit(prefix, bits, start)
        if counter is not None and wanted(counter):
            return add_search(suite, name, prefix, bits, start)


def first_hit(prefix, bits, start):
    """None where the counters run out first."""
    room = itertools.takewhile(lambda counter: counter <= LAST, itertools.count(start))
    return next((counter for counter in room if meets(sha256(preimage(prefix, counter)), bits)), None)
