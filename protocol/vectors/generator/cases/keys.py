"""keys.json: PROTOCOL §11."""

from ..reference.keys import Keys, expand, mac, network_prefix
from .suite import Suite, drawn, expect

ABOUT = (
    "PROTOCOL §11. kind keys: what follows from secret, epoch (hex) and T (tag, text; keys are 32 bytes, key ids 4). kind binding: the"
    " prefix of an address (text; empty where it is unknown) and its binding under the secret."
)
ADDRESSES = {
    "IPv4": "192.0.2.1",
    "IPv4, other host of the same network": "192.0.2.255",
    "IPv4, next network": "192.0.3.1",
    "IPv4, lowest": "0.0.0.0",
    "IPv4, highest": "255.255.255.255",
    "IPv4-mapped": "::ffff:192.0.2.1",
    "IPv6": "2001:db8:1:2::3",
    "IPv6, other host of the same /48": "2001:db8:1:ffff::1",
    "IPv6, next /48": "2001:db8:2::3",
    "IPv6, loopback": "::1",
    "IPv6, highest": "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    "IPv4-compatible is IPv6": "::192.0.2.1",
    "IPv4-mapped with another mark is IPv6": "::fffe:192.0.2.1",
    "IPv4 behind NAT64 is IPv6": "64:ff9b::192.0.2.1",
    "unknown": "",
}


def build():
    check_hkdf()
    suite = Suite(ABOUT)
    for length in (32, 33, 63, 64, 65, 128):
        add_keys(suite, f"secret of {length} bytes, no epoch", drawn("secret", length), b"")
        add_keys(suite, f"secret of {length} bytes, epoch", drawn("secret", length), drawn("epoch", 16))
    add_keys(suite, "other epoch", drawn("secret", 32), drawn("other epoch", 16))
    add_keys(suite, "epoch of zeros", drawn("secret", 32), bytes(16))
    add_keys(suite, "secret of zeros", bytes(32), b"")
    add_keys(suite, "secret with high bits", b"\xff" * 32, b"\xff" * 16)
    add_keys(suite, "tag of a context path", drawn("secret", 32), b"", "e3b0c442")
    add_keys(suite, "tag of another context path, epoch", drawn("secret", 32), drawn("epoch", 16), "b5a2c961")
    add_keys(suite, "tag of one letter", drawn("secret", 32), b"", "a")
    add_keys(suite, "tag of 16 letters", drawn("secret", 32), b"", "ABCDEFGHabcdefgh")
    for name, address in ADDRESSES.items():
        add_binding(suite, f"binding: {name}", drawn("secret", 32), address)
    add_binding(suite, "binding: other secret", drawn("other secret", 32), "192.0.2.1")
    return suite


def check_hkdf():
    """Against a value not our own: RFC 5869, A.3."""
    prk = mac(b"", b"\x0b" * 22)
    expect("RFC 5869 A.3, PRK", prk.hex(), "19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04")
    okm = expand(prk, b"")
    expect("RFC 5869 A.3, OKM", okm.hex(), "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d")


def add_keys(suite, name, secret, epoch, tag=""):
    keys = Keys(secret, epoch, tag)
    suite.add(name, kind="keys", secret=secret.hex(), epoch=epoch.hex(), tag=tag, prk=keys.prk.hex(),
              challengeKey=keys.challenge_key.hex(), passKey=keys.pass_key.hex(), bindingKey=keys.binding_key.hex(),
              waitKey=keys.wait_key.hex(), challengeKeyId=keys.challenge_key_id.hex(), passKeyId=keys.pass_key_id.hex(),
              waitKeyId=keys.wait_key_id.hex())


def add_binding(suite, name, secret, address):
    prefix = network_prefix(address)
    suite.add(name, kind="binding", secret=secret.hex(), address=address, prefix=prefix.hex(),
              binding=Keys(secret).binding(prefix).hex())
