"""redeem.json: PROTOCOL §9 from V3 to V11; A01 to A03, A06 to A09, A11."""

from dataclasses import replace

from ..reference.challenge import Challenge
from ..reference.encoding import encode, lp16
from ..reference.keys import Keys, network_prefix
from ..reference.proof import Proof
from ..reference.puzzle import message, preimage_prefix, sha256, solve
from ..reference.verifier import Server, redeem
from .suite import Suite, drawn, expect

ABOUT = (
    "PROTOCOL §9, A01-A03, A06-A09, A11: sequences. Each starts a server with an empty replay store and settings (secrets, of which the"
    " first signs, and epoch in hex; the purpose redeemed; issues: what it would ask for now, which must not matter). Each step"
    " redeems proof at now from prefix (hex, §11) at host; expect is granted, or the reason. now never goes back in a sequence."
)
SECRET, OLD_SECRET, LOST_SECRET = drawn("secret", 32), drawn("old secret", 48), drawn("lost secret", 32)
EPOCH = drawn("epoch", 16)
HOST, PREFIX = b"example.org", network_prefix("192.0.2.1")
OTHER_HOST, OTHER_PREFIX = b"example.net", network_prefix("198.51.100.1")
TARGET = b"/archive?q=stile"
PERIOD = 1_750_000_200
NOW = PERIOD + 20
LEVEL = 1


class Sequences(Suite):
    """Runs each step against the reference; a refused one must show the faults named and no other."""

    def run(self, name, *steps, secrets=(SECRET,), epoch=EPOCH, issues=None):
        server = Server(list(secrets), epoch)
        written = [self.step(f"{name}, step {i}", server, step) for i, step in enumerate(steps, 1)]
        settings = {
            "secrets": [secret.hex() for secret in secrets], "epoch": epoch.hex(), "purpose": server.purpose,
            "issues": issues or {"bits": 4, "rounds": 2, "level": LEVEL, "lifetime": 60},
        }
        self.add(name, settings=settings, steps=written)

    @staticmethod
    def step(name, server, step):
        outcome, faults = redeem(server, step["now"], step["host"], step["prefix"], step["proof"])
        expect(name, faults, step["faults"])
        return {
            "now": step["now"], "host": step["host"].decode("ascii"), "prefix": step["prefix"].hex(), "proof": step["proof"],
            "expect": outcome,
        }


def step(proof, *faults, now=NOW, host=HOST, prefix=PREFIX):
    """`faults`: what is wrong with it, the reason first; none where it is granted."""
    return {"now": now, "host": host, "prefix": prefix, "proof": encode(proof.encoded()), "faults": list(faults)}


def issue(secret=SECRET, epoch=EPOCH, prefix=PREFIX, **changes):
    """A challenge as the server would sign it; rounds 2 of 4 bits unless told otherwise."""
    keys = Keys(secret, epoch)
    unsigned = Challenge(**{
        "key_id": keys.challenge_key_id, "purpose": 1, "bits": 4, "rounds": 2, "level": LEVEL, "period": PERIOD,
        "lifetime": 60, "binding": keys.binding(prefix), "host": HOST, "time": NOW, **changes,
    })
    return replace(unsigned, iv_server=unsigned.expected_iv_server(keys.challenge_key))


def prove(challenge, target=TARGET, label="IVclient", hashed=None, start=0, rounds=None):
    """The work done honestly, for `hashed` where a hash other than the message's is claimed."""
    iv_client = drawn(label, 32)
    claimed = hashed or sha256(message(challenge.iv_server, iv_client, 1, target))
    unsolved = Proof(challenge, target, iv_client, claimed, ())
    return replace(unsolved, counters=tuple(solve(unsolved.prefix(), challenge.bits, rounds or challenge.rounds, start)))


def build():
    suite = Sequences(ABOUT)
    for add in (
        add_successes, add_replays, add_time_bounds, add_wrong_requests, add_wrong_messages, add_changed_fields, add_wrong_work,
        add_each_number_of_bits, add_keys, add_forms, add_order,
    ):
        add(suite)
    return suite


