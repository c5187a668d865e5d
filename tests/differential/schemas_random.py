#!/usr/bin/env python3
"""Our schema engine and Python's jsonschema agree on random schemas of draft 2020-12.

The packaged test suite covers draft 7; what 2020-12 has beyond it is held to this.
"""

import json
import pathlib
import random
import sys
from importlib import metadata

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

import harness  # noqa: E402
from harness import expect  # noqa: E402

try:
    import jsonschema
except ImportError:
    jsonschema = None

SEED = 20260127
SCHEMAS = 200
INSTANCES = 12
KEYS = ["a", "b", "c", "ab"]
SCALARS = [None, True, False, 0, 1, 1.0, 2.5, -3, 10**20, "", "a", "ab", "é漢", "2"]


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def instance(self, depth=3):
        kind = self.random.randrange(5 if depth else 2)
        if kind < 2:
            return self.random.choice(SCALARS)
        if kind == 2:
            return [self.instance(depth - 1) for _ in range(self.random.randrange(4))]
        keys = self.random.sample(KEYS, self.random.randrange(4))
        return {key: self.instance(depth - 1) for key in keys}

    def some(self, make, most=3):
        return [make() for _ in range(1 + self.random.randrange(most))]

    def named(self, make):
        return {key: make() for key in self.random.sample(KEYS, 1 + self.random.randrange(3))}

    def schema(self, depth=3):
        if depth == 0 or self.random.randrange(8) == 0:
            return self.random.choice([True, False, {}, {"type": "object"}, {"type": ["string", "null"]}])
        inner = lambda: self.schema(depth - 1)  # noqa: E731
        makers = {
            "type": lambda: self.random.choice(["object", "array", "integer", ["number", "string"]]),
            "enum": lambda: [self.instance(1) for _ in range(4)],
            "const": lambda: self.instance(1),
            "minimum": lambda: self.random.choice([0, 1.0, -2.5]),
            "exclusiveMaximum": lambda: self.random.choice([1, 2.5]),
            "multipleOf": lambda: self.random.choice([1, 0.5, 3]),
            "minLength": lambda: self.random.randrange(3),
            "pattern": lambda: self.random.choice(["^a", "b$", "^\\d+$", "é"]),
            "maxItems": lambda: self.random.randrange(3),
            "uniqueItems": lambda: True,
            "minProperties": lambda: self.random.randrange(3),
            "required": lambda: self.random.sample(KEYS, self.random.randrange(3)),
            "dependentRequired": lambda: self.named(lambda: self.random.sample(KEYS, 1)),
            "dependentSchemas": lambda: self.named(inner),
            "properties": lambda: self.named(inner),
            "patternProperties": lambda: {"^a": inner()},
            "additionalProperties": inner,
            "propertyNames": lambda: {"pattern": self.random.choice(["^a", "^[ab]+$"])},
            "prefixItems": lambda: self.some(inner),
            "items": inner,
            "contains": inner,
            "allOf": lambda: self.some(inner),
            "anyOf": lambda: self.some(inner),
            "oneOf": lambda: self.some(inner),
            "not": inner,
            "if": inner,
            "$ref": lambda: "#/$defs/" + self.random.choice(["x", "y"]),
            "unevaluatedProperties": lambda: False,
            "unevaluatedItems": lambda: False,
        }
        schema = {}
        for keyword in self.random.sample(sorted(makers), 1 + self.random.randrange(4)):
            schema[keyword] = makers[keyword]()
        if "if" in schema:
            schema["then"], schema["else"] = inner(), inner()
        if "contains" in schema:
            schema["minContains"], schema["maxContains"] = self.random.randrange(2), 2
        return schema

    def root(self):
        schema = self.schema()
        if not isinstance(schema, dict):
            schema = {"allOf": [schema]}
        # What is referred to refers to nothing, so that no circle is made.
        plain = {"properties": {"a": {"type": "integer"}}}
        return {**schema, "$defs": {"x": plain, "y": {"type": ["object", "array"]}}}


def wrong_files(ground, instances):
    names = []
    for number, instance in enumerate(instances):
        names.append(f"{number}.json")
        (ground.work / names[-1]).write_text(json.dumps(instance), encoding="utf-8")
    ran = ground.run(["claudestep", "schema", "check", "--schema", "./schema.json", "--json", *names])
    expect(ran.code in (0, 1), f"{(ground.work / 'schema.json').read_text()}: {ran}")
    return {found["file"]: found for found in json.loads(ran.out)["diagnostics"]}


def is_misjudged(schema):
    """Whether this jsonschema does not follow the draft: before 4.18 it knew only some of what
    `unevaluatedItems` and `unevaluatedProperties` must look at."""
    version = tuple(int(part) for part in metadata.version("jsonschema").split(".")[:2])
    return version < (4, 18) and '"unevaluated' in json.dumps(schema)


def test_agreement(ground):
    if jsonschema is None:
        raise harness.Skip("python3-jsonschema is not installed")
    maker = Maker(SEED)
    counts = {True: 0, False: 0}
    wrong = []
    for _ in range(SCHEMAS):
        schema = maker.root()
        while is_misjudged(schema):
            schema = maker.root()
        instances = [maker.instance() for _ in range(INSTANCES)]
        (ground.work / "schema.json").write_text(json.dumps(schema), encoding="utf-8")
        ours = wrong_files(ground, instances)
        judge = jsonschema.Draft202012Validator(schema)
        for number, instance in enumerate(instances):
            valid = judge.is_valid(instance)
            counts[valid] += 1
            if valid != (f"{number}.json" not in ours):
                wrong.append(f"{json.dumps(schema)} on {json.dumps(instance)}: they say {valid}, we "
                             f"{ours.get(f'{number}.json', {}).get('message')}")
    expect(not wrong, f"{len(wrong)} differ:\n" + "\n".join(wrong[:5]))
    expect(min(counts.values()) > SCHEMAS, f"{counts} is no fair sample")
    print(f"  {SCHEMAS} schemas: {counts[True]} instances are valid, {counts[False]} are not")


harness.main(globals())
