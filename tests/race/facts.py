#!/usr/bin/env python3
"""Questions that fill the cache of facts at the same moment, while others write to the branch and
take the cache away, all get the answer of the commit they read."""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

import harness  # noqa: E402
import race  # noqa: E402
from harness import expect, expect_equal  # noqa: E402

PROJECTS = 500
ROUNDS = 6
ASKERS = 4


def prepare(ground):
    repo = ground.bare("repo.git")
    lines = []
    for number in range(PROJECTS):
        lines.append({"op": "create-project", "project": f"p{number:03}"})
        lines.append({"op": "add-task", "project": f"p{number:03}", "description": "a task"})
    ran = repo.cs("apply", "-", stdin="".join(json.dumps(line) + "\n" for line in lines))
    expect(ran.code == 0, str(ran))
    return repo


def expect_right(repo, ran):
    """The answer is that of --no-cache at the commit which it names."""
    expect(ran.code == 0 and ran.err == "", str(ran))
    commit = ran.json()["commit"]
    right = repo.cs("stats", "--json", "--no-cache", "--at", commit)
    expect(ran.out == right.out, f"another answer than without the cache at {commit}")


def test_updated_by_many_at_once(ground):
    repo = prepare(ground)
    for number in range(ROUNDS):
        if number % 2 == 0:
            expect_equal(repo.cs("cache", "clear").code, 0, "cache clear")
        repo.write("task", "add", f"p{number:03}", "--description", f"round {number}")
        command = ["claudestep", "stats", "--json"]
        for ran in race.start_together(ground, command, repo.path, ASKERS):
            expect_right(repo, ran)


def test_taken_away_meanwhile(ground):
    repo = prepare(ground)

    def disturb():
        repo.write("task", "add", "p001", "--description", "again", *race.PATIENT)
        expect_equal(repo.cs("cache", "clear").code, 0, "cache clear")

    with race.beside(disturb) as steps:
        for _ in range(12):
            expect_right(repo, repo.cs("stats", "--json"))
    expect(steps, "nothing happened meanwhile")


if __name__ == "__main__":
    harness.main(globals())