def add_successes(suite):
    for rounds in (1, 16, 32, 64):
        suite.run(f"{rounds} rounds", step(prove(issue(rounds=rounds))))
    suite.run("the default, 16 rounds of 14 bits", step(prove(issue(bits=14, rounds=16))))
    for level in (1, 2, 3):
        suite.run(f"level {level}", step(prove(issue(level=level))))
    for name, address in {"IPv6": "2001:db8:1:2::3", "IPv4-mapped": "::ffff:192.0.2.1", "unknown": ""}.items():
        prefix = network_prefix(address)
        suite.run(f"prefix, {name}", step(prove(issue(prefix=prefix)), prefix=prefix))
    for host in (b"h", b"h" * 255, b"example.org:8443", b"[2001:db8::1]:8080"):
        suite.run(f"host of {len(host)} bytes", step(prove(issue(host=host)), host=host))
    for length in (1, 1024):
        suite.run(f"target of {length} bytes", step(prove(issue(), b"/" + b"t" * (length - 1))))
    for power in (24, 32, 53, 56, 63):
        suite.run(f"counters above 2^{power}", step(prove(issue(), start=1 << power)))
    suite.run("counters across 2^63", step(prove(issue(rounds=16), start=(1 << 63) - 60)))
    suite.run("counters that are not the first ones", step(prove(issue(), start=1_000)))
    suite.run("lifetime 1", step(prove(issue(lifetime=1, period=NOW))))
    suite.run("lifetime 86400", step(prove(issue(lifetime=86_400))))
    suite.run("time less than its lifetime after 1970", step(prove(issue(period=0, time=10)), now=0))


def add_replays(suite):
    challenge = issue()
    proof = prove(challenge)
    later = replace(proof, counters=tuple(solve(proof.prefix(), 4, 2, proof.counters[-1] + 1)))
    suite.run("the same twice", step(proof), step(proof, "replayed"))
    suite.run("the same three times", step(proof), step(proof, "replayed"), step(proof, "replayed", now=NOW + 1))
    suite.run("other counters", step(proof), step(later, "replayed"))
    mixed = replace(proof, counters=(proof.counters[1], later.counters[0]))
    suite.run("one counter used before, one fresh", step(proof), step(mixed, "replayed"))
    elsewhere = prove(challenge, b"/other")
    suite.run("another target, the same IVclient", step(proof), step(elsewhere, "replayed"))
    suite.run("first and last moment", step(proof, now=NOW - 60), step(proof, "replayed", now=NOW + 60))
    suite.run("at the end and after", step(proof), step(proof, "replayed", now=NOW + 60), step(proof, "expired", "replayed", now=NOW + 61))
    suite.run("another IVclient", step(proof), step(prove(challenge, label="IVclient 2")))
    next_second = replace(challenge, time=NOW + 1)
    suite.run("another second of the same period", step(proof), step(prove(next_second)))
    suite.run("another period", step(proof), step(prove(issue(period=PERIOD + 60, time=PERIOD + 60)), now=PERIOD + 60))
    short = missing(proof, {1})
    suite.run("a refused proof is not claimed", step(short, "insufficient-work"), step(proof), step(proof, "replayed"))
    suite.run("a proof from elsewhere is not claimed", step(proof, "wrong-network", prefix=OTHER_PREFIX), step(proof))
    suite.run("a proof that came too early is not claimed", step(proof, "not-yet-valid", now=NOW - 61), step(proof, now=NOW - 60))


def missing(proof, places):
    """`proof` with counters that miss at `places`: the next free ones that have exactly one bit too few."""
    bits = proof.challenge.bits
    counters = []
    for place in range(proof.challenge.rounds):
        start = counters[-1] + 1 if counters else 0
        if place in places:
            counters += solve(proof.prefix(), bits - 1, start=start, exactly=True)
        else:
            counters += solve(proof.prefix(), bits, start=start)
    return replace(proof, counters=tuple(counters))


def add_time_bounds(suite):
    for lifetime in (60, 300):
        time = PERIOD + lifetime // 2
        proof = prove(issue(lifetime=lifetime, time=time))
        for offset, reason in (
            (-lifetime - 1, "not-yet-valid"), (-lifetime, None), (-lifetime + 1, None), (-1, None), (0, None), (1, None),
            (lifetime - 1, None), (lifetime, None), (lifetime + 1, "expired"),
        ):
            name = f"lifetime {lifetime}, redeemed {abs(offset)} s {'before' if offset < 0 else 'after'} time"
            suite.run(name, step(proof, *[reason] if reason else [], now=time + offset))
        for time, reason, name in (
            (PERIOD - 1, "outside-period", "one second before the period"), (PERIOD, None, "the first second of the period"),
            (PERIOD + 1, None, "the second second of the period"), (PERIOD + lifetime - 1, None, "the last second of the period"),
            (PERIOD + lifetime, "outside-period", "one second after the period"),
        ):
            proof = prove(issue(lifetime=lifetime, time=time))
            suite.run(f"lifetime {lifetime}, time is {name}", step(proof, *[reason] if reason else [], now=time))
    far = prove(issue(time=(1 << 53) - 1))
    suite.run("time 2^53 - 1", step(far, "not-yet-valid", "outside-period"))
    suite.run("time 0", step(prove(issue(time=0)), "expired", "outside-period"))


