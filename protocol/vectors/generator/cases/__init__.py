"""One module a file of vectors. Each states what it expects; the reference must agree, or nothing is written."""

from . import base64url, challenge, example, keys, message, passes, preimage, proof, redeem, target, waits, work

FILES = {
    "base64url": base64url,
    "target": target,
    "message": message,
    "preimage": preimage,
    "work": work,
    "keys": keys,
    "challenge": challenge,
    "proof": proof,
    "redeem": redeem,
    "pass": passes,
    "wait": waits,
    "example": example,
}
