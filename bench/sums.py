#!/usr/bin/env python3
"""What a person would write to get the totals: project documents on stdin, one after the other."""

import json
import sys

decoder = json.JSONDecoder()
text = sys.stdin.read()
sums = {"projects": 0, "tasks": 0, "pull_requests": 0, "ai_operations": 0, "cost": 0.0}
at = 0
while (at := next((i for i in range(at, min(at + 80, len(text))) if text[i] == "{"), -1)) >= 0:
    project, at = decoder.raw_decode(text, at)
    sums["projects"] += 1
    sums["tasks"] += len(project["tasks"])
    sums["pull_requests"] += len(project["pull_requests"])
    for pull_request in project["pull_requests"]:
        for operation in pull_request["ai_operations"]:
            sums["ai_operations"] += 1
            sums["cost"] += operation["cost_usd"]
print(json.dumps(sums))