def add_wrong_requests(suite):
    proof = prove(issue())
    suite.run("another host", step(proof, "wrong-host", host=OTHER_HOST))
    suite.run("the host with a port", step(proof, "wrong-host", host=HOST + b":8443"))
    suite.run("the host less its last byte", step(proof, "wrong-host", host=HOST[:-1]))
    with_port = prove(issue(host=HOST + b":8443"))
    suite.run("the host on another port", step(with_port, "wrong-host", host=HOST + b":8444"))
    suite.run("the next network, IPv4", step(proof, "wrong-network", prefix=network_prefix("192.0.3.1")))
    suite.run("another IPv4 host of the network", step(proof, prefix=network_prefix("192.0.2.200")))
    six = prove(issue(prefix=network_prefix("2001:db8:1::1")))
    suite.run("the next network, IPv6", step(six, "wrong-network", prefix=network_prefix("2001:db8:2::1")))
    suite.run("another IPv6 host of the network", step(six, prefix=network_prefix("2001:db8:1:ffff::9")))
    suite.run("issued over IPv6, redeemed over IPv4", step(six, "wrong-network"))
    suite.run("issued over IPv4, redeemed from nowhere known", step(proof, "wrong-network", prefix=b"\0"))
    for purpose in (0, 2, 255):
        suite.run(f"purpose {purpose}", step(prove(issue(purpose=purpose)), "wrong-purpose"))


def add_wrong_messages(suite):
    challenge = issue()
    iv_client = drawn("IVclient", 32)

    def claim(name, m):
        suite.run(name, step(prove(challenge, hashed=sha256(m)), "wrong-message"))

    ivs = challenge.iv_server + iv_client
    claim("hash of another target", message(challenge.iv_server, iv_client, 1, b"/other"))
    claim("hash of the target less its last byte", message(challenge.iv_server, iv_client, 1, TARGET[:-1]))
    claim("hash with the IVs swapped", message(iv_client, challenge.iv_server, 1, TARGET))
    claim("hash with another IVclient", message(challenge.iv_server, drawn("IVclient 2", 32), 1, TARGET))
    claim("hash without the IVs", lp16(b"gate") + lp16(TARGET))
    claim("hash with another purpose name", ivs + lp16(b"form") + lp16(TARGET))
    claim("hash without lengths", ivs + b"gate" + TARGET)
    claim("hash with a byte moved from the target to the purpose name", ivs + lp16(b"gate/") + lp16(TARGET[1:]))
    claim("hash with one more field", message(challenge.iv_server, iv_client, 1, TARGET) + lp16(b""))
    claim("hash of the target alone", TARGET)
    right = sha256(message(challenge.iv_server, iv_client, 1, TARGET))
    for place, name in ((0, "first"), (31, "last")):
        wrong = bytearray(right)
        wrong[place] ^= 1
        suite.run(f"{name} byte of the hash altered", step(prove(challenge, hashed=bytes(wrong)), "wrong-message"))
    suite.run("hash of zeros", step(prove(challenge, hashed=bytes(32)), "wrong-message"))


