"""What race and crash tests share: a ground, repositories on it, and a runner.

A test file defines functions `test_...(ground)` and ends with `harness.main(globals())`. Each gets
a new ground: a closed world (hermetic.py) in a scratch folder. Independent judges only: what the tool
has written is read with git and Python's json, never with the tool.
Leaves to others: the loops of race tests (race.py) and of crash tests (strikes.py).
"""

import argparse
import contextlib
import ctypes
import dataclasses
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

import hermetic

REF = "refs/heads/claudestep-metadata"
ZERO = "0" * 40
COMMAND_TIMEOUT = 120

HELD, FAILED, SKIPPED = 0, 1, 77


class Skip(Exception):
    """A test that cannot be run here; the message says why."""


def expect(condition, message):
    """Fails the test with `message` unless the condition holds."""
    if not condition:
        raise AssertionError(message)


def expect_equal(actual, expected, what):
    expect(actual == expected, f"{what}:\n  expected: {expected!r}\n  happened: {actual!r}")


@dataclasses.dataclass
class Ran:
    """A process that has ended. `code` is negative for a signal, as Python has it."""

    command: list
    code: int
    out: str
    err: str

    def __str__(self):
        words = " ".join(str(word) for word in self.command)
        return f"`{words}` ended with {self.code}\n  stdout: {self.out!r}\n  stderr: {self.err!r}"

    def json(self):
        return json.loads(self.out)


def adopt_orphans():
    """Children of a killed process become ours, so that one can wait for them."""
    set_child_subreaper = 36
    ctypes.CDLL(None).prctl(set_child_subreaper, 1, 0, 0, 0)


def wait_for_orphans(group):
    """Returns when nothing of the process group runs any more."""
    with contextlib.suppress(ChildProcessError):
        while True:
            os.waitpid(-group, 0)


class Ground:
    """One test's world, and the programs it runs in it."""

    def __init__(self, root, options):
        self.world = hermetic.World(root, options.bin)
        self.work = self.world.work
        self.shim = options.shim and options.shim.resolve()  # preloaded from any folder

    def run(self, command, cwd=None, variables=None, stdin=None, timeout=COMMAND_TIMEOUT):
        """The ended process of `command`, a list. Never fails the test by itself."""
        environment = self.world.environment()
        environment.update(variables or {})
        with subprocess.Popen(
            command,
            cwd=cwd or self.work,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            errors="surrogateescape",
            start_new_session=True,
        ) as process:
            out, err = process.communicate(stdin, timeout=timeout)
        wait_for_orphans(process.pid)
        return Ran(command, process.returncode, out, err)

    def bare(self, name, commit=True):
        """A new bare repository, with one commit on main unless told otherwise."""
        repo = Repo(self, self.work / name)
        self.must(["git", "init", "-q", "--bare", "--template=", str(repo.path)])
        if commit:
            tree = repo.git("mktree", stdin="")
            repo.git("update-ref", "refs/heads/main", repo.git("commit-tree", "-m", "start", tree))
        return repo

    def must(self, command, **more):
        ran = self.run(command, **more)
        expect(ran.code == 0, str(ran))
        return ran


class Repo:
    """A repository, or a work tree of one, at `path`."""

    def __init__(self, ground, path):
        self.ground = ground
        self.path = pathlib.Path(path)

    def run(self, *command, **more):
        return self.ground.run(list(command), cwd=self.path, **more)

    def git(self, *arguments, keep_newline=False, **more):
        """What git prints, without the last newline. Fails the test when git fails."""
        ran = self.run("git", *arguments, **more)
        expect(ran.code == 0, str(ran))
        return ran.out if keep_newline else ran.out.rstrip("\n")

    def cs(self, *arguments, **more):
        """What claudestep did; for a test that looks at the failure itself."""
        return self.run("claudestep", *arguments, **more)

    def write(self, *arguments, **more):
        """A write that must succeed: its `write` document."""
        ran = self.cs(*arguments, "--json", **more)
        expect(ran.code == 0, str(ran))
        document = ran.json()
        expect(document.get("kind") == "write", f"no write document: {ran}")
        return document

    def tip(self, ref=REF):
        """The object id of `ref`, or None when it does not exist."""
        ran = self.run("git", "rev-parse", "--verify", "--quiet", ref)
        return ran.out.strip() if ran.code == 0 else None

    def history(self, revision=REF):
        """The commit ids reachable from `revision`, newest first."""
        return self.git("rev-list", revision).split()

    def project(self, name, ref=REF):
        """The project document as it stands on the branch."""
        return json.loads(self.git("show", f"{ref}:projects/{name}.json"))

    def expect_sound(self, when):
        """`git fsck --strict` has nothing to say; objects nothing refers to are no fault."""
        ran = self.run("git", "fsck", "--strict", "--no-dangling", "--no-progress")
        expect(ran.code == 0 and ran.out == "" and ran.err == "", f"{when}: {ran}")

    def expect_no_locks(self, when, allowed=("write.lock",)):
        """No lock file of git's kind is left that would block another tool."""
        common = self.path / self.git("rev-parse", "--git-common-dir")
        left = [str(path) for path in common.rglob("*.lock") if path.name not in allowed]
        expect(not left, f"{when}: locks left behind: {left}")


# ---------------------------------------------------------------- running test files


def run_test(name, function, options):
    root = tempfile.mkdtemp(prefix=f"claudestep-{name}-")
    begun = time.monotonic()
    outcome = HELD
    try:
        function(Ground(root, options))
        print(f"ok {name} ({time.monotonic() - begun:.1f} s)", flush=True)
    except Skip as reason:
        print(f"skipped {name}: {reason}", flush=True)
        outcome = SKIPPED
    except AssertionError as failure:
        print(f"FAILED {name}: {failure}", flush=True)
        outcome = FAILED
    except Exception:  # pylint: disable=broad-except
        print(f"FAILED {name}:\n{traceback.format_exc()}", flush=True)
        outcome = FAILED
    if options.keep:
        print(f"kept: {root}")
    else:
        shutil.rmtree(root, ignore_errors=True)
    return outcome


def main(names):
    """Runs every `test_...` of the mapping `names` and ends the process: 0 when all hold, 77 when
    all were skipped, else 1."""
    parser = argparse.ArgumentParser(description=names.get("__doc__"))
    parser.add_argument("--bin", type=pathlib.Path, required=True, help="the claudestep to test")
    parser.add_argument("--shim", type=pathlib.Path, help="the built killshim")
    parser.add_argument("--keep", action="store_true", help="keep the scratch folders")
    parser.add_argument("--only", default="", metavar="TEXT", help="tests with TEXT in their name")
    options = parser.parse_args()
    if not os.access(options.bin, os.X_OK):
        parser.error(f"--bin is not a program: {options.bin}")
    tests = {
        name: function
        for name, function in names.items()
        if name.startswith("test_") and callable(function) and options.only in name
    }
    if not tests:
        parser.error("no test has that name")
    adopt_orphans()
    results = [run_test(name, function, options) for name, function in tests.items()]
    if FAILED in results:
        sys.exit(FAILED)
    sys.exit(SKIPPED if set(results) == {SKIPPED} else HELD)
