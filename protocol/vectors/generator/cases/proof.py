"""proof.json: PROTOCOL §8 and §9 V2, V3; A01, A06, A07, A13."""

from dataclasses import replace

from ..reference.encoding import Refused, encode, lp16, u16, u64
from ..reference.proof import Proof, decode_proof, proof_bytes
from .challenge import PLAIN, json_fields
from .challenge import out_of_range as challenges_out_of_range
from .suite import Suite, drawn, expect

ABOUT = (
    "PROTOCOL §8, §9 V2 and V3, A01, A06, A07, A13: the value of Stile-Proof decodes to fields (bytes in hex, counters"
    " as decimal strings), or is refused with reason. MAC, hash and work are random: they are later steps."
)
LAST = (1 << 64) - 1
CHALLENGE = replace(PLAIN, rounds=3)
COUNTERS = (5, 70_000, 5_000_000_000)
PLAIN_PROOF = Proof(CHALLENGE, b"/archive?q=stile", drawn("IVclient", 32), drawn("hash(m)", 32), COUNTERS)
CHALLENGE_END = 2 + len(CHALLENGE.encoded())
TARGET_END = CHALLENGE_END + 2 + len(PLAIN_PROOF.target)
N_AT = TARGET_END + 64


def build():
    suite = Suite(ABOUT)
    for name, proof in valid():
        add_valid(suite, name, proof)
    for name, reason, data in invalid():
        add_invalid(suite, name, encode(data), reason)
    for name, reason, text in wrong_text():
        add_invalid(suite, name, text, reason)
    return suite


def outcome(text):
    try:
        return decode_proof(text)
    except Refused as refused:
        return refused.reason


def add_valid(suite, name, proof):
    text = encode(proof.encoded())
    expect(name, outcome(text), proof)
    suite.add(name, proof=text, fields={
        "challenge": json_fields(proof.challenge), "target": proof.target.decode("ascii"),
        "ivClient": proof.iv_client.hex(), "hash": proof.message_hash.hex(),
        "counters": [str(counter) for counter in proof.counters],
    })


def add_invalid(suite, name, text, reason):
    expect(name, outcome(text), reason)
    suite.add(name, proof=text, reason=reason)


def with_counters(*counters):
    return replace(PLAIN_PROOF, challenge=replace(CHALLENGE, rounds=len(counters)), counters=counters)


def valid():
    yield "plain", PLAIN_PROOF
    for rounds in (1, 2, 16, 32, 63, 64):
        yield f"{rounds} rounds", with_counters(*range(100, 100 + rounds))
    yield "counters 0 and 1", with_counters(0, 1)
    yield "one counter, the last", with_counters(LAST)
    yield "counters across 2^32", with_counters((1 << 32) - 1, 1 << 32)
    yield "counters across 2^53", with_counters((1 << 53) - 1, 1 << 53, (1 << 53) + 1)
    yield "counters across 2^63", with_counters((1 << 63) - 1, 1 << 63)
    yield "counters 0 and the last", with_counters(0, LAST)
    yield "the two last counters", with_counters(LAST - 1, LAST)
    for length in (1, 255, 256, 1024):
        yield f"target of {length} bytes", replace(PLAIN_PROOF, target=b"/" + b"t" * (length - 1))
    longest, last_counters = replace(CHALLENGE, host=b"h" * 255, rounds=64), tuple(range(LAST - 63, LAST + 1))
    yield "the longest proof", Proof(longest, b"/" + b"t" * 1023, b"\xff" * 32, b"\xff" * 32, last_counters)
    shortest = replace(CHALLENGE, host=b"h", rounds=1)
    yield "the shortest proof", Proof(shortest, b"/", bytes(32), bytes(32), (0,))
    yield "purpose 2 is for a later step", replace(PLAIN_PROOF, challenge=replace(CHALLENGE, purpose=2))
    yield "time out of the period is for a later step", replace(PLAIN_PROOF, challenge=replace(CHALLENGE, time=0))


