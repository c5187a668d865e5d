#!/usr/bin/env python3
"""A merge, a write upon one, and a sync that are struck at any system call lose nothing: each
repository is at its old state or its new one, and the same command, given again, gets there."""

import importlib.util
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

import harness  # noqa: E402
import strikes  # noqa: E402
from harness import REF, expect, expect_equal  # noqa: E402

spec = importlib.util.spec_from_file_location("write_strikes", HERE / "write.py")
write_strikes = importlib.util.module_from_spec(spec)
spec.loader.exec_module(write_strikes)

TRACKING = "refs/remotes/origin/claudestep-metadata"


def descriptions(repo, ref=REF):
    return sorted(task["description"] for task in repo.project("demo", ref)["tasks"])


def diverge(repo, other):
    """Two lines of history: the branch, and `other`."""
    start = repo.tip()
    repo.write("task", "add", "demo", "--description", "of the other side")
    repo.git("update-ref", other, REF)
    repo.git("update-ref", REF, start)
    repo.write("task", "add", "demo", "--description", "of our side")


class Merge(write_strikes.Case):
    """`merge` of a branch beside."""

    command = ["claudestep", "merge", "other"]

    def make(self):
        repo = self.ground.bare("arena/repo.git")
        self.add_project(repo)
        diverge(repo, "refs/heads/other")
        return repo.path

    def expect_done(self, when):
        texts = descriptions(self.repo)
        for side in ("of our side", "of the other side", "the first task"):
            expect_equal(texts.count(side), 1, f"{side!r} {when}")


class WriteOnMerge(Merge):
    """A write where the local branch and the fetched one have gone apart: a merge and a commit, by
    one move of the branch."""

    command = write_strikes.OPEN_PR

    def make(self):
        repo = self.ground.bare("arena/repo.git")
        self.add_project(repo)
        repo.git("config", "remote.origin.url", "/nowhere")
        diverge(repo, TRACKING)
        return repo.path

    def expect_done(self, when):
        super().expect_done(when)
        write_strikes.Case.expect_done(self, when)


class Sync(Merge):
    """`sync` with a remote that has gone on as well."""

    command = ["claudestep", "sync"]

    def make(self):
        remote = self.ground.bare("arena/remote.git")
        self.add_project(remote)
        path = self.folder / "repo.git"
        self.ground.must(["git", "clone", "-q", "--bare", str(remote.path), str(path)])
        repo = harness.Repo(self.ground, path)
        repo.git("update-ref", TRACKING, REF)
        remote.write("task", "add", "demo", "--description", "of the other side")
        repo.write("task", "add", "demo", "--description", "of our side")
        self.remote = remote
        return path

    def strike(self, how, programs=("claudestep",), where=lambda call: True):
        self.old_there = self.remote.tip()
        super().strike(how, programs, where)

    def expect_lawful(self, strike, new):
        expect(self.remote.tip() in (self.old_there, new),
               f"the remote is at neither the old tip nor the new one: {strike}")
        self.remote.expect_sound(f"the remote, {strike}")
        tip = self.repo.tip()
        expect(tip in (self.old, new), f"neither the old tip nor the new one but {tip}: {strike}")
        if strike.ran.code == 0:
            expect_equal(self.remote.tip(), new, f"success was said, but the remote: {strike}")
        self.repo.expect_sound(str(strike))
        self.next_write(f"after {strike}")
        self.before_next_sync(strike)
        ran = self.ground.run(self.command, cwd=self.repo.path)
        expect(ran.code == 0, f"the next sync: {ran}, after {strike}")
        self.expect_done(f"when synced again after {strike}")
        expect_equal(self.remote.tip(), self.repo.tip(), f"the remote after the next sync, {strike}")
        for repo in (self.repo, self.remote):
            repo.expect_sound(f"after the next sync, {strike}")
            repo.expect_no_locks(f"after the next sync, {strike}")
        self.expect_tidy(f"after the next sync, {strike}")

    def before_next_sync(self, strike):
        """Nothing is in its way."""

    def take_named_locks_away(self, strike):
        """As whoever has the remote does when a sync has named them."""
        locks = list((self.remote.path / "refs").rglob("*.lock"))
        if locks:
            ran = self.ground.run([*self.command, "--timeout", "1s"], cwd=self.repo.path)
            expect(ran.code == 4 and f"{locks[0].name}': File exists" in ran.err,
                   f"the lock is not named: {ran}, after {strike}")
            for lock in locks:
                lock.unlink()


class MergeCheckedOut(write_strikes.CheckedOut, Merge):
    """`merge` that brings a work tree along."""


class SyncCheckedOut(write_strikes.CheckedOut, Sync):
    """`sync` that brings a work tree along."""


class RewindCheckedOut(SyncCheckedOut):
    """`sync --accept-rewind`, which takes from the branch what the remote dropped."""

    command = ["claudestep", "sync", "--accept-rewind"]

    def make(self):
        path = super().make()
        self.remote.git("update-ref", REF, self.remote.git("rev-parse", REF + "~2"))
        self.remote.write("task", "add", "demo", "--description", "after the rewind")
        return path

    def expect_done(self, when):
        texts = descriptions(self.repo)
        for text, count in (("of our side", 1), ("after the rewind", 1), ("the first task", 0)):
            expect_equal(texts.count(text), count, f"{text!r} {when}")


def test_merge_killed(ground):
    Merge(ground).strike(strikes.KILL)


# All calls of these: errors_long.py and merge_long.py.
def test_write_on_merge_killed(ground):
    WriteOnMerge(ground).strike(strikes.KILL, where=strikes.one_in(2))


def test_sync_killed(ground):
    Sync(ground).strike(strikes.KILL, where=strikes.one_in(3))


def test_merge_checked_out_killed(ground):
    MergeCheckedOut(ground).strike(strikes.KILL, where=strikes.one_in(9))


def test_sync_checked_out_killed(ground):
    SyncCheckedOut(ground).strike(strikes.KILL, where=strikes.one_in(17))


if __name__ == "__main__":
    harness.main(globals())
