"""PROTOCOL §8: the proof, decoded in the order of §9 V2 and V3."""

from dataclasses import dataclass

from .challenge import Challenge, check_values, check_version, split_challenge
from .encoding import decode, lp16, number, require, u8, u64
from .puzzle import check_target, preimage_prefix

MAX_PROOF_CHARACTERS = 4096


@dataclass(frozen=True)
class Proof:
    challenge: Challenge
    target: bytes
    iv_client: bytes
    message_hash: bytes
    counters: tuple

    def encoded(self):
        return proof_bytes(self.challenge.encoded(), self.target, self.iv_client, self.message_hash, self.counters)

    def prefix(self):
        return preimage_prefix(self.challenge.iv_server, self.iv_client, self.challenge.time, self.message_hash)


def proof_bytes(challenge, target, iv_client, message_hash, counters):
    tail = u8(len(counters)) + b"".join(u64(counter) for counter in counters)
    return lp16(challenge) + lp16(target) + iv_client + message_hash + tail


class Reader:
    def __init__(self, data):
        self.rest = data

    def take(self, length):
        require(length <= len(self.rest))
        taken, self.rest = self.rest[:length], self.rest[length:]
        return taken

    def take_lp16(self):
        return self.take(number(self.take(2)))

    def finish(self):
        require(not self.rest)


def decode_proof(text):
    require(len(text) <= MAX_PROOF_CHARACTERS, "too-large")
    reader = Reader(decode(text))
    challenge_bytes = reader.take_lp16()
    check_version(challenge_bytes)
    target = reader.take_lp16()
    iv_client, message_hash = reader.take(32), reader.take(32)
    count = number(reader.take(1))
    counters = tuple(number(reader.take(8)) for _ in range(count))
    reader.finish()
    challenge = split_challenge(challenge_bytes)
    check_values(challenge)
    require(count == challenge.rounds)
    require(all(a < b for a, b in zip(counters, counters[1:])))
    check_target(target)
    return Proof(challenge, target, iv_client, message_hash, counters)
