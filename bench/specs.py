#!/usr/bin/env python3
"""Feature specs for measurements, the same each time.

    bench/specs.py COUNT FOLDER      writes FOLDER/feature-NNNN/spec.yaml; every tenth has one error
"""

import pathlib
import random
import sys

ROLES = ("backend", "frontend", "qa")
PRIORITIES = ("critical", "high", "medium", "low")
WORDS = "user session token report invoice search cache upload webhook export audit quota".split()


def requirement(number, chance):
    word = chance.choice(WORDS)
    return f"""    - id: FR-{number}
      title: "Handle the {word}"
      description: >
        The {word} is kept in step with what
        the user sees: at once, and after a restart
      priority: {chance.choice(PRIORITIES)}
      acceptance_criteria:
        - WHEN a {word} changes THE SYSTEM SHALL show it within {chance.randint(100, 900)} ms
        - WHEN a {word} is removed THE SYSTEM SHALL keep a record of it for 30 days
      test_coverage: recommended
"""


def task(role, number, wrong, chance):
    done = "" if wrong else '      done_when: ["all tests pass", "the review is done"]\n'
    return f"""    - id: {role[:2].upper()}-{number:03}
      title: "Build part {number} of the {chance.choice(WORDS)}"
      reference: FR-{100 + number % 8}
      acceptance_criteria:
        - it works with {chance.randint(2, 500)} of them at once
{done}      methodology: TDD
      max_iterations: {chance.randint(1, 20)}
"""


def spec(number):
    chance = random.Random(number)
    text = f"""version: "1.0"
feature:
  id: feature-{number:04}
  name: "Feature number {number}"
  priority: {chance.choice(PRIORITIES)}
  status: planning
objective:
  summary: "What this feature is for, in a sentence"
  business_value: "Why it pays, in another"
requirements:
  functional:
"""
    text += "".join(requirement(100 + at, chance) for at in range(8))
    text += """  non_functional:
    - {id: NFR-001, type: performance, requirement: "95 % of answers within 200 ms"}
tasks:
"""
    for role in ROLES:
        text += f"  {role}:\n"
        wrong = number % 10 == 0 and role == "qa"
        text += "".join(task(role, at, wrong and at == 3, chance) for at in range(1, 6))
    return text + """risks:
  - {description: "it is late", probability: medium, impact: high, mitigation: "begin early"}
"""


def write(count, folder):
    for number in range(1, count + 1):
        path = pathlib.Path(folder) / f"feature-{number:04}" / "spec.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(spec(number), encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), sys.argv[2])
