"""wait.json: PROTOCOL §15; A02, A03, A05, A11."""

from dataclasses import replace

from ..reference.encoding import ALPHABET, Refused, encode
from ..reference.keys import Keys, network_prefix
from ..reference.waits import Token, decode_token, pass_id, pass_times, seconds_left, token_faults
from .sequences import HOST, LOST_SECRET, NOW, OLD_SECRET, OTHER_HOST, OTHER_PREFIX, PREFIX, SECRET
from .suite import Suite, expect, expect_one_fault, flipped

ABOUT = (
    "PROTOCOL §15. kind token, A02, A03, A05, A11: a token under settings (secrets and prefix in hex; host, now, wait in"
    " seconds). accepted: how many seconds the wait still takes. Else reason. kind pass: the id, the second of issue and that"
    " of expiry of the pass of a prefix in the second now, where a pass of any kind lives at most longest seconds."
)
WAIT = 5
SETTINGS = {"secrets": (SECRET,), "host": HOST, "now": NOW, "wait": WAIT, "prefix": PREFIX}


def begun(secret=SECRET, **changes):
    keys = Keys(secret)
    return Token(**{"key_id": keys.wait_key_id, "start": NOW - WAIT, "binding": keys.binding(PREFIX), **changes})


def signed(token, secret=SECRET, host=HOST):
    return token.encoded(Keys(secret).wait_key, host)


PLAIN = signed(begun())


class Waits(Suite):
    def put(self, name, token, *faults, **changes):
        """`faults`: what is wrong with it, the reason first; none where it is accepted."""
        settings = {**SETTINGS, **changes}
        text = token if isinstance(token, str) else encode(token)
        found, accepted = judged(settings, text)
        expect(name, found, list(faults))
        expect_one_fault(name, found)
        outcome = {"reason": faults[0]} if faults else {"accepted": accepted}
        self.add(name, kind="token", settings=json_settings(settings), token=text, **outcome)

    def buys(self, name, now, longest=1800, address="192.0.2.1", secret=SECRET):
        prefix = network_prefix(address)
        issued, expires = pass_times(now, longest)
        self.add(name, kind="pass", secret=secret.hex(), prefix=prefix.hex(), now=now, longest=longest,
                 id=pass_id(Keys(secret), prefix, now, longest).hex(), issued=issued, expires=expires)


def judged(settings, text):
    try:
        parsed, tag = decode_token(text)
    except Refused as refused:
        return [refused.reason], None
    found = list(token_faults(settings, parsed, tag))
    return found, None if found else seconds_left(settings, parsed)


def json_settings(settings):
    return {
        **settings, "secrets": [secret.hex() for secret in settings["secrets"]],
        "host": settings["host"].decode("ascii"), "prefix": settings["prefix"].hex(),
    }


def build():
    suite = Waits(ABOUT)
    for add in (add_times, add_requests, add_keys, add_changed_fields, add_wrong_text, add_order, add_passes):
        add(suite)
    return suite


def add_times(suite):
    suite.put("plain, just over", PLAIN)
    suite.put("a second is left", PLAIN, now=NOW - 1)
    suite.put("the second of its beginning", PLAIN, now=NOW - WAIT)
    suite.put("begun by a clock 5 s ahead", PLAIN, now=NOW - WAIT - 5)
    suite.put("begun by a clock 6 s ahead", PLAIN, "not-yet-valid", now=NOW - WAIT - 6)
    suite.put("the last second", PLAIN, now=NOW + 600)
    suite.put("one second late", PLAIN, "expired", now=NOW + 601)
    suite.put("a wait of 60 s", PLAIN, wait=60)
    suite.put("the last second of a wait of 60 s", PLAIN, wait=60, now=NOW + 655)
    suite.put("begun at 0", signed(begun(start=0)), now=WAIT)
    for value, name in ((1 << 53, "2^53"), ((1 << 64) - 1, "2^64 - 1")):
        suite.put(f"begun at {name}", signed(begun(start=value)), "malformed")


def add_requests(suite):
    suite.put("another host", PLAIN, "forged", host=OTHER_HOST)
    suite.put("the host with a port", PLAIN, "forged", host=HOST + b":8443")
    suite.put("host of 255 bytes", signed(begun(), host=b"h" * 255), host=b"h" * 255)
    suite.put("another network", PLAIN, "wrong-network", prefix=OTHER_PREFIX)
    suite.put("network changed to IPv6", PLAIN, "wrong-network", prefix=network_prefix("2001:db8:1::1"))


