"""The list of vectors that becomes one file, and bytes that look random but are the same in every run."""

import hashlib


def drawn(label, length):
    return hashlib.shake_256(b"stile vectors: " + label.encode()).digest(length)


class Suite:
    def __init__(self, about):
        self.about = about
        self.vectors = []
        self._names = set()

    def add(self, name, **members):
        expect(f"the name {name!r} is taken", name in self._names, False)
        self._names.add(name)
        self.vectors.append({"name": name, **members})


def expect(name, actual, expected):
    if actual != expected:
        raise SystemExit(f"{name}: the reference says {actual!r}, the case says {expected!r}")
