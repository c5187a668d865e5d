#!/usr/bin/env python3
"""Tests of the transcript runner: it must tell the truth before it may judge anything else."""

import os
import pathlib
import subprocess
import sys
import tempfile
import textwrap
import unittest

import transcript

RUNNER = pathlib.Path(transcript.__file__)


class RunnerTest(unittest.TestCase):
    """Runs whole transcripts through the runner as ctest does."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="transcript-test-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.tool = self.folder / "tool"
        self.tool.write_text('#!/bin/sh\necho "tool $*"\n')
        self.tool.chmod(0o755)

    def run_text(self, text, accept=False, options=(), environment=None):
        """Runs `text` (indented as the test is); returns the result and the file's text after."""
        path = self.folder / "case.t"
        path.write_bytes(textwrap.dedent(text).encode())
        env = dict(os.environ, **(environment or {}))
        env.pop("CLAUDESTEP_ACCEPT", None)
        if accept:
            env["CLAUDESTEP_ACCEPT"] = "1"
        result = subprocess.run(
            [sys.executable, RUNNER, "--bin", self.tool, *options, path],
            env=env,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return result, path.read_bytes().decode()

    def assert_holds(self, text, **more):
        result, _ = self.run_text(text, **more)
        self.assertEqual((result.stdout, result.stderr, result.returncode), ("", "", 0))

    def assert_accepts(self, text, expected):
        result, after = self.run_text(text, accept=True)
        self.assertEqual(result.returncode, 77, result.stdout + result.stderr)
        self.assertEqual(after, textwrap.dedent(expected))
        self.assert_holds(expected)


class Holding(RunnerTest):
    def test_stdout_stderr_and_exit_code(self):
        self.assert_holds(
            """\
            # A comment.
            $ echo out; echo err >&2; exit 4
            out
            ! err
            [4]

            $ true
            """
        )

    def test_the_streams_may_stand_in_any_order(self):
        self.assert_holds(
            """\
            $ echo out; echo err >&2
            ! err
            out
            """
        )

    def test_lines_that_look_like_marks_are_escaped(self):
        self.assert_holds(
            """\
            $ printf '%s\\n' '' '# title' '$ cmd' '> quote' '! bang' '[3]' '--- file x' '%' '\\'
            \\
            \\# title
            \\$ cmd
            \\> quote
            \\! bang
            \\[3]
            \\--- file x
            \\%
            \\\\
            """
        )

    def test_what_cannot_be_seen_is_written_out(self):
        self.assert_holds(
            """\
            $ printf 'tab\\there\\nend \\n\\033[1mbold\\r\\n\\377\\302\\205\\n'
            %tab\\there
            %end\\x20
            %\\e[1mbold\\r
            %\\xff\\xc2\\x85
            $ printf '\\001 a\\n\\n' >&2
            !%\\x01 a
            !
            """
        )

    def test_missing_last_newlines_are_told(self):
        self.assert_holds(
            """\
            $ printf out; printf err >&2
            out
            [no newline]
            ! err
            [no newline on stderr]
            """
        )

    def test_files_are_written_in_order(self):
        self.assert_holds(
            """\
            --- file deep/er/note.md
            # one

            $ two
            --- end
            $ cat deep/er/note.md
            \\# one
            \\
            \\$ two
            --- file deep/er/note.md
            --- end
            $ wc -c <deep/er/note.md
            0
            """
        )

    def test_commands_of_several_lines(self):
        self.assert_holds(
            """\
            $ cat <<END
            > one
            >
            >   two
            > END
            one
            \\
              two
            """
        )

    def test_folder_and_exported_variables_stay_for_the_next_command(self):
        self.assert_holds(
            """\
            $ mkdir sub && cd sub && export WORD="it's here" && not_exported=1
            $ pwd; echo "$WORD ${not_exported-gone}"
            $TESTDIR/sub
            it's here gone
            $ cd ..; unset WORD; exit 3
            [3]
            $ pwd; echo "${WORD-unset}"
            $TESTDIR
            unset
            """
        )

    def test_the_clock_ticks_a_minute_a_command(self):
        self.assert_holds(
            """\
            $ echo "$CLAUDESTEP_NOW"
            2026-01-01T00:00:00Z
            $ export CLAUDESTEP_NOW=never
            $ echo "$CLAUDESTEP_NOW $GIT_AUTHOR_DATE $GIT_COMMITTER_DATE"
            2026-01-01T00:02:00Z 2026-01-01T00:02:00Z 2026-01-01T00:02:00Z
            """
        )

    def test_object_ids_are_the_same_everywhere(self):
        self.assert_holds(
            """\
            $ git init -q && git commit -q --allow-empty -m one && git rev-parse HEAD
            d5b89e7d5bfb1c2109083cf3584fdff01a219d68
            $ git symbolic-ref HEAD
            refs/heads/main
            """
        )

    def test_the_world_outside_does_not_reach_in(self):
        self.assert_holds(
            """\
            $ echo "${GIT_DIR-unset} ${FOREIGN-unset} $COLUMNS $TERM $TZ $LC_ALL"
            unset unset 80 dumb UTC C.UTF-8
            $ echo "$HOME $TESTDIR"; git config --global --get user.name
            $HOME $TESTDIR
            [1]
            """,
            environment={
                "GIT_DIR": "/nowhere",
                "FOREIGN": "1",
                "COLUMNS": "200",
                "GIT_CONFIG_GLOBAL": "/nowhere",
                "LC_ALL": "POSIX",
            },
        )

    def test_the_tool_comes_first_and_as_a_git_command(self):
        self.assert_holds(
            """\
            $ claudestep a b
            tool a b
            $ git claudestep c
            tool c
            """
        )

    def test_stdin_is_empty(self):
        self.assert_holds("$ cat\n")

    def test_a_shell_that_is_killed_shows_its_signal(self):
        self.assert_holds(
            """\
            $ kill -9 $$
            [137]
            $ echo still here
            still here
            """
        )

    def test_nothing_outlives_its_command(self):
        self.assert_holds(
            """\
            $ (sleep 0.3; echo late >late) &
            $ sleep 0.6; ls
            """
        )

    def test_accepting_what_already_holds_changes_nothing(self):
        text = "$ echo err >&2; echo out\n! err\nout\n"
        result, after = self.run_text(text, accept=True)
        self.assertEqual((result.returncode, after), (0, text))


class Differing(RunnerTest):
    def test_a_diff_tells_what_happened(self):
        result, after = self.run_text("$ echo new; exit 2\nold\n")
        self.assertEqual(result.returncode, 1)
        self.assertIn(" $ echo new; exit 2\n-old\n+new\n+[2]\n", result.stdout)
        self.assertIn("CLAUDESTEP_ACCEPT=1", result.stdout)
        self.assertEqual(after, "$ echo new; exit 2\nold\n")

    def test_every_part_of_an_outcome_counts(self):
        for command in (
            "echo more",
            "echo more >&2",
            "exit 1",
            "printf '\\n'",
            "printf ' '",
            "printf '\\n' >&2",
        ):
            with self.subTest(command=command):
                self.assertEqual(self.run_text(f"$ {command}\n")[0].returncode, 1)
        for expected in ("more", "! more", "[1]", "\\", "!"):
            with self.subTest(expected=expected):
                self.assertEqual(self.run_text(f"$ true\n{expected}\n")[0].returncode, 1)

    def test_a_missing_newline_counts(self):
        self.assertEqual(self.run_text("$ printf a\na\n")[0].returncode, 1)
        self.assertEqual(self.run_text("$ echo a\na\n[no newline]\n")[0].returncode, 1)

    def test_a_command_that_does_not_end_fails_even_when_accepting(self):
        result, after = self.run_text("$ sleep 50\n", accept=True, options=("--timeout", "0.2"))
        self.assertEqual(result.returncode, 1)
        self.assertIn("still running after 0.2 s", result.stderr)
        self.assertEqual(after, "$ sleep 50\n")

    def test_the_worst_of_several_files_counts(self):
        good = self.folder / "good.t"
        good.write_text("$ true\n")
        result, _ = self.run_text("$ false\n", options=(good,))
        self.assertEqual(result.returncode, 1)


class Accepting(RunnerTest):
    def test_the_file_becomes_what_happened(self):
        self.assert_accepts(
            """\
            # kept

            --- file in
            $ kept
            --- end
            $ cat in; echo 'a ' >&2; exit 9
            wrong
            # kept too
            $ echo right
            right

            """,
            """\
            # kept

            --- file in
            $ kept
            --- end
            $ cat in; echo 'a ' >&2; exit 9
            \\$ kept
            !%a\\x20
            [9]
            # kept too
            $ echo right
            right

            """,
        )

    def test_any_bytes_survive_the_round_trip(self):
        text = "$ " + r"printf '\n\n[1]\n\\x\n\000\377\t \n\342\200\250\nünï\n! '" + "\n"
        result, after = self.run_text(text, accept=True)
        self.assertEqual(result.returncode, 77)
        self.assert_holds(after)
        self.assertTrue(after.endswith("\nünï\n%!\\x20\n[no newline]\n"), after)

    def test_every_byte_is_written_and_read_back(self):
        data = bytes(range(256)) * 2 + b"\n\n" + bytes(reversed(range(256)))
        outcome = transcript.Outcome(data, data + b"\n", 255)
        lines = transcript.write_outcome(outcome)
        self.assertEqual(transcript.read_outcome(lines), outcome)
        self.assertTrue(all(line == line.rstrip() and line for line in lines))


class Malformed(RunnerTest):
    def assert_refused(self, text, message):
        result, after = self.run_text(text, accept=True)
        self.assertEqual(result.returncode, 2)
        self.assertIn(message, result.stderr)
        self.assertEqual(after, text)

    def test_each_is_refused_with_its_line(self):
        self.assert_refused("# only prose\n", "no command")
        self.assert_refused("", "no command")
        self.assert_refused("stray\n$ true\n", "case.t:1: a line that is neither")
        self.assert_refused("$ true\n\nstray\n", "case.t:3: a line that is neither")
        self.assert_refused("$ true", "the last line has no newline")
        self.assert_refused("$ true\n--- file a\nb\n", "case.t:2: a file without its `--- end`")
        self.assert_refused("--- file ../a\n--- end\n$ true\n", "stays below the scratch folder")
        self.assert_refused("--- file /a\n--- end\n$ true\n", "stays below the scratch folder")
        self.assert_refused("$ true\n!oops\n", "case.t:1: an escape or a mark that is none")
        self.assert_refused("$ true\n%\\q\n", "case.t:1: an escape or a mark that is none")
        self.assert_refused("$ true\n%\\xzz\n", "case.t:1: an escape or a mark that is none")

    def test_a_tool_that_is_not_there_is_a_usage_error(self):
        result, _ = self.run_text("$ true\n", options=("--bin", self.folder / "none"))
        self.assertEqual(result.returncode, 2)


if __name__ == "__main__":
    unittest.main()
