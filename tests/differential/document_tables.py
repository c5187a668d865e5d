#!/usr/bin/env python3
"""What is a document and what is none: a hundred cases of JSON and of YAML, held to second parsers.

JSON is judged by Python's json made strict, YAML by PyYAML's parser with the core schema of 1.2 in
place of its own types. Where they differ from us the case says why: `ours` is then what we answer,
and the reason is from the specification.
"""

import json
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

import harness  # noqa: E402
from harness import expect, expect_equal  # noqa: E402

try:
    import yaml
except ImportError:
    yaml = None

REFUSED = object()

# ---------------------------------------------------------------- judges


def refuse(what):
    raise ValueError(what)


def members(pairs):
    if len({key for key, _ in pairs}) != len(pairs):
        refuse("a duplicate key")
    return dict(pairs)


def judge_json(text):
    try:
        value = json.loads(text, object_pairs_hook=members, parse_constant=refuse)
        json.dumps(value, ensure_ascii=False).encode("utf-8")
        return value
    except ValueError:
        return REFUSED


INT = re.compile(r"[-+]?[0-9]+$")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")


def plain(text):
    """The core schema of YAML 1.2, 10.3.2."""
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE"):
        return True
    if text in ("false", "False", "FALSE"):
        return False
    if INT.match(text):
        return int(text)
    if re.match(r"0o[0-7]+$", text):
        return int(text[2:], 8)
    if re.match(r"0x[0-9a-fA-F]+$", text):
        return int(text[2:], 16)
    if FLOAT.match(text):
        return float(text)
    if re.match(r"([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$", text):
        refuse("no number of JSON")
    return text


PLAIN = "!plain"  # the tag that a plain scalar without one gets


def value_of(node):
    tag = node.tag.removeprefix("tag:yaml.org,2002:")
    if isinstance(node, yaml.ScalarNode):
        if tag == PLAIN or tag in ("null", "bool", "int", "float"):
            return plain(node.value)
        return node.value if tag == "str" else refuse("an unknown tag")
    if tag not in ("seq", "map"):
        refuse("an unknown tag")
    if isinstance(node, yaml.SequenceNode):
        return [value_of(item) for item in node.value]
    pairs = []
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            refuse("a key that is no text")
        pairs.append((key.value, value_of(value)))
    return members(pairs)


def judge_yaml(text):
    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers = {None: [(PLAIN, re.compile(""))]}

    try:
        node = yaml.compose(text, Loader=Loader)
        return None if node is None else value_of(node)
    except (yaml.YAMLError, ValueError, RecursionError):
        return REFUSED


# ---------------------------------------------------------------- tables

# fmt: off
JSON = [
    "null", "true", "false", "0", "-0", "1", "-1", "10", "1.5", "-1.5e3", "1E2", "1e+2", "1e-2", "0.0", "0e0",
    '""', '"a"', '"é"', '"\\u00e9"', '"\\ud83d\\ude00"', '"\\n\\t\\r\\b\\f"', '"\\/"', '"\\\\"', '"\\""',
    "[]", "[ ]", "[1]", "[1,2]", "[[],{}]", "{}", "{ }", '{"a":1}', '{"":1}', '{"a":{"b":[1]}}', " 1 ",
    "\n[\n]\n", "\t{}\t", "[1 , 2]", '{"a" : 1 , "b" : 2}', '"\u2028"', '"\x7f"', "123456789012345678901234567890",
    '{"a":1,"A":2}', '{"a":1,"a ":2}', "[null,true,false]", '["\\u0000"]',
    "", " ", "nul", "True", "FALSE", "nan", "NaN", "Infinity", "-Infinity", "+1", "01", "-01", "1.", ".5", "1e",
    "1e+", "0x10", "1_000", "--1", "- 1", "'a'", '"a', 'a"', '"\n"', '"\t"', '"\x00"', '"\\x41"', '"\\u12"',
    '"\\u12g4"', '"\\ud800"', '"\\udc00"', '"\\"', '"\\a"', "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1,,2]", "[1 2]",
    "[1}", "{", "}", '{"a"', '{"a":', '{"a":1', '{"a":1,}', '{"a" 1}', "{a:1}", "{1:2}", '{"a":1 "b":2}', '{,}',
    '{"a":1,"a":2}', '{"a":1,"\\u0061":2}', "1 2", "[] []", "{}x", "// c\n1", "/* c */ 1", "# c\n1", "1;", "undefined",
    "\u00a01", "\f1", "[1]\x00", '{"a":tru}', "[nul]", '{"a"::1}', '{"a":1}}', "[[1]", "1e1.5", "1.5.5", "e1",
]

