"""challenge.json: PROTOCOL §5 and §7, A01."""

from dataclasses import replace

from ..reference.challenge import Challenge, client_refuses, decode_challenge
from ..reference.encoding import Refused, decode, encode, u64
from .suite import Suite, drawn, expect

ABOUT = (
    "PROTOCOL §5, §7, A01: token decodes to fields (bytes in hex), or is refused with reason for its form alone. Where"
    " it decodes, client says whether §7.1, §7.2 and §7.4 accept it, else step which does not. The MAC is random."
)
PERIOD = 1_750_000_200
TIME_LIMIT = 1 << 53
PLAIN = Challenge(
    key_id=drawn("key id", 4), purpose=1, bits=14, rounds=16, level=1, period=PERIOD, lifetime=60,
    binding=drawn("binding", 8), host=b"example.org", time=PERIOD + 17, iv_server=drawn("IVserver", 32),
)


def build():
    suite = Suite(ABOUT)
    for name, changes in accepted().items():
        add_valid(suite, name, replace(PLAIN, **changes), None)
    for step, cases in refused_by_the_client().items():
        for name, changes in cases.items():
            add_valid(suite, name, replace(PLAIN, **changes), step)
    for name, changes in out_of_range().items():
        add_invalid(suite, name, encode(replace(PLAIN, **changes).encoded()), "malformed")
    for name, reason, data in unsupported():
        add_invalid(suite, name, encode(data), reason)
    for name, data in wrong_length():
        add_invalid(suite, name, encode(data), "malformed")
    for name, text in wrong_text():
        add_invalid(suite, name, text, "malformed")
    return suite


def json_fields(challenge):
    return {
        "version": challenge.version, "keyId": challenge.key_id.hex(), "algorithm": challenge.algorithm,
        "purpose": challenge.purpose, "bits": challenge.bits, "rounds": challenge.rounds, "level": challenge.level,
        "period": challenge.period, "lifetime": challenge.lifetime, "binding": challenge.binding.hex(),
        "host": challenge.host.decode("ascii"), "ivServer": challenge.iv_server.hex(), "time": challenge.time,
    }


def outcome(token):
    try:
        return decode_challenge(decode(token))
    except Refused as refused:
        return refused.reason


def add_valid(suite, name, challenge, step):
    token = encode(challenge.encoded())
    expect(name, outcome(token), challenge)
    expect(name, client_refuses(challenge), step)
    client = {"accepts": True} if step is None else {"accepts": False, "step": step}
    suite.add(name, token=token, fields=json_fields(challenge), client=client)


def add_invalid(suite, name, token, reason):
    expect(name, outcome(token), reason)
    suite.add(name, token=token, reason=reason)


def accepted():
    cases = {"plain": {}}
    cases |= {f"bits {bits}, one round": {"bits": bits, "rounds": 1} for bits in range(1, 33)}
    cases |= {f"rounds {rounds}": {"rounds": rounds} for rounds in (1, 2, 15, 16, 17, 63, 64)}
    cases |= {f"level {level}": {"level": level} for level in (1, 2, 3)}
    for lifetime in (1, 2, 60, 300, 86_399, 86_400):
        cases[f"lifetime {lifetime}, first second"] = {"lifetime": lifetime, "time": PERIOD}
        cases[f"lifetime {lifetime}, last second"] = {"lifetime": lifetime, "time": PERIOD + lifetime - 1}
    cases["period and time 0"] = {"period": 0, "time": 0}
    cases["period 2^32"] = {"period": 1 << 32, "time": 1 << 32}
    cases["period and time 2^53 - 1"] = {"period": TIME_LIMIT - 1, "time": TIME_LIMIT - 1}
    for name, host in hosts().items():
        cases[f"host, {name}"] = {"host": host}
    cases["bytes of ones"] = {"key_id": b"\xff" * 4, "binding": b"\xff" * 8, "iv_server": b"\xff" * 32}
    cases["bytes of zeros"] = {"key_id": bytes(4), "binding": bytes(8), "iv_server": bytes(32)}
    cases["work 2^32 in 64 rounds"] = {"bits": 26, "rounds": 64}
    cases["work 2^32 in 2 rounds"] = {"bits": 31, "rounds": 2}
    return cases


def hosts():
    return {
        "1 byte": b"a", "2 bytes": b"ab", "254 bytes": b"h" * 254, "255 bytes": b"h" * 255,
        "with a port": b"example.org:8443", "IPv6 with a port": b"[2001:db8::1]:8080", "lowest byte": b"!",
        "highest byte": b"~", "byte before A": b"@", "byte after Z": b"[",
    }


