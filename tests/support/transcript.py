#!/usr/bin/env python3
"""Runs golden transcripts: what was typed, what came back, byte for byte.

    transcript.py --bin PATH/TO/claudestep FILE.t...

Exit 0: every transcript holds. 1: one does not, and a diff tells where. 2: a transcript cannot be
read. 77: CLAUDESTEP_ACCEPT=1 was set and a file was rewritten with what really happened.
docs/testing.md describes the format.
"""

import argparse
import dataclasses
import difflib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile

import hermetic

HELD, DIFFERS, UNREADABLE, ACCEPTED = 0, 1, 2, 77

# Restores what the command before left behind, runs the command, and leaves the same for the next
# one: exported variables, PWD among them, the current folder. The trap makes `exit 3` leave them too.
SHELL_FRAME = """\
. "$1/environment"
. "$1/clock"
cd "$PWD" || exit 126
transcript_state=$1
trap 'transcript_code=$?
  export PWD
  export -p >"$transcript_state/environment"
  exit $transcript_code' EXIT
eval "$2"
"""

NO_NEWLINE = {"stdout": "[no newline]", "stderr": "[no newline on stderr]"}
MARKER = re.compile(r"\[(\d{1,3}|no newline|no newline on stderr)\]")
NEEDS_ESCAPES = re.compile(r"[\x00-\x1f\x7f-\x9f\udc80-\udcff\u2028\u2029]|[ ]$")
SIMPLE_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\r": "\\r", "\x1b": "\\e"}


class Malformed(Exception):
    """A transcript that cannot be read: the message has the file and the line."""


@dataclasses.dataclass
class Outcome:
    """What a command did, or is expected to do."""

    stdout: bytes = b""
    stderr: bytes = b""
    code: int = 0


@dataclasses.dataclass
class Prose:
    """Lines that are kept as they are: comments and blank lines."""

    lines: list


@dataclasses.dataclass
class File:
    """A file to be written below the scratch folder; `lines` is the whole block as it stands."""

    path: str
    content: str
    lines: list


@dataclasses.dataclass
class Command:
    """A command, its lines as they stand, and what is expected of it."""

    text: str
    lines: list
    expected_lines: list
    expected: Outcome


# ---------------------------------------------------------------- lines of output


def escape_character(match):
    character = match.group(0)
    if character in SIMPLE_ESCAPES:
        return SIMPLE_ESCAPES[character]
    return "".join(f"\\x{byte:02x}" for byte in character.encode("utf-8", "surrogateescape"))


def escape(line):
    """The line with everything that cannot be seen written out."""
    doubled = line.replace("\\", "\\\\")
    return NEEDS_ESCAPES.sub(escape_character, doubled)


def unescape(text):
    """The bytes that an escaped line stands for. ValueError for an escape that is none."""
    single = {"\\": b"\\", "t": b"\t", "r": b"\r", "e": b"\x1b"}
    out = bytearray()
    at = 0
    while at < len(text):
        if text[at] != "\\":
            out += text[at].encode("utf-8", "surrogateescape")
            at += 1
        elif text[at + 1 : at + 2] == "x":
            out.append(int(text[at + 2 : at + 4], 16))
            at += 4
        elif text[at + 1 : at + 2] in single:
            out += single[text[at + 1]]
            at += 2
        else:
            raise ValueError(text[at : at + 2])
    return bytes(out)


def write_stdout_line(line):
    if NEEDS_ESCAPES.search(line):
        return "%" + escape(line)
    special = line == "" or line[0] in "\\%#!" or MARKER.fullmatch(line)
    if special or line.startswith(("$ ", "> ", "--- file ")):
        return "\\" + line
    return line


def write_stderr_line(line):
    if NEEDS_ESCAPES.search(line):
        return "!%" + escape(line)
    return "! " + line if line else "!"


def write_stream(data, writer, mark):
    """The lines that stand for one stream in a transcript."""
    if not data:
        return []
    text = data.decode("utf-8", "surrogateescape")
    complete = text.endswith("\n")
    lines = [writer(line) for line in (text[:-1] if complete else text).split("\n")]
    return lines if complete else lines + [mark]


def write_outcome(outcome):
    """The canonical lines of an outcome: stdout, stderr, exit code."""
    lines = write_stream(outcome.stdout, write_stdout_line, NO_NEWLINE["stdout"])
    lines += write_stream(outcome.stderr, write_stderr_line, NO_NEWLINE["stderr"])
    if outcome.code != 0:
        lines.append(f"[{outcome.code}]")
    return lines


