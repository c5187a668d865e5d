#!/usr/bin/env python3
"""Writers, a clone that syncs and a work tree that comes and goes, beside `git gc --prune=now`, which
breaks any git writer: what it breaks is named by the next write and by doctor, whose own hint, run as it
is printed, leads back to a whole tip. For longer: prune_long.py."""

import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

import harness  # noqa: E402
import race  # noqa: E402
from harness import REF, expect, expect_equal  # noqa: E402

CORRUPT, REFUSED = 5, (4, 5, 7)
BRANCH = REF.removeprefix("refs/heads/")
WAY = "git -C "
LOOK = " fsck"  # which mends nothing
RESCUE = " hash-object -w "  # of what a work tree still has


def is_whole(repo, revision=REF):
    return repo.run("git", "rev-list", "--objects", revision, "--").code == 0


class Round:
    """What goes on for a while beside pruning, and what was said of it."""

    def __init__(self, ground, repo, number):
        self.ground, self.repo, self.number = ground, repo, number
        self.written = set()
        self.clone = harness.Repo(ground, ground.work / f"clone{number}")
        ground.must(["git", "clone", "-q", str(repo.path), str(self.clone.path)])
        self.tree = harness.Repo(ground, ground.work / f"tree{number}")
        repo.git("worktree", "add", "-q", str(self.tree.path), BRANCH)
        self.synced = self.checkouts = 0

    def run(self, writers, writes):
        def write(writer, count):
            description = f"round {self.number} writer {writer} write {count}"
            self.write(self.repo, description)

        prune = ["git", "gc", "-q", "--prune=now"]
        with race.beside(lambda: self.repo.run(*prune)) as prunes, \
                race.beside(self.sync), race.beside(self.check_out):
            race.run_writers(writers, writes, write)
        self.repo.run("git", "worktree", "remove", "--force", str(self.tree.path))
        return len(prunes)

    def write(self, repo, description):
        """Done, or the reason is named: objects that others wrote are gone, or git's own words."""
        ran = repo.cs("task", "add", "race", "--description", description, *race.PATIENT)
        named = ran.code in REFUSED and "caused by" in ran.err
        expect(ran.code == 0 or named, f"neither done nor named: {ran}")
        if ran.code == 0 and repo is self.repo:
            self.written.add(description)

    def sync(self):
        self.write(self.clone, f"round {self.number} clone {self.synced}")
        ran = self.clone.cs("sync", "--timeout", "5s")
        expect(ran.code == 0 or ran.code in REFUSED and "error: " in ran.err, str(ran))
        self.synced += 1

    def check_out(self):
        self.tree.run("git", "checkout", "-q", "-f", "--detach")
        self.tree.run("git", "checkout", "-q", BRANCH)
        self.checkouts += 1

    def expect_lawful(self):
        """The clone, where nothing was pruned, is sound. Whether the branch is still whole, and then
        has all that was acknowledged."""
        self.clone.expect_sound(f"the clone of round {self.number}")
        if not is_whole(self.repo):
            return False
        there = {task["description"] for task in self.repo.project("race")["tasks"]}
        expect(self.written <= there, f"the tip is whole and lacks {self.written - there}")
        return True


def hints_of(repo):
    doctor = repo.cs("doctor", "--json")
    expect_equal(doctor.code, 1, f"doctor saw nothing: {doctor}")
    return [hint for checkup in doctor.json()["checks"] for hint in checkup["hints"]]


def follow_hints(repo):
    """Back to a whole tip, by nothing but doctor's hints, run as they are printed; all of them."""
    followed = []
    while not is_whole(repo):
        hints = hints_of(repo)
        # What a work tree still has comes first, and once written anew it is not missing any more.
        steps = [hint for hint in hints if RESCUE in hint] or \
            [hint for hint in hints if hint.startswith(WAY) and not hint.endswith(LOOK)]
        expect(steps and not set(steps) & set(followed), f"no way back after {followed}: {hints}")
        for step in steps:
            expect_equal(repo.run("sh", "-c", step).code, 0, step)
        followed += steps
    doctor = repo.cs("doctor")
    expect_equal(doctor.code, 0, f"doctor after the way back: {doctor}")
    return followed


def lead_back(repo):
    ran = repo.cs("task", "add", "race", "--description", "afterwards")
    expect_equal(ran.code, CORRUPT, f"a write upon a broken tip: {ran}")
    followed = follow_hints(repo)
    repo.write("task", "add", "race", "--description", f"after {followed[-1]}")


def prune_away(repo):
    """What the race does not always do: the newest tree is gone."""
    repo.git("repack", "-adq")
    tree = repo.git("rev-parse", REF + "^{tree}:projects")
    for pack in (repo.path / "objects" / "pack").glob("*.pack"):
        moved = repo.path / "moved.pack"
        pack.rename(moved)
        for path in pack.parent.glob(pack.stem + ".*"):
            path.unlink()
        with moved.open("rb") as stream:
            subprocess.run(["git", "unpack-objects", "-q"], cwd=repo.path, stdin=stream, check=True,
                           env=repo.ground.world.environment())
        moved.unlink()
    (repo.path / "objects" / tree[:2] / tree[2:]).unlink()


def play(ground, rounds, writers, writes):
    """Plays rounds; the repository, and how many rounds left a broken tip."""
    repo = ground.bare("repo.git")
    repo.write("project", "create", "race")
    broken = acknowledged = prunes = synced = checkouts = 0
    for number in range(rounds):
        one = Round(ground, repo, number)
        prunes += one.run(writers, writes)
        acknowledged += len(one.written)
        synced, checkouts = synced + one.synced, checkouts + one.checkouts
        if not one.expect_lawful():
            broken += 1
            lead_back(repo)
    print(f"  {acknowledged} writes acknowledged beside {prunes} prunes, {synced} syncs and "
          f"{checkouts} checkouts; {broken} of {rounds} rounds left a broken tip, each named and "
          "led back", flush=True)
    return repo, broken


def lose(repo, revision):
    name = repo.git("rev-parse", revision)
    (repo.path / "objects" / name[:2] / name[2:]).unlink()


def test_two_work_trees_lead_back(ground):
    """Each still has one of two files that are lost: both are written anew, and nothing is set back."""
    repo = ground.bare("repo.git")
    repo.write("project", "create", "race")
    for name in "one", "two":
        tree = ground.work / name
        repo.git("worktree", "add", "-q", "-f", str(tree), BRANCH)
    for name in "a", "b":
        repo.write("project", "create", name)
    for tree, changed in ("one", "a"), ("two", "b"):
        (ground.work / tree / "projects" / f"{changed}.json").write_text("{}")
    tip = repo.git("rev-parse", REF)
    for name in "a", "b":
        lose(repo, f"{REF}:projects/{name}.json")
    expect_equal([RESCUE in step for step in follow_hints(repo)], [True, True], "rescues")
    expect_equal(repo.git("rev-parse", REF), tip, "the tip")


def test_what_prune_breaks_is_named(ground):
    repo, broken = play(ground, 1, 3, 4)
    if broken:
        return
    prune_away(repo)
    expect(not is_whole(repo), "the branch is whole without a tree")
    lead_back(repo)


if __name__ == "__main__":
    harness.main(globals())
