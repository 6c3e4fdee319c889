"""example.json: the worked example of PROTOCOL §14, value by value."""

import textwrap
from dataclasses import replace

from ..reference.challenge import Challenge, decode_challenge
from ..reference.encoding import decode, encode
from ..reference.keys import Keys, network_prefix
from ..reference.passes import Pass, decode_pass
from ..reference.proof import Proof, decode_proof
from ..reference.puzzle import message, preimage, preimage_prefix, sha256, solve
from ..reference.verifier import Server, redeem
from .suite import Suite, expect

ABOUT = (
    "PROTOCOL §14, step by step: value is the text that stands there; numbers in decimal, bytes in hex, tokens in"
    " base64url. secret, address, host, target, time, IVclient and pass id are given, all else follows."
)
SECRET = bytes(range(32))
ADDRESS, HOST, TARGET = "192.0.2.1", b"example.org", b"/archive?q=stile"
PERIOD, TIME, LIFETIME, BITS, ROUNDS, LEVEL = 1_800_000_000, 1_800_000_017, 60, 8, 2, 1
IV_CLIENT = bytes(range(0x40, 0x60))
PASS_ID, FAMILY, EXPIRES = bytes(range(0x60, 0x70)), 1, TIME + 3600
NAME_WIDTH = 22
TEXT_WIDTH = 128


def build():
    suite = Suite(ABOUT)
    for name, value in values():
        suite.add(name, value=value)
    return suite


def values():
    keys = Keys(SECRET)
    challenge = issued(keys)
    proof = proved(challenge)
    check(challenge, proof)
    yield from key_values(keys)
    yield from challenge_values(challenge)
    yield from proof_values(proof)
    yield from pass_values(keys)


def issued(keys):
    unsigned = Challenge(
        key_id=keys.challenge_key_id, purpose=1, bits=BITS, rounds=ROUNDS, level=LEVEL, period=PERIOD,
        lifetime=LIFETIME, binding=keys.binding(network_prefix(ADDRESS)), host=HOST, time=TIME,
    )
    return replace(unsigned, iv_server=unsigned.expected_iv_server(keys.challenge_key))


def proved(challenge):
    message_hash = sha256(message(challenge.iv_server, IV_CLIENT, 1, TARGET))
    prefix = preimage_prefix(challenge.iv_server, IV_CLIENT, TIME, message_hash)
    return Proof(challenge, TARGET, IV_CLIENT, message_hash, tuple(solve(prefix, BITS, ROUNDS)))


def check(challenge, proof):
    expect("example, challenge", decode_challenge(decode(encode(challenge.encoded()))), challenge)
    expect("example, proof", decode_proof(encode(proof.encoded())), proof)
    outcome, _ = redeem(Server([SECRET]), TIME, HOST, network_prefix(ADDRESS), encode(proof.encoded()))
    expect("example, redeem", outcome, {"granted": {"level": LEVEL, "target": TARGET.decode("ascii")}})


def key_values(keys):
    yield "secret", SECRET.hex()
    yield "PRK", keys.prk.hex()
    yield "challenge key", keys.challenge_key.hex()
    yield "pass key", keys.pass_key.hex()
    yield "binding key", keys.binding_key.hex()
    yield "key id of challenges", keys.challenge_key_id.hex()
    yield "key id of passes", keys.pass_key_id.hex()
    yield "address", ADDRESS
    yield "prefix", network_prefix(ADDRESS).hex()
    yield "binding", keys.binding(network_prefix(ADDRESS)).hex()


def challenge_values(challenge):
    yield "host", HOST.decode("ascii")
    yield "period", str(PERIOD)
    yield "lifetime", str(LIFETIME)
    yield "time", str(TIME)
    yield "fields under the MAC", challenge.signed_part().hex()
    yield "IVserver", challenge.iv_server.hex()
    yield "challenge", encode(challenge.encoded())


def proof_values(proof):
    yield "target", TARGET.decode("ascii")
    yield "IVclient", IV_CLIENT.hex()
    yield "m", message(proof.challenge.iv_server, IV_CLIENT, 1, TARGET).hex()
    yield "hash(m)", proof.message_hash.hex()
    for i, counter in enumerate(proof.counters, 1):
        data = preimage(proof.prefix(), counter)
        yield f"counter {i}", str(counter)
        if i == 1:
            yield "preimage 1", data.hex()
        yield f"digest {i}", sha256(data).hex()
    yield "proof", encode(proof.encoded())


def pass_values(keys):
    granted = Pass(keys.pass_key_id, LEVEL, TIME, EXPIRES, PASS_ID, FAMILY, keys.binding(network_prefix(ADDRESS)), HOST)
    data = granted.encoded(keys.pass_key)
    expect("example, pass", decode_pass(encode(data)), (granted, data[-32:]))
    yield "pass id", PASS_ID.hex()
    yield "expires", str(EXPIRES)
    yield "pass before its MAC", granted.signed_part().hex()
    yield "MAC of the pass", data[-32:].hex()
    yield "pass", encode(data)


def text():
    """The block of §14."""
    return "".join(lines(name, value) for name, value in values())


def lines(name, value):
    """How a value stands in §14: beside its name, and if long, over several lines."""
    parts = textwrap.wrap(value, TEXT_WIDTH, break_on_hyphens=False)
    return "".join(f"{heading:<{NAME_WIDTH}}{part}\n" for heading, part in zip([name] + [""] * len(parts), parts))
