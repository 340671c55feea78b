"""All the ways in which a test can end."""

import doctest
import os
import time
import unittest
from test import support


class Ends(unittest.TestCase):
    def test_passes(self):
        pass

    def test_fails(self):
        self.assertEqual(1, 2)

    def test_errs(self):
        raise ValueError("at 0x7f0000001234 in\ntwo lines")

    def test_skips(self):
        self.skipTest("not today")

    def test_fails_in_a_subtest(self):
        with self.subTest(1):
            pass
        with self.subTest(2):
            self.fail("second")
        with self.subTest(3):
            raise KeyError("third")

    def test_skips_a_subtest(self):
        with self.subTest(1):
            self.skipTest("not this")

    @unittest.expectedFailure
    def test_fails_as_expected(self):
        self.fail()

    @unittest.expectedFailure
    def test_passes_unexpectedly(self):
        pass

    @unittest.skip("decorated")
    def test_is_skipped_after_a_failure(self):
        pass

    @support.cpython_only
    def test_of_cpython_only(self):
        pass

    def test_of_reference_counts(self):
        import sys
        self.assertTrue(sys.getrefcount(self))


class Deaths(unittest.TestCase):
    def test_1_dies(self):
        os._exit(7)

    def test_2_passes_afterwards(self):
        pass

    def test_3_hangs(self):
        time.sleep(1000)

    def test_4_forks(self):
        child = os.fork()
        if child == 0:
            raise ValueError("goes on in the child")
        os.waitpid(child, 0)


class BadSetUp(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise OSError("no class")

    def test_never_runs(self):
        pass


class SkippingSetUp(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise unittest.SkipTest("no class today")

    def test_never_runs(self):
        pass


class BadTearDown(unittest.TestCase):
    @classmethod
    def tearDownClass(cls):
        raise OSError("still there")

    def test_passes(self):
        pass


def good():
    """
    >>> 1 + 1
    2
    """


def bad():
    """
    >>> 1 + 1
    3
    """


def load_tests(loader, tests, pattern):
    tests.addTest(doctest.DocTestSuite())
    tests.addTest(Ends("test_passes"))
    return tests
