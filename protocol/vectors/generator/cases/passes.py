"""pass.json: PROTOCOL §12; A04, A05."""

from dataclasses import replace

from ..reference.encoding import ALPHABET, Refused, encode
from ..reference.keys import Keys, network_prefix
from ..reference.passes import Pass, decode_pass, network_changed, pass_faults
from .sequences import HOST, LOST_SECRET, NOW, OLD_SECRET, OTHER_HOST, OTHER_PREFIX, PREFIX, SECRET
from .suite import Suite, drawn, expect, expect_one_fault, flipped

ABOUT = (
    "PROTOCOL §12, A04, A05: the value of one cookie under settings (secrets and prefix in hex; host, browser family,"
    " now, level asked for). accepted: its fields, and whether the network changed, which is counted only. Else reason;"
    " outgrown is a good pass of too low a level."
)
CHROMIUM, FIREFOX = 1, 2
EXPIRES = NOW + 3600
WORKED_ID = drawn("worked pass id", 16)
WAITED_ID = flipped(WORKED_ID, 0)
SETTINGS = {"secrets": (SECRET,), "host": HOST, "family": CHROMIUM, "now": NOW, "level": 1, "prefix": PREFIX}
TIME_LIMIT = 1 << 53


def granted(secret=SECRET, **changes):
    keys = Keys(secret)
    return Pass(**{
        "key_id": keys.pass_key_id, "level": 2, "issued": NOW - 10, "expires": EXPIRES, "id": WORKED_ID,
        "family": CHROMIUM, "binding": keys.binding(PREFIX), "host": HOST, **changes,
    })


def signed(granted_pass, secret=SECRET):
    return granted_pass.encoded(Keys(secret).pass_key)


PLAIN = signed(granted())


class Passes(Suite):
    def put(self, name, cookie, *faults, **changes):
        """`faults`: what is wrong with it, the reason first; none where it is accepted."""
        settings = {**SETTINGS, **changes}
        text = cookie if isinstance(cookie, str) else encode(cookie)
        found, accepted = judged(settings, text)
        expect(name, found, list(faults))
        expect_one_fault(name, found)
        outcome = {"reason": faults[0]} if faults else {"accepted": accepted}
        self.add(name, settings=json_settings(settings), cookie=text, **outcome)


def judged(settings, text):
    try:
        parsed, tag = decode_pass(text)
    except Refused as refused:
        return [refused.reason], None
    found = list(pass_faults(settings, parsed, tag))
    return found, None if found else {
        "level": parsed.level, "issued": parsed.issued, "expires": parsed.expires, "id": parsed.id.hex(),
        "networkChanged": network_changed(settings, parsed),
    }


def json_settings(settings):
    return {
        **settings, "secrets": [secret.hex() for secret in settings["secrets"]],
        "host": settings["host"].decode("ascii"), "prefix": settings["prefix"].hex(),
    }


def build():
    suite = Passes(ABOUT)
    for add in (
        add_accepted, add_times, add_requests, add_keys, add_changed_fields, add_out_of_range, add_wrong_lengths,
        add_wrong_text, add_order,
    ):
        add(suite)
    return suite


def add_accepted(suite):
    suite.put("plain", PLAIN)
    for family in range(4):
        suite.put(f"browser family {family}", signed(granted(family=family)), family=family)
    for host in (b"h", b"h" * 255, b"example.org:8443", b"[2001:db8::1]:8080"):
        suite.put(f"host of {len(host)} bytes", signed(granted(host=host)), host=host)
    suite.put("network changed", PLAIN, prefix=OTHER_PREFIX)
    suite.put("network changed to IPv6", PLAIN, prefix=network_prefix("2001:db8:1::1"))
    suite.put("network no longer known", PLAIN, prefix=b"\0")
    suite.put("id of zeros", signed(granted(id=bytes(16))))
    suite.put("waited for", signed(granted(id=WAITED_ID)))
    suite.put("id of ones", signed(granted(id=b"\xff" * 16)))
    for level in (1, 2, 3):
        for asked in (1, 2, 3):
            faults = ["outgrown"] if level < asked else []
            suite.put(f"level {level}, {asked} asked for", signed(granted(level=level)), *faults, level=asked)