def add_changed_fields(suite):
    """A02: each field under the MAC. The work is done anew, and the request fits, so that the MAC alone is wrong."""
    honest = issue(bits=6, rounds=4, level=2)
    for name, changes in {
        "bits lowered": {"bits": 5}, "bits lowered to 1": {"bits": 1}, "bits raised": {"bits": 7}, "rounds lowered": {"rounds": 3},
        "rounds lowered to 1": {"rounds": 1}, "rounds raised": {"rounds": 5}, "level raised": {"level": 3}, "level lowered": {"level": 1},
        "period a second earlier": {"period": PERIOD - 1}, "period a second later": {"period": PERIOD + 1},
        "lifetime a second shorter": {"lifetime": 59}, "lifetime a second longer": {"lifetime": 61},
        "lifetime a day": {"lifetime": 86_400},
    }.items():
        suite.run(f"changed: {name}", step(prove(replace(honest, **changes)), "forged"))
    moved = prove(replace(honest, host=OTHER_HOST))
    suite.run("changed: host, to the one it is redeemed at", step(moved, "forged", host=OTHER_HOST))
    longer = prove(replace(honest, host=HOST + b"."))
    suite.run("changed: host, a byte longer", step(longer, "forged", host=HOST + b"."))
    bound = prove(replace(honest, binding=Keys(SECRET, EPOCH).binding(OTHER_PREFIX)))
    suite.run("changed: binding, to that of the network it comes from", step(bound, "forged", prefix=OTHER_PREFIX))
    suite.run("changed: purpose, from 2 to this one", step(prove(replace(issue(purpose=2), purpose=1)), "forged"))
    suite.run("changed: purpose, from this one to 2", step(prove(replace(honest, purpose=2)), "forged", "wrong-purpose"))
    for bit, name in ((0, "first"), (255, "last")):
        altered = int.from_bytes(honest.iv_server, "big") ^ (1 << (255 - bit))
        suite.run(f"changed: {name} bit of IVserver", step(prove(replace(honest, iv_server=altered.to_bytes(32, "big"))), "forged"))
    suite.run("changed: IVserver of zeros", step(prove(replace(honest, iv_server=bytes(32))), "forged"))
    next_period = issue(bits=6, rounds=4, level=2, period=PERIOD + 60)
    suite.run("changed: IVserver of the next period", step(prove(replace(honest, iv_server=next_period.iv_server)), "forged"))
    first, second = Keys(SECRET, EPOCH), Keys(OLD_SECRET, EPOCH)
    other_id = prove(replace(honest, key_id=second.challenge_key_id, binding=second.binding(PREFIX)))
    suite.run("changed: key id, to the server's other key", step(other_id, "forged"), secrets=(SECRET, OLD_SECRET))
    unknown = bytes([first.challenge_key_id[0] ^ 1]) + first.challenge_key_id[1:]
    suite.run("changed: key id, to no key of the server", step(prove(replace(honest, key_id=unknown)), "unknown-key"))
    suite.run("changed: key id, to that of passes", step(prove(replace(honest, key_id=first.pass_key_id)), "unknown-key"))
    for field, reason in (("version", "unsupported-version"), ("algorithm", "unsupported-algorithm")):
        suite.run(f"changed: {field} 2", step(prove(replace(honest, **{field: 2})), reason))


def add_wrong_work(suite):
    proof = prove(issue(bits=6, rounds=16))
    for place in range(16):
        suite.run(f"counter {place + 1} of 16 misses by one bit", step(missing(proof, {place}), "insufficient-work"))
    suite.run("all counters miss by one bit", step(missing(proof, set(range(16))), "insufficient-work"))
    challenge = issue(bits=10)
    solved = prove(challenge)
    later = replace(solved, challenge=replace(challenge, time=NOW + 1))
    suite.run("time moved by a second after the work", step(later, "insufficient-work"))
    high = replace(solved, counters=tuple(counter + (1 << 32) for counter in solved.counters))
    suite.run("counters right in their low 32 bits only", step(high, "insufficient-work"))
    other_client = replace(solved, iv_client=drawn("IVclient 2", 32))
    suite.run("IVclient exchanged after the work", step(other_client, "wrong-message", "insufficient-work"))
    message_hash = sha256(message(challenge.iv_server, other_client.iv_client, 1, TARGET))
    rehashed = replace(other_client, message_hash=message_hash)
    suite.run("IVclient and hash exchanged after the work", step(rehashed, "insufficient-work"))


def add_each_number_of_bits(suite):
    """A07, one round each."""
    for bits in range(1, 17):
        proof = prove(issue(bits=bits, rounds=1))
        for extra, words in ((-1, "one bit too few"), (0, "exactly enough"), (1, "one more")):
            counters = tuple(solve(proof.prefix(), bits + extra, exactly=True))
            faults = ["insufficient-work"] if extra < 0 else []
            suite.run(f"bits {bits}, {words}", step(replace(proof, counters=counters), *faults))


