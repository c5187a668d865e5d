#!/usr/bin/env python3
"""`validate --format sarif` has the structure that SARIF 2.1.0 publishes, and says what --json says.

STRUCTURE is what the standard's schema asks of the objects that we write: which members there may be,
which must be, and of what kind. Whatever else the standard has, we do not write.
"""

import pathlib
import sys
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

import harness  # noqa: E402
from harness import expect, expect_equal  # noqa: E402

try:
    import jsonschema
except ImportError as missing:
    print(f"skipped: {missing} (scripts/packages test)")
    sys.exit(harness.SKIPPED)

SAMPLES = HERE.parent / "data" / "documents"
LEVEL = {"enum": ["none", "note", "warning", "error"]}


def record(required, **members):
    return {"type": "object", "required": required, "properties": members,
            "additionalProperties": False}


TEXT = record(["text"], text={"type": "string"})
RULE = record(
    ["id"], id={"type": "string"}, shortDescription=TEXT, fullDescription=TEXT, help=TEXT,
    defaultConfiguration=record([], level=LEVEL))
REGION = record([], startLine={"type": "integer", "minimum": 1},
                startColumn={"type": "integer", "minimum": 1})
LOCATION = record([], physicalLocation=record(
    ["artifactLocation"], artifactLocation=record(["uri"], uri={"type": "string"}), region=REGION))
RESULT = record(
    ["message"], ruleId={"type": "string"}, ruleIndex={"type": "integer", "minimum": -1},
    level=LEVEL, message=TEXT, locations={"type": "array", "items": LOCATION})
DRIVER = record(["name"], name={"type": "string"}, version={"type": "string"},
                rules={"type": "array", "items": RULE, "uniqueItems": True})
RUN = record(
    ["tool", "results"], tool=record(["driver"], driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results={"type": "array", "items": RESULT})
STRUCTURE = record(
    ["version", "runs"], **{"$schema": {"type": "string"}}, version={"const": "2.1.0"},
    runs={"type": "array", "items": RUN})


def validate(ground, form, *paths):
    ran = ground.run(["claudestep", "validate", "-q", "--format", form, *map(str, paths)])
    expect(ran.code in (0, 1), str(ran))
    return ran.json()


def expect_same(ground, *paths):
    """The same findings in both forms; how many there were."""
    sarif = validate(ground, "sarif", *paths)
    jsonschema.Draft202012Validator(STRUCTURE).validate(sarif)
    findings = validate(ground, "json", *paths)["diagnostics"]
    run, = sarif["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    expect_equal(set(rules), {one["code"] for one in findings}, "the rules of the driver")
    expect_equal(len(run["results"]), len(findings), "how many findings there are")
    for result, one in zip(run["results"], findings):
        expect_equal(result["ruleId"], one["code"], "the rule")
        expect_equal(rules[result["ruleIndex"]], one["code"], "the rule's index")
        expect_equal(result["level"], one["severity"], "the level")
        expect(result["message"]["text"].startswith(one["message"]), str(result))
        place = result["locations"][0]["physicalLocation"]
        uri = urllib.parse.unquote(place["artifactLocation"]["uri"])
        expect_equal(uri.removeprefix("file://"), one["file"], "the file")
        region = place.get("region", {})
        expect_equal(region.get("startLine"), one["line"], "the line")
        expect_equal(region.get("startColumn"), one["column"], "the column")
    return len(findings)


def test_samples(ground):
    found = expect_same(ground, SAMPLES)
    expect(found > 80, f"only {found} findings in the samples")


def test_odd_names(ground):
    folder = ground.work / "a b%c:d"
    folder.mkdir()
    (folder / "spec.yaml").write_text("version: 1\n", encoding="utf-8")
    expect(expect_same(ground, "a b%c:d") > 0, "a finding")
    (ground.work / "broken.yaml").write_text("a: [", encoding="utf-8")
    expect_equal(expect_same(ground, "broken.yaml"), 1, "findings")


def test_nothing_found(ground):
    expect_equal(expect_same(ground, SAMPLES / "feature-spec/valid/complete.yaml"), 0, "findings")


if __name__ == "__main__":
    harness.main(globals())