def add_times(suite):
    suite.put("the second of issue", PLAIN, now=NOW - 10)
    suite.put("one second before it expires", PLAIN, now=EXPIRES - 1)
    suite.put("the second at which it expires", PLAIN, "expired", now=EXPIRES)
    suite.put("one second after it expires", PLAIN, "expired", now=EXPIRES + 1)
    suite.put("expired long ago", PLAIN, "expired", now=TIME_LIMIT - 1)
    suite.put("expires at 2^53 - 1", signed(granted(expires=TIME_LIMIT - 1)))
    suite.put("issued a second from now, which nobody asks", signed(granted(issued=NOW + 1)))
    suite.put("issued at 0", signed(granted(issued=0)))
    suite.put("expires in 2^32 seconds since 1970", signed(granted(expires=1 << 32)))


def add_requests(suite):
    suite.put("another host", PLAIN, "wrong-host", host=OTHER_HOST)
    suite.put("the host with a port", PLAIN, "wrong-host", host=HOST + b":8443")
    suite.put("the host less its last byte", PLAIN, "wrong-host", host=HOST[:-1])
    for family in (0, 2, 3):
        suite.put(f"of Chromium, sent by family {family}", PLAIN, "wrong-browser", family=family)
    suite.put("of family 0, sent by Firefox", signed(granted(family=0)), "wrong-browser", family=FIREFOX)
    suite.put("waited for, network changed", signed(granted(id=WAITED_ID)), "wrong-network", prefix=OTHER_PREFIX)


def add_keys(suite):
    old, foreign = signed(granted(OLD_SECRET), OLD_SECRET), signed(granted(LOST_SECRET), LOST_SECRET)
    both = (SECRET, OLD_SECRET)
    suite.put("the secret before the current one", old, secrets=both)
    suite.put("the secret before the current one, network changed", old, secrets=both, prefix=OTHER_PREFIX)
    suite.put("the current secret, beside an old one", PLAIN, secrets=both)
    suite.put("third of three secrets", old, secrets=(SECRET, LOST_SECRET, OLD_SECRET))
    suite.put("a secret that was rotated out", old, "unknown-key")
    suite.put("a secret of another deployment", foreign, "unknown-key", secrets=both)
    challenge_id = Keys(SECRET).challenge_key_id
    suite.put("key id of challenges", signed(granted(key_id=challenge_id)), "unknown-key")
    for name in ("challenge_key", "binding_key", "wait_key", "prk"):
        suite.put(f"signed with the {name.replace('_', ' ')}", granted().encoded(getattr(Keys(SECRET), name)), "forged")
    suite.put("signed with the server's other key", signed(granted(), OLD_SECRET), "forged", secrets=both)
    suite.put("MAC of zeros", granted().signed_part() + bytes(32), "forged")


def add_changed_fields(suite):
    """Each field changed under the MAC of the plain pass; the request fits, so that the MAC alone is wrong."""
    honest, tag = granted(), PLAIN[-32:]

    def change(name, *faults, secrets=(SECRET,), **changes):
        request = {key: changes[key] for key in ("host", "family") if key in changes}
        data = replace(honest, **changes).signed_part() + tag
        suite.put(f"changed: {name}", data, *faults, secrets=secrets, **request)

    change("level raised", "forged", level=3)
    change("level lowered", "forged", level=1)
    change("issued a second later", "forged", issued=honest.issued + 1)
    change("expires a second later", "forged", expires=EXPIRES + 1)
    change("expires a second earlier", "forged", expires=EXPIRES - 1)
    change("id", "forged", id=flipped(honest.id, 127))
    change("browser family", "forged", family=FIREFOX)
    change("binding", "forged", binding=Keys(SECRET).binding(OTHER_PREFIX))
    change("host", "forged", host=OTHER_HOST)
    change("host, a byte longer", "forged", host=HOST + b".")
    change("host, a byte shorter", "forged", host=HOST[:-1])
    other_id = Keys(OLD_SECRET).pass_key_id
    change("key id, to the server's other key", "forged", key_id=other_id, secrets=(SECRET, OLD_SECRET))
    change("key id, to no key of the server", "unknown-key", key_id=flipped(honest.key_id, 0))
    change("version", "unsupported-version", version=2)
    for bit in (0, 255):
        suite.put(f"changed: bit {bit} of the MAC", honest.signed_part() + flipped(tag, bit), "forged")


