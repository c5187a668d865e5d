#!/usr/bin/env python3
"""`reconcile` over random lives of pull requests: nothing is called proved that was never merged, a
second run changes nothing, and what a forge merged with its words is found."""

import collections
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import harness  # noqa: E402
from harness import expect, expect_equal  # noqa: E402

import _random_pulls as lives  # noqa: E402

SEEDS = range(1, 5)  # reconcile_random_long.py has more
TURNS = 60
LATER = {"CLAUDESTEP_NOW": "2026-06-01T00:00:00Z"}


def operations(world):
    lines = [{"op": "create-project", "project": "auth"}]
    for pull in world.pulls:
        lines.append({"op": "add-task", "project": "auth", "description": f"Task {pull.number}"})
    for pull in world.pulls:
        about = {"project": "auth", "pr": pull.number}
        opened = {"task": pull.number, "branch": pull.branch, "created_at": pull.created}
        lines.append({"op": "open-pr", **about, **opened})
        if pull.recorded != "open":
            about["at"] = pull.closed
            lines.append({"op": "set-pr-state", "state": pull.recorded, **about})
    return "".join(json.dumps(line) + "\n" for line in lines)


def judge(ground, seed, with_heads, tally):
    world = lives.World(seed).live(TURNS)
    repo = ground.bare(f"{seed}-{with_heads}.git", commit=False)
    refs = world.story.refs
    if not with_heads:
        world.story.refs = {name: at for name, at in refs.items() if "/pull/" not in name}
    world.story.write(repo.path)
    repo.git("update-ref", "-d", "refs/story")
    ran = repo.cs("apply", "-", "-q", stdin=operations(world), variables=LATER)
    expect(ran.code == 0, str(ran))
    ran = repo.cs("reconcile", "--json", variables=LATER)
    expect(ran.code == 0, str(ran))
    found = {one["pr_number"]: one for one in ran.json()["changes"]}
    for pull in world.pulls:
        one = found.get(pull.number)
        proved = one is not None and one["weight"] == "proved"
        about = f"seed {seed}, heads {with_heads}: {pull}: {one}"
        if proved:
            expect(world.may_be_proved(pull), f"called proved, and never merged: {about}")
        if pull.merged and not pull.reverted:
            tally[pull.way].append(proved)
        elif proved:
            tally["by another's merge"].append(proved)
        named = pull.merged and not pull.reverted and pull.way == "by_forge"
        # One that was closed before is only likely where no end of its branch is known.
        likely = one is not None and pull.recorded == "closed" and not with_heads
        expect(proved or likely or not named, f"a forge's merge was not found: {about}")
    for doubt in ran.json()["doubts"]:
        pull = world.pulls[doubt["pr_number"] - 1]
        seen = pull.reverted or pull.revert_seen or doubt["reason"].startswith("perhaps")
        expect(seen, f"seed {seed}: called reverted, and never was: {pull}: {doubt}")
    again = repo.cs("reconcile", "--json", variables=LATER)
    expect(not again.json()["changed"], f"seed {seed}: the second run changed something: {again}")
    expect_equal(again.json()["doubts"], ran.json()["doubts"], f"seed {seed}: doubts of a second run")


def judge_all(ground, with_heads, seeds=SEEDS):
    tally = collections.defaultdict(list)
    for seed in seeds:
        judge(ground, seed, with_heads, tally)
    words = "with heads" if with_heads else "without heads"
    proved, merged = sum(map(sum, tally.values())), sum(map(len, tally.values()))
    print(f"{words}: {proved} called proved, none wrongly, of {merged} merged")
    ways = (f"{sum(these)} of {len(these)} {way}" for way, these in sorted(tally.items()))
    print("  " + ", ".join(ways))


def test_with_the_forges_heads(ground):
    judge_all(ground, with_heads=True)


def test_without_the_forges_heads(ground):
    judge_all(ground, with_heads=False)


if __name__ == "__main__":
    harness.main(globals())
