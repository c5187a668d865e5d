#!/usr/bin/env python3
"""Each example of a finding has that finding when it is run as docs/rules.md writes it: a command as
it stands, a schema on its instance, a file that cannot be read, or the part of a document that
matters, put into what `claudestep doc new` prints."""

import copy
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))

import harness  # noqa: E402
from harness import expect, expect_equal  # noqa: E402

KINDS = {
    "spec": "feature-spec",
    "api": "api-contract",
    "trust": "trust-model",
    "agent": "agent-file",
    "progress": "progress-file",
    "metrics": "compound-metrics",
    "run": "automation-run",
    "configuration": "configuration",
}
# Files as they stand: what is wrong with them is that they cannot be read.
WHOLE = {
    "json/syntax": "agent.af",
    "json/duplicate-key": "agent.af",
    "yaml/syntax": "spec.yaml",
    "yaml/duplicate-key": "spec.yaml",
    "document/syntax": "claude-progress.txt",
}
RULE = re.compile(r"^### `([^`]+)`\n\n\*\*[^\n]*\*\* \((\w+)[^)]*\)\n(.*?)(?=^##|\Z)", re.M | re.S)


def examples():
    """(code, severity, example) of each rule that has one, and the codes of those that have none."""
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    found, without = [], set()
    for code, severity, body in RULE.findall(page):
        lines = re.findall(r"^    (.*)$", body, re.M)
        if lines:
            found.append((code, severity, "\n".join(lines)))
        else:
            without.add(code)
    return found, without


def value_of(ground, text):
    ran = ground.run(["claudestep", "doc", "to-json", "--from", "yaml", "-"], stdin=text)
    expect_equal(ran.code, 0, f"{text}: {ran}")
    return json.loads(ran.out)


def put_into(base, part):
    """`base` with the members of `part`; an item of a list is put into the first item of base's."""
    if isinstance(base, dict) and isinstance(part, dict):
        merged = dict(base)
        for key, value in part.items():
            merged[key] = put_into(base.get(key), value)
        return merged
    if isinstance(part, list) and isinstance(base, list) and base:
        return [put_into(copy.deepcopy(base[0]), item) for item in part]
    return part


def put_into_progress(base, part):
    """The Markdown `base` with the lines of `part`, a section or a `key: value` line for another."""
    heading, *lines = part.splitlines()
    before, rest = base.split(heading + "\n", 1)
    section, *after = re.split(r"(?=^## )", rest, maxsplit=1, flags=re.M)
    for line in lines:
        key = line.split(":")[0] + ":"
        changed = re.sub(rf"^{re.escape(key)}.*$", line, section, flags=re.M)
        section = changed if changed != section else "\n" + "\n".join(lines) + "\n\n"
    return before + heading + "\n" + section + "".join(after)


def judge(ground, *words):
    ran = ground.run(["claudestep", *words, "--json"])
    expect(ran.code in (0, 1), str(ran))
    return json.loads(ran.out)["diagnostics"]


def findings(ground, code, example):
    write = lambda name, text: (ground.work / name).write_text(text, encoding="utf-8")  # noqa: E731
    if code in WHOLE:
        write(WHOLE[code], example)
        return judge(ground, "validate", WHOLE[code])
    if "claudestep validate" in example:
        ran = ground.run(["sh", "-c", example + " --json"])
        expect_equal(ran.code, 1, str(ran))
        return json.loads(ran.out)["diagnostics"]
    if " on " in example and code.startswith("schema/"):
        schema, instance = example.split(" on ")
        write("schema.json", schema)
        write("instance.json", instance)
        return judge(ground, "schema", "check", "--schema", "./schema.json", "instance.json")
    kind = KINDS.get(code.split("/")[0], "feature-spec")
    if example.startswith("trust_levels:"):
        kind = "trust-model"
    if example.startswith('{"agent"'):
        kind = "agent-file"
    base = ground.run(["claudestep", "doc", "new", kind]).out
    if kind == "progress-file":
        write("claude-progress.txt", put_into_progress(base, example))
        return judge(ground, "validate", "claude-progress.txt")
    merged = put_into(value_of(ground, base), value_of(ground, example))
    name = "document.json"
    write(name, json.dumps(value_of(ground, base)))
    repo = ["git", "-C", str(ground.work)]
    against = []
    if code == "spec/illegal-transition":
        for words in (["init", "-q"], ["add", name], ["commit", "-qm", "before"]):
            ran = ground.run([*repo, *words])
            expect_equal(ran.code, 0, str(ran))
        against = ["--against", "HEAD"]
    write(name, json.dumps(merged))
    return judge(ground, "validate", "--kind", kind, *against, name)


def test_each_example_has_its_finding(ground):
    found, _ = examples()
    wrong = []
    home = ground.work
    for number, (code, severity, example) in enumerate(found):
        ground.work = home / str(number)
        ground.work.mkdir()
        seen = findings(ground, code, example)
        if not any(one["code"] == code and one["severity"] == severity for one in seen):
            wrong.append(f"{code}: {example!r} gives {[one['code'] for one in seen]}")
    expect(not wrong, "\n".join(wrong))
    expect(len(found) > 55, f"only {len(found)} examples were found")


def test_each_rule_of_documents_has_an_example(_):
    _, without = examples()
    groups = {"json", "yaml", "document", "schema", *KINDS}
    bare = sorted(code for code in without if code.split("/")[0] in groups)
    expect(not bare, f"without an example: {bare}")


harness.main(globals())
