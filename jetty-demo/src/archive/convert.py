#!/usr/bin/env python3
"""Turns Debian's dict-devil package into devils-dictionary.txt (see SOURCE.md for the format).

    python3 convert.py /usr/share/dictd/devil.index /usr/share/dictd/devil.dict.dz > devils-dictionary.txt

The output depends on the input alone. What the machine cannot tell apart (a quotation in prose from a line of verse,
an apostrophe from an opening quote) is listed here by hand, and was checked by eye.
"""

import gzip
import re
import sys

# Left out of the demo: entries whose joke is a slur or a people. SOURCE.md says so.
LEFT_OUT = {"african", "hatchet", "hebrew", "minstrel", "negro", "razor", "redskin", "russian"}

# The text of a letter's entry begins with the letter itself: "I is the first letter of the alphabet ...".
LETTERS = {"i", "j", "k", "t", "w", "x"}

# Indented blocks are verse, unless the entry, or the entry and the block's number, stands here: those are quoted prose.
QUOTED_PROSE = {
    "abridge", "arrest", "bounty", "cemetery/1", "crayfish", "dissemble", "electricity", "epigram", "executive",
    "exile", "inscription/2", "inscription/5", "insurance", "introduction", "moral/1", "pie/1", "redundant/2",
    "resplendent", "riches", "righteousness", "saw", "scimetar", "tree", "woman", "youth",
}

# Slips of the electronic edition that a reader would stumble over; the author's own oddities stay.
REPAIRED = {
    "presence\nof wealth of power": "presence\nof wealth or power",
    "The girls were contended": "The girls were contented",
    "DISABUSE, v.t.  The present": "DISABUSE, v.t.  To present",
    "your have no standing": "you have no standing",
    "keep you, strange,": "keep you, stranger,",
    "human for during": "human form during",
    "humane and is\nconsistent": "humane as is\nconsistent",
    "clows fly": "cows fly",
    "gasped his top-knot": "grasped his top-knot",
    "Israelities": "Israelites",
    "mae with": "made with",
    "OVATION, n.  n ancient": "OVATION, n.  In ancient",
    "hatched form the egg": "hatched from the egg",
    "Thus 'the\nmost pious": 'Thus "the\nmost pious',
    "time 'o yer": "time o' yer",
}

# Where ' opens a quotation. Everywhere else it is an apostrophe or closes one.
OPENING_SINGLE = ["'cynic'", "'I'", "'Hell'", "'lips are", "'make a god"]

BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
ATTRIBUTION_INDENT = 15
RIGHT_MARGIN = range(69, 73)
WIDEST_INDENT = 32


def number(digits):
    """The index counts in base 64, most significant digit first."""
    value = 0
    for digit in digits:
        value = value * 64 + BASE64.index(digit)
    return value


def articles(index_path, dict_path):
    """Yields (first index word, text of the entry) in the order of the book."""
    data = gzip.open(dict_path).read()
    words = {}
    with open(index_path, encoding="ascii") as index:
        for line in index:
            word, offset, length = line.rstrip("\n").split("\t")
            if not word.startswith("00database"):
                words.setdefault((number(offset), number(length)), word)
    for (offset, length), word in sorted(words.items()):
        text = data[offset:offset + length].decode("ascii").strip("\n")
        for slip, repair in REPAIRED.items():
            text = text.replace(slip, repair)
        yield word, text


def indent(line):
    return len(line) - len(line.lstrip(" "))


def join(lines):
    """Undoes the wrapping: a line that ends in a single hyphen is joined without a space."""
    text = ""
    for line in (line.strip() for line in lines):
        glue = "" if not text or re.search(r"[^-]-$", text) else " "
        text += glue + line
    return text


def typeset(text):
    """Plain ASCII to typographic quotes and dashes; one space after a full stop."""
    for opening in OPENING_SINGLE:
        text = text.replace(opening, "\u2018" + opening[1:])
    text = text.replace("'", "\u2019")
    text = re.sub(r'(^|[\s(\[\u2018_-])"(?=[\S])', "\\1\u201c", text)
    text = text.replace('"', "\u201d")
    text = re.sub(r"\s*(?<!-)--(?!-)\s*", lambda dash: dash.group(0).replace("--", "\u2014"), text)
    return text


def squeeze(text):
    return re.sub(r"(?<=\S) {2,}", " ", text)


