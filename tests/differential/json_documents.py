#!/usr/bin/env python3
"""Our JSON reader and Python's json agree: on which documents are JSON, and on what they say.

Python's reader is made as strict as RFC 8259 (`judge`). What still differs is explained and held too:
  - we refuse the escape of half a surrogate pair, which is no text; Python accepts it;
  - we refuse nesting past 128 levels; Python stops elsewhere;
  - we accept one byte order mark at the beginning; Python's loads() refuses it, so it is cut off.
Numbers are compared by their spelling, so huge ones and small ones are the same exactly.
"""

import json
import pathlib
import random
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

import harness  # noqa: E402
from harness import expect, expect_equal  # noqa: E402

SEED = 20260127
VALID = 3000
BATCH = 250
MUTATED = 800
DEPTH_LIMIT = 128

# ---------------------------------------------------------------- the judge


class Number(str):
    """A number as it is spelt; unequal to a string of the same letters."""

    def __eq__(self, other):
        return isinstance(other, Number) and str(self) == str(other)

    __hash__ = str.__hash__


def refuse(what):
    raise ValueError(what)


def members(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) != len(keys):
        refuse("a duplicate key")
    return dict(pairs)


def check_text(value):
    """Refuses half surrogate pairs and deep nesting, without recursion."""
    open_values = [(value, 1)]
    while open_values:
        value, depth = open_values.pop()
        texts = [value] if isinstance(value, str) else []
        if isinstance(value, (dict, list)):
            if depth > DEPTH_LIMIT:
                refuse("nested too deep")
            inner = value.values() if isinstance(value, dict) else value
            texts = list(value) if isinstance(value, dict) else []
            open_values.extend((item, depth + 1) for item in inner)
        for text in texts:
            text.encode("utf-8")  # half a pair raises UnicodeEncodeError, a ValueError


def judge(data):
    """What strict JSON says `data` is. Raises ValueError when it is not JSON, or none for us."""
    text = data.decode("utf-8").removeprefix("\ufeff")
    try:
        value = json.loads(
            text,
            object_pairs_hook=members,
            parse_int=Number,
            parse_float=Number,
            parse_constant=refuse,
        )
    except RecursionError:
        refuse("nested too deep")
    check_text(value)
    return value


# ---------------------------------------------------------------- documents


class Maker:
    """Random documents in random spellings."""

    WORDS = ["", "a", "pr_number", "é", "漢字", "😀", '"', "\\", "/", "\n", "\x00", "\x1f", "\x7f", "\u2028"]

    def __init__(self, seed):
        self.random = random.Random(seed)

    def space(self):
        return self.random.choice(["", "", "", " ", "\n", "\r\n\t", "  "])

    def string(self):
        text = "".join(self.random.choice(self.WORDS) for _ in range(self.random.randrange(4)))
        out = ""
        for char in text:
            style = self.random.randrange(3)
            if style == 0:
                out += json.dumps(char)[1:-1]
            elif style == 1 and ord(char) < 0x10000:
                out += f"\\u{ord(char):04X}"
            elif char == "/":
                out += self.random.choice(["/", "\\/"])
            else:
                out += json.dumps(char, ensure_ascii=False)[1:-1]
        return f'"{out}"'

    def number(self):
        digits = str(self.random.choice([0, 7, 10, 2**53 + 1, 10**40 + 3, self.random.randrange(10**6)]))
        fraction = self.random.choice(["", "", ".0", ".10", "." + "9" * 30])
        exponent = self.random.choice(["", "", "e5", "E-05", "e+400", "e-99999"])
        return self.random.choice(["", "-"]) + digits + fraction + exponent

    def value(self, depth):
        kind = self.random.randrange(8 if depth > 0 else 5)
        if kind < 2:
            return self.string()
        if kind < 4:
            return self.number()
        if kind == 4:
            return self.random.choice(["true", "false", "null"])
        count = self.random.randrange(5)
        if kind == 5:
            items = [self.value(depth - 1) for _ in range(count)]
            return self.joined("[", items, "]")
        pairs = {}
        for _ in range(count):
            key = self.string()
            pairs[json.loads(key)] = f"{key}{self.space()}:{self.space()}{self.value(depth - 1)}"
        return self.joined("{", list(pairs.values()), "}")

    def joined(self, begin, items, end):
        inner = ",".join(self.space() + item + self.space() for item in items)
        return begin + (inner or self.space()) + end

    def document(self):
        depth = self.random.choice([1, 3, 6])
        return (self.space() + self.value(depth) + self.space()).encode("utf-8")

    PIECES = [
        b",", b":", b"[", b"]", b"{", b"}", b'"', b"\\", b"\\u", b"\\ud800", b"\\udc00", b"\\x",
        b"0", b"-", b"+", b".", b"e", b"NaN", b"Infinity", b"null", b"nul", b"'", b"//", b"\xff",
        b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\x00", b"\n", b"\t", b"\x0b", b" ", b'"a":1,',
        b'"a":1', b"\xc2\xa0",
    ]  # fmt: skip

    def mutated(self, document):
        data = bytearray(document)
        for _ in range(self.random.choice([1, 1, 1, 2, 4])):
            at = self.random.randrange(len(data) + 1)
            kind = self.random.randrange(5)
            if kind == 0:
                del data[at : at + 1]
            elif kind == 1:
                data[at:at] = self.random.choice(self.PIECES)
            elif kind == 2:
                data[at : at + 1] = self.random.choice(self.PIECES)
            elif kind == 3:
                del data[at:]
            else:
                end = at + self.random.randrange(8)
                data[at:at] = data[at:end]
        return bytes(data)


