"""The tools of redeem.json: a server's challenge, a client's proof of it, and sequences of redeems."""

from dataclasses import replace

from ..reference.challenge import Challenge
from ..reference.encoding import encode
from ..reference.keys import Keys, network_prefix
from ..reference.proof import Proof
from ..reference.puzzle import message, sha256, solve
from ..reference.verifier import Server, redeem
from .suite import Suite, drawn, expect, expect_one_fault

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
            "issues": {"bits": 4, "rounds": 2, "level": LEVEL, "lifetime": 60, **(issues or {})},
        }
        self.add(name, settings=settings, steps=written)

    @staticmethod
    def step(name, server, step):
        outcome, faults = redeem(server, step["now"], step["host"], step["prefix"], step["proof"])
        expect(name, faults, step["faults"])
        expect_one_fault(name, faults)
        return {
            "now": step["now"], "host": step["host"].decode("ascii"), "prefix": step["prefix"].hex(),
            "proof": step["proof"], "expect": outcome,
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


def prove(challenge, target=TARGET, label="IVclient", hashed=None, start=0):
    """The work done honestly, for `hashed` where a hash other than the message's is claimed."""
    iv_client = drawn(label, 32)
    claimed = hashed or sha256(message(challenge.iv_server, iv_client, 1, target))
    unsolved = Proof(challenge, target, iv_client, claimed, ())
    return replace(unsolved, counters=tuple(solve(unsolved.prefix(), challenge.bits, challenge.rounds, start)))


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
