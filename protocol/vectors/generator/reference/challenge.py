"""PROTOCOL §5: the challenge, and §7 what a client checks in it."""

from dataclasses import dataclass, field

from .encoding import TIME_LIMIT, Refused, lp8, number, require, u32, u64
from .keys import mac
from .puzzle import PURPOSES

BUILT_IN_SOLVER_WORK = 1 << 32


@dataclass(frozen=True)
class Challenge:
    key_id: bytes
    purpose: int
    bits: int
    rounds: int
    level: int
    period: int
    lifetime: int
    binding: bytes
    host: bytes
    time: int
    iv_server: bytes = field(default=bytes(32))
    version: int = 1
    algorithm: int = 1

    def signed_part(self):
        head = bytes([self.version]) + self.key_id
        head += bytes([self.algorithm, self.purpose, self.bits, self.rounds, self.level])
        return head + u64(self.period) + u32(self.lifetime) + self.binding + lp8(self.host)

    def encoded(self):
        return self.signed_part() + self.iv_server + u64(self.time)

    def expected_iv_server(self, challenge_key):
        return mac(challenge_key, self.signed_part())


def check_version(data):
    require(len(data) > 0)
    require(data[0] == 1, "unsupported-version")


def check_host(host):
    require(1 <= len(host) <= 255)
    require(all(0x21 <= byte <= 0x7E and not 0x41 <= byte <= 0x5A for byte in host))


def split_challenge(data):
    """Fields by their offsets, once the length is right; values are not looked at."""
    require(len(data) > 30 and len(data) == 71 + data[30])
    host_end = 31 + data[30]
    return Challenge(
        version=data[0], key_id=data[1:5], algorithm=data[5], purpose=data[6], bits=data[7], rounds=data[8],
        level=data[9], period=number(data[10:18]), lifetime=number(data[18:22]), binding=data[22:30],
        host=data[31:host_end], iv_server=data[host_end : host_end + 32], time=number(data[host_end + 32 :]),
    )


def check_values(challenge):
    require(challenge.algorithm == 1, "unsupported-algorithm")
    require(1 <= challenge.bits <= 32)
    require(1 <= challenge.rounds <= 64)
    require(1 <= challenge.level <= 3)
    require(1 <= challenge.lifetime <= 86_400)
    require(challenge.period < TIME_LIMIT and challenge.time < TIME_LIMIT)
    check_host(challenge.host)


def decode_challenge(data):
    check_version(data)
    challenge = split_challenge(data)
    check_values(challenge)
    return challenge


def client_refuses(challenge):
    """The step of §7 that a decoded challenge fails, or None."""
    if challenge.purpose not in PURPOSES:
        return "7.1"
    if not challenge.period <= challenge.time < challenge.period + challenge.lifetime:
        return "7.2"
    if challenge.rounds << challenge.bits > BUILT_IN_SOLVER_WORK:
        return "7.4"
    return None


def refusal_of(check, *arguments):
    """The reason `check` gives, or None where it passes."""
    try:
        check(*arguments)
    except Refused as refused:
        return refused.reason
    return None
