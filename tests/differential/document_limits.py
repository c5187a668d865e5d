#!/usr/bin/env python3
"""Documents and schemas that are large or hostile are done or refused, in little time and memory.

Memory is held to 200 MB. Time is the process's own, and the bound is far above what is needed (two
seconds at most): what is caught is work that grows faster than its input, which takes minutes.
"""

import json
import os
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

import harness  # noqa: E402
from harness import expect, expect_equal  # noqa: E402

MOST_MEGABYTES = 200
MOST_SECONDS = 10
MANY = 100_000

SPEC = """version: "1.0"
feature: {id: big, name: A big one, priority: high, status: planning}
objective: {summary: s, business_value: b}
requirements: {functional: [{id: FR-1, title: t, description: d, priority: high, acceptance_criteria: [x]}]}
tasks:
  backend:
"""
TASK = """  - id: BE-%05d
    title: "Implement the login endpoint %d"
    description: >
      A longer text that is folded
      over two lines: with detail
    acceptance_criteria:
      - WHEN a user logs in THE SYSTEM SHALL respond within 200 ms
      - the token of FR-1 expires after %d minutes
    done_when: tests pass
    max_iterations: 5
    priority: high
"""


def measure(ground, files, words):
    """The exit code and the stderr of a command over files; its cost is held to the bounds."""
    for name, text in files.items():
        (ground.work / name).write_text(text, encoding="utf-8")
    environment = ground.world.environment()
    program = shutil.which("claudestep", path=environment["PATH"])
    out = ground.work / "out"
    err = ground.work / "err"
    child = os.fork()
    if child == 0:
        os.chdir(ground.work)
        for number, path in ((1, out), (2, err)):
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
        os.execve(program, ["claudestep", *words], environment)
    _, status, usage = os.wait4(child, 0)
    seconds = usage.ru_utime + usage.ru_stime
    megabytes = usage.ru_maxrss // 1024
    print(f"  {' '.join(words)}: {seconds:.2f} s, {megabytes} MB")
    expect(megabytes <= MOST_MEGABYTES, f"{words} took {megabytes} MB")
    expect(seconds <= MOST_SECONDS, f"{words} took {seconds:.1f} s")
    return os.waitstatus_to_exitcode(status), out.read_text(), err.read_text()


def test_a_spec_of_ten_megabytes(ground):
    tasks = 10_000_000 // len(TASK)
    spec = SPEC + "".join(TASK % (i, i, i) for i in range(tasks))
    code, out, _ = measure(ground, {"spec.yaml": spec}, ["validate", "spec.yaml"])
    expect_equal((code, out), (0, "1 file checked: nothing found\n"), "the answer")


def test_a_spec_that_is_all_wrong(ground):
    head = SPEC[: SPEC.index("requirements:")] + "metadata: {created: x, author: a, estimated_effort: b}\n"
    one = (
        "    - id: FR-%d\n      title: t\n      description: FR-x%d\n      priority: high\n"
        "      acceptance_criteria:\n        - a\n"
    )
    spec = head + "requirements:\n  functional:\n" + "".join(one % (i, i) for i in range(81_000))
    for form in ("text", "sarif"):
        words = ["validate", "--format", form, "spec.yaml"]
        code, out, err = measure(ground, {"spec.yaml": spec}, words)
        said = out.count("; 80000 more of this code are not listed")
        expect_equal((code, said), (1, 2), f"{err}{out[-300:]}")
    shapes = head + "requirements:\n  functional:\n" + "    - {}\n" * 150_000
    code, out, err = measure(ground, {"spec.yaml": shapes}, ["validate", "spec.yaml"])
    said = "; 749000 more findings of the schema are not listed" in out
    expect_equal((code, said), (1, True), f"{err}{out[-600:]}")


def test_a_text_that_is_all_ids(ground):
    spec = SPEC.replace("description: d", "description: " + "FR-2 " * 1_990_000).replace("tasks:\n  backend:\n", "")
    code, out, err = measure(ground, {"spec.yaml": spec}, ["validate", "spec.yaml"])
    expect_equal((code, "'FR-2' is named here and is nowhere" in out), (1, True), err)


def test_an_alias_bomb(ground):
    bomb = "a0: &a0 [" + ", ".join(["x"] * 10) + "]\n"
    bomb += "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 12))
    code, _, err = measure(ground, {"bomb.yaml": bomb}, ["doc", "to-json", "bomb.yaml"])
    expect_equal((code, "its aliases repeat more than 1000000 values" in err), (2, True), err)


def test_nested_lists(ground):
    for name, text in {
        "closed.json": "[" * MANY + "]" * MANY,
        "open.json": "[" * MANY,
        "closed.yaml": "[" * MANY + "]" * MANY,
        "open.yaml": "[" * MANY,
        "maps.yaml": "{a: " * MANY + "}" * MANY,
        "dashes.yaml": "- " * MANY + "a",
    }.items():
        code, _, err = measure(ground, {name: text}, ["doc", "to-json", name])
        known = "nested deeper than 128 levels" in err or "is not closed" in err
        expect_equal((code, known), (2, True), f"{name}: {err[:200]}")


def test_one_long_line(ground):
    line = "[" + ", ".join(['{a: "é", b: ~}'] * 150_000) + "]"
    code, _, err = measure(ground, {"line.yaml": line}, ["doc", "to-json", "line.yaml"])
    expect_equal((code, err), (0, ""), "the answer")


def test_many_small_values(ground):
    for name, text, refusal in (
        ("flow.yaml", "[" + ",".join(["1"] * 2_000_000) + "]", "more commas, colons, brackets"),
        ("maps.yaml", "[" + ", ".join(["{a: {b: c}}"] * 300_000) + "]", "more commas, colons, brackets"),
        ("block.yaml", "- 1\n" * 2_000_000, "more than 1000000 values"),
    ):
        code, _, err = measure(ground, {name: text}, ["doc", "to-json", name])
        expect_equal((code, refusal in err), (2, True), err)


def test_many_anchors_deep_inside(ground):
    for name, text in {
        "anchors.yaml": "[" * 60 + "&a 1, *a, " * 100_000 + "1" + "]" * 60,
        "aliases.yaml": f"- &a {'[' * 50}1{']' * 50}\n- {'[' * 50}{', '.join(['*a'] * 900)}{']' * 50}",
        "keys.yaml": "- {a\n : b}\n" * 300,
    }.items():
        code, _, err = measure(ground, {name: text}, ["doc", "to-json", name])
        expect_equal((code, err), (0, ""), "the answer")


def test_a_pattern_bomb(ground):
    files = {
        "bomb.schema.json": json.dumps({"items": {"pattern": "^(a+)+$"}}),
        "texts.json": json.dumps(["a" * 40 + "!"] * MANY),
    }
    code, out, _ = measure(
        ground, files, ["schema", "check", "--schema", "./bomb.schema.json", "texts.json"]
    )
    expect_equal((code, "that takes too many steps" in out), (1, True), out[:200])


def test_references_that_double(ground):
    schema = {f"d{i}": {"allOf": [{"$ref": f"#/$defs/d{i + 1}"}] * 2} for i in range(40)}
    schema["d40"] = {"type": "array"}
    files = {
        "doubling.schema.json": json.dumps({"$ref": "#/$defs/d0", "$defs": schema}),
        "list.json": "[]",
    }
    code, _, err = measure(
        ground, files, ["schema", "check", "--schema", "./doubling.schema.json", "list.json"]
    )
    expect_equal((code, "it takes too many steps" in err), (5, True), err)


harness.main(globals())
