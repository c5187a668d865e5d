#!/usr/bin/env python3
"""Clones of one bare remote that claim at once: each wins another task, nobody reviews more than the
configuration allows, and the remote has exactly the claims that were won."""

import collections
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

import harness  # noqa: E402
import race  # noqa: E402
from harness import REF, expect, expect_equal  # noqa: E402

CLAIM = ("claudestep", "next", "race", "--claim", "--json", *race.PATIENT)
PREPARE = ("claudestep", "prepare", "race", "--json", *race.PATIENT)


def prepare(ground, clones, tasks, limits):
    """A bare remote whose main says who reviews, with so many tasks, and clones of it."""
    remote = ground.bare("remote.git")
    operations = [{"op": "create-project", "project": "race"}]
    operations += [
        {"op": "add-task", "project": "race", "description": f"task {n}"} for n in range(tasks)
    ]
    # Work of another project weighs on the same reviewers: alice has one already.
    operations += [
        {"op": "create-project", "project": "other"},
        {"op": "add-task", "project": "other", "description": "Elsewhere"},
        {"op": "open-pr", "project": "other", "task": 1, "pr": 1, "branch": "x", "reviewer": "alice"},
    ]
    remote.write("apply", "-", stdin="".join(json.dumps(one) + "\n" for one in operations))
    reviewers = [{"username": name, "maxOpenPRs": most} for name, most in limits.items()]
    blob = remote.git("hash-object", "-w", "--stdin", stdin=json.dumps({"reviewers": reviewers}))
    tree = f"100644 blob {blob}\tconfiguration.json"
    for folder in ("race", "claude-step"):
        tree = f"040000 tree {remote.git('mktree', stdin=tree)}\t{folder}"
    commit = remote.git("commit-tree", "-m", "plan", remote.git("mktree", stdin=tree))
    remote.git("update-ref", "refs/heads/main", commit)
    repos = []
    for number in range(clones):
        path = ground.work / f"clone{number}"
        ground.must(["git", "clone", "-q", "--no-checkout", str(remote.path), str(path)])
        repos.append(harness.Repo(ground, path))
    return remote, repos


def claims_of(document):
    """The reviewer of each claimed task, by its index."""
    return {t["index"]: t["claim"]["reviewer"] for t in document["tasks"] if "claim" in t}


def race_of(ground, clones, tasks, limits, wanted, reason, command=CLAIM):
    """All claim at once; `wanted` win, the others hear the reason."""
    remote, repos = prepare(ground, clones, tasks, limits)
    ended = race.start_in(ground, command, [repo.path for repo in repos])
    won = {}
    for one in ended:
        expect(one.code in (0, 1), f"a claim ended with {one.code}: {one.err}")
        answer = json.loads(one.out)
        if one.code == 1:
            expect_equal(answer["reason"], reason, "why there is no task")
            continue
        index = answer["task"]["index"]
        expect(index not in won, f"task {index} was won twice")
        won[index] = answer["claim"]["reviewer"]
    expect_equal(len(won), wanted, "claims that were won")
    document = remote.project("race")
    expect_equal(claims_of(document), won, "claims on the remote")
    load = collections.Counter(won.values())
    load["alice"] += 1
    over = {name: count for name, count in load.items() if count > limits[name]}
    expect_equal(over, {}, "reviewers with more than they may have")
    subjects = remote.git("log", "--format=%s", REF).splitlines()
    expect_equal(sum("claim task" in one for one in subjects), wanted, "commits that claim")
    expect_equal(remote.git("rev-list", "--min-parents=2", REF), "", "merges of claims")
    for repo in (remote, *repos):
        repo.expect_no_locks("after the race")
    remote.expect_sound("after the race")
    for repo in repos:  # nothing that was not won is left in a clone
        tips = repo.git("for-each-ref", "--format=%(objectname)", REF).split()
        for tip in tips:
            remote.git("merge-base", "--is-ancestor", tip, REF)


def test_twenty_ask_for_ten_tasks(ground):
    race_of(ground, 20, 10, {"alice": 4, "bob": 5, "carol": 2}, 10, "nothing_ready")


def test_more_tasks_than_room(ground):
    race_of(ground, 7, 6, {"alice": 2, "bob": 2}, 3, "no_capacity")


def test_jobs_prepare_at_once(ground):
    race_of(ground, 8, 5, {"alice": 4, "bob": 5}, 5, "nothing_ready", PREPARE)


if __name__ == "__main__":
    harness.main(globals())
