#!/usr/bin/env python3
"""`reconcile` against the truth: 60 pull requests merged in every way, 40 that were not.

Three projects, with the forge's own heads (refs/pull/N/head) fetched and without. Nothing that was not
merged may be called proved, all that can be proved must be, a second run changes nothing, and another
clone makes the same commit. Precision and recall are printed.
"""

import collections
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import harness  # noqa: E402
from harness import expect, expect_equal  # noqa: E402

import _pull_requests as made  # noqa: E402

LATER = {"CLAUDESTEP_NOW": "2026-06-01T00:00:00Z"}


def operations(pulls):
    """The records, as `apply` takes them."""
    lines = []
    for project in made.PROJECTS:
        lines.append({"op": "create-project", "project": project})
        tasks = max(pull.task for pull in pulls if pull.project == project)
        for task in range(1, tasks + 1):
            lines.append({"op": "add-task", "project": project, "description": f"Task {task} of it"})
    for pull in pulls:
        about = {"project": pull.project, "pr": pull.number}
        lines.append(
            {
                "op": "open-pr",
                "task": pull.task,
                "branch": pull.branch,
                "reviewer": "ana",
                "created_at": pull.created,
                **about,
            }
        )
        if pull.state != "open":
            lines.append({"op": "set-pr-state", "state": pull.state, **about})
    return "".join(json.dumps(line) + "\n" for line in lines)


def tell(ground, name, base="main"):
    repo = ground.bare(name, commit=False)
    teller = made.tell(base)
    teller.story.write(repo.path)
    repo.git("update-ref", "-d", "refs/story")
    ran = repo.cs("apply", "-", "-q", stdin=operations(teller.pulls), variables=LATER)
    expect(ran.code == 0, str(ran))
    expect_equal(
        (sum(pull.merged for pull in teller.pulls), len(teller.pulls)), (60, 100), "what was made"
    )
    return repo, teller.pulls


def reconcile(repo, *options, code=0):
    ran = repo.cs("reconcile", "--json", *options, variables=LATER)
    expect(ran.code == code, str(ran))
    return ran.json()


def judge(found, pulls, with_heads):
    """Holds what was found to the truth, and prints how good it is."""
    by_number = {pull.number: pull for pull in pulls}
    proved = {one["pr_number"] for one in found["changes"] if one["weight"] == "proved"}
    likely = {one["pr_number"] for one in found["changes"] if one["weight"] == "likely"}
    false = [by_number[number] for number in proved if not by_number[number].merged]
    provable = {
        pull.number
        for pull in pulls
        if pull.merged and (pull.seen_with_heads if with_heads else pull.seen_without)
    }
    missed = [by_number[number] for number in sorted(provable - proved)]
    true = len(proved) - len(false)
    print(
        f"refs/pull {'fetched' if with_heads else 'not fetched'}: 60 merged of 100, {len(provable)} "
        f"provable; {len(proved)} called proved: precision {true / len(proved):.3f}, "
        f"recall {len(proved & provable) / len(provable):.3f} of the provable, "
        f"{true / 60:.3f} of all; {len(likely)} more called likely, "
        f"{sum(by_number[number].merged for number in likely)} of them rightly"
    )
    rules = collections.Counter(
        f"{one['rule']} ({one['weight']})" for one in found["changes"]
    )
    print("  " + ", ".join(f"{count} {rule}" for rule, count in sorted(rules.items())))
    expect_equal([(one.number, one.kind) for one in false], [], "called proved, and never merged")
    expect_equal([(one.number, one.kind) for one in missed], [], "provable, and not proved")
    doubts = sorted(one["pr_number"] for one in found["doubts"])
    expect_equal(doubts, [pull.number for pull in pulls if pull.doubt], "doubts")
    for number in likely:
        expect(by_number[number].merged, f"#{number} is called likely, and was never merged")


def hold_to_truth(ground, with_heads, base="main"):
    repo, pulls = tell(ground, "repo.git", base)
    repo.git("symbolic-ref", "HEAD", f"refs/heads/{base}")
    if not with_heads:
        for name in repo.git("for-each-ref", "--format=%(refname)", "refs/pull").split():
            repo.git("update-ref", "-d", name)
    other = harness.Repo(ground, ground.work / "other.git")
    ground.must(["git", "clone", "-q", "--mirror", str(repo.path), str(other.path)])
    drift = reconcile(repo, "--check", code=1)
    found = reconcile(repo)
    expect_equal(drift["changes"], [{**one, "applied": False} for one in found["changes"]], "--check")
    judge(found, pulls, with_heads)
    states = {
        pull["pr_number"]: pull["pr_state"]
        for project in made.PROJECTS
        for pull in repo.project(project)["pull_requests"]
    }
    proved = {one["pr_number"] for one in found["changes"] if one["weight"] == "proved"}
    for pull in pulls:
        expect_equal(
            states[pull.number],
            "merged" if pull.number in proved else pull.state,
            f"the state of #{pull.number} ({pull.kind})",
        )
    tip = repo.tip()
    again = reconcile(repo)
    expect(not again["changed"] and repo.tip() == tip, f"the second run changed something: {again}")
    reconcile(other)
    expect_equal(other.tip(), tip, "the commit of another clone")
    repo.expect_sound("after reconcile")
    ran = repo.cs("fsck", "--frame")
    expect(ran.code == 0, str(ran))


def test_with_the_forges_heads(ground):
    hold_to_truth(ground, with_heads=True)


def test_without_the_forges_heads(ground):
    hold_to_truth(ground, with_heads=False, base="trunk")


def test_shallow_clones(ground):
    """What lies behind the end of a clone is not known, and nothing else is said of it."""
    repo, pulls = tell(ground, "repo.git")
    repo.git("symbolic-ref", "HEAD", "refs/heads/main")
    for depth in (1, 30, 100):
        clone = harness.Repo(ground, ground.work / f"depth-{depth}.git")
        ground.must(["git", "clone", "-q", "--bare", f"--depth={depth}", f"file://{repo.path}",
                     str(clone.path)])
        clone.git("fetch", "-q", "origin", f"{harness.REF}:{harness.REF}")
        found = clone.cs("reconcile", "--check", "--json", variables=LATER)
        expect(found.code in (1, 6), str(found))
        found = found.json()
        weights = {one["pr_number"]: one["weight"] for one in found["changes"]}
        told = {one["pr_number"] for one in found["doubts"] + found["unknown"]}
        proved = [pull for pull in pulls if weights.get(pull.number) == "proved"]
        print(f"depth {depth}: {len(proved)} called proved, {len(found['unknown'])} unknown")
        expect_equal([(p.number, p.kind) for p in proved if not p.merged], [], "never merged")
        silent = [(pull.number, pull.kind) for pull in pulls
                  if (pull.merged or pull.doubt) and pull.number not in weights.keys() | told]
        expect_equal(silent, [], f"depth {depth}: nothing is said of them")


if __name__ == "__main__":
    harness.main(globals())
