#!/usr/bin/env python3
"""Tests of shrinking, on plays with a planted defect."""

import unittest

import shrink


def play(steps, defect):
    return shrink.failure_of(lambda: defect(steps))


def lost_after_three_and_seven(steps):
    if 5 not in steps and len(steps) < 20:
        raise KeyError("another failure, which comes when 5 is left out")
    if 3 in steps and 7 in steps[steps.index(3):]:
        raise AssertionError("an update was lost\n  at steps " + str(steps))


class Shrinking(unittest.TestCase):
    def shrunk(self, defect, runs=200):
        steps = list(range(20))
        failure = play(steps, defect)
        self.assertIsNotNone(failure)
        return shrink.shrink(steps, failure, lambda fewer: play(fewer, defect), runs)

    def test_the_minimal_steps_are_found_and_the_failure_stays_the_same(self):
        self.assertEqual(self.shrunk(lost_after_three_and_seven), ([3, 5, 7], True))

    def test_any_exception_is_a_failure(self):
        def defect(steps):
            return {0: 0}[len([step for step in steps if step in (4, 11, 19)]) // 3]
        self.assertEqual(self.shrunk(defect), ([4, 11, 19], True))

    def test_a_step_that_another_made_needed_goes_in_the_end(self):
        def defect(steps):  # 9 is needed only while 15 is there
            if 2 in steps and (15 not in steps or 9 in steps):
                raise ValueError("it is wrong")
        self.assertEqual(self.shrunk(defect), ([2], True))

    def test_too_few_runs_are_said(self):
        steps, minimal = self.shrunk(lost_after_three_and_seven, runs=3)
        self.assertFalse(minimal)
        self.assertEqual(play(steps, lost_after_three_and_seven).kind,
                         ("AssertionError", "an update was lost"))

    def test_a_failure_tells_its_exception_whole(self):
        failure = play([], lost_after_three_and_seven)
        self.assertEqual(failure.exception, "KeyError")
        self.assertIn("lost_after_three_and_seven", failure.text)
        self.assertIsNone(play([5], lost_after_three_and_seven))


if __name__ == "__main__":
    unittest.main()