def read_stdout_line(line):
    if line.startswith("%"):
        return unescape(line[1:])
    return (line[1:] if line.startswith("\\") else line).encode("utf-8", "surrogateescape")


def read_stderr_line(line):
    if line.startswith("!%"):
        return unescape(line[2:])
    if line != "!" and not line.startswith("! "):
        raise ValueError(line)
    return line[2:].encode("utf-8", "surrogateescape")


def read_outcome(lines):
    """The outcome that lines of a transcript stand for. ValueError for a line that is none."""
    outcome = Outcome()
    for line in lines:
        marker = MARKER.fullmatch(line)
        if line == NO_NEWLINE["stdout"]:
            outcome.stdout = outcome.stdout[:-1]
        elif line == NO_NEWLINE["stderr"]:
            outcome.stderr = outcome.stderr[:-1]
        elif marker:
            outcome.code = int(marker.group(1))
        elif line.startswith("!"):
            outcome.stderr += read_stderr_line(line) + b"\n"
        else:
            outcome.stdout += read_stdout_line(line) + b"\n"
    return outcome


# ---------------------------------------------------------------- whole transcripts


class Reader:
    """Reads the text of a transcript into its parts, in order."""

    def __init__(self, name, text):
        if text and not text.endswith("\n"):
            raise Malformed(f"{name}: the last line has no newline")
        self.name = name
        self.lines = text.split("\n")[:-1]
        self.at = 0

    def parts(self):
        parts = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.startswith("--- file "):
                parts.append(self.file())
            elif line.startswith("$ "):
                parts.append(self.command())
            elif line == "" or line.startswith("#"):
                parts.append(Prose([line]))
                self.at += 1
            else:
                self.refuse("a line that is neither a comment, a file nor a command", self.at)
        if not any(isinstance(part, Command) for part in parts):
            raise Malformed(f"{self.name}: no command")
        return parts

    def refuse(self, what, at):
        raise Malformed(f"{self.name}:{at + 1}: {what}")

    def file(self):
        start = self.at
        path = self.lines[start][len("--- file ") :]
        if path.startswith("/") or ".." in path.split("/") or path.strip() in ("", "."):
            self.refuse(f"a file's path stays below the scratch folder: '{path}'", start)
        try:
            end = self.lines.index("--- end", start)
        except ValueError:
            self.refuse("a file without its `--- end`", start)
        self.at = end + 1
        content = "".join(line + "\n" for line in self.lines[start + 1 : end])
        return File(path, content, self.lines[start : end + 1])

    def command(self):
        start = self.at
        self.at += 1
        while self.at < len(self.lines) and self.continues(self.lines[self.at]):
            self.at += 1
        lines = self.lines[start : self.at]
        expected_lines = []
        while self.at < len(self.lines) and self.is_output(self.lines[self.at]):
            expected_lines.append(self.lines[self.at])
            self.at += 1
        try:
            expected = read_outcome(expected_lines)
        except ValueError as problem:
            self.refuse(f"an escape or a mark that is none: {problem}", start)
        return Command("\n".join(line[2:] for line in lines), lines, expected_lines, expected)

    @staticmethod
    def continues(line):
        return line == ">" or line.startswith("> ")

    @staticmethod
    def is_output(line):
        return line != "" and not line.startswith(("$ ", "#", "--- file "))


def read_transcript(name, text):
    """The parts of a transcript. Malformed when a line fits nowhere."""
    return Reader(name, text).parts()


# ---------------------------------------------------------------- running


