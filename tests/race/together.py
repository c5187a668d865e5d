#!/usr/bin/env python3
"""All at once on two clones of one remote: writers, claims, syncs, packing, gc under its own grace, and
a work tree that comes to the branch and leaves it. Every acknowledged write is there in the end, once."""

import collections
import importlib.util
import pathlib
import sys
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

import harness  # noqa: E402
import race  # noqa: E402
from harness import REF, expect, expect_equal  # noqa: E402

spec = importlib.util.spec_from_file_location("clone_claims", HERE / "clone_claims.py")
clone_claims = importlib.util.module_from_spec(spec)
spec.loader.exec_module(clone_claims)

SECONDS = 20
# As gc packs: -a would drop, without any grace, what the pack of a refused push holds, on which a
# later push relies.
PACKING = (("pack-refs", "--all"), ("repack", "-Adq"), ("gc", "-q"))
REFUSED = 4  # a work tree with changes in the way, or too busy: nothing is written


class Together:
    """The repositories, what goes on in them, and what was said of it."""

    def __init__(self, ground, seconds):
        tasks = 40 + 2 * seconds
        self.remote, _ = clone_claims.prepare(ground, 0, tasks, {"alice": tasks, "bob": tasks})
        self.clones = []
        for number in range(2):
            path = ground.work / f"clone{number}"
            ground.must(["git", "clone", "-q", str(self.remote.path), str(path)])
            self.clones.append(harness.Repo(ground, path))
            self.clones[-1].write("task", "add", "other", "--description", f"first of {number}")
        self.tree = harness.Repo(ground, ground.work / "tree")
        self.clones[0].git("worktree", "add", "-q", str(self.tree.path), "claudestep-metadata")
        self.seconds = seconds
        self.tally = collections.Counter()
        self.written, self.refused, self.won = [], [], []

    def run(self):
        """Does everything beside everything until the time is up; a failure of anything is one."""
        a, b = self.clones
        loops = [lambda i, n=n, r=r: self.write(r, f"writer {n} write {i}")
                 for n, r in enumerate((a, a, a, b, b))]
        loops += [lambda i, r=r: self.sync(r) for r in (a, b)]
        loops += [lambda i, r=r: self.claim(r) for r in (a, b)]
        loops += [lambda i, r=r: self.pack(r, i) for r in (a, b, self.remote)]
        loops.append(self.check_out)
        end = time.monotonic() + self.seconds
        failures = []

        def go_on(step):
            number = 0
            try:
                while time.monotonic() < end and not failures:
                    step(number)
                    number += 1
            except Exception as failure:  # pylint: disable=broad-except
                failures.append(failure)

        threads = [threading.Thread(target=go_on, args=(step,)) for step in loops]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if failures:
            raise failures[0]

    # ------------------------------------------------------------ what goes on

    def cs(self, repo, *arguments):
        return repo.cs(*arguments, "--json", *race.PATIENT, timeout=race.PATIENCE)

    def write(self, repo, text):
        ran = self.cs(repo, "task", "add", "other", "--description", text)
        expect(ran.code in (0, REFUSED), str(ran))
        (self.written if ran.code == 0 else self.refused).append(text)

    def sync(self, repo):
        ran = self.cs(repo, "sync")
        expect(ran.code in (0, REFUSED), str(ran))
        self.tally["syncs" if ran.code == 0 else "syncs refused"] += 1

    def claim(self, repo):
        ran = self.cs(repo, "next", "race", "--claim")
        expect(ran.code in (0, 1, REFUSED), str(ran))
        if ran.code == 0:
            self.won.append(ran.json()["task"]["index"])

    def pack(self, repo, number):
        ran = repo.run("git", *PACKING[number % len(PACKING)], timeout=race.PATIENCE)
        self.tally["packed" if ran.code == 0 else "packing that gave way"] += 1

    def check_out(self, number):
        """Leaves the branch and comes back, as git lets it: a write may be moving the work tree. (Not
        by `git reset`, which puts the branch where it was when it began, whoever moved it since.)"""
        step = (("checkout", "-q", "-f", "--detach"),
                ("checkout", "-q", "claudestep-metadata"))[number % 2]
        ran = self.tree.run("git", *step)
        self.tally["checkouts" if ran.code == 0 else "checkouts that gave way"] += 1

    # ------------------------------------------------------------ the end

    def expect_all_there(self):
        for step in range(2):
            self.check_out(step)
        self.clones[0].write("task", "add", "other", "--description", "the last")
        expect_equal(self.tree.git("status", "--porcelain"), "", "changes in the work tree")
        for repo in (*self.clones, *self.clones):
            ran = self.cs(repo, "sync")
            expect(ran.code == 0, str(ran))
        tips = {repo.tip() for repo in (self.remote, *self.clones)}
        expect_equal(len(tips), 1, f"tips in the end: {tips}")
        tasks = collections.Counter(
            task["description"] for task in self.remote.project("other")["tasks"])
        lost = [text for text in self.written if tasks[text] != 1]
        expect_equal(lost, [], "acknowledged and not there once")
        expect_equal([t for t in self.refused if tasks[t]], [], "refused, and there all the same")
        expect_equal(len(self.won), len(set(self.won)), "tasks claimed, and claims won")
        claims = clone_claims.claims_of(self.remote.project("race"))
        expect_equal(sorted(claims), sorted(self.won), "claims on the remote")
        for repo in (self.remote, *self.clones):
            repo.expect_sound("in the end")
            repo.expect_no_locks("in the end")
        frame = self.clones[0].cs("fsck", "--frame", timeout=race.PATIENCE)
        expect("lost-update" not in frame.out + frame.err, f"an update was lost: {frame}")

    def tell(self):
        merges = len(self.remote.git("rev-list", "--min-parents=2", REF).split())
        rest = ", ".join(f"{count} {what}" for what, count in sorted(self.tally.items()))
        print(f"  {self.seconds} s: {len(self.written)} writes acknowledged, all found, "
              f"{len(self.refused)} refused, {len(self.won)} claims won, {merges} merges, {rest}",
              flush=True)


def together(ground, seconds):
    everything = Together(ground, seconds)
    everything.run()
    everything.expect_all_there()
    everything.tell()
    expect(everything.written and everything.won, "nothing was written or claimed")


def test_everything_at_once(ground):
    together(ground, SECONDS)


if __name__ == "__main__":
    harness.main(globals())
