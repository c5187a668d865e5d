#!/usr/bin/env python3
"""A write that is struck at any system call leaves the old state or the new one, whole, and nothing
in the way of the next write."""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

import harness  # noqa: E402
import strikes  # noqa: E402
from harness import REF, expect, expect_equal  # noqa: E402

OPEN_PR = ["claudestep", "pr", "open", "demo", "--task", "1", "--pr", "42", "--branch", "work"]
NEXT_WRITE = ["task", "add", "demo", "--description", "the next write"]
MANY = 60


class Case:
    """A write to be struck, what stands before it, and how to see that it happened."""

    command = OPEN_PR
    stdin = None

    def __init__(self, ground):
        self.folder = ground.work / "arena"
        self.folder.mkdir()
        self.ground = ground
        self.repo = harness.Repo(ground, self.make())
        self.old = self.repo.tip()
        self.arena = strikes.Arena(ground, self.folder, self.settle)

    def make(self):
        """Makes what stands before; returns the repository's path."""
        repo = self.ground.bare("arena/repo.git")
        self.add_project(repo)
        return repo.path

    @staticmethod
    def add_project(repo):
        repo.write("project", "create", "demo")
        repo.write("task", "add", "demo", "--description", "the first task")

    def settle(self):
        pass

    def expect_done(self, when):
        """The write is in the document, once."""
        numbers = [pr["pr_number"] for pr in self.repo.project("demo")["pull_requests"]]
        expect_equal(numbers, [42], f"pull requests {when}")

    def next_write(self, when):
        """A write of somebody else, at once, without any help; it must be there afterwards."""
        document = self.repo.write(*NEXT_WRITE)
        expect(document["commit"] in self.repo.history(), f"the next write is lost {when}")
        texts = [task["description"] for task in self.repo.project("demo")["tasks"]]
        expect_equal(texts.count("the next write"), 1, f"the next write {when}")

    def expect_tidy(self, when):
        """Hook for what else must be in order after the next write."""

    # ------------------------------------------------------------ the laws

    def strike(self, how, programs=("claudestep",), where=lambda call: True):
        """Strikes everywhere and holds what is left to the laws. The counting run comes first and
        tells the new value; it is only known once the first strike is there."""
        struck = 0
        self.arena.count(self.command, self.repo.path, programs, self.stdin)
        new = self.repo.tip()
        expect(new is not None and new != self.old, "the unharmed run has written nothing")
        self.expect_done("after the unharmed run")
        for strike in self.arena.strike(self.command, self.repo.path, how, programs, self.stdin,
                                        where):
            self.expect_lawful(strike, new)
            struck += 1
        expect(struck > 0, "there was nothing to strike at")
        print(f"  {struck} strikes", flush=True)

    def expect_lawful(self, strike, new):
        tip = self.repo.tip()
        expect(tip in (self.old, new), f"neither the old tip nor the new one but {tip}: {strike}")
        if strike.how["KILLSHIM_MODE"].startswith("kill"):
            if strike.call.program == "claudestep" or strike.how["KILLSHIM_MODE"] == "killgroup":
                strikes.expect_killed(strike)
        else:
            self.expect_honest(strike, tip, new)
        self.repo.expect_sound(str(strike))
        self.next_write(f"after {strike}")
        self.expect_again(strike, tip == new)
        self.repo.expect_sound(f"after the next writes, {strike}")
        self.repo.expect_no_locks(f"after the next writes, {strike}")
        self.expect_tidy(f"after the next writes, {strike}")

    def expect_honest(self, strike, tip, new):
        """A failing disk: success is said only when the write is there, else the error is one."""
        if strike.ran.code == 0:
            expect(tip == new, f"success was said of a write that is not there: {strike}")
            return
        expect(strike.ran.code in self.honest_codes(strike), f"exit code: {strike}")
        expect("error: " in strike.ran.err, f"no error was shown: {strike}")
        expect(tip == self.old, f"failure was said of a write that is there: {strike}")
        if strike.how["KILLSHIM_MODE"] == "enospc":
            self.expect_true_reflog(strike)

    def honest_codes(self, strike):
        """7; an object that cannot be read is stored data that is broken, and where HEAD cannot be
        read there is no repository, as git has it."""
        if "KILLSHIM_READS" not in strike.how:
            return (7,)
        return (5, 7, 3) if strike.call.path.endswith("/HEAD") else (5, 7)

    def expect_true_reflog(self, strike):
        """The reflog tells of no move that never was, and no line of it is broken off."""
        log = self.repo.path / "logs" / REF
        text = log.read_text() if log.exists() else ""
        moves = [line.split()[:2] for line in text.splitlines()]
        expect(not text or text.endswith("\n"), f"a line of the reflog is broken off: {strike}")
        expect(not moves or moves[-1][1] == self.old, f"a false line in the reflog: {strike}")

    def expect_again(self, strike, done):
        """The struck command, given again, is done, once; when it was done before, it says so."""
        ran = self.ground.run([*self.command, "--json"], cwd=self.repo.path, stdin=self.stdin)
        expect(ran.code == 0, f"the same command again: {ran}, after {strike}")
        expect_equal(ran.json()["changed"], not done, f"changed, again after {strike}")
        self.expect_done(f"when given again after {strike}")


