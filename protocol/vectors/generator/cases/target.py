"""target.json: PROTOCOL §4, A17."""

from ..reference.challenge import refusal_of
from ..reference.puzzle import check_target
from .suite import Suite, expect

ABOUT = "PROTOCOL §4, A17: target (the UTF-8 of this text) is valid or bad-target. Only its shape is judged."

GOOD = {
    "root": "/",
    "path": "/archive",
    "path and query": "/archive?q=stile",
    "folder": "/a/b/c/",
    "double slash further on": "/a//b",
    "double slash at the end": "/a//",
    "query at once": "/?q",
    "empty query": "/a?",
    "second character is a question mark, then slashes": "/?//evil.example",
    "dots in the query": "/a?b=../c/./..",
    "percent-encoded dots in the query": "/a?/%2e%2e/x",
    "dot segment after a second question mark": "/a??/../b",
    "three dots": "/...",
    "three dots, percent-encoded": "/%2e%2E%2e",
    "three dots in the middle": "/a/.../b",
    "well-known": "/.well-known/x",
    "dot at the end of a segment": "/a./b",
    "two dots at the end of a segment": "/a../b",
    "two dots at the start of a segment": "/..a",
    "percent-encoded dot in a name": "/a%2eb",
    "dot twice encoded": "/%252e%252e/x",
    "dot segment with a path parameter": "/..;x=1/a",
    "escaped slash": "/%2F/evil.example",
    "escaped slash as the second character": "/%2fevil.example",
    "escaped backslash": "/%5Cevil.example",
    "escaped control characters": "/%00%0D%0A",
    "escaped hash sign": "/%23",
    "incomplete escape": "/%",
    "incomplete escape of a dot": "/%2",
    "at sign": "/@evil.example",
    "colon": "/http://evil.example/",
    "first byte allowed, 0x21": "/!",
    "last byte allowed, 0x7E": "/~",
    "byte before the backslash": "/[",
    "byte after the backslash": "/]",
    "byte before the hash sign": '/"',
    "byte after the hash sign": "/$",
    "markup": "/<script>alert('1')</script>?\"&",
}

BAD = {
    "empty": "",
    "relative": "archive",
    "one letter": "a",
    "query alone": "?q",
    "asterisk": "*",
    "scheme and host": "http://evil.example/",
    "scheme without slashes": "http:evil",
    "script": "javascript:alert(1)",
    "data": "data:text/html,x",
    "two slashes alone": "//",
    "two slashes": "//evil.example",
    "three slashes": "///evil.example",
    "slash, backslash": "/\\evil.example",
    "backslash, slash": "\\/evil.example",
    "two backslashes": "\\\\evil.example",
    "backslash in the path": "/a\\b",
    "backslash in the query": "/a?b\\c",
    "hash sign": "/#",
    "fragment": "/a#b",
    "hash sign in the query": "/a?b#c",
    "white space before": " /a",
    "space after": "/a ",
    "space in the path": "/a b",
    "space in the query": "/a?b c",
    "tab between slashes": "/\t/evil.example",
    "newline between slashes": "/\n/evil.example",
    "carriage return and newline": "/a\r\nSet-Cookie:b",
    "NUL": "/a\0b",
    "NUL at the end": "/a\0",
    "byte 0x1F": "/\x1f",
    "byte 0x20": "/\x20",
    "byte 0x7F": "/\x7f",
    "U+0080": "/\x80",
    "U+00E9": "/\xe9",
    "U+0161, low byte an a": "/\u0161",
    "U+2028": "/\u2028",
    "U+FF0F, a full-width slash": "/\uff0fevil.example",
    "U+FF0E, full-width dots": "/\uff0e\uff0e/x",
    "U+1F600": "/\U0001F600",
    "byte order mark before": "\ufeff/a",
    "dot": "/.",
    "dot and slash": "/./",
    "dot, then two slashes": "/.//evil.example",
    "dot in the middle": "/./a/b",
    "dot between": "/a/./b",
    "dot at the end": "/a/.",
    "dot before a query": "/a/.?b",
    "two dots": "/..",
    "two dots, then two slashes": "/..//evil.example",
    "two dots in the middle": "/a/../b",
    "two dots at the end": "/a/..",
    "two dots before a query": "/..?b",
    "dot encoded in lower case": "/%2e",
    "dot encoded in upper case": "/%2E/x",
    "two dots, both cases": "/%2e%2E/x",
    "two dots, both cases the other way": "/a/%2E%2e",
    "two dots, the first encoded": "/%2e./x",
    "two dots, the second encoded": "/.%2E/x",
    "encoded dots before a query": "/a/%2e%2e?b",
}


def build():
    suite = Suite(ABOUT)
    for name, target in {**GOOD, **dict(long_good())}.items():
        add(suite, name, target, None)
    for name, target in {**BAD, **dict(long_bad())}.items():
        add(suite, name, target, "bad-target")
    return suite


def add(suite, name, target, reason):
    expect(name, refusal_of(check_target, target.encode("utf-8")), reason)
    verdict = {"valid": True} if reason is None else {"valid": False, "reason": reason}
    suite.add(name, target=target, **verdict)


def long_good():
    for length in (1023, 1024):
        yield f"{length} bytes", "/" + "a" * (length - 1)
    yield "1024 bytes with a query", "/?" + "a" * 1022


def long_bad():
    yield "1025 bytes", "/" + "a" * 1024
    yield "1025 bytes with a query", "/?" + "a" * 1023
    yield "65536 bytes", "/" + "a" * 65535