def invalid():
    yield from wrong_counters()
    yield from wrong_count()
    yield from wrong_challenge()
    yield from wrong_target()
    yield from wrong_length()
    yield from lying_lengths()
    yield from moved_bytes()


def wrong_counters():
    for name, counters in {
        "counters equal": (7, 7), "first two of three equal": (7, 7, 8), "last two of three equal": (7, 8, 8),
        "counters falling": (8, 7), "last of three falls": (7, 9, 8), "counters 2^63 and 1": (1 << 63, 1),
        "counters 2^64 - 1 and 0": (LAST, 0), "counters 2^63 and 2^63 - 1": (1 << 63, (1 << 63) - 1),
        "counters 2^32 and 1": (1 << 32, 1), "both counters 2^64 - 1": (LAST, LAST), "both counters 0": (0, 0),
    }.items():
        yield name, "malformed", with_counters(*counters).encoded()
    sixty_four = [*range(63), 62]
    yield "last of 64 counters equal to the one before", "malformed", with_counters(*sixty_four).encoded()


def wrong_count():
    pairs = ((3, 2), (3, 4), (1, 2), (2, 1), (16, 15), (16, 17), (64, 63), (64, 65), (1, 64), (64, 1), (3, 255))
    for rounds, count in pairs:
        proof = replace(PLAIN_PROOF, challenge=replace(CHALLENGE, rounds=rounds), counters=tuple(range(count)))
        yield f"{count} counters for {rounds} rounds", "malformed", proof.encoded()
    yield "no counters", "malformed", replace(PLAIN_PROOF, counters=()).encoded()
    data = PLAIN_PROOF.encoded()
    for n in (0, 2, 4, 65, 255):
        yield f"n says {n}, 3 counters follow", "malformed", data[:N_AT] + bytes([n]) + data[N_AT + 1 :]
    for rounds in (0, 65):
        counters = tuple(range(rounds))
        proof = replace(PLAIN_PROOF, challenge=replace(CHALLENGE, rounds=rounds), counters=counters)
        yield f"rounds {rounds} and as many counters", "malformed", proof.encoded()


def wrong_challenge():
    for name, changes in challenges_out_of_range().items():
        if "rounds" not in changes:
            proof = replace(PLAIN_PROOF, challenge=replace(CHALLENGE, **changes))
            yield f"challenge: {name}", "malformed", proof.encoded()
    for version in (0, 2, 255):
        proof = replace(PLAIN_PROOF, challenge=replace(CHALLENGE, version=version))
        yield f"challenge: version {version}", "unsupported-version", proof.encoded()
    for algorithm in (0, 2, 255):
        proof = replace(PLAIN_PROOF, challenge=replace(CHALLENGE, algorithm=algorithm))
        yield f"challenge: algorithm {algorithm}", "unsupported-algorithm", proof.encoded()
    whole = CHALLENGE.encoded()
    for name, challenge in {
        "empty": b"", "one byte": whole[:1], "last byte missing": whole[:-1], "one byte left over": whole + b"\0",
        "time missing": whole[:-8],
    }.items():
        yield f"challenge: {name}", "malformed", with_challenge(challenge)
    yield "challenge: version 2 in a form not known yet", "unsupported-version", with_challenge(b"\x02" + bytes(20))


def with_challenge(challenge):
    proof = PLAIN_PROOF
    return proof_bytes(challenge, proof.target, proof.iv_client, proof.message_hash, proof.counters)


def wrong_target():
    targets = {
        "empty": b"", "1025 bytes": b"/" + b"t" * 1024, "relative": b"a", "two slashes": b"//evil.example",
        "slash, backslash": b"/\\evil.example", "script": b"javascript:alert(1)", "NUL": b"/\0", "newline": b"/\n",
        "space": b"/ ", "byte 0x7F": b"/\x7f", "byte 0x80": b"/\x80", "byte 0xFF": b"/\xff",
        "UTF-8 cut short": b"/\xc3", "UTF-8 of U+00E9": b"/\xc3\xa9", "overlong UTF-8 of a slash": b"/\xc0\xaf",
        "fragment": b"/#", "dot segment": b"/a/..",
        "encoded dot segment": b"/%2e%2E/a",
    }
    for name, target in targets.items():
        yield f"target: {name}", "bad-target", replace(PLAIN_PROOF, target=target).encoded()