def refused_by_the_client():
    return {
        "7.1": {f"purpose {purpose} is not known": {"purpose": purpose} for purpose in (0, 2, 255)},
        "7.2": {
            "time one second before the period": {"time": PERIOD - 1},
            "time one second after the period": {"time": PERIOD + 60},
            "time one second after a period of 1": {"lifetime": 1, "time": PERIOD + 1},
            "time one second after a period of 86400": {"lifetime": 86_400, "time": PERIOD + 86_400},
            "time 0": {"time": 0},
            "time 2^53 - 1": {"time": TIME_LIMIT - 1},
            "period 0": {"period": 0},
            "period 2^53 - 1": {"period": TIME_LIMIT - 1},
        },
        "7.4": {
            "work above 2^32 in 2 rounds": {"bits": 32, "rounds": 2},
            "work above 2^32 in 3 rounds": {"bits": 31, "rounds": 3},
            "work above 2^32 in 33 rounds": {"bits": 27, "rounds": 33},
            "work 2^38": {"bits": 32, "rounds": 64},
        },
    }


def out_of_range():
    cases = {}
    for name, values in {"bits": (0, 33, 128, 255), "rounds": (0, 65, 128, 255), "level": (0, 4, 128, 255)}.items():
        cases |= {f"{name} {value}": {name: value} for value in values}
    lifetimes = {"0": 0, "86401": 86_401, "2^32 - 1": (1 << 32) - 1}
    lifetimes |= {f"right but for 2^{high}": 60 + (1 << high) for high in (24, 31)}
    cases |= {f"lifetime {name}": {"lifetime": value, "time": PERIOD} for name, value in lifetimes.items()}
    for field, value in (("time", PLAIN.time), ("period", PERIOD)):
        for high in (53, 56, 63):
            cases[f"{field} 2^{high}"] = {field: 1 << high}
            cases[f"{field} right but for 2^{high}"] = {field: value + (1 << high)}
        cases[f"{field} 2^63 - 1"] = {field: (1 << 63) - 1}
        cases[f"{field} 2^64 - 1"] = {field: (1 << 64) - 1}
    cases["host empty"] = {"host": b""}
    for byte in (0x00, 0x0A, 0x0D, 0x1F, 0x20, 0x41, 0x5A, 0x7F, 0x80, 0xFF):
        cases[f"host with byte 0x{byte:02X}"] = {"host": b"exa" + bytes([byte]) + b"ple.org"}
    cases["host with a capital as its first"] = {"host": b"Example.org"}
    cases["host with a capital as its last"] = {"host": b"example.orG"}
    cases["host with a space as its last"] = {"host": b"example.org "}
    return cases


def unsupported():
    data = PLAIN.encoded()
    for version in (0, 2, 3, 128, 255):
        yield f"version {version}", "unsupported-version", bytes([version]) + data[1:]
    yield "version 2 in a form not known yet", "unsupported-version", b"\x02" + data[1:] + b"more"
    yield "version 2 alone", "unsupported-version", b"\x02"
    for algorithm in (0, 2, 128, 255):
        yield f"algorithm {algorithm}", "unsupported-algorithm", replace(PLAIN, algorithm=algorithm).encoded()


def wrong_length():
    data = PLAIN.encoded()
    borders = (0, 1, 5, 6, 7, 8, 9, 10, 18, 22, 30, 31, 42, 74)
    for border in borders:
        yield f"truncated to {border} bytes, at the border of a field", data[:border]
    for length in (2, 30, 32, 41, 43, 73, 75, 81):
        if length not in borders:
            yield f"truncated to {length} bytes, inside a field", data[:length]
    yield "one byte left over", data + b"\x00"
    yield "eight bytes left over", data + u64(0)
    yield "given twice", data + data
    host_length = len(PLAIN.host)
    for claimed in (0, host_length - 1, host_length + 1, 255):
        yield f"host length says {claimed}, is {host_length}", data[:30] + bytes([claimed]) + data[31:]


def wrong_text():
    token = encode(PLAIN.encoded())
    yield "padding", token + "=="
    yield "newline after", token + "\n"
    yield "space before", " " + token
    yield "quotes around", f'"{token}"'
    yield "unused bits not zero", token[:-1] + chr(ord(token[-1]) + 1)
    yield "alphabet of plain base64", encode(replace(PLAIN, binding=b"\xff" * 8).encoded()).replace("_", "/")
