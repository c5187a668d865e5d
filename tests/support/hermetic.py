"""The closed world every test process runs in.

Owns the environment: an own HOME, one git configuration, a fixed identity, a fixed locale and zone,
the tool under test first in PATH. Nothing of the machine's or the person's set-up reaches a test,
so a golden object id holds everywhere. Leaves starting processes to its users.
"""

import datetime
import os
import pathlib

# The clock of the first step of a test. Each step is one minute later.
EPOCH = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)
TICK = datetime.timedelta(seconds=60)

GIT_CONFIG = """\
[init]
	defaultBranch = main
[gc]
	auto = 0
[maintenance]
	auto = false
[protocol "file"]
	allow = always
"""

# What sanitizers and coverage runtimes read. They say how a build is observed, not what it does.
PASSED_THROUGH = (
    "ASAN_OPTIONS",
    "GCOV_PREFIX",
    "GCOV_PREFIX_STRIP",
    "LLVM_PROFILE_FILE",
    "LSAN_OPTIONS",
    "TSAN_OPTIONS",
    "UBSAN_OPTIONS",
)


def clock(step):
    """The variables that set the time of step number `step`, counted from 0."""
    now = (EPOCH + step * TICK).strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"CLAUDESTEP_NOW": now, "GIT_AUTHOR_DATE": now, "GIT_COMMITTER_DATE": now}


class World:
    """A closed world below the folder `root`: home/, bin/ and work/, which are made here.

    `binary` is the tool under test, or None for tests of the test ground itself.
    """

    def __init__(self, root, binary=None):
        self.root = pathlib.Path(os.path.realpath(root))
        self.home = self.root / "home"
        self.bin = self.root / "bin"
        self.work = self.root / "work"
        for folder in (self.home, self.bin, self.work):
            folder.mkdir(parents=True, exist_ok=True)
        (self.home / ".gitconfig").write_text(GIT_CONFIG)
        if binary is not None:
            target = os.path.realpath(binary)
            for name in ("claudestep", "git-claudestep"):
                (self.bin / name).symlink_to(target)

    def environment(self, step=0):
        """A new mapping: the whole environment of a process at the time of `step`."""
        environment = {
            "COLUMNS": "80",
            "GIT_AUTHOR_EMAIL": "author@example.com",
            "GIT_AUTHOR_NAME": "A U Thor",
            "GIT_CEILING_DIRECTORIES": str(self.root),
            "GIT_COMMITTER_EMAIL": "committer@example.com",
            "GIT_COMMITTER_NAME": "C O Mitter",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_TERMINAL_PROMPT": "0",
            "HOME": str(self.home),
            "LC_ALL": "C.UTF-8",
            "PATH": f"{self.bin}:{os.environ.get('PATH', os.defpath)}",
            "TERM": "dumb",
            "TESTDIR": str(self.work),
            "TMPDIR": str(self.root),
            "TZ": "UTC",
        }
        for name in PASSED_THROUGH:
            if name in os.environ:
                environment[name] = os.environ[name]
        environment.update(clock(step))
        return environment