class Shell:
    """Runs the commands of one transcript, one after the other, in its own closed world."""

    def __init__(self, root, binary, timeout):
        self.world = hermetic.World(root, binary)
        self.state = self.world.root / "state"
        self.state.mkdir()
        self.timeout = timeout
        self.step = 0
        self.remember("environment", {**self.world.environment(), "PWD": str(self.world.work)})

    def remember(self, name, variables):
        quoted = (f"export {key}='{quote(value)}'\n" for key, value in variables.items())
        (self.state / name).write_text("".join(quoted))

    def write_file(self, part):
        path = self.world.work / part.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(part.content.encode("utf-8", "surrogateescape"))

    def run(self, command):
        """What the command did. TimeoutError when it takes too long."""
        self.remember("clock", hermetic.clock(self.step))
        self.step += 1
        out, err = self.state / "stdout", self.state / "stderr"
        with open(out, "wb") as stdout, open(err, "wb") as stderr:
            process = subprocess.Popen(
                ["/bin/sh", "-c", SHELL_FRAME, "sh", str(self.state), command],
                cwd=self.world.work,
                env={"PATH": os.defpath},
                stdin=subprocess.DEVNULL,
                stdout=stdout,
                stderr=stderr,
                start_new_session=True,
            )
            code = self.wait(process)
        return Outcome(self.tidy(out.read_bytes()), self.tidy(err.read_bytes()), code)

    def wait(self, process):
        try:
            code = process.wait(self.timeout)
        except subprocess.TimeoutExpired:
            raise TimeoutError(f"a command is still running after {self.timeout} s") from None
        finally:
            # What a command left running in the background ends with it.
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            process.wait()
        return code if code >= 0 else 128 - code

    def tidy(self, data):
        """The output with the folders of this one run replaced by stable words."""
        world = self.world
        for folder, word in ((world.work, b"$TESTDIR"), (world.home, b"$HOME")):
            data = data.replace(os.fsencode(folder), word)
        return data.replace(os.fsencode(world.root), b"$SCRATCH")


def quote(value):
    return value.replace("'", "'\\''")


def perform(parts, shell):
    """The lines of the transcript as it really went. Where a command did what is expected, the
    lines are the ones that stand there, so that equal transcripts are equal text."""
    lines = []
    for part in parts:
        lines += part.lines
        if isinstance(part, File):
            shell.write_file(part)
        elif isinstance(part, Command):
            outcome = shell.run(part.text)
            held = outcome == part.expected
            lines += part.expected_lines if held else write_outcome(outcome)
    return lines


def check(path, options):
    """Runs one transcript and says what differs. Returns HELD, DIFFERS, UNREADABLE or ACCEPTED."""
    text = path.read_bytes().decode("utf-8", "surrogateescape")
    scratch = tempfile.mkdtemp(prefix="t-")
    try:
        parts = read_transcript(str(path), text)
        happened = perform(parts, Shell(scratch, options.bin, options.timeout))
    except Malformed as problem:
        print(f"error: {problem}", file=sys.stderr)
        return UNREADABLE
    except TimeoutError as problem:
        print(f"error: {path}: {problem}", file=sys.stderr)
        return DIFFERS
    finally:
        if options.keep:
            print(f"kept: {scratch}", file=sys.stderr)
        else:
            shutil.rmtree(scratch, onerror=make_writable_and_retry)
    return settle(path, text, happened, options.accept)


def settle(path, text, happened, accept):
    actual = "".join(line + "\n" for line in happened)
    if actual == text:
        return HELD
    if accept:
        path.write_bytes(actual.encode("utf-8", "surrogateescape"))
        print(f"accepted: {path}")
        return ACCEPTED
    names = (f"{path} (expected)", f"{path} (happened)")
    diff = difflib.unified_diff(text.split("\n"), actual.split("\n"), *names, lineterm="")
    report = "\n".join(diff) + "\n\nCLAUDESTEP_ACCEPT=1 takes what happened as expected.\n"
    sys.stdout.buffer.write(report.encode("utf-8", "surrogateescape"))
    return DIFFERS


def make_writable_and_retry(function, path, _):
    """Tests make folders read-only; the scratch folder goes all the same."""
    os.chmod(os.path.dirname(path), 0o700)
    os.chmod(path, 0o700)
    function(path)


def main(arguments):
    parser = argparse.ArgumentParser(description="Runs golden transcripts.")
    parser.add_argument("--bin", type=pathlib.Path, help="the claudestep to be tested")
    parser.add_argument("--timeout", type=float, default=60, help="seconds for one command (60)")
    parser.add_argument("--keep", action="store_true", help="keep the scratch folder")
    parser.add_argument("files", nargs="+", type=pathlib.Path, metavar="FILE.t")
    options = parser.parse_args(arguments)
    options.accept = os.environ.get("CLAUDESTEP_ACCEPT") == "1"
    if options.bin is not None and not os.access(options.bin, os.X_OK):
        parser.error(f"--bin is not a program: {options.bin}")
    results = [check(path, options) for path in options.files]
    for code in (UNREADABLE, DIFFERS, ACCEPTED):
        if code in results:
            return code
    return HELD


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
