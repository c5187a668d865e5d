"""The kill loop: a command is struck at every system call by which it changes files, in turn.

An Arena is a folder that is put back as it was before each strike. The first run counts the calls
(killshim.c); each following one is struck at the next call. Commands are deterministic in the
closed world (fixed clock, fixed identity), so the counting run also tells the object id that a struck run
would have made.
"""

import dataclasses
import os
import re
import shutil
import signal
import subprocess

from harness import Ran, Skip, expect

# A strike that kills: the mode and the moment. `claudestep` alone dies and its children go on, or
# all die at once, as when a container or a machine goes.
KILL = {"KILLSHIM_MODE": "kill"}
KILL_ALL = {"KILLSHIM_MODE": "killgroup"}
KILL_TORN = {"KILLSHIM_MODE": "kill", "KILLSHIM_WHEN": "torn"}
KILL_AFTER = {"KILLSHIM_MODE": "kill", "KILLSHIM_WHEN": "after"}
FULL_DISK_ONCE = {"KILLSHIM_MODE": "enospc"}
FULL_DISK = {"KILLSHIM_MODE": "enospc", "KILLSHIM_PERSIST": "1"}
BROKEN_DISK_ONCE = {"KILLSHIM_MODE": "eio"}
BROKEN_DISK = {"KILLSHIM_MODE": "eio", "KILLSHIM_PERSIST": "1"}
REFUSED_ONCE = {"KILLSHIM_MODE": "eacces"}
REFUSED = {"KILLSHIM_MODE": "eacces", "KILLSHIM_PERSIST": "1"}
BROKEN_AT_READING_ONCE = {"KILLSHIM_MODE": "eio", "KILLSHIM_READS": "1"}
BROKEN_AT_READING = {**BROKEN_AT_READING_ONCE, "KILLSHIM_PERSIST": "1"}
ERRORS = {"a full disk once": FULL_DISK_ONCE, "a full disk": FULL_DISK,
          "a broken disk once": BROKEN_DISK_ONCE, "a broken disk": BROKEN_DISK,
          "missing rights once": REFUSED_ONCE, "missing rights": REFUSED}


def beside(command, when):
    """A strike that does no harm: "before" or "after" the call somebody else runs `command`."""
    return {"KILLSHIM_MODE": "run", "KILLSHIM_RUN": command, "KILLSHIM_WHEN": when}


@dataclasses.dataclass
class Call:
    """A counted system call."""

    number: int
    program: str
    name: str
    path: str

    def __str__(self):
        return f"call {self.number} of {self.program}, {self.name} {self.path}"


@dataclasses.dataclass
class Strike:
    """A run that was struck at `call`, and how it ended."""

    call: Call
    how: dict
    ran: Ran

    def __str__(self):
        when = self.how.get("KILLSHIM_WHEN", "before")
        lasting = ", lasting," if "KILLSHIM_PERSIST" in self.how else ""
        reading = " reading" if "KILLSHIM_READS" in self.how else ""
        return f"{self.how['KILLSHIM_MODE']}{reading} {when}{lasting} {self.call}: {self.ran}"


class Arena:
    """The folder `path` below the ground, whose present state is the one put back each time.

    `settle()` is called after each putting back; a work tree needs it to refresh its index, whose
    file stamps a copy does not keep.
    """

    def __init__(self, ground, path, settle=lambda: None):
        if ground.shim is None:
            raise Skip("no --shim was given")
        self.ground = ground
        self.path = path
        self.settle = settle
        self.saved = ground.world.root / "saved"
        self.counter = ground.world.root / "counter"
        self.log = ground.world.root / "calls"
        subprocess.run(["cp", "-a", "--", self.path, self.saved], check=True)

    def put_back(self):
        shutil.rmtree(self.path)
        subprocess.run(["cp", "-a", "--", self.saved, self.path], check=True)
        self.settle()

    def shimmed(self, command, cwd, programs, settings, stdin=None):
        """Runs `command` under the shim."""
        self.counter.write_bytes(bytes(8))
        self.log.write_bytes(b"")
        variables = {
            "LD_PRELOAD": str(self.ground.shim),
            "KILLSHIM_ROOT": str(self.path),
            "KILLSHIM_NAME": ",".join(programs),
            "KILLSHIM_COUNTER": str(self.counter),
            "KILLSHIM_LOG": str(self.log),
            # A sanitizer's run-time would rather come first; it works all the same.
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0",
            **settings,
        }
        return self.ground.run(command, cwd=cwd, variables=variables, stdin=stdin)

    def calls(self):
        """The calls of the last shimmed run."""
        text = self.log.read_text(errors="surrogateescape")
        rows = (line.split(" ", 3) for line in text.splitlines())
        return [Call(int(number), *rest) for number, *rest in rows]

    def count(self, command, cwd, programs, stdin=None, how=None):
        """The calls of an unharmed run that `how` could strike at; the run must succeed. The arena
        stays as it left it."""
        self.put_back()
        reads = {name: value for name, value in (how or {}).items() if name == "KILLSHIM_READS"}
        ran = self.shimmed(command, cwd, programs, reads, stdin)
        expect(ran.code == 0, f"the unharmed run failed: {ran}")
        calls = self.calls()
        expect(calls, f"no call was counted: the shim is not in the program: {ran}")
        return calls

    def strike(self, command, cwd, how, programs=("claudestep",), stdin=None,
               where=lambda call: True):
        """Strikes at each call in turn, of those `where` says so, on an arena put back each time.
        Yields the strikes."""
        for call in filter(where, self.count(command, cwd, programs, stdin, how)):
            if how.get("KILLSHIM_WHEN") == "torn" and not call.name.startswith(("write", "pwrite")):
                continue
            self.put_back()
            settings = {**how, "KILLSHIM_AT": str(call.number)}
            ran = self.shimmed(command, cwd, programs, settings, stdin)
            if "git" not in programs:
                self.expect_same_call(call, ran)
            elif not any(met.number == call.number for met in self.calls()):
                continue
            yield Strike(call, how, ran)

    def expect_same_call(self, call, ran):
        """The struck run came to the same call as the unharmed one, so that every call is met. Not
        asked where git's own calls count: how many there are depends on the time stamps of files.
        """
        met = [other for other in self.calls() if other.number == call.number]
        same = met and (met[0].program, met[0].name) == (call.program, call.name)
        happened = ", ".join(str(other) for other in met) or "no such call"
        expect(same, f"the run took another way: expected {call}, happened: {happened}: {ran}")


# Choices of where to strike.
WITH_GIT = ("claudestep", "git")


def in_git(call):
    return call.program == "git"


def one_in(count):
    """A sample: one in so many calls."""
    return lambda call: call.number % count == 0


def first_of_each(where=lambda call: True):
    """Of equal calls on files whose names differ only in hexadecimal digits the first."""
    met = set()

    def is_first(call):
        kind = call.program, call.name, re.sub("[0-9A-Fa-f]{2,}|_[A-Za-z0-9]{6}$", "#", call.path)
        if not where(call) or kind in met:
            return False
        met.add(kind)
        return True

    return is_first


def expect_killed(strike):
    """The strike has killed the command itself."""
    expect(strike.ran.code == -signal.SIGKILL, f"not killed: {strike}")