def add_out_of_range(suite):
    """Signed by the server's own key, so that the form alone is wrong."""
    for version in (0, 2, 255):
        suite.put(f"version {version}", signed(granted(version=version)), "unsupported-version")
    for level in (0, 4, 255):
        suite.put(f"level {level}", signed(granted(level=level)), "malformed")
    for family in (4, 255):
        none_such = signed(granted(family=family))
        suite.put(f"browser family {family}, which there is not", none_such, "malformed", family=family)
    for value, name in ((TIME_LIMIT, "2^53"), (1 << 63, "2^63"), ((1 << 64) - 1, "2^64 - 1")):
        suite.put(f"expires {name}", signed(granted(expires=value)), "malformed")
        suite.put(f"issued {name}", signed(granted(issued=value)), "malformed")
    for high in (53, 63):
        suite.put(f"expires right but for 2^{high}", signed(granted(expires=EXPIRES + (1 << high))), "malformed")
    for name, host in {
        "empty": b"", "with a capital": b"Example.org", "with a space": b"example org", "with NUL": b"a\0",
        "with 0x7F": b"a\x7f", "with 0x80": b"a\x80",
    }.items():
        suite.put(f"host {name}", signed(granted(host=host)), "malformed")


def add_wrong_lengths(suite):
    host_end = len(PLAIN) - 32
    for end in (0, 1, 5, 6, 14, 22, 38, 39, 47, 48, host_end):
        suite.put(f"truncated to {end} bytes, at the border of a field", PLAIN[:end], "malformed")
    suite.put("last byte missing", PLAIN[:-1], "malformed")
    suite.put("one byte left over", PLAIN + b"\0", "malformed")
    suite.put("three bytes left over", PLAIN + b"\0\0\0", "malformed")
    suite.put("given twice", PLAIN + PLAIN, "malformed")
    for length in (0, len(HOST) - 1, len(HOST) + 1, 255):
        suite.put(f"host length says {length}, is {len(HOST)}", PLAIN[:47] + bytes([length]) + PLAIN[48:], "malformed")
    suite.put("version 2 in a form not known yet", b"\x02more", "unsupported-version")


def add_wrong_text(suite):
    text = encode(PLAIN)
    assert len(text) % 4 == 2, "the second encoding needs unused bits"
    suite.put("empty", "", "malformed")
    for bit in range(4):
        again = text[:-1] + ALPHABET[ALPHABET.index(text[-1]) ^ 1 << bit]
        suite.put(f"second encoding of the same bytes, unused bit {bit}", again, "malformed")
    suite.put("padding", text + "==", "malformed")
    suite.put("space after", text + " ", "malformed")
    suite.put("quotes around", f'"{text}"', "malformed")
    suite.put("one character more", text + "A", "malformed")
    suite.put("last character missing", text[:-1], "malformed")
    suite.put("alphabet of plain base64", encode(signed(granted(id=b"\xff" * 16))).replace("_", "/"), "malformed")
    suite.put("percent-encoded", text[:4] + "%41" + text[5:], "malformed")
    suite.put("NUL inside", text[:4] + "\0" + text[5:], "malformed")
    long_text = encode(PLAIN + bytes(400))
    for characters in (511, 512):
        suite.put(f"{characters} characters", encode(PLAIN + bytes(characters * 3 // 4 - len(PLAIN))), "malformed")
    suite.put("513 characters", long_text[:513], "too-large")
    suite.put("514 characters", encode(PLAIN + bytes(385 - len(PLAIN))), "too-large")
    suite.put("4096 characters", "A" * 4096, "too-large")


def add_order(suite):
    """Two faults: the first check that fails gives the reason."""
    forged = replace(granted(), level=3).signed_part() + PLAIN[-32:]
    suite.put("order: MAC before expiry", forged, "forged", "expired", now=EXPIRES)
    suite.put("order: key id before expiry", PLAIN, "unknown-key", "expired", secrets=(OLD_SECRET,), now=EXPIRES)
    suite.put("order: expiry before host", PLAIN, "expired", "wrong-host", now=EXPIRES, host=OTHER_HOST)
    suite.put("order: host before family", PLAIN, "wrong-host", "wrong-browser", host=OTHER_HOST, family=FIREFOX)
    waited = signed(granted(id=WAITED_ID))
    suite.put("order: family before network", waited, "wrong-browser", "wrong-network", family=FIREFOX, prefix=OTHER_PREFIX)
    suite.put("order: network before level", waited, "wrong-network", "outgrown", level=3, prefix=OTHER_PREFIX)
    suite.put("order: family before level", PLAIN, "wrong-browser", "outgrown", family=FIREFOX, level=3)