def head(first, word):
    """Splits 'HEADWORD, grammar.  Text' and returns (headword, grammar or '', text)."""
    if word in LETTERS:
        return word.upper(), "", first
    found = re.match(
        r"(?P<head>[A-Z][A-Z'-]*(?:(?: or| \(or|,)? [A-Z][A-Z'-]*\)?)*|[A-Z.]+[A-Z])"
        r"(?P<mark>[.?!]?)"
        r"(?:,? ?(?P<grammar>(?:[a-z]+\.[a-z.]*)(?: ?(?:and )?[a-z]+\.)?))?"
        r"(?:\s+(?P<text>\S.*))?$",
        first)
    if not found:
        sys.exit("no headword in: " + first)
    mark = found["mark"] if found["mark"] in "?!" or "." in found["head"] else ""
    return found["head"] + mark, found["grammar"] or "", found["text"] or ""


def paragraphs(lines):
    """Prose: four or more spaces at the start of a line begin a new paragraph."""
    group = []
    for line in lines:
        if group and indent(line) >= 4:
            yield join(group)
            group = []
        group.append(line)
    if group:
        yield join(group)


def quotations(lines):
    """Quoted prose. A hanging indent (dialogue) or a first-line indent begins a paragraph, and the two never mix."""
    starts = indent(lines[0])
    group = []
    for line in lines:
        if group and indent(line) == starts and (starts == 8 or re.match(r" +[A-Z ]+:  ", line)):
            yield join(group)
            group = []
        group.append(line)
    yield join(group)


def is_attribution(line, position, lines):
    return position > 0 and indent(line) >= ATTRIBUTION_INDENT and len(line) in RIGHT_MARGIN


def indented_block(lines, prose):
    """Yields the records of a block of which no line starts at the left margin."""
    credits, body, after = [], [], []
    for position, line in enumerate(lines):
        if is_attribution(line, position, lines):
            credits.append(line.strip())
        else:
            (after if credits else body).append(line)
    for part, credit in ((body, credits), (after, [])):
        if part and prose:
            yield from (("quote", text) for text in quotations(part))
        elif part:
            yield ("stanza", "")
            yield from (("verse", line) for line in part)
        if credit:
            yield ("by", " ".join(credit))


def records(word, text):
    blocks = [[line.rstrip() for line in block.split("\n")] for block in re.split(r"\n[ \t]*\n", text.rstrip())]
    headword, grammar, rest = head(blocks[0][0], word)
    yield ("entry", headword)
    if grammar:
        yield ("grammar", grammar)
    blocks[0][0] = rest
    for position, lines in enumerate(blocks):
        lines = [line for line in lines if line]
        if not lines:
            continue
        quoted = word in QUOTED_PROSE and position > 0 or f"{word}/{position}" in QUOTED_PROSE
        flush = position == 0 or any(indent(line) == 0 for line in lines)
        if flush and f"{word}/{position}" not in QUOTED_PROSE:
            yield from (("prose", paragraph) for paragraph in paragraphs(lines))
        else:
            yield from indented_block(lines, quoted)


def outdent(entry):
    """Moves each run of verse to the left margin, and pulls in half lines that a narrow screen has no room for."""
    run = []
    for record in [*entry, ("end", "")]:
        if record[0] in ("verse", "stanza"):
            run.append(record)
            continue
        margin = min((indent(line) for tag, line in run if tag == "verse"), default=0)
        for tag, line in run:
            yield tag, " " * min(indent(line) - margin, WIDEST_INDENT) + line.strip() if tag == "verse" else line
        run = []
        if record[0] != "end":
            yield record


def main():
    out = open(sys.stdout.fileno(), "w", encoding="utf-8", newline="\n", closefd=False)
    out.write("# The Devil's Dictionary, by Ambrose Bierce (1911). Public domain. SOURCE.md describes the format.\n")
    seen = set()
    for word, text in articles(sys.argv[1], sys.argv[2]):
        if word in LEFT_OUT or text.strip() in seen:
            continue
        seen.add(text.strip())
        out.write("\n")
        for tag, value in outdent(records(word, text)):
            value = value if tag in ("entry", "grammar") else squeeze(typeset(value))
            if tag == "entry":
                value = value.replace("'", "\u2019")
            out.write(f"{tag}\t{value}".rstrip(" ") + "\n" if value else f"{tag}\n")


main()
