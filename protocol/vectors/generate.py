#!/usr/bin/env python3
"""Writes the vectors of the Stile protocol, `protocol/vectors/*.json`, from an implementation of its own.

    generate.py            writes every file
    generate.py --check    writes nothing; exits 1 if a file differs, or PROTOCOL §14 lacks a value of example.json
    generate.py --example  prints the values of PROTOCOL §14

`generator/reference` is PROTOCOL.md in Python and shares no code with the Java and TypeScript implementations;
`generator/cases` holds one module a file, which names each case and the outcome expected. Both must agree, and an
invalid case must show its one fault, or this stops. No clock, no randomness; Python 3.9, standard library only.
"""

import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True

from generator.cases import FILES  # noqa: E402

HERE = Path(__file__).resolve().parent
PROTOCOL = HERE.parent / "PROTOCOL.md"


def rendered(suite):
    """One vector a line, so that a change shows as one line."""
    lines = ",\n".join(json.dumps(vector, ensure_ascii=True) for vector in suite.vectors)
    about = json.dumps(suite.about, ensure_ascii=False)
    return f'{{"about": {about},\n"count": {len(suite.vectors)},\n"vectors": [\n{lines}\n]}}\n'


def built():
    return {f"{name}.json": module.build() for name, module in FILES.items()}


def write(suites):
    for name, suite in suites.items():
        (HERE / name).write_bytes(rendered(suite).encode("utf-8"))
        print(f"{name}: {len(suite.vectors)} vectors")


def differences(suites):
    for name, suite in suites.items():
        path = HERE / name
        if not path.exists() or path.read_bytes() != rendered(suite).encode("utf-8"):
            yield f"{name} is not what generate.py writes"
    for path in HERE.glob("*.json"):
        if path.name not in suites:
            yield f"{path.name} is not made by generate.py"


def missing_from_protocol(example):
    """A value must stand beside its name, broken into lines as --example breaks it."""
    section = PROTOCOL.read_text(encoding="utf-8").split("\n## 14. ")[-1]
    for vector in example.vectors:
        if "\n" + FILES["example"].lines(vector["name"], vector["value"]) not in section:
            yield f"PROTOCOL.md §14 lacks the {vector['name']} of example.json"


def check(suites):
    problems = [*differences(suites), *missing_from_protocol(suites["example.json"])]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def main(arguments):
    if arguments == ["--check"]:
        return check(built())
    if arguments == ["--example"]:
        print(FILES["example"].text(), end="")
        return 0
    if arguments:
        print(__doc__, file=sys.stderr)
        return 2
    write(built())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
