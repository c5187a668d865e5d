#!/usr/bin/env python3
"""The rival of `validate`: Python's jsonschema on what PyYAML's C reader reads.

    bench/validate.py SCHEMA FOLDER      prints how many files there are and how many are wrong
"""

import json
import pathlib
import sys

import jsonschema
import yaml

schema = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
validator = jsonschema.Draft202012Validator(schema)
files = sorted(pathlib.Path(sys.argv[2]).rglob("spec.yaml"))
wrong = 0
for path in files:
    with open(path, encoding="utf-8") as source:
        document = yaml.load(source, Loader=yaml.CSafeLoader)
    wrong += any(True for _ in validator.iter_errors(document))
print(json.dumps({"files": len(files), "wrong": wrong}))
