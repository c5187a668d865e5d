#!/usr/bin/env python3
"""Tests of the kill shim itself, on git and the shell's own tools, whose calls are known."""

import pathlib
import shutil
import signal
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

import harness  # noqa: E402
import strikes  # noqa: E402
from harness import expect, expect_equal  # noqa: E402

# Each counted call once, without stdio; the last two are not counted.
SCRIPT = """
import os
fd = os.open("a", os.O_WRONLY | os.O_CREAT, 0o644)
os.write(fd, b"0123456789")
os.write(fd, b"abc")
os.fsync(fd)
os.ftruncate(fd, 12)
os.rename("a", "b")
os.link("b", "c")
os.symlink("b", "d")
os.unlink("c")
os.mkdir("e")
os.rmdir("e")
os.open("b", os.O_RDONLY)
os.write(1, b"done")
"""
CALLS = [
    "open a",
    "write a",
    "write a",
    "fsync a",
    "ftruncate a",
    "rename b",
    "link c",
    "symlink d",
    "unlink c",
    "mkdir e",
    "rmdir e",
]
PYTHON = pathlib.Path(sys.executable).resolve()


class Probe:
    """The script above in an arena of its own."""

    command = [str(PYTHON), "-c", SCRIPT]

    def __init__(self, ground):
        self.folder = ground.work / "arena"
        (self.folder / "in").mkdir(parents=True)
        self.arena = strikes.Arena(ground, self.folder)

    def run(self, settings, programs=(PYTHON.name,)):
        self.arena.put_back()
        return self.arena.shimmed(self.command, self.folder / "in", programs, settings)

    def left(self):
        return {path.name: path for path in (self.folder / "in").iterdir()}


def test_every_changing_call_below_the_root_is_counted(ground):
    probe = Probe(ground)
    ran = probe.run({})
    expect_equal((ran.code, ran.out), (0, "done"), "the script")
    calls = probe.arena.calls()
    names = [f"{call.name} {pathlib.Path(call.path).name}" for call in calls]
    expect_equal(names, CALLS, "counted calls")
    expect_equal([call.number for call in calls], list(range(1, len(CALLS) + 1)), "numbers")
    expect_equal({call.program for call in calls}, {PYTHON.name}, "programs")
    expect(all(call.path.startswith(f"{probe.folder}/in/") for call in calls), str(calls))


def test_calls_that_read_are_counted_alone(ground):
    probe = Probe(ground)
    (probe.folder / "in" / "a").write_bytes(b"0123456789")
    shutil.rmtree(probe.arena.saved)
    probe.arena = strikes.Arena(ground, probe.folder)
    probe.command = [str(PYTHON), "-c", """
import mmap, os
fd = os.open("a", os.O_RDONLY)
for call in (lambda: os.read(fd, 2), lambda: os.pread(fd, 2, 4),
             lambda: mmap.mmap(fd, 0, prot=mmap.PROT_READ)[:2]):
    try:
        print(call())
    except OSError as error:
        print(error.errno)
os.open("b", os.O_WRONLY | os.O_CREAT)
"""]
    right = ["b'01'", "b'45'", "b'01'"]
    for struck in range(1, 5):
        ran = probe.run({**strikes.BROKEN_AT_READING_ONCE, "KILLSHIM_AT": str(struck)})
        if struck == 1:
            expect("Input/output error" in ran.err, f"the open was let through: {ran}")
            continue
        said = [("5" if place == struck else text) for place, text in enumerate(right, 2)]
        expect_equal(ran.out.split("\n")[:-1], said, f"reads where number {struck} fails")
        names = [call.name for call in probe.arena.calls()]
        expect_equal(names, ["open", "read", "pread", "mmap"], "calls that read")


def test_nothing_is_counted_outside(ground):
    probe = Probe(ground)
    elsewhere = {"KILLSHIM_ROOT": str(probe.folder / "i"), "KILLSHIM_AT": "1"}
    expect_equal(probe.run(elsewhere).code, 0, "a root that is only a beginning of the name")
    expect_equal(probe.arena.calls(), [], "calls outside the root")
    expect_equal(probe.run({"KILLSHIM_AT": "1"}, ("other", "pyth")).code, 0, "another program")
    expect_equal(probe.arena.calls(), [], "calls of another program")
    expect_equal(probe.run({"KILLSHIM_AT": "1"}, ("x", PYTHON.name)).code, -9, "the second name")


def test_dies_before_the_call(ground):
    probe = Probe(ground)
    for number in range(1, len(CALLS) + 1):
        ran = probe.run({"KILLSHIM_AT": str(number)})
        expect_equal((ran.code, ran.out), (-signal.SIGKILL, ""), f"killed at {number}")
        expect_equal(len(probe.arena.calls()), number, "calls until then")
    probe.run({"KILLSHIM_AT": "3"})
    expect_equal(probe.left()["a"].read_bytes(), b"0123456789", "before the second write")
    probe.run({"KILLSHIM_AT": "6"})
    expect_equal(set(probe.left()), {"a"}, "before the rename")


def test_dies_after_the_call(ground):
    probe = Probe(ground)
    expect_equal(probe.run({**strikes.KILL_AFTER, "KILLSHIM_AT": "6"}).code, -9, "killed")
    expect_equal(set(probe.left()), {"b"}, "after the rename")


def test_tears_a_write(ground):
    probe = Probe(ground)
    expect_equal(probe.run({**strikes.KILL_TORN, "KILLSHIM_AT": "2"}).code, -9, "killed")
    expect_equal(probe.left()["a"].read_bytes(), b"01234", "half of the write")


