"""message.json: PROTOCOL §4."""

from ..reference.puzzle import message, sha256
from .suite import Suite, drawn, flipped

ABOUT = "PROTOCOL §4: m and hash(m) of both IVs, the purpose and the target. ivServer, ivClient, m and hash are hex."
TARGET_LENGTHS = (1, 2, 16, 47, 48, 49, 55, 56, 63, 64, 111, 112, 255, 256, 257, 1023, 1024)


def build():
    suite = Suite(ABOUT)
    for length in TARGET_LENGTHS:
        add(suite, f"target of {length} bytes", drawn("server", 32), drawn("client", 32), "/" + "t" * (length - 1))
    add(suite, "IVs of zeros", bytes(32), bytes(32), "/")
    add(suite, "IVs of ones", b"\xff" * 32, b"\xff" * 32, "/")
    add(suite, "IVs swapped", drawn("client", 32), drawn("server", 32), "/")
    for bit, name in ((0, "first"), (255, "last")):
        changed = flipped(drawn("client", 32), bit)
        add(suite, f"the {name} bit of IVclient differs", drawn("server", 32), changed, "/")
    add(suite, "every byte a target may hold", drawn("server", 32), drawn("client", 32), every_target_byte())
    add(suite, "escapes stay as they are", drawn("server", 32), drawn("client", 32), "/%7Ea/%7ea?b=%20+c&d=%2e.")
    return suite


def add(suite, name, iv_server, iv_client, target):
    m = message(iv_server, iv_client, 1, target.encode("ascii"))
    suite.add(name, ivServer=iv_server.hex(), ivClient=iv_client.hex(), purpose="gate", target=target,
              m=m.hex(), hash=sha256(m).hex())


def every_target_byte():
    return "/" + "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in "\\#")
