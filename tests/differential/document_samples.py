#!/usr/bin/env python3
"""The samples of tests/data/documents, judged by Python's jsonschema and PyYAML, and by the tool.

Each kind of document has a schema in schemas/ and samples in two folders, valid/ and invalid/. The
schemas are held to the metaschema, and each sample to its schema, by programs that are not ours.
PyYAML reads YAML 1.1; it is given the scalars of the core schema of YAML 1.2.
"""

import datetime
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

import harness  # noqa: E402
from harness import expect, expect_equal  # noqa: E402

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"skipped: {missing} (scripts/packages test)")
    sys.exit(harness.SKIPPED)

SCHEMAS = HERE.parent.parent / "schemas"
SAMPLES = HERE.parent / "data" / "documents"
FEWEST = 5  # of each verdict a kind
# What only our own reader turns into a value: the tool judges these alone.
NO_OTHER_READER = {"progress-file"}


# ---------------------------------------------------------------- the judges


class CoreLoader(yaml.SafeLoader):
    """YAML with the core schema of 1.2, and merge keys."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"(?:null|Null|NULL|~|)", ["n", "N", "~", ""]),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)", list("tTfF")),
    ("int", r"(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
    ("merge", r"<<", ["<"]),
):
    CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def json_keys(value):
    """The same value with keys as JSON has them: texts."""
    if isinstance(value, dict):
        return {str(key): json_keys(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [json_keys(inner) for inner in value]
    return value


def read(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix in (".yaml", ".yml"):
        return json_keys(yaml.load(text, CoreLoader))
    return json.loads(text)


FORMATS = jsonschema.FormatChecker(formats=["date", "uuid"])


@FORMATS.checks("date-time", raises=ValueError)
def is_date_time(value):
    if not isinstance(value, str):
        return True
    if not re.match(r"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$", value):
        return False
    datetime.datetime.strptime(value[:19].upper(), "%Y-%m-%dT%H:%M:%S")
    return True


# ---------------------------------------------------------------- the tests


def kinds():
    found = sorted(path.name.removesuffix(".schema.json") for path in SCHEMAS.glob("*.schema.json"))
    expect(len(found) >= 15, f"too few schemas: {found}")
    return found


def schema_of(kind):
    return json.loads((SCHEMAS / f"{kind}.schema.json").read_text(encoding="utf-8"))


def samples_of(kind):
    """(path, whether it is valid) of each sample."""
    for verdict in ("valid", "invalid"):
        found = sorted((SAMPLES / kind / verdict).iterdir())
        expect(len(found) >= FEWEST, f"{kind}: only {len(found)} {verdict} samples")
        for path in found:
            yield path, verdict == "valid"


def without_description(schema, where):
    """Places of members that an editor could say nothing about."""
    for name, inner in schema.get("properties", {}).items():
        if isinstance(inner, dict):
            if "description" not in inner and "$ref" not in inner:
                yield f"{where}.{name}"
            yield from without_description(inner, f"{where}.{name}")
    for key in ("items", "additionalProperties", "then"):
        if isinstance(schema.get(key), dict):
            yield from without_description(schema[key], f"{where}.{key}")
    for name, inner in schema.get("$defs", {}).items():
        yield from without_description(inner, f"{where}.$defs.{name}")


def test_schemas_are_schemas(_ground):
    for kind in kinds():
        schema = schema_of(kind)
        jsonschema.Draft202012Validator.check_schema(schema)
        expect_equal(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", kind)
        expect_equal(schema["$id"], f"urn:claudestep:schema:{kind}", kind)
        expect(schema["title"] and schema["description"], f"{kind} does not say what it is")
        expect_equal(list(without_description(schema, kind)), [], "members without a description")


def test_jsonschema_agrees_on_each_sample(_ground):
    judged = 0
    for kind in kinds():
        validator = jsonschema.Draft202012Validator(schema_of(kind), format_checker=FORMATS)
        for path, valid in samples_of(kind):
            if kind in NO_OTHER_READER:
                continue
            errors = [error.message for error in validator.iter_errors(read(path))]
            expect_equal(not errors, valid, f"{path.relative_to(SAMPLES)}: {errors}")
            judged += 1
    print(f"{judged} samples of {len(kinds())} kinds judged")


def errors_of(ground, kind, paths):
    """By file name: the errors that the tool finds, as (code, line, column)."""
    name = "project" if kind.startswith("project") else kind
    ran = ground.run(["claudestep", "validate", "--json", "--kind", name, *map(str, paths)])
    expect(ran.code in (0, 1), str(ran))
    found = {str(path): [] for path in paths}
    for one in ran.json()["diagnostics"]:
        if one["severity"] == "error":
            found[one["file"]].append((one["code"], one["line"], one["column"]))
    expect_equal(ran.json()["files"], len(paths), f"{kind}: files that were looked at")
    return found


def test_the_tool_agrees_on_each_sample(ground):
    for kind in kinds():
        samples = list(samples_of(kind))
        found = errors_of(ground, kind, [path for path, _ in samples])
        for path, valid in samples:
            errors = found[str(path)]
            expect_equal(not errors, valid, f"{path.relative_to(SAMPLES)}: {errors}")
            # Each invalid sample has one mistake.
            expect(len(errors) <= 1, f"{path.relative_to(SAMPLES)}: {errors}")


def test_the_hook_of_pre_commit_takes_what_a_path_tells(ground):
    hooks = yaml.safe_load((SCHEMAS.parent / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    pattern = re.compile(hooks[0]["files"])
    told = ["spec.yaml", "specs/a/spec.yml", "x/trust_model.yaml", "agents/a.af", "a.af",
            "metrics/compound.yaml", "x/metrics/compound.yaml", "claude-progress.txt",
            "claude-step/auth/configuration.yml", "x/claude-chain/a/configuration.json"]
    untold = ["my-spec.yaml", "spec.yaml.bak", "compound.yaml", "configuration.yml",
              "claude-step/configuration.yml", "trust_model.yml", "README.md"]
    for path in told + untold:
        expect_equal(pattern.search(path) is not None, path in told, path)
        file = ground.work / "repo" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("[]\n", encoding="utf-8")
    # What the path tells is looked at in a folder, whatever it holds.
    ran = ground.run(["claudestep", "validate", "--json", "repo"])
    expect_equal(ran.json()["files"], len(told), "files that the tool is told by their paths")


if __name__ == "__main__":
    harness.main(globals())