def test_errors_stand_in_for_the_call(ground):
    probe = Probe(ground)
    for mode, text in (("enospc", "No space"), ("eio", "Input/output"), ("eacces", "Permission")):
        ran = probe.run({"KILLSHIM_MODE": mode, "KILLSHIM_AT": "6"})
        expect_equal(ran.code, 1, mode)
        expect(text in ran.err, f"{mode}: {ran}")
        expect_equal(set(probe.left()), {"a"}, f"{mode}: the rename was not made")


def test_somebody_else_does_something_at_that_moment(ground):
    probe = Probe(ground)
    settings = {"KILLSHIM_MODE": "run", "KILLSHIM_RUN": "ls >seen; echo x >more", "KILLSHIM_AT": "6"}
    for when, seen in (({}, "a\nseen\n"), ({"KILLSHIM_WHEN": "after"}, "b\nseen\n")):
        ran = probe.run({**settings, **when})
        expect_equal((ran.code, ran.out), (0, "done"), "it went on")
        expect_equal(probe.left()["seen"].read_text(), seen, f"what there was {when}")
        expect_equal(len(probe.arena.calls()), len(CALLS), "only the program's calls are counted")


def test_errors_come_once_or_last(ground):
    probe = Probe(ground)
    probe.command = [str(PYTHON), "-c", """
import os
def attempt(call, *arguments):
    try:
        call(*arguments)
    except OSError as error:
        print(error.errno)
open("keep", "w").close()
attempt(os.mkdir, "a")
attempt(os.mkdir, "b")
attempt(os.unlink, "keep")
"""]
    ran = probe.run({**strikes.FULL_DISK_ONCE, "KILLSHIM_AT": "2"})
    expect_equal((ran.out, set(probe.left())), ("28\n", {"b"}), "once")
    ran = probe.run({**strikes.FULL_DISK, "KILLSHIM_AT": "2"})
    expect_equal((ran.out, set(probe.left())), ("28\n28\n", set()), "a full disk lets unlink pass")
    ran = probe.run({**strikes.BROKEN_DISK, "KILLSHIM_AT": "2"})
    expect_equal((ran.out, set(probe.left())), ("5\n5\n5\n", {"keep"}), "a broken one does not")


def test_threads_share_the_count(ground):
    probe = Probe(ground)
    probe.command = [str(PYTHON), "-c", """
import os, threading
def work(name):
    fd = os.open(name, os.O_WRONLY | os.O_CREAT, 0o644)
    for _ in range(99):
        os.write(fd, b"x")
threads = [threading.Thread(target=work, args=(str(n),)) for n in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""]
    expect_equal(probe.run({}).code, 0, "threads")
    numbers = sorted(call.number for call in probe.arena.calls())
    expect_equal(numbers, list(range(1, 801)), "numbers given to calls of eight threads")


def test_processes_share_the_count_and_die_together(ground):
    repo = ground.bare("arena/repo.git")
    arena = strikes.Arena(ground, ground.work / "arena")
    update = "git update-ref refs/heads"
    command = ["sh", "-c", f"{update}/a main; {update}/b main; echo end"]
    calls = arena.count(command, repo.path, ("git",))
    expect_equal({call.program for call in calls}, {"git"}, "programs")
    expect_equal([c.number for c in calls], list(range(1, len(calls) + 1)), "one count for both")
    renames = [call.number for call in calls if call.name == "rename"]
    expect_equal(len(renames), 2, "renames of the two refs")
    for how, code, out in ((strikes.KILL, 0, "end\n"), (strikes.KILL_ALL, -9, "")):
        arena.put_back()
        ran = arena.shimmed(command, repo.path, ("git",), {**how, "KILLSHIM_AT": str(renames[1])})
        expect_equal((ran.code, ran.out), (code, out), f"{how}")
        expect(repo.tip("refs/heads/a") is not None, "the first ref was moved")
        expect_equal(repo.tip("refs/heads/b"), None, "the second ref")


def test_git_is_killed_at_every_call_of_a_ref_update(ground):
    """The whole loop on a program we trust: the ref is old or new, and git's known weakness, the
    lock that stays behind a kill, is seen for what it is."""
    repo = ground.bare("arena/repo.git")
    old = repo.tip("main")
    new = repo.git("commit-tree", "-p", old, "-m", "next", f"{old}^{{tree}}")
    arena = strikes.Arena(ground, ground.work / "arena")
    command = ["git", "update-ref", "refs/heads/main", new, old]
    blocked = 0
    for strike in arena.strike(command, repo.path, strikes.KILL, programs=("git",)):
        strikes.expect_killed(strike)
        expect(repo.tip("main") in (old, new), f"neither old nor new: {strike}")
        repo.expect_sound(str(strike))
        blocked += repo.run("git", "update-ref", "refs/heads/main", new).code != 0
    expect(blocked > 0, "a kill between lock and rename should leave the lock")


def test_a_run_that_takes_another_way_is_noticed(ground):
    probe = Probe(ground)
    seen = ground.work / "seen"
    probe.command = [str(PYTHON), "-c", f"""
import os, pathlib
seen = pathlib.Path({str(seen)!r})
os.symlink("x", "x") if seen.exists() else os.mkdir("x")
seen.touch()
"""]
    try:
        list(probe.arena.strike(probe.command, probe.folder, strikes.KILL, (PYTHON.name,)))
    except AssertionError as failure:
        expect("took another way" in str(failure), f"another failure: {failure}")
        return
    raise AssertionError("the other way was not noticed")


def test_orphans_are_waited_for(ground):
    """The arena is not put back under a child that still writes to it."""
    ran = ground.run(["sh", "-c", "(sleep 0.3; echo late >late) >/dev/null 2>&1 & kill -9 $$"])
    expect_equal(ran.code, -signal.SIGKILL, "the parent")
    expect((ground.work / "late").exists(), "the child had not ended")


if __name__ == "__main__":
    harness.main(globals())
