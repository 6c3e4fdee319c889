"""PROTOCOL §11: keys from a secret, key ids, and the binding of a network prefix."""

import hashlib
import hmac
import ipaddress

BINDING_BYTES = 8
KEY_ID_BYTES = 4


def mac(key, data):
    return hmac.new(key, data, hashlib.sha256).digest()


def expand(prk, info):
    """HKDF-Expand for 32 bytes, which is its first block."""
    return mac(prk, info + b"\x01")


class Keys:
    def __init__(self, secret, epoch=b"", tag=""):
        self.prk = mac(tag.encode("ascii"), secret)
        self.challenge_key = expand(self.prk, b"stile/1 challenge" + epoch)
        self.pass_key = expand(self.prk, b"stile/1 pass")
        self.binding_key = expand(self.prk, b"stile/1 binding")
        self.wait_key = expand(self.prk, b"stile/1 wait")
        self.challenge_key_id = expand(self.prk, b"stile/1 challenge id" + epoch)[:KEY_ID_BYTES]
        self.pass_key_id = expand(self.prk, b"stile/1 pass id")[:KEY_ID_BYTES]
        self.wait_key_id = expand(self.prk, b"stile/1 wait id")[:KEY_ID_BYTES]

    def binding(self, prefix):
        return mac(self.binding_key, prefix)[:BINDING_BYTES]


def network_prefix(address):
    """`address` as text, empty where it is unknown."""
    if not address:
        return b"\x00"
    parsed = ipaddress.ip_address(address)
    parsed = getattr(parsed, "ipv4_mapped", None) or parsed
    return bytes([parsed.version]) + parsed.packed[: 3 if parsed.version == 4 else 6]
