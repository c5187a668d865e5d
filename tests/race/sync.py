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


def cross(repo, sides):
    """Lets each side merge the other in a way of its own, as a tool that is not ours would."""
    one, other = (repo.tip(side) for side in sides)
    repo.git("update-ref", "refs/heads/both", one)
    ran = repo.cs("--ref", "both", "merge", other)
    expect(ran.code == 0, str(ran))
    for side, parents in zip(sides, ((one, other), (other, one))):
        crossed = repo.git("commit-tree", "-m", side, "refs/heads/both^{tree}",
                           "-p", parents[0], "-p", parents[1])
        repo.git("update-ref", side, crossed)


def work_apart(repo, sides, note):
    """Each side does something that the other does not, and both change one thing."""
    for side in sides:
        where = ("--ref", side)
        what = f"{note} of {side}"
        repo.write(*where, "task", "add", "race", "--description", what)
        repo.write(*where, "pr", "assign", "race", "--pr", "1", "--reviewer", f"{side[-3:]}-{note}")


def bases_of(repo, pair):
    return sorted(repo.git("merge-base", "--all", *pair).split())


def merge_both_ways(clones, ref, pair):
    """Every second clone merges the first of the pair into the second, the others turn it round, all
    at once. Returns the ids that `ref` has then."""

    def merge(number, _):
        clone = clones[number]
        into, merged = pair if number % 2 else reversed(pair)
        clone.git("update-ref", ref, into)
        ran = clone.cs("--ref", ref, "merge", merged, "--json")
        expect(ran.code == 0, str(ran))
        return clone.tip(ref)

    return set(race.run_writers(len(clones), 1, merge))


def test_clones_that_merge_the_same_pairs_agree(ground, count=20):
    """Twenty clones merge the same commits by themselves, in either direction, at the same time, and
    make one commit of each pair. All pairs have two common bases, which have two again."""
    remote, clones = prepare(ground, count)
    remote.write("task", "add", "race", "--description", "first")
    remote.write("pr", "open", "race", "--task", "1", "--pr", "1", "--branch", "work")
    sides = ("refs/heads/one", "refs/heads/two")
    for side in sides:
        remote.git("update-ref", side, REF)
    work_apart(remote, sides, "zero")
    cross(remote, sides)
    work_apart(remote, sides, "un")
    cross(remote, sides)
    pairs = []
    for note in ("deux", "trois"):
        work_apart(remote, sides, note)
        pairs.append([remote.tip(side) for side in sides])
    for clone in clones:
        clone.git("fetch", "-q")
    made = []
    for number, pair in enumerate(pairs):
        tips = merge_both_ways(clones, f"refs/heads/merge{number}", pair)
        expect_equal(len(tips), 1, f"merge commits of one pair: {tips}")
        made.append(tips.pop())
        expect_equal(len(bases_of(remote, bases_of(remote, pair))), 2, "bases of the bases")
    # Merges of ours cross as well.
    expect_equal(bases_of(clones[0], made), sorted(pairs[0]), "bases of two merges")
    tips = merge_both_ways(clones, REF, made)
    expect_equal(len(tips), 1, f"commits that merge two merges: {tips}")
    wanted = {"first"} | {f"{note} of {side}" for note in ("zero", "un", "deux", "trois")
                          for side in sides}
    tasks = [task["description"] for task in clones[0].project("race")["tasks"]]
    expect_equal(sorted(tasks), sorted(wanted), "tasks after all merges")
    reviewers = {clone.project("race")["pull_requests"][0]["reviewer"] for clone in clones}
    expect_equal(len(reviewers), 1, "reviewers")
    clones[-1].expect_sound("after the merges")
    print(f"  {count} clones merged 3 pairs in either direction: one commit a pair")


if __name__ == "__main__":
    harness.main(globals())
