"""base64url.json: PROTOCOL §1.2."""

import base64

from ..reference.challenge import refusal_of
from ..reference.encoding import ALPHABET, decode, encode
from .suite import Suite, drawn, expect

ABOUT = "PROTOCOL §1.2: text is base64url of the bytes in hex, or is refused with reason."


def build():
    suite = Suite(ABOUT)
    for length in range(71):
        add_valid(suite, f"{length} bytes", drawn("base64url", length))
    add_valid(suite, "every letter of the alphabet", decode(ALPHABET))
    for length in (1, 2, 3):
        add_valid(suite, f"{length} bytes of ones", b"\xff" * length)
        add_valid(suite, f"{length} bytes of zeros", bytes(length))
    for name, text in malformed():
        expect(name, refusal_of(decode, text), "malformed")
        suite.add(name, text=text, reason="malformed")
    return suite


def add_valid(suite, name, data):
    text = encode(data)
    expect(name, decode(text), data)
    expect(f"{name}, as Python's base64 has it", base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii"), text)
    suite.add(name, text=text, hex=data.hex())


def malformed():
    yield from lengths()
    yield from padding()
    yield from unused_bits()
    yield from alien_ascii()
    yield from alien_elsewhere()


def lengths():
    for n in (0, 1, 5, 16):
        yield f"length 4n+1, n = {n}", "A" * (4 * n + 1)


def padding():
    yield "padding of two", "QQ=="
    yield "padding of one", "QUI="
    yield "padding cut short", "QQ="
    yield "padding after a whole group", "QUJD===="
    yield "padding alone", "===="
    yield "padding in the middle", "QQ==QUJD"


def unused_bits():
    for mask in range(1, 16):
        yield f"remainder 2, unused bits {mask:04b}", "QUJDQ" + ALPHABET[ALPHABET.index("Q") + mask]
    for mask in range(1, 4):
        yield f"remainder 3, unused bits {mask:02b}", "QUJDQU" + ALPHABET[ALPHABET.index("I") + mask]


def alien_ascii():
    for code in range(128):
        if chr(code) not in ALPHABET:
            yield f"alien U+{code:04X} in the middle", f"QU{chr(code)}D"
    for code in (0x00, 0x0A, 0x0D, 0x20, 0x2B, 0x2F):
        yield f"alien U+{code:04X} as the first", f"{chr(code)}UJD"
        yield f"alien U+{code:04X} as the last", f"QUJ{chr(code)}"
    for name, white in (("space", " "), ("newline", "\n"), ("carriage return and newline", "\r\n"), ("tab", "\t")):
        yield f"{name} before", f"{white}QUJD"
        yield f"{name} after", f"QUJD{white}"
    yield "four spaces", "    "
    yield "NUL after", "QUJDQUI\0"


def alien_elsewhere():
    for code in (0x80, 0xC1, 0xFF, 0x100, 0x141, 0x660, 0x2028, 0xFEFF, 0xFF21):
        yield f"alien U+{code:04X} in the middle", f"QU{chr(code)}D"
    yield "alien U+1F600 in the middle", "QU\U0001F600D"
    yield "alien U+FEFF before", "\uFEFFQUJ"