def add_keys(suite):
    old, both = signed(begun(OLD_SECRET), OLD_SECRET), (SECRET, OLD_SECRET)
    suite.put("the secret before the current one", old, secrets=both)
    suite.put("a secret that was rotated out", old, "unknown-key")
    suite.put("a secret of another deployment", signed(begun(LOST_SECRET), LOST_SECRET), "unknown-key", secrets=both)
    suite.put("signed with the server's other key", signed(begun(), OLD_SECRET), "forged", secrets=both)
    suite.put("bound with the server's other key", signed(begun(binding=Keys(OLD_SECRET).binding(PREFIX))), "wrong-network",
              secrets=both)
    for name in ("challenge_key_id", "pass_key_id"):
        suite.put(name.replace("_", " "), signed(begun(key_id=getattr(Keys(SECRET), name))), "unknown-key")
    for name in ("challenge_key", "pass_key", "binding_key", "prk"):
        suite.put(f"signed with the {name.replace('_', ' ')}", begun().encoded(getattr(Keys(SECRET), name), HOST), "forged")
    suite.put("MAC of zeros", begun().signed_part() + bytes(32), "forged")
    suite.put("the MAC of an id", begun().signed_part() + pass_id(Keys(SECRET), PREFIX, NOW, 1800) + bytes(16), "forged")


def add_changed_fields(suite):
    honest, tag = begun(), PLAIN[-32:]

    def change(name, reason, **changes):
        suite.put(f"changed: {name}", replace(honest, **changes).signed_part() + tag, reason)

    change("begun a second earlier", "forged", start=honest.start - 1)
    change("key id", "unknown-key", key_id=flipped(honest.key_id, 0))
    change("version", "unsupported-version", version=2)
    for bit in (0, 255):
        suite.put(f"changed: bit {bit} of the MAC", honest.signed_part() + flipped(tag, bit), "forged")
    suite.put("signed with version 2", signed(begun(version=2)), "unsupported-version")


def add_wrong_text(suite):
    text = encode(PLAIN)
    assert len(text) % 4 == 3, "the second encoding needs unused bits"
    suite.put("empty", "", "malformed")
    suite.put("last character missing", text[:-1], "malformed")
    suite.put("last byte missing", PLAIN[:-1], "malformed")
    suite.put("one byte left over", PLAIN + b"\0", "too-large")
    suite.put("padding", text + "=", "too-large")
    for bit in range(2):
        again = text[:-1] + ALPHABET[ALPHABET.index(text[-1]) ^ 1 << bit]
        suite.put(f"second encoding of the same bytes, unused bit {bit}", again, "malformed")
    suite.put("NUL inside", text[:4] + "\0" + text[5:], "malformed")
    suite.put("a space inside", text[:4] + " " + text[5:], "malformed")


def add_order(suite):
    forged = begun().signed_part() + bytes(32)
    suite.put("order: time before MAC", forged, "expired", "forged", now=NOW + 601)
    suite.put("order: time before key id", PLAIN, "expired", "unknown-key", secrets=(OLD_SECRET,), now=NOW + 601)
    suite.put("order: MAC before network", PLAIN, "forged", "wrong-network", host=OTHER_HOST, prefix=OTHER_PREFIX)


def add_passes(suite):
    first = NOW // 600 * 600
    suite.buys("the first second of a period", first)
    suite.buys("the last second of the same period", first + 599)
    suite.buys("the first second of the next period", first + 600)
    suite.buys("pass of another network", first, address="198.51.100.1")
    suite.buys("another address of the same network", first, address="192.0.2.255")
    suite.buys("pass of IPv6", first, address="2001:db8:1:2::3")
    suite.buys("pass of an unknown network", first, address="")
    suite.buys("pass of another secret", first, secret=OLD_SECRET)
    suite.buys("the beginning of time", 0)
    suite.buys("passes live as long as waited ones", first, longest=720)
    suite.buys("passes live a second less", first, longest=719)
    suite.buys("passes live a minute", NOW, longest=60)
    suite.buys("passes live a second", NOW, longest=1)
