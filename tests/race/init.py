#!/usr/bin/env python3
"""Processes that init at once make one branch with one root, the same in every repository."""

import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

import harness  # noqa: E402
import race  # noqa: E402
from harness import expect, expect_equal  # noqa: E402

PROCESSES = 4
ROUNDS = 150


def init_at_once(ground, template, number):
    """One round on a new repository; returns the branch's commits, oldest first."""
    repo = harness.Repo(ground, ground.work / f"round-{number}.git")
    shutil.copytree(template.path, repo.path)
    for ran in race.start_together(ground, ["claudestep", "init"], repo.path, PROCESSES):
        expect(ran.code == 0, f"round {number}: {ran}")
    roots = repo.git("rev-list", "--max-parents=0", harness.REF).split()
    expect_equal(len(roots), 1, f"roots in round {number}")
    history = repo.history()[::-1]
    if number % 50 == 0:
        repo.expect_sound(f"round {number}")
        repo.expect_no_locks(f"round {number}")
    shutil.rmtree(repo.path)
    return history


def test_always_one_root(ground):
    template = ground.bare("template.git")
    first = init_at_once(ground, template, 0)
    expect_equal(len(first), 2, "commits after init: the root and the files")
    for number in range(1, ROUNDS):
        expect_equal(init_at_once(ground, template, number), first, f"commits of round {number}")


def test_apart_and_alone_make_the_same_branch(ground):
    """The root does not depend on who is first, when, or where: clones that init apart share it."""
    roots = set()
    for number in range(3):
        repo = ground.bare(f"clone-{number}.git")
        at = {"CLAUDESTEP_NOW": f"2026-0{number + 1}-01T00:00:00Z", "GIT_AUTHOR_NAME": f"N{number}"}
        ran = repo.cs("init", variables=at)
        expect(ran.code == 0, str(ran))
        roots.add(repo.git("rev-list", "--max-parents=0", harness.REF))
    expect_equal(len(roots), 1, "different roots of clones that init apart")


if __name__ == "__main__":
    harness.main(globals())
