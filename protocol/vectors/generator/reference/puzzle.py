"""PROTOCOL §3 and §4: the preimage, the message, the target, and the search for counters."""

import hashlib
import re

from .encoding import lp16, require, u64

PURPOSES = {1: b"gate"}
MAX_TARGET_BYTES = 1024


def sha256(data):
    return hashlib.sha256(data).digest()


def preimage_prefix(iv_server, iv_client, time, message_hash):
    return iv_server + iv_client + u64(time) + message_hash


def preimage(prefix, counter):
    return prefix + bytes(7) + u64(counter)


def leading_zero_bits(digest):
    return 8 * len(digest) - int.from_bytes(digest, "big").bit_length()


def meets(digest, bits):
    return leading_zero_bits(digest) >= bits


def solve(prefix, bits, rounds=1, start=0, exactly=False):
    """The first `rounds` counters from `start` on that meet `bits`; with `exactly`, not one zero bit more."""
    base = hashlib.sha256(prefix + bytes(7))
    found = []
    counter = start
    while len(found) < rounds:
        attempt = base.copy()
        attempt.update(counter.to_bytes(8, "big"))
        digest = attempt.digest()
        if int.from_bytes(digest[:8], "big") >> (64 - bits) == 0:
            if not exactly or leading_zero_bits(digest) == bits:
                found.append(counter)
        counter += 1
    return found


def message(iv_server, iv_client, purpose, target):
    return iv_server + iv_client + lp16(PURPOSES[purpose]) + lp16(target)


def check_target(target):
    require(1 <= len(target) <= MAX_TARGET_BYTES, "bad-target")
    require(all(0x21 <= byte <= 0x7E and byte not in b"\\#" for byte in target), "bad-target")
    require(target[:1] == b"/" and target[1:2] != b"/", "bad-target")
    path = re.sub(b"%2[eE]", b".", target.split(b"?")[0])
    require(not {b".", b".."} & set(path.split(b"/")), "bad-target")