YAML = [
    "a: 1", "a: b", "- a\n- b", "a:\n  b: c", "a:\n- b", "a:\n  - b", "[a, b]", "{a: b}", "{a: b, c}", "{a, b: }",
    "[a, b, ]", "[a: b]", "[]", "{}", "'a'", '"a"', "'it''s'", '"\\x41\\u00e9"', '"a\\\n  b"', "a", "a b", "a\nb",
    "", "# c", "---", "---\na: 1", "a: 1\n...", "%YAML 1.2\n---\na", "a: 'b'", 'a: "b"', "a: b # c", "a: b#c", "a: '#'",
    "a: |\n  x\n  y", "a: >\n  x\n  y", "a: |-\n  x\n", "a: |+\n  x\n\n", "a: >-\n  x\n\n  y\n", "a: |2\n   x\n",
    "a: &x 1\nb: *x", "a: &x [1]\nb: *x", "a: &x {b: 1}\nc: *x", "? a\n: b", "? a", "a:", "a:\nb:", "- \n- a", "-",
    "- - a\n  - b", "- a: 1\n  b: 2", "a: yes", "a: no", "a: on", "a: ~", "a: null", "a: True", "a: 1.0", "a: '1.0'",
    "a: 0x1F", "a: 0o17", "a: 1e3", "a: .5", "a: +1", "a: 2026-01-27", "a: 12:30:45", "a: 1_000", "a: -", "a: http://x.y/z",
    "a: b:c", "a: !!str 1", "!!map {a: 1}", "!!seq [a]", "a: x y z", "1: a", "true: a", "a: {b: [c, {d: e}]}",
    "é: ü", "a: 😀", "a: [\n  b,\n  c\n ]", "a: {\n  b: c\n }", "a: \"b\n  c\"", "a: b\n  c", "a:\r\n  b: c\r\n",
    "a: \"\\t\"", "a:   b   ", "a: [b , c]", "\"a\": b", "'a': b", "a: [1, 'x', ~]", "a: |\n\n  x", "- |\n x\n- y",
    "a: b: c", "a: [b", "a: {b", "a: b]\n c: d", "a\nb: c", "a: 1\nb", "a: 1\n b: 2", " a: 1\nb: 2", "a:\n  b: 1\n c: 2",
    "a: 'b", 'a: "b', "a: \"\\q\"", "a: 'b' c", "a: [b]]", "[a, , b]", "[, a]", "{a: b: c}", "{a: 1, a: 2}", "a: 1\na: 2",
    "a: *x", "a: @b", "a: `b", "a: %b", "a:\n\tb: c", "\ta: b", "a: 1\n---\nb: 2", "a: !x b", "!!set {a}", "? [a]\n: b",
    "{[a]: b}", "a: .inf", "a: .nan", "a: \x01", "%YAML 1.2\n", "a: - b", "- a\nb: c", "a: &x", "a: |x\n b", "a: >1x\n b",
    "[-]", "a: \"b\"#c", "a: [b,\nc]", "a: \"b\nc\"", "&a &b c", "- a\n - b", "a: b\n- c", "{", "[", "}", "]", "a: 'b\n",
    "a: [x?y]", "{a\n: b}", "a: 1\n\t\nb: 2", "a: &x\n  b: *x",
    "[ready?, ?x]", "{ready?: x}", "{a\n b: c}", "{a\n}", "- {'a\n\n  b': c, d\n  : e}", "{\"a\\\n b\"\n :c}",
    "- [a\n  : b]", "[a]#b", "[a,#b\n]", "a: x]#b", "{a: : b}", "a:\n&x\n- b", "a: &x\n!!map\n  b: c",
    "a: '\n\n  '", "a: \"b\n\n\n  \"", "--- |\na", "a:\n \tb",
]

# What we answer where the second parser answers otherwise, and why.
YAML_DIFFERENCES = {
    "[-]": (False, "7.3.3: a plain scalar begins with '-' only if no ']' follows"),
    'a: "b"#c': (False, "6.6: a comment is parted from other tokens by white space"),
    "a: [b,\nc]": (False, "7.4: inside a block map the lines of a flow sequence are indented"),
    'a: "b\nc"': (False, "7.3.1: so are those of a quoted scalar"),
    "[a]#b": (False, "6.6: the same"),
    "a: [x?y]": (True, "7.3.3: '?' is text where it does not stand alone"),
    "[ready?, ?x]": (True, "7.3.3: the same"),
    "{ready?: x}": (True, "7.3.3: the same"),
    "{a\n: b}": (True, "7.4.2: a key of a flow map may go over lines, and its ':' stand on another"),
    "{a\n b: c}": (True, "7.4.2: the same"),
    "- {'a\n\n  b': c, d\n  : e}": (True, "7.4.2: the same"),
    '{"a\\\n b"\n :c}': (True, "7.4.2: the same"),
    "[a,#b\n]": (False, "6.6: a comment is parted from other tokens by white space"),
}
# fmt: on


def read(ground, form, text):
    path = ground.work / f"document.{form}"
    path.write_bytes(text.encode("utf-8"))
    ran = ground.run(["claudestep", "doc", "to-json", "--from", form, path.name])
    if ran.code == 0:
        return json.loads(ran.out), ran
    expect_equal(ran.code, 2, f"the exit code for {text!r}")
    expect(re.search(rf"document\.{form}:\d+:\d+: ", ran.err), f"no place: {text!r}\n{ran}")
    return REFUSED, ran


def compare(ground, form, cases, judge, differences):
    counts = {"accepted": 0, "refused": 0, "differ": 0}
    wrong = []
    for text in cases:
        ours, ran = read(ground, form, text)
        theirs = judge(text)
        if text in differences:
            counts["differ"] += 1
            if ours == theirs or (ours is not REFUSED) != differences[text][0]:
                wrong.append(f"{text!r}: the difference is gone: {ran}")
            continue
        counts["refused" if ours is REFUSED else "accepted"] += 1
        if ours is not theirs and (ours != theirs or type(ours) is not type(theirs)):
            wrong.append(f"{text!r}: we {'refuse' if ours is REFUSED else ours}, they "
                         f"{'refuse' if theirs is REFUSED else theirs}; {ran.err.strip()}")
    expect(not wrong, "\n".join(wrong))
    expect_equal(len(set(cases)), len(cases), "cases that are given once")
    expect(len(cases) >= 100, f"{len(cases)} cases")
    print(f"{form}: {len(cases)} cases: {counts}")


def test_json(ground):
    compare(ground, "json", JSON, judge_json, {})


def test_yaml(ground):
    if yaml is None:
        raise harness.Skip("python3-yaml is not installed")
    compare(ground, "yaml", YAML, judge_yaml, YAML_DIFFERENCES)


harness.main(globals())
