"""PROTOCOL §12: the pass."""

from dataclasses import dataclass

from .challenge import check_host, check_version
from .encoding import TIME_LIMIT, decode, lp8, number, require, u64
from .keys import Keys, mac

MAX_PASS_CHARACTERS = 512


@dataclass(frozen=True)
class Pass:
    key_id: bytes
    level: int
    issued: int
    expires: int
    id: bytes
    family: int
    binding: bytes
    host: bytes
    version: int = 1

    def signed_part(self):
        head = bytes([self.version]) + self.key_id + bytes([self.level]) + u64(self.issued) + u64(self.expires)
        return head + self.id + bytes([self.family]) + self.binding + lp8(self.host)

    def is_waited(self):
        return self.id[0] >= 0x80

    def encoded(self, pass_key):
        return self.signed_part() + mac(pass_key, self.signed_part())


def split_pass(data):
    require(len(data) > 47 and len(data) == 80 + data[47])
    return Pass(
        version=data[0], key_id=data[1:5], level=data[5], issued=number(data[6:14]), expires=number(data[14:22]),
        id=data[22:38], family=data[38], binding=data[39:47], host=data[48:-32],
    )


def decode_pass(text):
    require(len(text) <= MAX_PASS_CHARACTERS, "too-large")
    data = decode(text)
    check_version(data)
    parsed = split_pass(data)
    require(1 <= parsed.level <= 3)
    require(parsed.issued < TIME_LIMIT and parsed.expires < TIME_LIMIT)
    require(parsed.family <= 3)
    check_host(parsed.host)
    return parsed, data[-32:]


def pass_faults(settings, parsed, tag):
    """All that the checks after the form find, in their order."""
    keys = next((k for k in map(Keys, settings["secrets"]) if k.pass_key_id == parsed.key_id), None)
    if keys is None:
        yield "unknown-key"
    elif mac(keys.pass_key, parsed.signed_part()) != tag:
        yield "forged"
    if settings["now"] >= parsed.expires:
        yield "expired"
    if parsed.host != settings["host"]:
        yield "wrong-host"
    if parsed.family != settings["family"]:
        yield "wrong-browser"
    if keys is not None and parsed.is_waited() and network_changed(settings, parsed):
        yield "wrong-network"
    if parsed.level < settings["level"]:
        yield "outgrown"


def network_changed(settings, parsed):
    keys = next(k for k in map(Keys, settings["secrets"]) if k.pass_key_id == parsed.key_id)
    return keys.binding(settings["prefix"]) != parsed.binding