# ---------------------------------------------------------------- the comparison


def read_with_us(ground, data):
    path = ground.work / "document.json"
    path.write_bytes(data)
    return ground.run(["claudestep", "doc", "to-json", path.name])


def expect_agreement(ground, data):
    """Both accept `data` and read the same, or both refuse it, we with a place."""
    ran = read_with_us(ground, data)
    try:
        expected = judge(data)
    except ValueError as reason:
        expect(ran.code == 2, f"accepted what is no JSON ({reason}): {data!r}\n{ran}")
        expect(re.search(r"document\.json:\d+:\d+: ", ran.err), f"no place: {data!r}\n{ran}")
        return
    expect(ran.code == 0, f"refused what is JSON: {data!r}\n{ran}")
    expect_equal(judge(ran.out.encode("utf-8")), expected, f"what {data!r} says")


def need_command(ground):
    ran = ground.run(["claudestep", "doc", "to-json", "--from", "json", "-"], stdin="[]")
    if ran.code == 2 and "unknown command" in ran.err:
        raise harness.Skip("this claudestep has no `doc to-json`")
    expect_equal((ran.code, ran.out), (0, "[]\n"), "doc to-json of []")


def test_valid_documents_read_the_same(ground):
    need_command(ground)
    maker = Maker(SEED)
    for first in range(0, VALID, BATCH):
        documents = [maker.document() for _ in range(BATCH)]
        batch = b"[" + b",".join(documents) + b"]"
        ran = read_with_us(ground, batch)
        expect(ran.code == 0, f"refused a valid document of batch {first}: {ran}")
        read = judge(ran.out.encode("utf-8"))
        expect_equal(len(read), BATCH, "documents in the batch")
        for number, (document, value) in enumerate(zip(documents, read)):
            expect_equal(value, judge(document), f"document {first + number}, {document!r}")


def test_mutated_documents_are_judged_the_same(ground):
    need_command(ground)
    maker = Maker(SEED + 1)
    valid = 0
    for _ in range(MUTATED):
        data = maker.mutated(maker.document())
        expect_agreement(ground, data)
        try:
            judge(data)
            valid += 1
        except ValueError:
            pass
    expect(MUTATED // 20 < valid < MUTATED // 2, f"{valid} of {MUTATED} mutations are still JSON")


def test_known_differences_are_these(ground):
    need_command(ground)
    for data in (
        b'["\\ud800"]',
        b'{"\\udc00":1}',
        b"[" * (DEPTH_LIMIT + 1) + b"]" * (DEPTH_LIMIT + 1),
        b"[" * 100000,
        b"\xef\xbb\xbf[1]",
        b"\xef\xbb\xbf\xef\xbb\xbf[1]",
        b"[" * DEPTH_LIMIT + b"]" * DEPTH_LIMIT,
        b"1" * 5000,
        b'{"a":1,"\\u0061":2}',
        b"",
    ):
        expect_agreement(ground, data)


harness.main(globals())
