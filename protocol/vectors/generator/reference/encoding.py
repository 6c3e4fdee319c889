"""PROTOCOL §1: integers, length prefixes, base64url; and the error that carries a reason of §10."""

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
TIME_LIMIT = 1 << 53


class Refused(Exception):
    """A check failed; `reason` is a token of §10, and `outgrown` for a pass whose level is too low."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


def require(condition, reason="malformed"):
    if not condition:
        raise Refused(reason)


def u8(value):
    return value.to_bytes(1, "big")


def u16(value):
    return value.to_bytes(2, "big")


def u32(value):
    return value.to_bytes(4, "big")


def u64(value):
    return value.to_bytes(8, "big")


def number(data):
    return int.from_bytes(data, "big")


def lp8(data):
    return u8(len(data)) + data


def lp16(data):
    return u16(len(data)) + data


def encode(data):
    """Bit by bit rather than by the base64 module, whose decoder is lenient: one table serves both directions."""
    bits = "".join(f"{byte:08b}" for byte in data)
    bits += "0" * (-len(bits) % 6)
    return "".join(ALPHABET[int(bits[i : i + 6], 2)] for i in range(0, len(bits), 6))


def decode(text):
    require(len(text) % 4 != 1)
    require(all(character in ALPHABET for character in text))
    bits = "".join(f"{ALPHABET.index(character):06b}" for character in text)
    whole = len(bits) // 8 * 8
    require("1" not in bits[whole:])
    return bytes(int(bits[i : i + 8], 2) for i in range(0, whole, 8))
