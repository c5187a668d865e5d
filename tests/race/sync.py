#!/usr/bin/env python3
"""Clones of one bare remote that write and sync at the same time end on one commit with every write.
Run with more clones and writes by sync_long.py."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

import harness  # noqa: E402
import race  # noqa: E402
from harness import REF, expect, expect_equal  # noqa: E402

CLONES = 6
WRITES = 6


def prepare(ground, count):
    """A bare remote with one project, and clones of it."""
    remote = ground.bare("remote.git")
    remote.write("project", "create", "race")
    clones = []
    for number in range(count):
        path = ground.work / f"clone{number}"
        ground.must(["git", "clone", "-q", str(remote.path), str(path)])
        clones.append(harness.Repo(ground, path))
    return remote, clones


def must_sync(repo):
    ran = repo.cs("sync", "--json", *race.PATIENT, timeout=race.PATIENCE)
    expect(ran.code == 0, str(ran))
    return ran.json()


def description(writer, number):
    return f"writer {writer} write {number}"


def write_and_sync(clones, writes):
    """Every clone writes and syncs, over and over; returns how often a push came too late."""

    def step(writer, number):
        clone = clones[writer]
        clone.write("task", "add", "race", "--description", description(writer, number))
        return must_sync(clone)["retries"]

    return sum(race.run_writers(len(clones), writes, step))


def expect_converged(remote, clones, writes):
    for clone in clones:
        must_sync(clone)
    tips = {clone.tip() for clone in clones} | {remote.tip()}
    expect_equal(len(tips), 1, f"different tips after the last sync: {tips}")
    wanted = sorted(description(c, n) for c in range(len(clones)) for n in range(writes))
    tasks = remote.project("race")["tasks"]
    expect_equal(sorted(task["description"] for task in tasks), wanted, "tasks in the document")
    expect_equal([task["index"] for task in tasks], list(range(1, len(wanted) + 1)), "numbers")
    for repo in (remote, clones[0]):
        repo.expect_sound("after the race")
        repo.expect_no_locks("after the race")
    frame = clones[0].cs("fsck", "--frame")
    expect("lost-update" not in frame.out + frame.err, f"an update was lost: {frame}")


def race_of(ground, count, writes):
    remote, clones = prepare(ground, count)
    retries = write_and_sync(clones, writes)
    expect_converged(remote, clones, writes)
    merges = len(remote.git("rev-list", "--min-parents=2", REF).split())
    print(f"  {count} clones x {writes} writes: all {count * writes} there, one tip, "
          f"{merges} merges, {retries} pushes that came too late")


def test_all_writes_arrive(ground):
    race_of(ground, CLONES, WRITES)


def test_clones_that_merge_the_same_pair_agree(ground, count=8):
    """Each clone merges the same two commits by itself; they make one commit."""
    remote, clones = prepare(ground, count)
    remote.write("task", "add", "race", "--description", "of the remote")
    clones[0].write("task", "add", "race", "--description", "of a clone")
    clones[0].git("push", "-q", "origin", f"{REF}:refs/heads/other")
    tips = set()
    for clone in clones:
        clone.git("fetch", "-q")
        clone.git("update-ref", REF, "refs/remotes/origin/claudestep-metadata")
        ran = clone.cs("merge", "origin/other", "--json")
        expect(ran.code == 0, str(ran))
        tips.add(clone.tip())
    expect_equal(len(tips), 1, f"merge commits of one pair: {tips}")


if __name__ == "__main__":
    harness.main(globals())
