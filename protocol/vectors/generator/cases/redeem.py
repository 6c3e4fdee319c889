"""redeem.json: PROTOCOL §9 from V3 to V11; A01 to A03, A06 to A09, A11."""

from dataclasses import replace

from ..reference.encoding import lp16
from ..reference.keys import Keys, network_prefix
from ..reference.puzzle import message, sha256, solve
from .sequences import (
    EPOCH, HOST, LOST_SECRET, NOW, OLD_SECRET, OTHER_HOST, OTHER_PREFIX, PERIOD, PREFIX, SECRET, TARGET, Sequences,
    issue, missing, prove, step,
)
from .suite import drawn, flipped

ABOUT = (
    "PROTOCOL §9, A01-A03, A06-A09, A11: sequences. Each starts a server with an empty replay store and settings"
    " (secrets, of which the first signs, and epoch in hex; the purpose redeemed; issues: what it would ask for now,"
    " which must not matter). Each step redeems proof at now from prefix (hex, §11) at host; expect is granted, or the"
    " reason. now never goes back in a sequence. Where a name begins with order: there is more than one fault, elsewhere"
    " not."
)


def build():
    suite = Sequences(ABOUT)
    for add in (
        add_successes, add_replays, add_time_windows, add_periods, add_wrong_requests, add_wrong_messages,
        add_changed_fields, add_changed_names, add_wrong_work, add_each_number_of_bits, add_keys, add_rules, add_forms,
        add_order,
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
    suite.run("another IVclient", step(proof), step(prove(challenge, label="IVclient 2")))
    next_second = replace(challenge, time=NOW + 1)
    suite.run("another second of the same period", step(proof), step(prove(next_second)))
    suite.run("another period", step(proof), step(prove(issue(period=PERIOD + 60, time=PERIOD + 60)), now=PERIOD + 60))
    short = missing(proof, {1})
    suite.run("a refused proof is not claimed", step(short, "insufficient-work"), step(proof), step(proof, "replayed"))
    suite.run("a proof from elsewhere is not claimed", step(proof, "wrong-network", prefix=OTHER_PREFIX), step(proof))
    early = step(proof, "not-yet-valid", now=NOW - 61)
    suite.run("a proof that came too early is not claimed", early, step(proof, now=NOW - 60))


def add_time_windows(suite):
    """A11: |now - time| <= P and not a second more, on both sides."""
    for lifetime in (60, 300):
        time = PERIOD + lifetime // 2
        proof = prove(issue(lifetime=lifetime, time=time))
        for offset in (1 - lifetime, -1, 0, 1, lifetime - 1):
            suite.run(f"lifetime {lifetime}, redeemed {offset:+} s from time", step(proof, now=time + offset))
        for offset in (-lifetime, lifetime):
            suite.run(f"lifetime {lifetime}, redeemed {offset:+} s from time, the last", step(proof, now=time + offset))
        early = step(proof, "not-yet-valid", now=time - lifetime - 1)
        late = step(proof, "expired", now=time + lifetime + 1)
        suite.run(f"lifetime {lifetime}, redeemed a second too early", early)
        suite.run(f"lifetime {lifetime}, redeemed a second too late", late)


def add_periods(suite):
    for lifetime in (60, 300):
        for offset, name in ((0, "first"), (1, "second"), (lifetime - 1, "last")):
            proof = prove(issue(lifetime=lifetime, time=PERIOD + offset))
            suite.run(f"lifetime {lifetime}, time in the {name} second of the period", step(proof, now=PERIOD + offset))
        for offset, name in ((-1, "before"), (lifetime, "after")):
            outside = prove(issue(lifetime=lifetime, time=PERIOD + offset))
            refused = step(outside, "outside-period", now=PERIOD + offset)
            suite.run(f"lifetime {lifetime}, time in the second {name} the period", refused)
    end = (1 << 53) - 1
    suite.run("period and time 2^53 - 1", step(prove(issue(period=end, time=end)), "not-yet-valid"))
    suite.run("period and time 0", step(prove(issue(period=0, time=0)), "expired"))


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
    for bit, name in ((0, "first"), (255, "last")):
        altered = prove(challenge, hashed=flipped(right, bit))
        suite.run(f"{name} bit of the hash altered", step(altered, "wrong-message"))
    suite.run("hash of zeros", step(prove(challenge, hashed=bytes(32)), "wrong-message"))


def add_changed_fields(suite):
    """A02: each field under the MAC. The work is done anew, and the request fits, so that the MAC alone is wrong."""
    honest = issue(bits=6, rounds=4, level=2)
    next_period = issue(bits=6, rounds=4, level=2, period=PERIOD + 60)

    def change(name, **changes):
        request = {"host": changes.get("host", HOST), "prefix": changes.pop("prefix", PREFIX)}
        suite.run(f"changed: {name}", step(prove(replace(honest, **changes)), "forged", **request))

    numbers = {"bits": (1, 5, 7), "rounds": (1, 3, 5), "level": (1, 3), "lifetime": (59, 61, 86_400)}
    for field, values in numbers.items():
        for value in values:
            change(f"{field} from {getattr(honest, field)} to {value}", **{field: value})
    change("period a second earlier", period=PERIOD - 1)
    change("period a second later", period=PERIOD + 1)
    change("host, to the one it is redeemed at", host=OTHER_HOST)
    change("host, a byte longer", host=HOST + b".")
    elsewhere = Keys(SECRET, EPOCH).binding(OTHER_PREFIX)
    change("binding, to that of the network it comes from", binding=elsewhere, prefix=OTHER_PREFIX)
    change("first bit of IVserver", iv_server=flipped(honest.iv_server, 0))
    change("last bit of IVserver", iv_server=flipped(honest.iv_server, 255))
    change("IVserver of zeros", iv_server=bytes(32))
    change("IVserver of the next period", iv_server=next_period.iv_server)


def add_changed_names(suite):
    """A02, A03: the fields that name something: another name has, in part, a reason of its own."""
    honest = issue(bits=6, rounds=4, level=2)
    suite.run("changed: purpose, from 2 to this one", step(prove(replace(issue(purpose=2), purpose=1)), "forged"))
    to_2 = prove(replace(honest, purpose=2))
    suite.run("order: MAC before purpose", step(to_2, "forged", "wrong-purpose"))
    first, second = Keys(SECRET, EPOCH), Keys(OLD_SECRET, EPOCH)
    other_id = prove(replace(honest, key_id=second.challenge_key_id, binding=second.binding(PREFIX)))
    suite.run("changed: key id, to the server's other key", step(other_id, "forged"), secrets=(SECRET, OLD_SECRET))
    unknown = prove(replace(honest, key_id=flipped(first.challenge_key_id, 0)))
    suite.run("changed: key id, to no key of the server", step(unknown, "unknown-key"))
    of_passes = prove(replace(honest, key_id=first.pass_key_id))
    suite.run("changed: key id, to that of passes", step(of_passes, "unknown-key"))
    suite.run("changed: version 2", step(prove(replace(honest, version=2)), "unsupported-version"))
    suite.run("changed: algorithm 2", step(prove(replace(honest, algorithm=2)), "unsupported-algorithm"))


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
    exchanged = step(other_client, "wrong-message", "insufficient-work")
    suite.run("order: message before work, IVclient exchanged", exchanged)
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
    old, foreign = prove(issue(secret=OLD_SECRET)), prove(issue(secret=LOST_SECRET))
    both = (SECRET, OLD_SECRET)
    suite.run("the secret before the current one", step(old), step(old, "replayed"), secrets=both)
    suite.run("the current secret, beside an old one", step(prove(issue())), secrets=both)
    suite.run("old secret, wrong network", step(old, "wrong-network", prefix=OTHER_PREFIX), secrets=both)
    suite.run("third of three secrets", step(old), secrets=(SECRET, LOST_SECRET, OLD_SECRET))
    suite.run("a secret that was rotated out", step(old, "unknown-key"))
    suite.run("a secret of another deployment", step(foreign, "unknown-key"), secrets=both)
    suite.run("the epoch of another start", step(prove(issue(epoch=drawn("other epoch", 16))), "unknown-key"))
    suite.run("no epoch, where the server has one", step(prove(issue(epoch=b"")), "unknown-key"))
    suite.run("an epoch, where the server has none", step(prove(issue()), "unknown-key"), epoch=b"")
    suite.run("no epoch on both sides", step(prove(issue(epoch=b""))), epoch=b"")
    for name, mac_key in {"pass key": "pass_key", "binding key": "binding_key", "PRK": "prk"}.items():
        challenge = issue()
        wrong = replace(challenge, iv_server=challenge.expected_iv_server(getattr(Keys(SECRET, EPOCH), mac_key)))
        suite.run(f"signed with the {name}", step(prove(wrong), "forged"))


def add_rules(suite):
    """A08: a challenge is judged by its own parameters, whatever the server asks for by now."""
    for name, changes in {
        "harder": {"bits": 20, "rounds": 64, "level": 3}, "easier": {"bits": 1, "rounds": 1, "level": 1},
        "shorter": {"lifetime": 1}, "longer": {"lifetime": 86_400},
    }.items():
        suite.run(f"rules grew {name} since issue", step(prove(issue(level=2)), now=NOW + 60), issues=changes)


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
    gone = step(proof, "expired", "replayed", now=NOW + 61)
    suite.run("order: time before claim", step(proof), gone)
    suite.run("order: work before claim", step(proof), step(missing(proof, {0}), "insufficient-work", "replayed"))
    suite.run("order: not yet valid before outside the period",
              step(prove(issue(time=NOW + 61)), "not-yet-valid", "outside-period"))
