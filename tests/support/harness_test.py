#!/usr/bin/env python3
"""Tests of what race and crash tests stand on, with plain git in the place of the tool."""

import argparse
import contextlib
import io
import pathlib
import tempfile
import unittest

import harness
import race
import strikes

MAIN = "refs/heads/main"
NOTHING = argparse.Namespace(bin=None, shim=None, keep=False)


class GroundTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="harness-test-")
        self.addCleanup(folder.cleanup)
        self.ground = harness.Ground(folder.name, NOTHING)
        self.repo = self.ground.bare("repo.git")


class Ground(GroundTest):
    def test_processes_are_taken_whole(self):
        ran = self.ground.run(["sh", "-c", "cat; echo err >&2; exit 3"], stdin="in")
        self.assertEqual((ran.code, ran.out, ran.err), (3, "in", "err\n"))
        self.assertIn("ended with 3", str(ran))

    def test_a_failing_git_fails_the_test(self):
        with self.assertRaisesRegex(AssertionError, "`git cat-file blob no` ended with 128"):
            self.repo.git("cat-file", "blob", "no")

    def test_what_is_sound_is_told_from_what_is_not(self):
        self.repo.expect_sound("at first")
        tree = self.repo.git("rev-parse", "main^{tree}")
        (self.repo.path / "objects" / tree[:2] / tree[2:]).unlink()
        with self.assertRaisesRegex(AssertionError, f"(?s)later: .*missing tree {tree}"):
            self.repo.expect_sound("later")

    def test_locks_are_found(self):
        self.repo.expect_no_locks("at first")
        (self.repo.path / "refs/heads/main.lock").touch()
        with self.assertRaisesRegex(AssertionError, "later: locks left behind: .*main.lock"):
            self.repo.expect_no_locks("later")

    def test_tips_that_are_not_there_are_none(self):
        self.assertIsNone(self.repo.tip("refs/heads/none"))
        self.assertEqual([self.repo.tip(MAIN)], self.repo.history(MAIN))

    def test_an_arena_needs_the_shim(self):
        with self.assertRaises(harness.Skip):
            strikes.Arena(self.ground, self.repo.path)


class Racing(GroundTest):
    def test_all_that_writers_return_is_there(self):
        answers = race.run_writers(3, 5, lambda writer, number: (writer, number))
        self.assertEqual(sorted(answers), [(w, n) for w in range(3) for n in range(5)])

    def test_a_writer_that_fails_fails_the_race(self):
        def write(writer, number):
            harness.expect((writer, number) != (1, 2), "it is the third of the second")

        with self.assertRaisesRegex(AssertionError, "third of the second"):
            race.run_writers(3, 5, write)

    def test_what_runs_beside_runs_until_the_end_and_fails_the_race(self):
        with race.beside(lambda: "step") as steps:
            while len(steps) < 3:
                pass
        self.assertEqual(set(steps), {"step"})
        with self.assertRaisesRegex(AssertionError, "beside"):
            with race.beside(lambda: harness.expect(False, "beside")):
                pass

    def test_processes_wait_at_the_gate(self):
        ended = race.start_together(self.ground, ["sh", "-c", "pwd; cat"], self.repo.path, 4)
        self.assertEqual([ran.out for ran in ended], [f"{self.repo.path}\n"] * 4)
        self.assertEqual([ran.code for ran in ended], [0] * 4)

    def test_plumbers_lose_nothing_to_each_other(self):
        plumbers = [race.Plumber(self.repo, MAIN, f"plumber-{n}") for n in range(2)]
        race.run_writers(2, 20, lambda writer, _: plumbers[writer].commit())
        for plumber in plumbers:
            plumber.close()
            names = self.repo.git("ls-tree", "--name-only", f"main:{plumber.folder}").split()
            self.assertEqual(names, [f"{n:04}.txt" for n in range(20)])
            self.assertLessEqual(set(plumber.commits), set(self.repo.history(MAIN)))
        self.assertEqual(len(self.repo.history(MAIN)), 41)
        self.repo.expect_sound("after the race")


class Runner(unittest.TestCase):
    def outcome_of(self, function):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            return harness.run_test("name", function, NOTHING), said.getvalue()

    def test_outcomes_are_told_apart(self):
        def fail(_):
            raise AssertionError("why")

        def skip(_):
            raise harness.Skip("because")

        def crash(_):
            return [][0]

        outcome, said = self.outcome_of(lambda ground: None)
        self.assertEqual(outcome, harness.HELD)
        self.assertRegex(said, r"^ok name \(\d+\.\d s\)\n$")
        self.assertEqual(self.outcome_of(fail), (harness.FAILED, "FAILED name: why\n"))
        self.assertEqual(self.outcome_of(skip), (harness.SKIPPED, "skipped name: because\n"))
        outcome, said = self.outcome_of(crash)
        self.assertEqual(outcome, harness.FAILED)
        self.assertIn("IndexError", said)

    def test_the_ground_goes_after_the_test(self):
        roots = []
        self.outcome_of(lambda ground: roots.append(ground.world.root))
        self.assertFalse(pathlib.Path(roots[0]).exists())


if __name__ == "__main__":
    unittest.main()
