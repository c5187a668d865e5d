#!/usr/bin/env python3
"""What a writer has started may outlive it: nobody else writes until that has ended, so it puts nothing
old in the place of what came after; and who waits in vain is told for whom."""

import os
import pathlib
import signal
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

import harness  # noqa: E402
import strikes  # noqa: E402
import write  # noqa: E402
from harness import REF, expect, expect_equal  # noqa: E402

DELAY = 1.2
FOR_EVER = 60
# In the order in which a writer calls them: before the swap, and after it.
BEFORE = ("update-index --refresh", "read-tree -n")
AFTER = "read-tree -m"

SLOW_GIT = """#!/bin/sh
case " $* " in
*" $SLOW "*) echo $$ >"$BEGUN"; sleep "$DELAY"; "$REAL" "$@"; code=$?; echo $code >"$ENDED"; exit $code ;;
esac
exec "$REAL" "$@"
"""


class Scene:
    """A repository whose branch is checked out, and a git that takes its time over one command."""

    def __init__(self, ground):
        self.ground = ground
        self.repo = ground.bare("repo.git")
        self.repo.write("project", "create", "demo")
        self.tree = harness.Repo(ground, ground.work / "tree")
        self.repo.git("worktree", "add", "-q", str(self.tree.path), REF.removeprefix("refs/heads/"))
        self.begun = ground.work / "begun"
        self.ended = ground.work / "ended"
        slow = ground.work / "slow"
        slow.mkdir()
        (slow / "git").write_text(SLOW_GIT)
        (slow / "git").chmod(0o755)
        self.path = f"{slow}:{ground.world.environment()['PATH']}"
        self.real = self.ground.must(["sh", "-c", "command -v git"]).out.strip()

    def kill_during(self, slow, command, delay=DELAY, cwd=None):
        """Starts the command and kills it, alone, when its git has come to `slow`. That git goes on:
        the process id."""
        environment = self.ground.world.environment()
        environment.update({"PATH": self.path, "SLOW": slow, "DELAY": str(delay), "REAL": self.real,
                            "BEGUN": str(self.begun), "ENDED": str(self.ended)})
        with subprocess.Popen(command, cwd=cwd or self.repo.path, env=environment,
                              start_new_session=True, stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            while not (self.begun.exists() and self.begun.read_text().endswith("\n")):
                expect(process.poll() is None, f"it ended before it came to {slow}")
                time.sleep(0.01)
            process.kill()
        expect(not self.ended.exists(), f"{slow} had ended before the kill")
        self.group = process.pid
        return int(self.begun.read_text())

    def add(self, text, *more):
        return ["claudestep", "task", "add", "demo", "--description", text, *more]

    def expect_tasks(self, wanted, when):
        texts = [task["description"] for task in self.repo.project("demo")["tasks"]]
        expect_equal(texts, wanted, f"tasks {when}")
        status = self.tree.git("status", "--porcelain")
        expect_equal(status, "", f"status of the work tree {when}")
        self.repo.expect_sound(when)
        self.repo.expect_no_locks(when)


def expect_later_writes_stay(ground, slow, killed):
    scene = Scene(ground)
    scene.kill_during(slow, scene.add("killed"))
    for number in range(3):
        scene.repo.write(*scene.add(f"next {number}")[1:])
        expect(scene.ended.exists(), f"somebody wrote while {slow} was under way")
    harness.wait_for_orphans(scene.group)
    scene.expect_tasks([*killed, "next 0", "next 1", "next 2"], f"after {slow} outlived its writer")


def test_a_question_that_outlives_its_writer(ground):
    expect_later_writes_stay(ground, BEFORE[1], [])


def test_a_refresh_that_outlives_its_writer(ground):
    expect_later_writes_stay(ground, BEFORE[0], [])


def test_a_move_that_outlives_its_writer(ground):
    expect_later_writes_stay(ground, AFTER, ["killed"])


def test_one_that_never_ends_is_named(ground):
    scene = Scene(ground)
    orphan = scene.kill_during(AFTER, scene.add("killed"), FOR_EVER)
    begun = time.monotonic()
    ran = ground.run(scene.add("refused", "--timeout", "1s"), cwd=scene.repo.path)
    expect(time.monotonic() - begun < FOR_EVER / 4, f"it took too long to give up: {ran}")
    expect_equal(ran.code, 4, f"exit code of who waits in vain: {ran}")
    for part in (f"process {orphan} holds it: /bin/sh ", "the claudestep that started it is gone",
                 "a process that never ends has to be ended"):
        expect(part in ran.err, f"{part!r} is not said: {ran}")
    os.killpg(scene.group, signal.SIGKILL)
    harness.wait_for_orphans(scene.group)
    scene.repo.write(*scene.add("next")[1:])
    scene.expect_tasks(["killed", "next"], "when it was ended")


def test_a_fetch_that_outlives_its_sync(ground):
    scene = Scene(ground)
    hub = ground.bare("hub.git")
    scene.repo.git("remote", "add", "origin", str(hub.path))
    scene.repo.write(*scene.add("of ours")[1:])
    scene.kill_during("fetch --quiet", ["claudestep", "sync"])
    ran = scene.repo.cs("sync")
    expect_equal(ran.code, 0, f"the next sync: {ran}")
    expect(scene.ended.exists(), "a sync fetched while the fetch of another was under way")
    harness.wait_for_orphans(scene.group)
    expect_equal(hub.tip(), scene.repo.tip(), "what the remote has")


class GitAlone(write.CheckedOut):
    """It is git that is killed; who called it goes on."""

    def expect_lawful(self, strike, new):
        if strike.ran.code == 0:
            expect_equal(self.repo.tip(), new, f"the tip after a success: {strike}")
        else:
            expect_equal(self.repo.tip(), self.old, f"the tip after a failure: {strike}")
        self.repo.expect_no_locks(f"after {strike}")
        super().expect_lawful(strike, new)


def test_git_alone_killed(ground):
    GitAlone(ground).strike(strikes.KILL, programs=("git",))


class CutShort(write.CheckedOut):
    """A kill had left the work tree behind, with a file of which only the beginning is written: the
    write finishes that first."""

    def make(self):
        path = super().make()
        self.tree.git("checkout", "-q", "--detach")
        harness.Repo(self.ground, path).write("task", "add", "demo", "--description", "the second task")
        self.tree.git("symbolic-ref", "HEAD", REF)
        return path

    def settle(self):
        super().settle()
        (self.tree.path / "projects" / "demo.json").write_bytes(b"{\n")


def test_bringing_forward_killed_with_its_children(ground):
    def moves_something(call):
        return "/tree/" in call.path and call.name.startswith(("rename", "unlink"))

    CutShort(ground).strike(strikes.KILL_ALL, ("claudestep", "git"), moves_something)


if __name__ == "__main__":
    harness.main(globals())