class FirstWrite(Case):
    """The write that makes the branch."""

    command = ["claudestep", "project", "create", "demo"]

    def make(self):
        return self.ground.bare("arena/repo.git").path

    def expect_done(self, when):
        expect_equal(self.repo.project("demo")["project"], "demo", f"the project {when}")

    def next_write(self, when):
        document = self.repo.write("project", "create", "other")
        expect(document["commit"] in self.repo.history(), f"the next write is lost {when}")

    def expect_again(self, strike, done):
        """Creating what exists is refused, so giving the command again tells which it was."""
        ran = self.ground.run(self.command, cwd=self.repo.path)
        expect_equal(ran.code, 4 if done else 0, f"the same command again, after {strike}: {ran}")
        self.expect_done(f"when given again after {strike}")
        roots = self.repo.git("rev-list", "--max-parents=0", REF).split()
        expect_equal(len(roots), 1, f"roots after {strike}")


class Packed(Case):
    """A write upon what git has packed."""

    def make(self):
        path = super().make()
        harness.Repo(self.ground, path).git("gc", "-q")
        return path


class LargeApply(Case):
    """A write of so many objects that they go into one pack."""

    command = ["claudestep", "apply", "-"]

    def __init__(self, ground):
        operations = []
        for number in range(MANY):
            operations.append({"op": "create-project", "project": f"p{number}"})
            operations.append({"op": "add-task", "project": f"p{number}", "description": "task"})
        self.stdin = "".join(json.dumps(operation) + "\n" for operation in operations)
        super().__init__(ground)

    def expect_done(self, when):
        names = self.repo.git("ls-tree", "--name-only", f"{REF}:projects").split()
        expect_equal(len(names), MANY + 1, f"projects {when}")
        expect_equal(len(self.repo.project("p7")["tasks"]), 1, f"tasks {when}")

    def expect_again(self, strike, done):
        ran = self.ground.run(self.command, cwd=self.repo.path, stdin=self.stdin)
        expect_equal(ran.code, 4 if done else 0, f"the same command again, after {strike}: {ran}")
        self.expect_done(f"when given again after {strike}")


class CheckedOut(Case):
    """The branch is checked out in a linked work tree, beside a file that is not ours, and where
    somebody has staged another. Goes before another case in the bases of a class, which then has
    such a tree as well."""

    left = False  # whether the struck git left its lock

    def make(self):
        repo = harness.Repo(self.ground, super().make())
        self.tree = harness.Repo(self.ground, self.folder / "tree")
        repo.git("worktree", "add", "-q", str(self.tree.path), REF.removeprefix("refs/heads/"))
        expect_equal(self.tree.git("symbolic-ref", "HEAD"), REF, "what is checked out")
        (self.tree.path / "notes.txt").write_text("not ours\n")
        (self.tree.path / "staged.txt").write_text("not ours\n")
        self.tree.git("add", "staged.txt")
        return repo.path

    def settle(self):
        self.tree.run("git", "update-index", "-q", "--refresh")

    def expect_lawful(self, strike, new):
        """A lock that git makes and a failing disk does not let it take away is told, and is for a
        person. One of a killed git is cleared by the next write."""
        lock = self.repo.path / "worktrees" / "tree" / "index.lock"
        self.left = lock.exists() and not strike.how["KILLSHIM_MODE"].startswith("kill")
        if self.left:
            lock.unlink()
        super().expect_lawful(strike, new)

    def honest_codes(self, strike):
        return (4, 7) if self.left else super().honest_codes(strike)

    def expect_tidy(self, when):
        status = self.tree.git("status", "--porcelain")
        expect_equal(status, "A  staged.txt\n?? notes.txt", f"status of the work tree {when}")
        expect_equal((self.tree.path / "notes.txt").read_text(), "not ours\n", f"notes {when}")
        head = self.tree.git("rev-parse", "HEAD")
        expect_equal(head, self.repo.tip(), f"HEAD of the work tree {when}")


