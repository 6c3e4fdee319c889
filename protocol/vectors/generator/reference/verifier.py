"""PROTOCOL §9, V2 to V11. Every check is evaluated, so that a case can be held to exactly one fault."""

from dataclasses import dataclass, field

from .challenge import refusal_of
from .keys import Keys
from .proof import decode_proof
from .puzzle import meets, message, preimage, sha256


@dataclass
class Server:
    secrets: list
    epoch: bytes = b""
    purpose: int = 1
    claimed: set = field(default_factory=set)

    def keys(self):
        return [Keys(secret, self.epoch) for secret in self.secrets]


def keys_named(server, key_id):
    return next((keys for keys in server.keys() if keys.challenge_key_id == key_id), None)


def time_faults(challenge, now):
    lifetime, time = challenge.lifetime, challenge.time
    if time > now + lifetime:
        yield "not-yet-valid"
    if now > time + lifetime:
        yield "expired"
    if not challenge.period <= time < challenge.period + lifetime:
        yield "outside-period"


def request_faults(server, keys, challenge, host, prefix):
    if challenge.purpose != server.purpose:
        yield "wrong-purpose"
    if challenge.host != host:
        yield "wrong-host"
    if challenge.binding != keys.binding(prefix):
        yield "wrong-network"


def work_faults(server, proof):
    challenge = proof.challenge
    if sha256(message(challenge.iv_server, proof.iv_client, server.purpose, proof.target)) != proof.message_hash:
        yield "wrong-message"
    digests = (sha256(preimage(proof.prefix(), counter)) for counter in proof.counters)
    if not all(meets(digest, challenge.bits) for digest in digests):
        yield "insufficient-work"


def faults(server, proof, now, host, prefix):
    """All that V4 to V11 find, in their order. Without a key, V6 and the binding of V7 cannot be judged."""
    challenge = proof.challenge
    keys = keys_named(server, challenge.key_id)
    if keys is None:
        return ["unknown-key", *time_faults(challenge, now), *work_faults(server, proof)]
    found = list(time_faults(challenge, now))
    if challenge.iv_server != challenge.expected_iv_server(keys.challenge_key):
        found.append("forged")
    found += request_faults(server, keys, challenge, host, prefix)
    found += work_faults(server, proof)
    if (challenge.time, challenge.iv_server, proof.iv_client) in server.claimed:
        found.append("replayed")
    return found


def redeem(server, now, host, prefix, text):
    """The outcome, and every fault that was seen on the way to it."""
    reason = refusal_of(decode_proof, text)
    if reason is not None:
        return {"reason": reason}, [reason]
    proof = decode_proof(text)
    found = faults(server, proof, now, host, prefix)
    if found:
        return {"reason": found[0]}, found
    server.claimed.add((proof.challenge.time, proof.challenge.iv_server, proof.iv_client))
    return {"granted": {"level": proof.challenge.level, "target": proof.target.decode("ascii")}}, []