def wrong_length():
    data = PLAIN_PROOF.encoded()
    borders = {
        "nothing": 0, "the length of the challenge": 2, "the challenge": CHALLENGE_END,
        "the length of the target": CHALLENGE_END + 2, "the target": TARGET_END, "IVclient": TARGET_END + 32,
        "the hash": N_AT, "n": N_AT + 1, "the first counter": N_AT + 9, "the second counter": N_AT + 17,
    }
    for name, end in borders.items():
        yield f"truncated after {name}", "malformed", data[:end]
    for name, end in {"the length of the challenge": 1, "IVclient": TARGET_END + 31, "the hash": N_AT - 1}.items():
        yield f"truncated inside {name}", "malformed", data[:end]
    yield "last byte missing", "malformed", data[:-1]
    yield "one byte left over", "malformed", data + b"\0"
    yield "eight bytes left over", "malformed", data + u64(6_000_000_000)
    yield "given twice", "malformed", data + data


def with_lengths(challenge_length, target_length):
    data = PLAIN_PROOF.encoded()
    return u16(challenge_length) + data[2:CHALLENGE_END] + u16(target_length) + data[CHALLENGE_END + 2 :]


def lying_lengths():
    challenge, target = len(CHALLENGE.encoded()), len(PLAIN_PROOF.target)
    for claimed in (challenge - 1, challenge + 1, challenge + 256, 32_768, 65_535):
        yield f"length of the challenge says {claimed}, is {challenge}", "malformed", with_lengths(claimed, target)
    for claimed in (0, target - 1, target + 1, target + 256, 32_768, 65_535):
        yield f"length of the target says {claimed}, is {target}", "malformed", with_lengths(challenge, claimed)


def moved_bytes():
    """A06: the bytes stay, a length or two say another border."""
    challenge, target = CHALLENGE.encoded(), PLAIN_PROOF.target
    tail = PLAIN_PROOF.encoded()[TARGET_END:]
    shorter_host, longer_host = (challenge[:30] + bytes([length]) + challenge[31:] for length in (10, 12))
    for name, first, second, rest in (
        ("last byte of the challenge moved to the target", challenge[:-1], challenge[-1:] + target, tail),
        ("first byte of the target moved to the challenge", challenge + target[:1], target[1:], tail),
        ("last byte of the target moved to IVclient", challenge, target[:-1], target[-1:] + tail),
        ("first byte of IVclient moved to the target", challenge, target + tail[:1], tail[1:]),
        ("last byte of the host moved to IVserver", shorter_host, target, tail),
        ("first byte of IVserver moved to the host", longer_host, target, tail),
    ):
        yield name, "malformed", lp16(first) + lp16(second) + rest


def wrong_text():
    text = encode(PLAIN_PROOF.encoded())
    yield "empty", "malformed", ""
    yield "padding", "malformed", text + "=" * (-len(text) % 4 or 4)
    yield "newline after", "malformed", text + "\n"
    yield "space before", "malformed", " " + text
    yield "two values in one header", "malformed", f"{text}, {text}"
    yield "alphabet of plain base64", "malformed", text.translate(str.maketrans("-_", "+/"))
    yield "NUL inside", "malformed", text[:9] + "\0" + text[10:]
    yield "JSON", "malformed", '{"rounds": 1}'
    yield "4095 characters", "malformed", longest_text(4095)
    yield "4096 characters", "malformed", longest_text(4096)
    yield "4097 characters", "too-large", longest_text(4100)[:4097]
    yield "4100 characters", "too-large", longest_text(4100)
    yield "65536 characters", "too-large", "A" * 65_536


def longest_text(characters):
    """A proof with zeros left over at its end, so that its text has that many characters."""
    data = PLAIN_PROOF.encoded()
    return encode(data + bytes(characters * 3 // 4 - len(data)))
