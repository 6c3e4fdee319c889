"""PROTOCOL §15: the token of a wait, and the id of the pass that it buys."""

from dataclasses import dataclass

from .encoding import TIME_LIMIT, decode, lp8, number, require, u64
from .keys import Keys, mac

TOKEN_CHARACTERS = 71
LIFETIME, SKEW = 600, 5


@dataclass(frozen=True)
class Token:
    key_id: bytes
    start: int
    binding: bytes
    version: int = 1

    def signed_part(self):
        return bytes([self.version]) + self.key_id + u64(self.start) + self.binding

    def encoded(self, wait_key, host):
        return self.signed_part() + mac(wait_key, self.signed_part() + lp8(host))


def decode_token(text):
    require(len(text) <= TOKEN_CHARACTERS, "too-large")
    require(len(text) == TOKEN_CHARACTERS)
    data = decode(text)
    require(data[0] == 1, "unsupported-version")
    parsed = Token(version=data[0], key_id=data[1:5], start=number(data[5:13]), binding=data[13:21])
    require(parsed.start < TIME_LIMIT)
    return parsed, data[21:]


def token_faults(settings, parsed, tag):
    """All that the checks after the form find, in their order."""
    if parsed.start > settings["now"] + SKEW:
        yield "not-yet-valid"
    if settings["now"] > parsed.start + settings["wait"] + LIFETIME:
        yield "expired"
    keys = next((k for k in map(Keys, settings["secrets"]) if k.wait_key_id == parsed.key_id), None)
    if keys is None:
        yield "unknown-key"
        return
    if mac(keys.wait_key, parsed.signed_part() + lp8(settings["host"])) != tag:
        yield "forged"
    if keys.binding(settings["prefix"]) != parsed.binding:
        yield "wrong-network"


def seconds_left(settings, parsed):
    return max(0, parsed.start + settings["wait"] - settings["now"])


def pass_times(now, longest):
    """The second of issue and of expiry."""
    life = min(720, longest)
    period = life - life // 6
    issued = now // period * period
    return issued, issued + life


def pass_id(keys, prefix, now, longest):
    life = min(720, longest)
    first = mac(keys.wait_key, prefix + u64(now // (life - life // 6)))[:16]
    return bytes([first[0] | 0x80]) + first[1:]