def add_keys(suite):
    old = prove(issue(secret=OLD_SECRET))
    suite.run("the secret before the current one", step(old), step(old, "replayed"), secrets=(SECRET, OLD_SECRET))
    suite.run("the current secret, beside an old one", step(prove(issue())), secrets=(SECRET, OLD_SECRET))
    suite.run("old secret, wrong network", step(old, "wrong-network", prefix=OTHER_PREFIX), secrets=(SECRET, OLD_SECRET))
    suite.run("third of three secrets", step(old), secrets=(SECRET, LOST_SECRET, OLD_SECRET))
    suite.run("a secret that was rotated out", step(old, "unknown-key"))
    foreign = prove(issue(secret=LOST_SECRET))
    suite.run("a secret of another deployment", step(foreign, "unknown-key"), secrets=(SECRET, OLD_SECRET))
    suite.run("the epoch of another start", step(prove(issue(epoch=drawn("other epoch", 16))), "unknown-key"))
    suite.run("no epoch, where the server has one", step(prove(issue(epoch=b"")), "unknown-key"))
    suite.run("an epoch, where the server has none", step(prove(issue()), "unknown-key"), epoch=b"")
    suite.run("no epoch on both sides", step(prove(issue(epoch=b""))), epoch=b"")
    for name, issues in {
        "harder": {"bits": 20, "rounds": 64, "level": 3, "lifetime": 60}, "easier": {"bits": 1, "rounds": 1, "level": 1, "lifetime": 60},
        "shorter": {"bits": 4, "rounds": 2, "level": 1, "lifetime": 1}, "longer": {"bits": 4, "rounds": 2, "level": 1, "lifetime": 86_400},
    }.items():
        suite.run(f"rules grew {name} since issue", step(prove(issue(level=2)), now=NOW + 60), issues=issues)
    for name, mac_key in {"pass key": "pass_key", "binding key": "binding_key", "PRK": "prk"}.items():
        challenge = issue()
        wrong = replace(challenge, iv_server=challenge.expected_iv_server(getattr(Keys(SECRET, EPOCH), mac_key)))
        suite.run(f"signed with the {name}", step(prove(wrong), "forged"))


def add_forms(suite):
    """That a redeem, too, begins with the form; the cases are in proof.json."""
    proof = prove(issue())
    falling = replace(proof, counters=proof.counters[::-1])
    suite.run("counters falling", step(falling, "malformed"), step(proof))
    one = prove(issue(rounds=1))
    twice = replace(one, challenge=issue(rounds=2), counters=one.counters * 2)
    suite.run("one counter twice", step(twice, "malformed"))
    suite.run("fewer counters than rounds", step(replace(proof, counters=proof.counters[:1]), "malformed"))
    three = replace(proof, counters=tuple(solve(proof.prefix(), 4, 3)))
    suite.run("more counters than rounds", step(three, "malformed"))
    suite.run("target of another origin", step(prove(issue(), b"//evil.example"), "bad-target"))
    suite.run("host in capitals", step(prove(issue(host=b"EXAMPLE.ORG")), "malformed"))


def add_order(suite):
    """Two faults or more: the first step that fails gives the reason."""
    lost, late = issue(secret=LOST_SECRET), NOW + 61
    suite.run("order: key before time", step(prove(lost), "unknown-key", "expired", now=late))
    forged = replace(issue(), level=3)
    suite.run("order: time before MAC", step(prove(forged), "expired", "forged", now=late))
    suite.run("order: MAC before host", step(prove(forged), "forged", "wrong-host", host=OTHER_HOST))
    both = {"host": OTHER_HOST, "prefix": OTHER_PREFIX}
    second = prove(issue(purpose=2))
    suite.run("order: purpose before host", step(second, "wrong-purpose", "wrong-host", host=OTHER_HOST))
    suite.run("order: host before network", step(prove(issue()), "wrong-host", "wrong-network", **both))
    claimed = prove(issue(bits=6), hashed=drawn("hash", 32))
    suite.run("order: network before message", step(claimed, "wrong-network", "wrong-message", prefix=OTHER_PREFIX))
    suite.run("order: message before work", step(missing(claimed, {0}), "wrong-message", "insufficient-work"))
    proof = prove(issue(bits=6))
    suite.run("order: work before claim", step(proof), step(missing(proof, {0}), "insufficient-work", "replayed"))
    suite.run("order: not yet valid before outside the period",
              step(prove(issue(time=NOW + 61)), "not-yet-valid", "outside-period"))