# Where one in so many calls is struck: all of them in errors_long.py.


def test_plain_killed(ground):
    Case(ground).strike(strikes.KILL)


def test_plain_torn(ground):
    Case(ground).strike(strikes.KILL_TORN)


def test_plain_killed_after_each_call(ground):
    Case(ground).strike(strikes.KILL_AFTER, where=strikes.one_in(3))


def test_first_write_killed(ground):
    FirstWrite(ground).strike(strikes.KILL, where=strikes.one_in(2))


def test_first_write_disk_broken_once(ground):
    FirstWrite(ground).strike(strikes.BROKEN_DISK_ONCE, where=strikes.one_in(3))


def test_packed_killed_at_the_ref(ground):
    """Where the reflog was told of a move that was not made, no file of the branch is gone."""
    Packed(ground).strike(strikes.KILL, where=lambda call: REF in call.path)


def test_packed_killed_after_each_call_at_the_ref(ground):
    Packed(ground).strike(strikes.KILL_AFTER, where=lambda call: REF in call.path)


def test_large_apply_killed(ground):
    LargeApply(ground).strike(strikes.KILL, where=strikes.one_in(2))


def test_checked_out_killed(ground):
    CheckedOut(ground).strike(strikes.KILL, where=strikes.one_in(2))


def test_checked_out_killed_with_its_children(ground):
    CheckedOut(ground).strike(strikes.KILL_ALL, strikes.WITH_GIT, strikes.one_in(4))


def test_plain_disk_full_once(ground):
    Case(ground).strike(strikes.FULL_DISK_ONCE, where=strikes.one_in(3))


def test_plain_disk_full(ground):
    Case(ground).strike(strikes.FULL_DISK, where=strikes.one_in(2))


def test_plain_disk_broken_once(ground):
    Case(ground).strike(strikes.BROKEN_DISK_ONCE, where=strikes.one_in(2))


def test_plain_disk_broken(ground):
    Case(ground).strike(strikes.BROKEN_DISK, where=strikes.one_in(3))


def test_large_apply_disk_full(ground):
    LargeApply(ground).strike(strikes.FULL_DISK)


def test_checked_out_disk_full(ground):
    CheckedOut(ground).strike(strikes.FULL_DISK, where=strikes.one_in(5))


def test_checked_out_without_rights_in_git(ground):
    CheckedOut(ground).strike(strikes.REFUSED_ONCE, strikes.WITH_GIT,
                              lambda call: strikes.in_git(call) and call.name != "unlink")


# All calls that read: errors_long.py.
def test_plain_disk_broken_at_reading(ground):
    Case(ground).strike(strikes.BROKEN_AT_READING, where=strikes.one_in(9))


def test_question_where_the_disk_is_broken(ground):
    """The right answer or an error: never one that leaves out what could not be read."""
    case, question = Packed(ground), ["claudestep", "task", "list", "demo", "--json"]
    right = ground.must(question, cwd=case.repo.path).out
    expect("the first task" in right, right)
    for strike in case.arena.strike(question, case.repo.path, strikes.BROKEN_AT_READING):
        if strike.ran.code == 0:
            expect_equal(strike.ran.out, right, f"the answer: {strike}")
        else:
            expect(strike.ran.code in case.honest_codes(strike), f"exit code: {strike}")


if __name__ == "__main__":
    harness.main(globals())
