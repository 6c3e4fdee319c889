"""The list of vectors that becomes one file, and bytes that look random but are the same in every run."""

import hashlib


def drawn(label, length):
    return hashlib.shake_256(b"stile vectors: " + label.encode()).digest(length)


def flipped(data, bit):
    """`data` with one bit changed; bit 0 is the highest of the first byte."""
    return (int.from_bytes(data, "big") ^ 1 << (8 * len(data) - 1 - bit)).to_bytes(len(data), "big")


class Suite:
    def __init__(self, about):
        self.about = about
        self.vectors = []
        self._names = set()

    def add(self, name, **members):
        expect(f"the name {name!r} is taken", name in self._names, False)
        self._names.add(name)
        self.vectors.append({"name": name, **members})


def expect_one_fault(name, faults):
    """Wherever there are more, the vector is about their order and says so."""
    expect(f"{name}, more than one fault", len(faults) > 1, len(faults) > 1 and name.startswith("order: "))


def expect(name, actual, expected):
    if actual != expected:
        raise SystemExit(f"{name}: the reference says {actual!r}, the case says {expected!r}")
